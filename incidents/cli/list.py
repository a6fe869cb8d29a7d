"""`incidents list`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from incidents.cli import options
from incidents.cli.chronology import counted, hints, print_table
from incidents.cli.command import command as make
from incidents.cli.filters import read_filter
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say
from incidents.model.filter import Filter
from incidents.store.query import chronology
from incidents.store.query.connect import Reader

if TYPE_CHECKING:  # a plain list starts without it
    from incidents.output.columns import Columns

EXAMPLES = """
incidents list
incidents list --province Nampo --since 2025
incidents list --institution "Workers' Party" --format csv > party.csv
incidents list --type execution --type arrest --since 2015 --until 2016-06 --certain
incidents list --at-least corroborated --sort -date --limit 20
incidents list --since "last month" --until yesterday
incidents list --columns id,date,type,title --format md
"""


def _columns(context: click.Context, option: click.Parameter, words: str | None) -> "Columns":
    if words is None:
        return ()
    from incidents.cli.columns import chosen_columns  # noqa: PLC0415  a plain list starts without it

    return chosen_columns(context, option, words)


@make("list", EXAMPLES)
@options.filters
@click.option(
    "--columns",
    metavar="NAME,…",
    callback=_columns,
    help="Only these columns, in this order: docs/output.md names them.",
)
@options.form
@options.database
@click.pass_context
def command(
    context: click.Context,
    /,
    database: str | None,
    form: str,
    columns: "Columns",
    **given: Unpack[options.FilterOptions],
) -> None:
    """List the chronology, oldest first.

    Without --limit a terminal shows the last page that fits, and a file or pipe gets everything. Several values of one
    option are alternatives, different options must all hold. An undated incident is found by the day of its first
    report, one that goes on by that of its last; --certain and --possible are stricter and laxer.
    """
    if context.default_map:
        columns = _configured(context, form, columns, given)
    with reading(database) as reader:
        chosen = read_filter(reader, **given)
        say(counted(reader, chosen))
        for words in hints(reader, chosen):
            say(words)
        if form == "table":
            print_table(reader, chosen, columns=columns)
        else:
            emit(_exported(form, reader, chosen, columns))


def _configured(context: click.Context, form: str, columns: "Columns", given: options.FilterOptions) -> "Columns":
    """The columns, where a file gives defaults; what it gives is said."""
    from incidents.cli.configuration.defaults_told import (  # noqa: PLC0415  only where there is a file
        configured,
        defaults_told,
    )

    for words in defaults_told(context, given):
        say(words)
    laid_out = configured(context, "columns") and form != "table"
    return () if laid_out else columns  # a file lays the table out; what scripts read is as promised


def _exported(form: str, reader: Reader, chosen: Filter, columns: "Columns") -> Iterator[str]:
    from incidents.cli.incident_rows import exported  # noqa: PLC0415  the table starts without it

    return exported(form, reader, chronology.identities(reader, chosen), columns, chosen)
