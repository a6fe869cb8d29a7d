"""EDTF (ISO 8601-2, levels 0 and 1, and of level 2 what the codebook uses): the days that a string allows."""

import re
from datetime import date, timedelta

Bounds = tuple[date | None, date | None]

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_QUALIFIER = re.compile(r"[~?%]")
_SPANS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_SPANS |= {37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)}
"""Seasons, quarters, thirds and halves of a year (ISO 8601-2, table of sub-year groupings), as first and last month."""


def bounds(edtf: str) -> Bounds:
    """The earliest and the latest day that `edtf` allows; None is an open end. Qualifiers never widen them.

    Raises:
        ValueError: the string is no EDTF of this profile, names a day that is not in the calendar, or runs backwards.
    """
    text = _QUALIFIER.sub("", edtf.strip())
    if "/" not in text:
        return _point(text)
    first, last = text.split("/", 1)
    earliest = None if first in ("", "..") else _point(first)[0]
    latest = None if last in ("", "..") else _point(last)[1]
    if earliest is None and latest is None:
        raise ValueError(f"{edtf!r} has no end")
    if earliest and latest and latest < earliest:
        raise ValueError(f"{edtf!r} runs backwards: {earliest} is after {latest}")
    return earliest, latest


def _point(text: str) -> tuple[date, date]:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no EDTF date")
    low, high = (int(found[1].replace("X", digit)) for digit in "09")
    month, day = found[2], found[3]
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(f"{text!r} has a day without a month")
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    number = int(month)
    if number in _SPANS:
        if day is not None:
            raise ValueError(f"{text!r} has a day in a part of the year")
        return _part(low, high, number)
    if day in (None, "XX"):
        length = _length(high, number)
        return date(low, number, 1), date(high, number, length)
    if not 1 <= int(day) <= _length(high, number) or low < 1:
        raise ValueError(f"{text!r} is no day of the calendar")
    return date(low, number, int(day)), date(high, number, int(day))


def _part(low: int, high: int, number: int) -> tuple[date, date]:
    first, last = _SPANS[number]
    end = high + (last < first)
    return date(low, first, 1), date(end, last, _length(end, last))


def _length(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def written(earliest: date | None, latest: date | None) -> str | None:
    """The shortest EDTF string with these bounds: `2016-05`, `2023-01/2023-06`, `199X`, `2020-10-10/..`.

    Both open: None.

    Raises:
        ValueError: the days run backwards.
    """
    if earliest is None or latest is None:
        start, end = _end(earliest, start=True), _end(latest, start=False)
        return None if start == end else f"{start}/{end}"
    if latest < earliest:
        raise ValueError(f"{earliest}/{latest} runs backwards")
    whole = _whole(earliest, latest)
    return whole or f"{_end(earliest, start=True, other=latest)}/{_end(latest, start=False, other=earliest)}"


def _whole(first: date, last: date) -> str | None:
    """A day, month, year, decade or century, if the span is one."""
    if first == last:
        return first.isoformat()
    if not (_begins(first) and _closes(last)):
        return None
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return _years(first.year, last.year) if (first.month, last.month) == (1, 12) else None


def _years(first: int, last: int) -> str | None:
    """Whole years that are one year, decade or century."""
    if first == last:
        return f"{first:04}"
    for size, digits in ((10, 3), (100, 2)):
        if first % size == 0 and last - first == size - 1:
            return f"{first // size:0{digits}}".ljust(4, "X")
    return None


def _end(day: date | None, *, start: bool, other: date | None = None) -> str:
    """One end of an interval, as coarse as both ends allow."""
    if day is None:
        return ".."
    first, last = (day, other) if start else (other, day)
    if first is None or last is None or not (_begins(first) and _closes(last)):
        return day.isoformat()
    return f"{day.year:04}" if (first.month, last.month) == (1, 12) else day.isoformat()[:7]


def _begins(day: date) -> bool:
    return day.day == 1


def _closes(day: date) -> bool:
    return day.day == _length(day.year, day.month)
