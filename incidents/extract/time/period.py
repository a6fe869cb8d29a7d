"""Spans of days with the unit that they were said in, and the arithmetic of the calendar on them."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

UNITS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
"""From fine to coarse."""
_MONTHS = {"month": 1, "quarter": 3, "third": 4, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"first": "early", "last": "late"}
"""The first and the last days of a year are those of its first and last month."""
_SEASONS = (3, 6, 9, 12)
"""The first month of spring, summer, autumn and winter (meteorological)."""


class Period(NamedTuple):
    """From the first to the last day, None for an open end; `unit` is the one of `UNITS` that was named."""

    first: date | None
    last: date | None
    unit: str = "day"
    mark: str = ""
    """`~` for an approximate one."""
    lasting: bool = False
    """Said to last the whole span."""

    @property
    def start(self) -> date:
        """The first day; the first of all for an open one."""
        return self.first or date.min

    @property
    def end(self) -> date:
        """The last day; the last of all for an open one."""
        return self.last or date.max

    def marked(self, mark: str) -> "Period":
        """The same, approximate."""
        return self._replace(mark=mark or self.mark)


def day(when: date) -> Period:
    """One day."""
    return Period(when, when)


@lru_cache(maxsize=4096)
def months(year: int, month: int, count: int = 1, unit: str = "month") -> Period:
    """`count` whole months; `month` may be any number, counted from January of `year`.

    Raises:
        ValueError: outside the years 1 to 9999.
    """
    first, last = _month(year, month), _month(year, month + count - 1)
    return Period(first, last.replace(day=monthrange(last.year, last.month)[1]), unit)


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def season(year: int, number: int) -> Period:
    """Season 1 (spring) to 4 (winter, which runs into the next year)."""
    return months(year, _SEASONS[number - 1], 3, "season")


def around(when: date, unit: str, steps: int = 0) -> Period:
    """The unit that holds `when`, or the one so many steps from it; weeks begin on Monday."""
    if unit == "day":
        return day(when + timedelta(steps))
    if unit in ("week", "weekend"):
        monday = when - timedelta(when.weekday()) + timedelta(7 * steps)
        return Period(monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6), unit)
    size = _MONTHS[unit]
    number = ((when.year * 12 + when.month - 1) // size + steps) * size
    return months(number // 12, number % 12 + 1, size, unit)


def moved(when: date, unit: str, steps: int) -> date:
    """The same day so many units away; the end of a month that is too short."""
    if unit in ("day", "week", "weekend"):
        return when + timedelta(steps * (1 if unit == "day" else 7))
    first = _month(when.year, when.month + steps * _MONTHS[unit])
    return first.replace(day=min(when.day, monthrange(first.year, first.month)[1]))


def third(whole: Period, modifier: str) -> Period:
    """The early, mid or late part (codebook section 3): of a month in days, of a year in months; others as they are."""
    if whole.first and whole.unit == "year" and modifier in _DAYS_OF:
        return third(months(whole.first.year, 1 if modifier == "first" else 12), modifier)
    modifier = _DAYS_OF.get(modifier, modifier)
    if whole.first and whole.unit == "month":
        last = monthrange(whole.first.year, whole.first.month)[1]
        start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}[modifier]
        return whole._replace(first=whole.first.replace(day=start), last=whole.first.replace(day=end), unit="third")
    if whole.first and whole.unit == "year":
        start = {"early": 1, "mid": 5, "late": 9}[modifier]
        return months(whole.first.year, start, 4, "half")._replace(mark=whole.mark)
    return whole


def part(whole: Period, unit: str, number: int, count: int = 1) -> Period:
    """The `number`th unit of a period (-1: the last), or so many from there; weeks are blocks of seven days.

    Raises:
        ValueError: the period has none such.
    """
    if not (whole.first and whole.last):
        raise ValueError("an open period has no parts")
    if unit == "half" and whole.unit == "month":
        first, last = (1, 15) if number == 1 else (16, whole.last.day)
        return Period(whole.first.replace(day=first), whole.first.replace(day=last), "week")
    if unit == "half" and whole.unit == "decade":
        return months(whole.first.year + (0 if number == 1 else 5), 1, 60, "half")
    if unit in ("day", "week", "weekend"):
        found = _days(whole, (1 if unit == "day" else 7) * count, number, unit)
    else:
        found = _months(whole, _MONTHS[unit] * count, number, count, unit)
    if found.start < whole.first or found.start > whole.last:
        raise ValueError(f"it has no {unit} {number}")
    return found


def _days(whole: Period, size: int, number: int, unit: str) -> Period:
    if number < 0:
        return Period(whole.end - timedelta(size - 1), whole.end, unit)
    first = whole.start + timedelta((number - 1) * size)
    return Period(first, min(first + timedelta(size - 1), whole.end), unit)


def _months(whole: Period, size: int, number: int, count: int, unit: str) -> Period:
    if number < 0:
        return months(whole.end.year, whole.end.month - size + 1, size, unit)
    return months(whole.start.year, whole.start.month + (number - 1) * size // count * count, size, unit)


def weekday_in(whole: Period, weekday: int, number: int) -> Period:
    """The `number`th Monday (1) to Sunday (7) of a period, -1 the last.

    Raises:
        ValueError: the period has no fifth one.
    """
    if number < 0:
        return day(whole.end - timedelta((whole.end.isoweekday() - weekday) % 7))
    found = whole.start + timedelta((weekday - whole.start.isoweekday()) % 7 + 7 * (number - 1))
    if found > whole.end:
        raise ValueError("it has no such weekday")
    return day(found)
