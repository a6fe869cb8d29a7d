"""`incidents institution search`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents institution search 보위부
incidents institution search "state security"
incidents institution search kwp
"""

command = thing_verbs.search("institution", EXAMPLES)
