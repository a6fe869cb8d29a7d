"""`incidents institution alias`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents institution alias add "Ministry of State Security" "the Ministry on the hill"
incidents institution alias add kp.mss SSM --kind abbreviation
incidents institution alias remove KWP KWP --dry-run
"""

command = thing_verbs.alias("institution", EXAMPLES)
