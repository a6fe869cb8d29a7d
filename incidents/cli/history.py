"""`incidents history`."""

import json
from collections.abc import Iterator
from typing import Any

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.reading import reading
from incidents.cli.screen import Screen, emit, screen
from incidents.output.columns import names
from incidents.output.formats import lines
from incidents.output.listings import CHANGE
from incidents.output.objects import record
from incidents.output.page import heading, labelled
from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.find import number_of
from incidents.store.query.reports import changes, uid_of

EXAMPLES = """
incidents history 1
incidents history --limit 20
incidents history 1 --format jsonl
"""


@make("history", EXAMPLES)
@click.argument("incident", required=False)
@click.option("--limit", metavar="N", type=click.IntRange(1), default=None, help="Only the last N changes.")
@options.form
@options.database
def command(incident: str | None, limit: int | None, form: str, database: str | None) -> None:
    """Show who changed what of an incident, when and why; without one, the whole change log.

    The number before each change is what `undo` takes.
    """
    with reading(database) as reader:
        subject = ("", "")
        if incident:
            subject = ("incident", uid_of(reader, "incident", number_of(reader, "incident", incident)))
        rows = changes(reader, names(CHANGE), subject=subject, limit=limit or 0)
        if form == "table":
            emit(text for row in rows for text in _entry(record(CHANGE, row), screen()))
        else:
            emit(lines(form, CHANGE, rows))


def _entry(change: dict[str, Any], shown: Screen) -> Iterator[str]:
    when = change["at"][:16].replace("T", " ")
    head = f"{change['sequence']}  {when}  {change['who']}: {change['action']} {change['subject_kind']}"
    yield from heading(head, shown.columns, colour=shown.colour)
    yield from labelled("  why", [change["reason"]], shown.columns, colour=shown.colour)
    for field, words in _fields(change["content"]):
        yield from labelled(f"  {field}", [words], shown.columns, colour=shown.colour)


def _fields(content: str | None) -> Iterator[tuple[str, str]]:
    if content is None:
        yield "", "(redacted)"
        return
    for field, value in json.loads(content).items():
        yield cut(field, 9), _changed(value)


def _changed(value: Any) -> str:
    if isinstance(value, list) and len(value) == 2:
        old, new = (_short(end) for end in value)
        return f"{old} → {new}" if old else new
    return _short(value)


def _short(value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    return cut(line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)), 160)
