"""The chronology as a table for people, and the line of counts above it."""

from collections.abc import Iterator, Sequence

from incidents.cli.screen import Screen, emit, say, screen
from incidents.model.filter import Filter
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.output.style import LEVEL_STYLES
from incidents.output.table import Cell, Head, Row, table
from incidents.store.query import chronology as query
from incidents.store.query.connect import Reader

COLUMNS = ("id", "date", "first_reported", "level", "disputed", "place_code", "title")
MARKS = {
    "unverified": "?",
    "single-source": "1",
    "multiple-source": "2",
    "corroborated": "+",
    "confirmed": "*",
    "refuted": "x",
}
WIDE = 110
"""From so many columns the level is written out."""
_AROUND = 5
"""Lines of a screen that the page leaves: counts, header, what the marks mean, how to see more, prompt."""


def counted(reader: Reader, chosen: Filter) -> str:
    """`312 incidents, 140 undated, 9 proposals wait`, or with filters `12 of 312 incidents`."""
    everything = query.count(reader, Filter())
    if _unfiltered(chosen):
        waiting = query.waiting(reader)
        verb = "waits" if waiting == 1 else "wait"
        return f"{_many(everything, 'incident')}, {query.undated(reader)} undated, {_many(waiting, 'proposal')} {verb}"
    found = query.count(reader, chosen)
    return _many(found, "withdrawn incident") if chosen.withdrawn else f"{found} of {_many(everything, 'incident')}"


def print_table(reader: Reader, chosen: Filter, *, whole: bool = False) -> None:
    """Print the table: on a terminal, without a limit, the last page that fits (not if `whole`); else everything."""
    shown = screen()
    paged = shown.lines and chosen.limit is None and not whole
    ids = query.identities(reader, chosen._replace(limit=shown.lines) if paged else chosen)
    if not ids:
        return
    blocks = table(_heads(shown), list(_rows(reader, chosen, ids, shown)), shown.table, colour=shown.colour)
    room = max(shown.lines - _AROUND, 1) if paged else 0
    page = _fitting(blocks, room, chosen)
    emit("".join(f"{text}\n" for text in block) for block in page)
    if shown.lines:
        _explain(reader, ids, shown, cut=len(page) < len(blocks))


def _fitting(blocks: list[list[str]], room: int, chosen: Filter) -> list[list[str]]:
    """The header and as many rows as there is room for: of those that come last by the order."""
    header, *rows = blocks
    if not room:
        return blocks
    kept: list[list[str]] = []
    backwards = chosen.sort.startswith("-")
    for block in rows if backwards else reversed(rows):
        room -= len(block)
        if room < 0 and kept:
            break
        kept.append(block)
    return [header, *(kept if backwards else reversed(kept))]


def _explain(reader: Reader, ids: Sequence[int], shown: Screen, *, cut: bool) -> None:
    """On a terminal, below the table: what the marks mean, and how to see more."""
    if shown.table < WIDE:
        present = dict.fromkeys(row[0] for row in query.rows(reader, ("level",), ids))
        say("  ".join(f"{MARKS[level]} {level}" for level in MARKS if level in present))
    if cut:
        say("not all of them are shown: --limit N shows more, a pipe or file gets all")


def _heads(shown: Screen) -> list[Head]:
    wide = shown.table >= WIDE
    level = Head("level") if wide else Head("")
    return [Head("id", right=True), Head("date", 11), level, Head("place", 8, style="name"), Head("title", 16)]


def _rows(reader: Reader, chosen: Filter, ids: Sequence[int], shown: Screen) -> Iterator[Row]:
    codes = (*chosen.provinces, *chosen.places)
    ways = query.matched_by(reader, codes, ids) if codes else {}
    rows = list(query.rows(reader, COLUMNS, ids))
    places = query.place_names(reader, (code for *_, code, _ in rows if code))
    for number, date, reported, level, disputed, place, title in rows:
        mark = (level if shown.table >= WIDE else MARKS[level]) + ("!" if disputed else "")
        where = _where(*places.get(place, ("", "")), ways.get(number))
        yield str(number), worded(date, reported), Cell(mark, LEVEL_STYLES[level]), where, line(title)


def _where(place: str, province: str, way: str | None) -> str:
    name = line(place)
    more = "" if not province or name.startswith(province) or province.startswith(name) else f", {province}"
    return name + more + (f"; via {way}" if way else "")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _unfiltered(chosen: Filter) -> bool:
    return chosen._replace(sort="date", limit=None) == Filter()
