"""The pane of the text: which rows of it are seen. It learns its size when it is painted."""

from collections.abc import Sequence
from typing import NamedTuple

from incidents.cli.desk.marked import Marking, Segment, brackets, segments
from incidents.cli.desk.paging import Paged, Row
from incidents.model.finding import Mark

GUTTER = 2
"""Columns at the left, where a bar stands beside the passages."""


class _Laid(NamedTuple):
    """What the rows depend on."""

    text: str
    wide: int
    marks: Sequence[Mark]
    marking: Marking


class Scrolled:
    """A text, wrapped for the pane as it was painted last, and the offset of the row at its top."""

    def __init__(self) -> None:
        self._laid = _Laid("", 80, (), "none")
        self.paged = Paged("", 80)
        self.segments: Sequence[Segment] = ()
        self.inserted: dict[int, str] = {}
        self.height = 1
        self.top = 0
        self._wanted: int | None = 0

    def lay(self, laid: tuple[str, int, Sequence[Mark], Marking], height: int) -> None:
        """Make ready for a text, so many columns, its marks and how they are shown; go where `show` wanted to."""
        now = _Laid(*laid)
        if now != self._laid:
            self.inserted = brackets(now.marks) if now.marking == "brackets" else {}
            self.segments = segments(now.marks) if now.marking == "colours" else ()
            self.paged = Paged(now.text, now.wide - GUTTER, self.inserted)
            self._laid = now
        self.height = max(height, 1)
        if self._wanted is not None:
            self._go(self._wanted)
            self._wanted = None
        self.top = self.paged.row_of(self.top)

    def rows(self) -> list[Row]:
        """The rows that are seen."""
        return self.paged.rows(self.top, self.height)

    def show(self, offset: int) -> None:
        """See to it that this offset is seen, when it is painted next."""
        self._wanted = offset

    def move(self, rows: int) -> None:
        """Scroll by so many rows, not beyond the last page."""
        last = self.paged.moved(len(self.paged.text), 1 - self.height)
        self.top = min(self.paged.moved(self.top, rows), last)

    def page(self, by: int) -> None:
        """Scroll by pages; one row of the old page stays."""
        self.move(by * max(self.height - 1, 1))

    def end(self, *, last: bool) -> None:
        """Go to the end, or to the beginning."""
        self.top = len(self.paged.text) if last else 0
        self.move(0)

    def _go(self, offset: int) -> None:
        """Leave the pane as it is where the offset and two rows more are seen; else bring it into the upper third."""
        seen = self.rows()
        near = seen[: -2 or None] if len(seen) == self.height and self.height > 3 else seen
        if not (near and near[0].start <= offset <= near[-1].end):
            self.top = self.paged.moved(offset, -(self.height // 4))
        self.move(0)
