"""`incidents place move`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents place move Onchon --under "South Pyongan" --from 2024-01
incidents place move KP-10.samsu.posong --under Kapsan --dry-run
"""

command = thing_verbs.move("place", EXAMPLES)
