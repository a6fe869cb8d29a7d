"""`incidents institution show`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents institution show kp.wpk
incidents institution show "Ministry of State Security" --format json
"""

command = thing_verbs.show("institution", EXAMPLES)
