"""`incidents place tree`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents place tree Ryanggang
incidents place tree KP --depth 1
incidents place tree "South Pyongan" --format csv
"""


@make("tree", EXAMPLES)
@click.argument("place")
@nouns.depth
@options.form
@options.database
def command(place: str, depth: int | None, form: str, database: str | None) -> None:
    """Draw what lies below a place, with the number of incidents at each: its own and those of all below it.

    What lay there earlier, or is only commonly written under it, is there too and says so, with the incidents of that
    time: those that `list --place` finds under both.
    """
    nouns.treed("place", place, depth, form, database)
