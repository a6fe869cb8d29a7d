"""`incidents report list`."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say
from incidents.cli.titles import headings
from incidents.model.scales import REPORT_STATES
from incidents.model.wording import worded
from incidents.output.columns import names
from incidents.output.listings import REPORT
from incidents.output.table import Head
from incidents.store.query.connect import Reader
from incidents.store.query.names import one as code_of
from incidents.store.query.reports import reports

EXAMPLES = """
incidents report list
incidents report list --state new --format csv
incidents report list --outlet RFA
"""
HEADS = {
    "id": Head("id", right=True),
    "published": Head("published", 11),
    "outlet": Head("outlet", 10, style="name"),
    "title": Head("title", 20),
    "state": Head("state"),
    "proposals_waiting": Head("wait", right=True),
    "incidents": Head("incidents", right=True),
}


@make("list", EXAMPLES)
@click.option("--state", type=click.Choice(REPORT_STATES), multiple=True, help="Only those in this state.")
@click.option("--outlet", metavar="NAME", multiple=True, help="Only those of this outlet.")
@options.form
@options.database
def command(state: tuple[str, ...], outlet: tuple[str, ...], form: str, database: str | None) -> None:
    """List the reports by number, with what waits and what rests on each."""
    with reading(database) as reader:
        outlets = [code_of(reader, "outlet", words) for words in outlet]
        rows = list(reports(reader, names(REPORT), states=state, outlets=outlets))
        say(f"{len(rows)} report{'s' * (len(rows) != 1)}")
        emit(printed(form, REPORT, _worded(reader, rows) if form == "table" else rows, HEADS, roomy=("state",)))


def _worded(reader: Reader, rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows with what each report goes by as its title, and the publication date in words."""
    columns = names(REPORT)
    heads = headings(reader, (row[columns.index("id")] for row in rows))
    for row in rows:
        one = dict(zip(columns, row, strict=True))
        date = worded(one["published"]) if one["published"] else "unknown"
        yield tuple((one | {"title": heads[one["id"]][2], "published": date}).values())
