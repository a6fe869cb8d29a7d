"""`incidents list`."""

from collections.abc import Iterator
from typing import Unpack

from incidents.cli import options
from incidents.cli.chronology import counted, hints, print_table
from incidents.cli.command import command as make
from incidents.cli.filters import read_filter
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say
from incidents.model.filter import Filter
from incidents.store.query import chronology
from incidents.store.query.connect import Reader

EXAMPLES = """
incidents list
incidents list --province Nampo --since 2025
incidents list --institution "Workers' Party" --format csv > party.csv
incidents list --type execution --type arrest --since 2015 --until 2016-06 --certain
incidents list --at-least corroborated --sort -date --limit 20
"""


@make("list", EXAMPLES)
@options.filters
@options.form
@options.database
def command(database: str | None, form: str, **given: Unpack[options.FilterOptions]) -> None:
    """List the chronology, oldest first.

    Without --limit a terminal shows the last page that fits, and a file or pipe gets everything. Several values of one
    option are alternatives, different options must all hold. An undated incident is found by the day of its first
    report, one that goes on by that of its last; --certain and --possible are stricter and laxer.
    """
    with reading(database) as reader:
        chosen = read_filter(reader, **given)
        say(counted(reader, chosen))
        for words in hints(reader, chosen):
            say(words)
        if form == "table":
            print_table(reader, chosen)
        else:
            emit(_exported(form, reader, chosen))


def _exported(form: str, reader: Reader, chosen: Filter) -> Iterator[str]:
    from incidents.cli.incident_rows import exported  # noqa: PLC0415  the table starts without it

    return exported(form, reader, chronology.identities(reader, chosen))
