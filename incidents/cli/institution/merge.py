"""`incidents institution merge`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents institution merge kp.mss kp.mps --yes
incidents institution merge "Workers' Party" kp.wpk.cc --yes --dry-run
"""

command = thing_verbs.merge("institution", EXAMPLES)
