"""`incidents report list`."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.report_words import State, many, queue_words
from incidents.cli.screen import emit, say
from incidents.cli.titles import headings
from incidents.errors import UsageProblem
from incidents.model.wording import worded
from incidents.output.columns import names
from incidents.output.listings import REPORT
from incidents.output.table import Head
from incidents.store.query.connect import Reader
from incidents.store.query.counts import waiting
from incidents.store.query.report_list import SORTS, Asked, matching, queue, reports

EXAMPLES = """
incidents report list
incidents report list --state new --sort published
incidents report list --state in-review --format csv
incidents report list --outlet RFA --since 2016 --text leaflets
"""
HEADS = {
    "id": Head("id", right=True),
    "published": Head("published", 11),
    "outlet": Head("outlet", 10, style="name"),
    "title": Head("title", 16),
    "state": Head("state"),
    "proposals_waiting": Head("wait", right=True),
    "proposals_accepted": Head("acc", right=True),
    "proposals_rejected": Head("rej", right=True),
    "incidents": Head("incidents", right=True),
}
_DECIDED = ("proposals_accepted", "proposals_rejected")
_ROOMY = ("incidents",)
_SORTS = [sign + name for name in SORTS for sign in ("", "-")]


@make("list", EXAMPLES)
@click.option("--state", type=State(), multiple=True, help="Only those in this state.")
@click.option("--outlet", metavar="NAME", multiple=True, help="Only those of this outlet.")
@click.option("--since", metavar="DATE", help="Published on this day, month or year, or later.")
@click.option("--until", metavar="DATE", help="Published on this day, month or year, or earlier.")
@click.option("--text", metavar="WORDS", default="", help="With all these words in the title or one paragraph.")
@click.option("--withdrawn", is_flag=True, help="The withdrawn ones instead of the standing ones.")
@options.limit("Only the first N.")
@click.option("--sort", type=click.Choice(_SORTS), default="id", show_default=True, help="Order; - turns it.")
@options.form
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    state: tuple[str, ...],
    outlet: tuple[str, ...],
    since: str | None,
    until: str | None,
    text: str,
    withdrawn: bool,
    limit: int | None,
    sort: str,
    form: str,
    database: str | None,
) -> None:
    """List the reports: the queue of what is to be read, with what waits, was accepted and rejected of each.

    A state is new, in review, done, or nothing in it.
    """
    first, last = _days(since, until)
    with reading(database) as reader:
        codes = _codes(reader, outlet)
        asked = Asked(state, codes, first, last, text, withdrawn=withdrawn, sort=sort, limit=limit)
        rows = list(reports(reader, names(REPORT), asked))
        emit(printed(form, REPORT, _worded(reader, rows) if form == "table" else rows, _heads(rows), roomy=_ROOMY))
        say(_counted(reader, asked, len(rows)))


def _heads(rows: Sequence[tuple[Any, ...]]) -> dict[str, Head]:
    """The columns of the table; where nothing was decided yet, without those that tell it."""
    places = [names(REPORT).index(name) for name in _DECIDED]
    decided = any(row[place] for row in rows for place in places)
    return {name: head for name, head in HEADS.items() if decided or name not in _DECIDED}


def _days(since: str | None, until: str | None) -> tuple[str, str]:
    if since is None and until is None:
        return "", ""
    from incidents.cli.days import first_day, last_day  # noqa: PLC0415  a plain list starts without it

    first = "" if since is None else first_day("--since", since)
    last = "" if until is None else last_day("--until", until)
    if first and last and last < first:
        raise UsageProblem(f"--since {since} is after --until {until}")
    return first, last


def _codes(reader: Reader, outlets: Sequence[str]) -> list[str]:
    if not outlets:
        return []
    from incidents.store.query.names import one  # noqa: PLC0415  likewise

    return [one(reader, "outlet", words) for words in outlets]


def _counted(reader: Reader, asked: Asked, shown: int) -> str:
    """`25 reports: 12 new, 3 in review, 10 done; 61 proposals wait`; of some, how many of all they are."""
    counts = queue(reader)
    every, told = sum(counts.values()), queue_words(counts, waiting(reader))
    found = matching(reader, asked) if asked.limit else shown
    cut = f", the first {shown} shown" if shown < found else ""
    if asked.withdrawn:
        return f"{many(found, 'withdrawn report')}{cut}"
    if asked.narrow:
        return f"{found} of {many(every, 'report')}{cut}; in all {told}"
    return f"{many(every, 'report')}{cut}: {told}" if every else "no reports"


def _worded(reader: Reader, rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows with what each report goes by as its title, and the publication date in words."""
    columns = names(REPORT)
    heads = headings(reader, (row[columns.index("id")] for row in rows))
    for row in rows:
        one = dict(zip(columns, row, strict=True))
        date = worded(one["published"]) if one["published"] else "unknown"
        yield tuple((one | {"title": heads[one["id"]][2], "published": date}).values())
