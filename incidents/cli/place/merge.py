"""`incidents place merge`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents place merge Hyesan Wiyon --dry-run
incidents place merge Samsu Kapsan --yes
"""

command = thing_verbs.merge("place", EXAMPLES)
