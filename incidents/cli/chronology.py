"""The chronology as a table for people, and the line of counts above it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from incidents.cli.screen import Screen, emit, say, screen
from incidents.model.filter import Filter
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.output.style import LEVEL_STYLES
from incidents.output.table import Cell, Head, Row, table
from incidents.store.query import chronology as query
from incidents.store.query import counts
from incidents.store.query.connect import Reader

if TYPE_CHECKING:  # the usual table starts without it
    from incidents.output.columns import Columns

COLUMNS = ("id", "date", "extent", "first_reported", "level", "disputed", "place_code", "title")
WIDE = 110
"""From so many columns the level is written out, on a narrower screen as `single`, `multiple`."""
_AROUND = 4
"""Lines of a screen that the page leaves: counts, what the page is, header, prompt."""


def counted(reader: Reader, chosen: Filter) -> str:
    """`312 incidents, 140 undated, 9 proposals wait`, or with filters `12 of 312 incidents and 1 series`."""
    everything = query.count(reader, Filter())
    if _unfiltered(chosen):
        waiting = counts.waiting(reader)
        verb = "waits" if waiting == 1 else "wait"
        own = f"{_many(everything, 'incident')}{_series(reader, chosen)}"
        return f"{own}, {query.undated(reader)} undated, {_many(waiting, 'proposal')} {verb}"
    found = query.count(reader, chosen)
    own = _many(found, "withdrawn incident") if chosen.withdrawn else f"{found} of {_many(everything, 'incident')}"
    return f"{own}{_series(reader, chosen)}"


def _series(reader: Reader, chosen: Filter) -> str:
    """The rows that are listed and not counted, so that the number above the list is that of its rows."""
    found = query.series(reader, chosen)
    return f" and {found} series" if found else ""


def hints(reader: Reader, chosen: Filter) -> Iterator[str]:
    """Where nothing is found, what may be: another form of a word, what waits, what could lie in the window."""
    if query.identities(reader, chosen._replace(limit=1)):
        return
    waiting = counts.waiting(reader)
    if chosen.text:
        yield "--text finds whole words: leaflet does not find leaflets"
    if chosen.since or chosen.until:
        possible = query.count(reader, chosen._replace(window="possible"))
        yield from [f"{possible} more could lie in that time, undated or open: --possible lists them"] * bool(possible)
    if waiting and _unfiltered(chosen):
        yield "nothing accepted yet: incidents review --list shows what waits"
    elif waiting:
        yield f"{_many(waiting, 'proposal')} {'waits' if waiting == 1 else 'wait'}: incidents review --list"
    elif _unfiltered(chosen) and not counts.reports(reader):
        yield "nothing yet: incidents ingest FILE reads a report, incidents demo shows how it goes"


def print_table(reader: Reader, chosen: Filter, *, whole: bool = False, columns: "Columns" = ()) -> None:
    """Print the table: on a terminal, without a limit, the last page that fits (not if `whole`); else everything.

    Without `columns` it has those of _HEADS.
    """
    shown = screen()
    paged = shown.lines and chosen.limit is None and not whole
    ids = query.identities(reader, chosen._replace(limit=shown.lines) if paged else chosen)
    if not ids:
        return
    heads: Sequence[Head] = _HEADS
    if columns:
        from incidents.cli.columns import heads as heads_of  # noqa: PLC0415  the usual table starts without it
        from incidents.cli.columns import table_rows  # noqa: PLC0415  likewise

        heads, rows = heads_of(columns), table_rows(reader, columns, ids, chosen)
    else:
        rows = _rows(reader, chosen, ids, shown)
    blocks = table(heads, list(rows), shown.table, colour=shown.colour)
    room = max(shown.lines - _AROUND, 1) if paged else 0
    page = _fitting(blocks, room, chosen)
    if len(page) < len(blocks):
        say(_cut(len(page) - 1, query.listed(reader, chosen), chosen))
    emit("".join(f"{text}\n" for text in block) for block in page)


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


def _cut(shown: int, found: int, chosen: Filter) -> str:
    """`the last 6 of 20 (all: --limit 20)`."""
    which = "first" if chosen.sort.startswith("-") else "last"
    return f"the {which} {shown} of {found} (all: --limit {found})"


_HEADS = (
    Head("id", right=True),
    Head("date", 11),
    Head("level"),
    Head("place", 8, style="name"),
    Head("title", 16),
)


def _rows(reader: Reader, chosen: Filter, ids: Sequence[int], shown: Screen) -> Iterator[Row]:
    rows = list(query.rows(reader, COLUMNS, ids))
    told = query.first_told(reader, [row[0] for row in rows if not row[1]])
    place = _Places(reader, chosen, {row[0]: row[6] for row in rows})
    for number, date, extent, reported, level, disputed, _, title in rows:
        mark = (level if shown.table >= WIDE else level.removesuffix("-source")) + ("!" if disputed else "")
        when = worded(date, told.get(number, reported), extent)
        yield str(number), when, Cell(mark, LEVEL_STYLES[level]), place.words(number), line(title)


class _Places:
    """The places of a list: the main one of each incident, or the first that the filter asks for."""

    def __init__(self, reader: Reader, chosen: Filter, main: Mapping[int, str | None]) -> None:
        ids, codes = list(main), (*chosen.provinces, *chosen.places)
        self._several = query.several_places(reader, ids)
        self._ways = _ways(reader, chosen, ids) if codes or chosen.institutions else {}
        below = query.first_below(reader, codes, list(self._several)) if codes and self._several else {}
        self._codes = {**main, **below}
        self._names = query.place_names(reader, filter(None, self._codes.values()))

    def words(self, incident: int) -> str:
        """`Hyesan, Ryanggang and 2 more; via …`."""
        place, province = self._names.get(self._codes[incident] or "", ("", ""))
        name, via = line(place), self._ways.get(incident)
        inside = "" if not province or name.startswith(province) or province.startswith(name) else f", {province}"
        others = self._several.get(incident, 1) - 1
        more = f" and {others} more" if others else ""
        found = f"via {via}" if via else ""
        return "; ".join(filter(None, (name + inside + more, found)))


def _ways(reader: Reader, chosen: Filter, ids: Sequence[int]) -> dict[int, str]:
    from incidents.store.query.ways import ways  # noqa: PLC0415  a plain list starts without it

    return ways(reader, chosen, ids)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _unfiltered(chosen: Filter) -> bool:
    return chosen._replace(sort="date", limit=None) == Filter()
