"""`incidents history`."""

import json
from collections.abc import Iterator
from typing import Any

import click

from incidents.cli import options
from incidents.cli.changes import Told, accepted_from, told
from incidents.cli.command import command as make
from incidents.cli.days import first_day
from incidents.cli.formed import one_meant
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.screen import Screen, emit, say, screen
from incidents.cli.subjects import acted, subject
from incidents.cli.thing_changes import KINDS
from incidents.cli.thing_changes import told as told_of_thing
from incidents.output.columns import names
from incidents.output.formats import lines
from incidents.output.listings import CHANGE
from incidents.output.objects import record
from incidents.output.page import heading, indented
from incidents.output.safe import line
from incidents.store.query.changes import Subjects, changes
from incidents.store.query.connect import Reader
from incidents.store.query.names import one

EXAMPLES = """
incidents history 1
incidents history 1,2 --limit 20
incidents history --report 1 --by tester --since 2025
incidents history --proposal 1-3
incidents history --place Hyesan --institution kp.mss
incidents history 1 --format jsonl
"""


@make("history", EXAMPLES)
@click.argument("incident", nargs=-1)
@click.option("--report", metavar="NO.", multiple=True, help="Of reports (1-3,7) and their proposals.")
@click.option("--proposal", metavar="NO.", multiple=True, help="Of proposals (1-3,7).")
@click.option("--by", metavar="NAME", default="", help="Only what this person changed.")
@click.option("--since", metavar="DATE", help="Only from this day, month or year on (UTC, as is “today”).")
@click.option("--place", metavar="NAME", multiple=True, help="Of places, by any name or code.")
@click.option("--institution", metavar="NAME", multiple=True, help="Of institutions, by any name or code.")
@options.limit("Only the last N changes.")
@options.form
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    incident: tuple[str, ...],
    report: tuple[str, ...],
    proposal: tuple[str, ...],
    place: tuple[str, ...],
    institution: tuple[str, ...],
    by: str,
    since: str | None,
    limit: int | None,
    form: str,
    database: str | None,
) -> None:
    """Show who changed what of incidents (3-7,12), when and why; without one, the whole change log.

    --report, --proposal, --place and --institution show the changes of those, also beside incidents. The number
    before each change is what `undo` takes. JSON and CSV hold the raw values.
    """
    with reading(database) as reader:
        of = Subjects(
            meant(reader, "incident", incident),
            meant(reader, "report", report),
            meant(reader, "proposal", proposal),
            by,
            first_day("--since", since, utc=True) if since is not None else "",
            tuple(one(reader, "place", words) for words in place),
            tuple(one_meant(reader, "institution", words) for words in institution),
        )
        rows = changes(reader, names(CHANGE), of, limit=limit or 0)
        if form == "table":
            named = of.named != 1 or bool(of.reports)
            entries = (record(CHANGE, row) for row in rows)
            emit(text for entry in entries for text in _entry(reader, entry, screen(), named=named))
        else:
            emit(lines(form, CHANGE, rows))
        if not rows:
            say("no change")


def _entry(reader: Reader, change: dict[str, Any], shown: Screen, *, named: bool) -> Iterator[str]:
    """A head (with the subject, unless all changes have one), and below it a line for each field."""
    about = subject(reader, change["subject_kind"], change["subject_uid"]) if named else ""
    when = change["at"][:16].replace("T", " ")
    head = f"{change['sequence']}  {when}  {change['who']}: {acted(change['action'], about)}"
    yield from heading(line(head), shown.columns, colour=shown.colour)
    for label, words in _lines(reader, change):
        yield from indented(f"{label}: {words}", shown.columns, 2, colour=shown.colour)


def _lines(reader: Reader, change: dict[str, Any]) -> Iterator[Told]:
    if change["reason"]:
        yield "why", line(change["reason"])
    if (change["action"], change["subject_kind"]) == ("accept", "incident"):
        yield "accepted from", accepted_from(reader, change["at"], change["subject_uid"]) or "nothing that is kept"
    if change["content"] is None:
        yield "what", "(redacted)"
        return
    content = json.loads(change["content"])
    if change["subject_kind"] == "proposal":
        content.pop("reason", None)  # it is the reason of the change
    kind = change["subject_kind"]
    yield from told_of_thing(reader, kind, content) if kind in KINDS else told(reader, content)
