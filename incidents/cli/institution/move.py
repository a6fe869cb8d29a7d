"""`incidents institution move`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents institution move kp.mss.investigation --under kp.mss.prosecution --from 2024
incidents institution move kp.mss.prisons --under "Ministry of Social Security" --dry-run
"""

command = thing_verbs.move("institution", EXAMPLES)
