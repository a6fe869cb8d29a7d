"""Named days, periods and events as lookups: which days a name, or a number in a series, means near a given day."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, Self

from incidents.lexicon.occasion import HOME, Ambiguous, Days, Occasion
from incidents.model.reference import NamedDay, Reference

__all__ = ["HOME", "Ambiguous", "Calendar", "Days", "Occasion"]

EVENT = "event"
"""The kind of what reports speak of far more often than they date by it: a congress, a reform."""


class _HasReference(Protocol):
    @property
    def reference(self) -> Reference: ...


class Calendar:
    """The named days of the reference data, looked up by any of their names."""

    def __init__(self, days: tuple[NamedDay, ...]) -> None:
        self._by_name = _by_name(days)
        self._series = {_numbers(day.code): day for day in days if day.kind == EVENT}
        self._occasions: dict[tuple[str, ...], Occasion] = {}
        self.countries = frozenset(day.country for day in days if day.country)
        """The ISO 3166-1 codes of the countries whose days stand there."""

    @classmethod
    def of(cls, lexicon: _HasReference) -> Self:
        """The calendar of a lexicon's reference data."""
        return cls(lexicon.reference.days)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of days and of periods that are lived through, in all languages."""
        return tuple(name for name, days in self._by_name.items() if any(day.kind != EVENT for day in days))

    @property
    def events(self) -> tuple[str, ...]:
        """The names that mean events only."""
        return tuple(name for name, days in self._by_name.items() if all(day.kind == EVENT for day in days))

    def named(self, name: str, country: str = "") -> Occasion:
        """What the name means; a country that stands beside it chooses, if it has a day of that name.

        Without one it is this country's day, else a day of everywhere, else what any other has.

        Raises:
            KeyError: nothing has the name.
        """
        return self._occasion(_meant(self._by_name[name], country))

    def holder(self, name: str, month: int, day: int) -> str:
        """The country that has the fixed day of that name then; empty if what the name means by itself is that day."""
        those = self._by_name[name]
        fitting = [one for one in those if (one.month, one.day) == (month, day)]
        return "" if any(one in _meant(those, "") for one in fitting) else next((one.country for one in fitting), "")

    def may_fall(self, name: str, day: int) -> bool:
        """Whether a day of that name is or has been on that day of the month."""
        days = self._by_name[name]
        return any(one.day == day or any(start.endswith(f"-{day:02}") for start, _ in one.occurrences) for one in days)

    def numbered(self, series: str, *numbers: int) -> Occasion | None:
        """The member of a series, whose code is that of the series with the numbers after it; None without one."""
        day = self._series.get((series, numbers))
        return self._occasion((day,)) if day else None

    def _occasion(self, days: tuple[NamedDay, ...]) -> Occasion:
        codes = tuple(day.code for day in days)
        if codes not in self._occasions:
            self._occasions[codes] = Occasion(days)
        return self._occasions[codes]


def _by_name(days: Iterable[NamedDay]) -> dict[str, tuple[NamedDay, ...]]:
    found: dict[str, list[NamedDay]] = defaultdict(list)
    for day in days:
        for name in dict.fromkeys((day.name, *(text for text, _ in day.names))):
            found[name].append(day)
    return {name: tuple(those) for name, those in found.items()}


def _meant(days: tuple[NamedDay, ...], country: str) -> tuple[NamedDay, ...]:
    wanted = (country, HOME, "") if country else (HOME, "")
    return next((those for at in wanted if (those := tuple(day for day in days if day.country == at))), days)


def _numbers(code: str) -> tuple[str, tuple[int, ...]]:
    """`kp-plenary-8-09` as `kp-plenary` and (8, 9)."""
    parts = code.split("-")
    while parts and parts[-1].isdecimal():
        parts.pop()
    return "-".join(parts), tuple(map(int, code.split("-")[len(parts) :]))
