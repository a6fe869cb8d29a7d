"""`incidents place search`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents place search hyesan
incidents place search 량강
incidents place search "Posong, Samsu"
"""

command = thing_verbs.search("place", EXAMPLES)
