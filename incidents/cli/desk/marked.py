"""The rows of a text with its marks, its passages and what is selected, as fragments: (style class, text)."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from incidents.cli.desk.glyphs import shown
from incidents.cli.desk.paging import Row
from incidents.model.finding import Mark

Fragments = list[tuple[str, str]]
Marking = Literal["colours", "brackets", "none"]
MARKINGS: tuple[Marking, ...] = ("colours", "brackets", "none")


class Kind(NamedTuple):
    """A kind of mark: the name that the legend has, and the brackets that show it without colour."""

    name: str
    before: str
    after: str


KINDS: Mapping[str, Kind] = {
    "act": Kind("act", "*", "*"),
    "time": Kind("time", "{", "}"),
    "institution": Kind("institution", "<", ">"),
    "place": Kind("place", "[", "]"),
    "attribution": Kind("source", "/", "/"),
}
"""In the order in which they win where two overlap. Other marks are not shown."""
LEGEND = ("time", "place", "institution", "attribution", "act")


class Segment(NamedTuple):
    """A stretch of text with one mark."""

    start: int
    end: int
    kind: str


def segments(marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Stretches that do not overlap, by their start: of two marks the kind that stands first in KINDS is shown."""
    order = list(KINDS)
    taken: list[Segment] = []
    for kind in order:
        own = sorted((mark.start, mark.end) for mark in marks if mark.kind == kind)
        taken = sorted((*taken, *_free(own, taken, kind)))
    return tuple(taken)


def _free(spans: Iterable[tuple[int, int]], taken: Sequence[Segment], kind: str) -> Iterator[Segment]:
    """What of the spans lies outside the taken stretches and outside earlier spans."""
    starts = [one.start for one in taken]
    done = 0
    for first, last in spans:
        start = max(first, done)
        for k in range(max(bisect_right(starts, start) - 1, 0), len(taken)):
            other = taken[k]
            if start >= last or other.start >= last:
                break
            if start < other.start:
                yield Segment(start, other.start, kind)
            start = max(start, other.end)
        if start < last:
            yield Segment(start, last, kind)
        done = max(done, last)


def brackets(marks: Iterable[Mark]) -> dict[int, str]:
    """The brackets of the marks, by the offset before which they are shown: what ends there, then what begins."""
    opened: dict[int, str] = defaultdict(str)
    closed: dict[int, str] = defaultdict(str)
    for mark in sorted(set(marks), key=lambda one: (one.start, -one.end)):
        if mark.kind in KINDS and mark.start < mark.end:
            opened[mark.start] += KINDS[mark.kind].before
            closed[mark.end] = KINDS[mark.kind].after + closed[mark.end]
    return {at: closed.get(at, "") + opened.get(at, "") for at in (*opened, *closed)}


class Styled(NamedTuple):
    """What stands on a text: mark segments (by their start), inserted brackets, and the stretch that is selected."""

    text: str
    segments: Sequence[Segment] = ()
    inserted: Mapping[int, str] = {}
    passage: tuple[int, int] = (0, 0)
    selected: tuple[int, int] = (0, 0)

    def fragments(self, row: Row) -> Fragments:
        """The row as fragments; styles are the names of KINDS, `passage` and `selected`, with spaces between."""
        edges = sorted({row.start, row.end, *self._edges(row)})
        pairs = pairwise(edges)
        found = [(self._style(start), self._words(start, end)) for start, end in pairs]
        end = self.inserted.get(row.end, "") if self._closes(row.end) else ""
        return [*found, ("", end)] if end else found

    def _closes(self, offset: int) -> bool:
        """Whether nothing of the text follows on which brackets at this offset would be shown."""
        return offset >= len(self.text) or self.text[offset] in "\r\n \t"

    def _edges(self, row: Row) -> Iterator[int]:
        for one in self._near(row):
            yield from (max(one.start, row.start), min(one.end, row.end))
        for start, end in (self.passage, self.selected):
            yield from (edge for edge in (start, end) if row.start < edge < row.end)

    def _near(self, row: Row) -> Iterator[Segment]:
        first = max(bisect_left(self.segments, (row.start,)) - 1, 0)
        for one in self.segments[first:]:
            if one.start >= row.end:
                break
            if one.end > row.start:
                yield one

    def _style(self, at: int) -> str:
        near = self._near(Row(at, at + 1))
        names = [one.kind for one in near]
        names += [name for name, (a, b) in (("passage", self.passage), ("selected", self.selected)) if a <= at < b]
        return " ".join(f"class:{name}" for name in names)

    def _words(self, start: int, end: int) -> str:
        if not self.inserted:
            return shown(self.text[start:end])
        return "".join(self.inserted.get(at, "") + shown(self.text[at]) for at in range(start, end))
