"""`incidents institution list`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution list
incidents institution list --below "Workers' Party"
incidents institution list --kind mine --format csv
"""


@make("list", EXAMPLES)
@click.option("--below", metavar="NAME", default="", help="Only this one and what is below it.")
@click.option("--kind", metavar="KIND", default="", help="Only those of this kind (institution add --help lists them).")
@options.form
@options.database
def command(form: str, database: str | None, **given: str | None) -> None:
    """List the institutions, all or those below one, by code."""
    nouns.listed("institution", given, form, database)
