"""EDTF (ISO 8601-2): the days that a string allows, the string of some days, and its qualifiers.

Levels 0 and 1 whole but for what no report of today needs: times of day, years before 1 and after 9999. Of level 2:
qualifiers on any part (`2016-~05`), sub-year groupings (`2016-33`), unspecified digits of the month and day
(`2016-05-1X`). Sets and lists, exponents and significant digits are refused; `edtf_refused` has the sentences.
"""

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache

from incidents.model.edtf_refused import why_not

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
Bounds = tuple[date | None, date | None]

_OPEN_ENDS = ("", "..")
"""An end that is not known, and one that is open."""
_POINT = re.compile(
    r"[~?%]?([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)[~?%]?"
    r"(?:-[~?%]?([0-9]{2}|[0-9]X|XX)[~?%]?(?:-[~?%]?([0-9]{2}|[0-9]X|XX)[~?%]?)?)?"
)
_SEASONS = ((3, 5), (6, 8), (9, 11), (12, 2))
_SPANS = {first + k: months for first in (21, 25) for k, months in enumerate(_SEASONS)}
_SPANS |= {29 + k: _SEASONS[(k + 2) % 4] for k in range(4)}
_SPANS |= {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12)}
_SPANS |= {40: (1, 6), 41: (7, 12)}
"""Seasons (also northern and southern), quarters, thirds and halves of a year, as first and last month (a table of
ISO 8601-2). A season is three whole months, winter the one that begins in December of the year."""


@lru_cache(maxsize=8192)
def bounds(edtf: str) -> Bounds:
    """The earliest and the latest day that `edtf` allows; None is an open or unknown end. Qualifiers never widen them.

    Raises:
        ValueError: the string is no EDTF of this profile, names a day that is not in the calendar, or runs backwards.
    """
    text = edtf.strip()
    return _interval(text) if "/" in text else _point(text)


def _interval(text: str) -> Bounds:
    first, last = text.split("/", 1)
    if "/" in last:
        raise ValueError(why_not(text))
    earliest = None if first in _OPEN_ENDS else _point(first)[0]
    latest = None if last in _OPEN_ENDS else _point(last)[1]
    if earliest is None and latest is None:
        raise ValueError(f"{text!r} has no end")
    if earliest and latest and latest < earliest:
        raise ValueError(f"{text!r} runs backwards: {earliest} is after {latest}")
    return earliest, latest


def _point(text: str) -> tuple[date, date]:
    if len(text) == 10 and text[4] == text[7] == "-":
        with suppress(ValueError):
            whole = date.fromisoformat(text)
            return whole, whole
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(why_not(text))
    year, month, day = found.groups()
    low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    if not high:
        raise ValueError(f"{text!r} is in a year 0, which the calendar has not")
    if month is None:
        return date(low, 1, 1), date(high, 12, 31)
    return _in_year(text, low, high, month, day) if "X" in month else _in_month(text, low, high, int(month), day)


def _in_month(text: str, low: int, high: int, month: int, day: str | None) -> tuple[date, date]:
    if month in _SPANS:
        if day is not None or low != high:
            raise ValueError(f"{text!r} has a {'day' if day else 'decade'} with a part of the year")
        return _part(low, month)
    length = _length(high, month)
    first, last = (1, length) if day is None else _digits(day, length)
    if not first:
        raise ValueError(f"{text!r} is no day of the calendar")
    return date(low, month, first), date(high, month, last)


def _in_year(text: str, low: int, high: int, month: str, day: str | None) -> tuple[date, date]:
    """The months that digits leave open: `2016-XX`, `2016-XX-XX`, `2016-1X`."""
    if day not in (None, "XX"):
        raise ValueError(f"{text!r} has a day without a month")
    first, last = _digits(month, 12)
    if not first:
        raise ValueError(f"there is no month {month}")
    return date(low, first, 1), date(high, last, _length(high, last))


def _digits(text: str, most: int) -> tuple[int, int]:
    """The least and the greatest number from 1 to `most` that the two digits can be; (0, 0) if none."""
    least, greatest = max(int(text.replace("X", "0")), 1), min(int(text.replace("X", "9")), most)
    return (least, greatest) if text != "00" and least <= greatest else (0, 0)


def _part(year: int, number: int) -> tuple[date, date]:
    first, last = _SPANS[number]
    end = year + (last < first)
    if end > date.max.year:
        raise ValueError(f"the winter of {year} ends after the last year of the calendar")
    return date(year, first, 1), date(end, last, _length(end, last))


def _length(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _LENGTHS[month - 1]


def qualifiers(edtf: str) -> str:
    """The doubts that stand anywhere in a string, joined: `~` approximate, `?` uncertain, `%` both, or nothing."""
    approximate = "~" in edtf or "%" in edtf
    uncertain = "?" in edtf or "%" in edtf
    return "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""


def qualified(edtf: str, mark: str) -> str:
    """The string with a further doubt (`~`, `?`, `%` or none) on each end that it has."""
    return "/".join(end if end in _OPEN_ENDS else _doubted(end, mark) for end in edtf.split("/")) if mark else edtf


def _doubted(end: str, mark: str) -> str:
    bare = end.rstrip("~?%")
    return bare + qualifiers(end[len(bare) :] + mark)


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
