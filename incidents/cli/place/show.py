"""`incidents place show`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents place show KP-10
incidents place show Nampo Onchon
"""

command = thing_verbs.show("place", EXAMPLES)
