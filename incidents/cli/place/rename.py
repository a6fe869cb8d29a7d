"""`incidents place rename`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents place rename Samsu Samsin --korean 삼신군 --from 2024-03
incidents place rename KP-10.hyesan Hyesan-si --reason "as the county writes it" --dry-run
"""

command = thing_verbs.rename("place", EXAMPLES)
