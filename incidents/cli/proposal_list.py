"""The waiting proposals for people: by report, two or three short lines each."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from incidents.cli.screen import Screen
from incidents.cli.titles import headings
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.output.style import paint
from incidents.output.width import cut, pad, width, wrap
from incidents.store.query.connect import Reader
from incidents.store.query.tree import coded

Values = dict[str, Any]
_PLACE = 30
"""Columns of the longest place; on a narrow screen a third of it."""


def blocks(reader: Reader, found: Sequence[Values], shown: Screen) -> Iterator[str]:
    """A heading for each report, and its proposals: number, date, place and type; the title; what is open."""
    heads = headings(reader, (one["report_id"] for one in found))
    places = _places(reader, found)
    sizes = _sizes(found, places, min(_PLACE, shown.table // 3))
    for number, (report, some) in enumerate(groupby(found, key=lambda one: int(one["report_id"]))):
        yield "\n" * bool(number) + _heading(report, heads[report], shown)
        for one in some:
            yield from _proposal(one, places, sizes, shown)


def _heading(report: int, head: tuple[str, str, str], shown: Screen) -> str:
    outlet, published, title = head
    date = worded(published) if published else "date unknown"
    text = cut(f"report {report} · {line(outlet)} · {date} · {title}", shown.table)
    return paint(text, "bold", colour=shown.colour) + "\n"


def _places(reader: Reader, found: Sequence[Values]) -> dict[str, str]:
    codes = sorted({one["places"].split("; ")[0] for one in found} - {""})
    return dict(coded(reader, "place", ("code", "name"), codes))


def _sizes(found: Sequence[Values], places: dict[str, str], most: int) -> tuple[int, int, int]:
    """The columns of number, date and place."""
    return (
        max((len(str(one["id"])) for one in found), default=1),
        max((width(worded(one["date"])) for one in found), default=1),
        max((min(width(_place(one, places)), most) for one in found), default=1),
    )


def _place(one: Values, places: dict[str, str]) -> str:
    first, *more = one["places"].split("; ")
    name = line(places.get(first, first)) or "no place"
    return f"{name} and {len(more)} more" if more else name


def _proposal(one: Values, places: dict[str, str], sizes: tuple[int, int, int], shown: Screen) -> Iterator[str]:
    number, date, place = sizes
    where = pad(cut(_place(one, places), place), place)
    head = f"{one['id']:>{number}}  {pad(worded(one['date']), date)}  "
    yield f"{head}{paint(where, 'name', colour=shown.colour)}  {one['type']}\n"
    indent = " " * (number + 2)
    for text in wrap(line(one["title"]), shown.table - len(indent)):
        yield f"{indent}{text}\n"
    if one["problems"]:
        told = cut(f"open: {line(one['problems'])}", shown.table - len(indent))
        yield f"{indent}{paint(told, 'warn', colour=shown.colour)}\n"
