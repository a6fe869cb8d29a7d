"""What one name of the calendar means: the days, periods or events that have it, and when each took place."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from incidents.model.edtf import bounds
from incidents.model.reference import NamedDay

Days = tuple[date, date]
"""The first and the last day of an occurrence."""

HOME = "KP"
"""A name that several countries use means this one's day: Victory Day, Army Day."""

_Near = Callable[[date], tuple[Days, ...]]
"""The occurrences of one day near a date, in their order."""


class Ambiguous(LookupError):
    """Days of several countries have the name, they fall apart there, and nothing chooses; the text names them."""


class Occasion:
    """The occurrences of what a name means. Several countries' days must agree, or the name is ambiguous."""

    def __init__(self, days: tuple[NamedDay, ...]) -> None:
        self.lasting = all(day.kind == "period" for day in days)
        """Whether it is a period that is lived through, not a day or an event."""
        self.rough = any("~" in start for day in days for start, _ in day.occurrences)
        """Whether its ends are only known roughly."""
        self._days = days
        self._near: dict[str, list[_Near]] = defaultdict(list)
        for day in days:
            self._near[day.country].append(_lookup(day))

    @property
    def only(self) -> Days | None:
        """The one occurrence of what took place once."""
        once = [day.occurrences for day in self._days if day.kind not in ("fixed", "movable")]
        return _days(*once[0][0]) if len(once) == len(self._days) == len(once[0]) == 1 else None

    def before(self, day: date) -> Days | None:
        """The last occurrence that began on or before `day`."""
        return self._agreed(lambda near: max((days for days in near(day) if days[0] <= day), default=None), max)

    def after(self, day: date) -> Days | None:
        """The first occurrence that ends on or after `day`."""
        return self._agreed(lambda near: min((days for days in near(day) if days[1] >= day), default=None), min)

    def within(self, first: date, last: date) -> Days | None:
        """The first occurrence that begins in the span."""

        def inside(near: _Near) -> Days | None:
            return min((days for days in (*near(first), *near(last)) if first <= days[0] <= last), default=None)

        return self._agreed(inside, min)

    def too_early(self, day: date) -> bool:
        """Whether nothing that it means was there yet on that day, nor earlier."""
        began = [bounds(one.since)[0] if one.kind == "fixed" and one.since else None for one in self._days]
        return all(first is not None and day < first for first in began)

    def anniversary(self, number: int, now: date | None) -> Days | None:
        """The day on which what it remembers is `number` years ago; None if no year of that is known.

        Of several, as an army has that counts from two years, the nearest to `now`.

        Raises:
            Ambiguous: there are several, and `now` is None.
        """
        found = sorted({days for one in self._days if (days := _counted(one, number))})
        if len(found) > 1 and now is None:
            raise Ambiguous(" or ".join(str(days[0]) for days in found))
        return min(found, key=lambda days: abs(days[0] - (now or days[0])), default=None)

    def _agreed(self, choose: Callable[[_Near], Days | None], best: Callable[[list[Days]], Days]) -> Days | None:
        """The best of each country's days, if the countries agree.

        Raises:
            Ambiguous: they do not.
        """
        answers = {land: [days for near in those if (days := choose(near))] for land, those in self._near.items()}
        found = {land: best(days) for land, days in answers.items() if days}
        if len(set(found.values())) > 1:
            raise Ambiguous(" or ".join(f"{days[0]} ({land})" for land, days in sorted(found.items())))
        return next(iter(found.values()), None)


def _lookup(day: NamedDay) -> _Near:
    if day.kind != "fixed":
        return partial(_from_table, tuple(sorted(_days(*pair) for pair in day.occurrences)))
    since = bounds(day.since)[0] if day.since else None
    until = bounds(day.until)[1] if day.until else None
    return partial(_fixed, day.month or 0, day.day or 0, (since or date.min, until or date.max))


def _counted(day: NamedDay, number: int) -> Days | None:
    """The day of a fixed one that is so many years after what it remembers, if it was kept then."""
    if day.event_year is None or day.kind != "fixed" or not 1 <= day.event_year + number <= date.max.year:
        return None
    year = day.event_year + number
    near = _lookup(day)(date(year, 1, 1))
    return next((days for days in near if days[0].year == year), None)


def _from_table(table: tuple[Days, ...], day: date) -> tuple[Days, ...]:
    place = bisect_right(table, (day, date.max))
    return table[max(0, place - 2) : place + 2]


@lru_cache(4096)
def _fixed(month: int, number: int, kept: Days, day: date) -> tuple[Days, ...]:
    """The day in the years around, as far as it was kept then."""
    found = []
    for year in range(max(1, day.year - 2), min(9999, day.year + 2) + 1):
        try:
            one = date(year, month, number)
        except ValueError:  # 29 February
            continue
        if kept[0] <= one <= kept[1]:
            found.append((one, one))
    return tuple(found)


def _days(start: str, end: str) -> Days:
    """An occurrence as the seeds give it: from the first day of `start` to the last of `end`, else of `start`."""
    first, last = bounds(start)
    return first or date.min, (bounds(end)[1] if end else last) or date.max
