"""`incidents institution show`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution show kp.wpk
incidents institution show "Ministry of State Security" --format json
"""


@make("show", EXAMPLES)
@click.argument("institution", nargs=-1, required=True)
@options.form
@options.database
def command(institution: tuple[str, ...], form: str, database: str | None) -> None:
    """Show everything about institutions, given by name or code: names, parents, what is below, how many incidents."""
    nouns.shown("institution", institution, form, database)
