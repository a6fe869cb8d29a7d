"""`incidents place list`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make
from incidents.model.scales import PLACE_LEVELS

EXAMPLES = """
incidents place list
incidents place list --below Ryanggang
incidents place list --level province --format csv
incidents place list --kind market --below "North Hamgyong"
"""


@make("list", EXAMPLES)
@click.option("--below", metavar="NAME", default="", help="Only this one and what is below it.")
@click.option("--level", type=click.Choice(PLACE_LEVELS), default=None, help="Only those of this level.")
@click.option("--kind", metavar="KIND", default="", help="Only those of this kind (place add --help lists them).")
@options.form
@options.database
def command(form: str, database: str | None, **given: str | None) -> None:
    """List the places, all or those below one, by code."""
    nouns.listed("place", given, form, database)
