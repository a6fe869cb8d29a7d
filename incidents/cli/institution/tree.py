"""`incidents institution tree`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution tree "Workers' Party" --depth 2
incidents institution tree MPAF
incidents institution tree kp.mss --format jsonl
"""


@make("tree", EXAMPLES)
@click.argument("institution")
@nouns.depth
@options.form
@options.database
def command(institution: str, depth: int | None, form: str, database: str | None) -> None:
    """Draw what is under an institution, with the number of incidents at each: its own and those of all below it."""
    nouns.treed("institution", institution, depth, form, database)
