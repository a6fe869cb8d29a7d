"""`incidents place alias`."""

from incidents.cli import thing_verbs

EXAMPLES = """
incidents place alias add Hyesan "Hye San" 惠山市
incidents place alias add KP-10.samsu Samsugun --kind romanization
incidents place alias remove Ryanggang Yanggang --dry-run
"""

command = thing_verbs.alias("place", EXAMPLES)
