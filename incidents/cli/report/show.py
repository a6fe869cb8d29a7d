"""`incidents report show`."""

from collections.abc import Iterator
from typing import Any

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.numbers import meant
from incidents.cli.proposals import listed
from incidents.cli.reading import reading
from incidents.cli.report_words import BACK
from incidents.cli.screen import Screen, emit, screen
from incidents.cli.titles import titled
from incidents.model.scales import PROPOSAL_STATES
from incidents.model.wording import worded
from incidents.output.columns import names
from incidents.output.formats import lines
from incidents.output.listings import INCIDENT, REPORT
from incidents.output.objects import array, dumped, record
from incidents.output.page import heading, indented, labelled
from incidents.output.safe import line
from incidents.store.query import chronology, reports
from incidents.store.query.connect import Reader

_RELATION = ("kind", "way", "report_id", "report_uid", "outlet", "title")
EXAMPLES = """
incidents report show 1
incidents report show 1-3 --format json
"""


@make("show", EXAMPLES)
@click.argument("report", nargs=-1, required=True)
@options.form
@options.database
def command(report: tuple[str, ...], form: str, database: str | None) -> None:
    """Show reports, given by number (1-3,7) or uid: where each is from, its text, its proposals and incidents.

    JSON holds all of it; csv, tsv and md have the columns of `report list`.
    """
    with reading(database) as reader:
        numbers = meant(reader, "report", report)
        rows = reports.report_rows(reader, names(REPORT), numbers)
        if form in ("csv", "tsv", "md"):
            emit(lines(form, REPORT, rows))
            return
        found = (_whole(reader, record(REPORT, row)) for row in rows)
        if form == "table":
            emit(text for one in found for text in _page(one, screen()))
        else:
            emit(array(found) if form == "json" else (dumped(one) + "\n" for one in found))


def _whole(reader: Reader, own: dict[str, Any]) -> dict[str, Any]:
    """The columns of `report list`, the kept text, the proposals and the incidents."""
    columns = [column for column in INCIDENT if column.name in ("id", "code", "date", "title")]
    found = chronology.rows(reader, [c.name for c in columns], reports.incidents_of(reader, own["id"]))
    return own | {
        "note": reports.note_of(reader, own["id"]),
        "text": reports.kept_text(reader, own["id"]),
        "relations": [dict(zip(_RELATION, row, strict=True)) for row in reports.relations_of(reader, own["id"])],
        "proposals": list(listed(reader, PROPOSAL_STATES, [own["id"]])),
        "incident_list": [record(tuple(columns), row) for row in found],
    }


def _page(one: dict[str, Any], shown: Screen) -> Iterator[str]:
    yield from heading(
        f"report {one['id']} · {titled(one['title'], one['url'], one['text'])}", shown.columns, colour=shown.colour
    )
    for label, texts in _facts(one):
        yield from labelled(label, texts, shown.columns, colour=shown.colour)
    if one["text"]:
        yield "\n"
    yield from indented(one["text"], shown.columns, 0, colour=shown.colour)


def _facts(one: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    published = worded(one["published"]) if one["published"] else "on an unknown day"
    yield "published", [f"{published} by {one['outlet'] or 'an unknown outlet'}"]
    yield "address", [one["url"]]
    yield "got", [f"{one['got_at'][:10]}" + (f" by {one['got_by']}" if one["got_by"] else "") + f" ({one['got_how']})"]
    yield "kept", _kept(one)
    yield "state", [f"{one['state']}{', withdrawn' * one['withdrawn']}"]
    yield "note", [one["note"]]
    yield "linked", [_linked(link) for link in one["relations"]]
    yield "proposals", [f"{item['id']} · {item['title']} ({item['state']})" for item in one["proposals"]]
    yield "incidents", [f"{item['id']} · {worded(item['date'])}: {item['title']}" for item in one["incident_list"]]


def _kept(one: dict[str, Any]) -> list[str]:
    if one["sha256"] is None:
        return [f"no text, {one['handling']}"]
    return [f"{one['chars'] or 0} characters, {one['handling']}", f"SHA-256 {one['sha256']}"]


def _linked(link: dict[str, Any]) -> str:
    """`quotes report 2 · Radio Free Asia · Leaflets`, `quoted by report 7`, `reprint of Radio Free Asia`."""
    kind = BACK.get(link["kind"], link["kind"]) if link["way"] == "from" else link["kind"].replace("-of", " of")
    report = f"report {link['report_id']}" if link["report_id"] else ""
    return f"{kind} {' · '.join(filter(None, (report, link['outlet'], line(link['title'] or ''))))}"
