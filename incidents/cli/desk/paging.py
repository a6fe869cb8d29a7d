"""A text in rows of a pane: wrapped where it is looked at and nowhere else, so that 20 MB page like one.

A row is a pair of offsets. A line that is longer than `PIECE` characters is wrapped piece by piece, so that no step
ever looks at more of it.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from incidents.cli.desk.glyphs import columns

PIECE = 2000
"""So many characters of one line are wrapped together."""
_NEAR = 100
"""A piece ends at a space if there is one so near to its end."""


class Row(NamedTuple):
    """What stands in one row of the pane: offsets in the text, without the spaces at which it was broken."""

    start: int
    end: int


class Paged:
    """A text, `wide` columns to a row; `inserted` characters (brackets of marks) are shown before an offset."""

    def __init__(self, text: str, wide: int, inserted: Mapping[int, str] | None = None) -> None:
        self.text = text
        self.wide = max(wide, 2)
        self._inserted = inserted or {}
        self._rows = lru_cache(maxsize=512)(self._wrapped)

    def rows(self, offset: int, count: int) -> list[Row]:
        """So many rows from the one that holds `offset` on."""
        found: list[Row] = []
        start, end = self._piece(offset)
        whole = self._rows(start, end)
        some = list(whole[max(sum(row.start <= offset for row in whole) - 1, 0) :])
        while True:
            found += some
            after = self._after(end)
            if len(found) >= count or after is None:
                return found[:count]
            start, end = self._piece(after)
            some = list(self._rows(start, end))

    def moved(self, offset: int, by: int) -> int:
        """The start of the row that stands `by` rows below (negative: above) the one that holds `offset`."""
        if by >= 0:
            return self.rows(offset, by + 1)[-1].start
        here = self.rows(offset, 1)[0].start
        start, end = self._piece(here)
        above = [row.start for row in self._rows(start, end) if row.start < here]
        while len(above) < -by and start > 0:
            start, end = self._piece(start - 1)
            above[:0] = [row.start for row in self._rows(start, end)]
        return above[by] if len(above) >= -by else 0

    def row_of(self, offset: int) -> int:
        """The start of the row that holds `offset`."""
        return self.rows(offset, 1)[0].start

    def _after(self, end: int) -> int | None:
        """Where the piece after the one that ends at `end` begins."""
        if end >= len(self.text):
            return None
        return end + 1 if self.text[end] == "\n" else end + 2 if self.text.startswith("\r\n", end) else end

    def _piece(self, offset: int) -> tuple[int, int]:
        """The line that holds `offset`, or the piece of it where it is long; a newline belongs to the line it ends."""
        offset = min(max(offset, 0), len(self.text))
        first = self.text.rfind("\n", 0, offset) + 1
        last = self.text.find("\n", offset)
        last = len(self.text) if last < 0 else last - self.text.endswith("\r", first, last)
        if last - first <= PIECE:
            return first, last
        number = (min(offset, last) - first) // PIECE
        start, end = self._cut(first, last, number), self._cut(first, last, number + 1)
        if end <= offset and end < last:
            start, end = end, self._cut(first, last, number + 2)
        return start, end

    def _cut(self, first: int, last: int, number: int) -> int:
        """Where the `number`-th piece of a long line begins: after a space if one is near, never in a character."""
        wanted = first + number * PIECE
        if number <= 0 or wanted >= last:
            return first if number <= 0 else last
        space = self.text.rfind(" ", wanted - _NEAR, wanted)
        if space >= 0:
            return space + 1
        near = range(wanted, wanted - _NEAR, -1)
        return next((at for at in near if columns(self.text[at])), wanted)

    def _wrapped(self, start: int, end: int) -> tuple[Row, ...]:
        rows: list[Row] = []
        first, taken, space = start, 0, -1
        at = start
        while at < end:
            character = self.text[at]
            size = columns(character) + len(self._inserted.get(at, ""))
            if taken + size > self.wide and at > first:
                stop = space if space > first else at
                rows.append(Row(first, stop))
                first = at = _after_spaces(self.text, stop, end) if space > first else at
                taken, space = 0, -1
                continue
            space = at if character in " \t" else space
            taken += size
            at += 1
        return (*rows, Row(first, end)) if first < end or not rows else tuple(rows)


def _after_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t":
        at += 1
    return at
