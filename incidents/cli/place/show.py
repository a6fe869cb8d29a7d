"""`incidents place show`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents place show KP-10
incidents place show Nampo Onchon
"""


@make("show", EXAMPLES)
@click.argument("place", nargs=-1, required=True)
@options.form
@options.database
def command(place: tuple[str, ...], form: str, database: str | None) -> None:
    """Show everything about places, given by name or code: names, parents, what is below, how many incidents."""
    nouns.shown("place", place, form, database)
