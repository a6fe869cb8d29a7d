"""What a story's own dates mean for the bare days and months that follow them: "In March he left … on the 15th …"."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from incidents.extract.time import period
from incidents.extract.time.basis import Lost
from incidents.extract.time.node import Node
from incidents.extract.time.period import Period
from incidents.model.document import Sentence

_DAYS = frozenset(("dom", "dom_range"))
"""Readings of a day without a month."""
_MONTHS = frozenset(
    ("month", "day", "third", "third_month", "third_range", "day_range", "month_range", "season", "weekday_date")
)
"""Readings of a month, or of a day of one, without a year."""
_GOVERNED = _DAYS | _MONTHS
_AROUND = frozenset(("about", "bound", "range", "shift_days"))
"""Operations that keep the reading inside them."""
_SAID = frozenset(("year", "direction", "iso", "slash"))
"""What fixes the year of a reading."""
_COUNTING = frozenset(("offset", "weekday", "weekday_of_week", "ago", "rolling", "unit", "rest", "named", "named_eve"))
"""Readings that name no month and no year: "yesterday", "on Tuesday", "last week", a holiday."""
_NEARBY = timedelta(15)
_HALF_YEAR = 6
_FRONT = 7
"""Code points before a date with which a sentence begins: "But in …"."""


class _Told(NamedTuple):
    """A date that the story gave, and the sentence in which it stands."""

    sentence: int
    period: Period | None
    """None where it has no value: what it governs has none either."""


class Story:
    """Goes along the dates of a text.

    A month, a third of one, or a day with its month governs the bare days that follow it, in its sentence and in the
    next one of the paragraph. A year before that of the publication with which a sentence begins governs the bare month
    with which the next one begins. What is governed governs in turn.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._month: _Told | None = None
        self._year: _Told | None = None

    def anchor(self, node: Node, start: int, published: date | None) -> date | None:
        """The day from which the story counts a bare reading back; None leaves it to the publication.

        Raises:
            Lost: what governs it is not dated itself.
        """
        days = bare(node, _DAYS)
        told = self._month if days else self._year
        here = self.sentence(start) if told and (days or bare(node, _GOVERNED)) else None
        if told is None or here is None or not self._follows(told, here):
            return None
        if not days and not (self._opens(start, here) and here > told.sentence):
            return None
        if told.period is None:
            raise Lost(f"the {'month' if days else 'year'} that stands before it is not dated itself")
        return _in_month(told.period, published, node) if days else _in_year(told.period, published)

    def note(self, node: Node, start: int, found: Period | None, *, stated: bool, governed: bool) -> None:
        """Remembers what was dated; `stated`: without counting from another day."""
        here = self.sentence(start)
        if here is not None and found is None:
            self._forget(node, start, here)
        if here is None or found is None or not (found.first and found.last):
            return
        if governed or _names_month(node, found):
            self._month = _Told(here, found)
        says = stated or (governed and not bare(node, _DAYS)) or _says_year(node)
        if self._opens(start, here):
            told = self._year.period if self._year else None
            goes_on = governed and told is not None and told.unit == "year"
            self._year = _Told(here, told if goes_on else found) if says and node.operation not in _COUNTING else None

    def _forget(self, node: Node, start: int, here: int) -> None:
        """Has what could not be dated govern in place of what was dated before it."""
        days, months = bare(node, _DAYS), bare(node, _MONTHS)
        if _of_month(node) or (days and self._lost(self._month, here)):
            self._month = _Told(here, None)
        if self._opens(start, here):
            goes_on = (days or months) and self._lost(self._year, here)
            says = _says_year(node) and node.operation not in _COUNTING
            self._year = _Told(here, None) if says or goes_on else None

    def _lost(self, told: _Told | None, here: int) -> bool:
        """Whether what governs a sentence is not dated, so that what it governs leaves the next one undated too."""
        return told is not None and told.period is None and self._follows(told, here)

    def _opens(self, start: int, here: int) -> bool:
        """Whether the sentence begins with the date: "In March he left"."""
        return start - self.sentences[here].start <= _FRONT

    def _follows(self, told: _Told, here: int) -> bool:
        """Whether the sentence is the one that gave the date, or the next of its paragraph."""
        if told.sentence == here:
            return True
        return told.sentence == here - 1 and self.sentences[here].block == self.sentences[here - 1].block

    def sentence(self, start: int) -> int | None:
        """The index of the sentence that holds an offset."""
        k = bisect_right(self._starts, start) - 1
        return k if k >= 0 and start < self.sentences[k].end else None


def bare(node: Node, operations: frozenset[str]) -> bool:
    """Whether a reading is of `operations` only, and nothing in it says which year or which way."""
    if not (node.operation in operations or node.operation in _AROUND) or not _SAID.isdisjoint(node.arguments):
        return False
    inner = [value for value in node.arguments.values() if isinstance(value, Node)]
    if node.operation not in operations and not inner:
        return False
    return all(bare(part, operations) for part in inner)


def _in_month(told: Period, published: date | None, node: Node) -> date | None:
    """The end of the month that was told, if the day lies behind the one told; else the days around that.

    The month of the publication needs none.
    """
    whole = period.around(told.start, "month")
    if published and whole.start <= published <= whole.end:
        return None
    later = node.number("ordinal", node.number("day", 0)) > told.start.day
    last = whole.end if later or told.unit in ("month", "third") else told.start + _NEARBY
    return min(last, published) if published and told.start <= published else last


def _in_year(told: Period, published: date | None) -> date | None:
    """The end of the year that was told; of a month, the half year around it."""
    if told.start.year != told.end.year or (published and told.end.year >= published.year):
        return None
    if told.unit == "year":
        return told.end
    half = period.months(told.start.year, told.start.month + _HALF_YEAR).end
    return min(half, published) if published else half


def _names_month(node: Node, found: Period) -> bool:
    """Whether a reading says its month, and lies in it."""
    if (found.start.year, found.start.month) != (found.end.year, found.end.month):
        return False
    return found.unit in ("month", "third") or not (bare(node, _DAYS) or node.operation in _COUNTING)


def _of_month(node: Node) -> bool:
    """Whether a reading is of a month, or of a day of one."""
    inner = (value for value in node.arguments.values() if isinstance(value, Node))
    return node.operation in _MONTHS or node.word("unit") == "month" or any(map(_of_month, inner))


def _says_year(node: Node) -> bool:
    inner = (value for value in node.arguments.values() if isinstance(value, Node))
    return bool(_SAID & set(node.arguments)) or any(map(_says_year, inner))
