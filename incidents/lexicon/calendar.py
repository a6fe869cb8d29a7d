"""Named days and periods as lookups: which days a name means near a given day."""

from bisect import bisect_right
from collections import defaultdict
from datetime import date
from typing import Protocol, Self

from incidents.model.edtf import bounds
from incidents.model.reference import NamedDay, Reference

Days = tuple[date, date]
"""The first and the last day of an occurrence."""

HOME = "KP"
"""A name that several countries use means this one's day: Victory Day, Army Day."""


class _HasReference(Protocol):
    @property
    def reference(self) -> Reference: ...


class Calendar:
    """The named days of the reference data, looked up by any of their names."""

    def __init__(self, days: tuple[NamedDay, ...]) -> None:
        self._by_name = _by_name(days)
        self._tables: dict[str, list[Days]] = {}

    @classmethod
    def of(cls, lexicon: _HasReference) -> Self:
        """The calendar of a lexicon's reference data."""
        return cls(lexicon.reference.days)

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in all languages."""
        return tuple(self._by_name)

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes of the days that the name means."""
        return tuple(day.code for day in self._by_name[name])

    def only(self, name: str) -> Days | None:
        """The one occurrence of a period that took place once."""
        tables = [self._table(day) for day in self._by_name[name] if day.kind == "period"]
        return tables[0][0] if len(tables) == 1 and len(tables[0]) == 1 else None

    def lasts(self, name: str) -> bool:
        """Whether the name means a period that is lived through, not a day."""
        return all(day.kind == "period" for day in self._by_name[name])

    def before(self, name: str, day: date) -> Days | None:
        """The last occurrence that began on or before `day`."""
        return max((days for days in self._around(name, day) if days[0] <= day), default=None)

    def after(self, name: str, day: date) -> Days | None:
        """The first occurrence that ends on or after `day`."""
        return min((days for days in self._around(name, day) if days[1] >= day), default=None)

    def within(self, name: str, first: date, last: date) -> Days | None:
        """The first occurrence that begins in the span."""
        spans = (*self._around(name, first), *self._around(name, last))
        return min((days for days in spans if first <= days[0] <= last), default=None)

    def _around(self, name: str, day: date) -> list[Days]:
        return [days for named in self._by_name[name] for days in self._near(named, day)]

    def _near(self, named: NamedDay, day: date) -> list[Days]:
        """The occurrences of one day near `day`."""
        if named.kind != "fixed":
            table = self._table(named)
            place = bisect_right(table, (day, date.max))
            return table[max(0, place - 2) : place + 2]
        years = range(max(1, day.year - 2), min(9999, day.year + 2) + 1)
        return [days for year in years for days in _fixed(named, year)]

    def _table(self, named: NamedDay) -> list[Days]:
        if named.code not in self._tables:
            self._tables[named.code] = sorted(_days(*pair) for pair in named.occurrences)
        return self._tables[named.code]


def _by_name(days: tuple[NamedDay, ...]) -> dict[str, tuple[NamedDay, ...]]:
    found: dict[str, list[NamedDay]] = defaultdict(list)
    for day in days:
        for name in dict.fromkeys((day.name, *(text for text, _ in day.names))):
            found[name].append(day)
    return {name: tuple(day for day in those if day.country == HOME) or tuple(those) for name, those in found.items()}


def _days(start: str, end: str) -> Days:
    """An occurrence as the seeds give it: from the first day of `start` to the last of `end`, else of `start`."""
    first, last = bounds(start)
    return first or date.min, (bounds(end)[1] if end else last) or date.max


def _fixed(named: NamedDay, year: int) -> list[Days]:
    try:
        day = date(year, named.month or 0, named.day or 0)
    except ValueError:  # 29 February
        return []
    since = bounds(named.since)[0] if named.since else None
    until = bounds(named.until)[1] if named.until else None
    return [] if (since and day < since) or (until and day > until) else [(day, day)]
