"""`incidents institution list`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution list
incidents institution list --below "Workers' Party"
incidents institution list --format csv
"""


@make("list", EXAMPLES)
@click.option("--below", metavar="NAME", default="", help="Only this one and what is below it.")
@options.form
@options.database
def command(below: str, form: str, database: str | None) -> None:
    """List the institutions, all or those below one, by code."""
    nouns.listed("institution", below, "", form, database)
