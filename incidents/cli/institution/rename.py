"""`incidents institution rename`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents institution rename kp.mss "Ministry of State Protection" --korean 국가보호성 --from 2026-04-01
incidents institution rename kp.mss "State Security Ministry" --dry-run
"""

command = thing_verbs.rename("institution", EXAMPLES)
