"""Dates and numbers worded for people: "1 Jan 2016", "late Mar 2016", "from 10 Oct 2020", "500 or more"."""

import re
from datetime import date

from incidents.model.edtf import bounds

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_THIRDS = {(1, 10): "early", (11, 20): "mid"}


def worded(edtf: str | None, reported: str | None = None) -> str:
    """`edtf` in words; without one "undated (reported 6 Feb 2025)", `reported` being EDTF too."""
    if not edtf:
        return f"undated (reported {worded(reported)})" if reported else "undated"
    if len(edtf) == 10 and edtf.isascii() and edtf.replace("-", "").isdigit():
        return _day(date.fromisoformat(edtf))
    mark = "about " if re.search(r"[~%]", edtf) else ""
    doubt = "?" if re.search(r"[?%]", edtf) else ""
    return f"{mark}{_span(*bounds(edtf))}{doubt}"


def days_of(edtf: str | None) -> str:
    """The days of a span that has both ends and no month or year for its name: "11–20 Mar 2024"; else nothing."""
    first, last = bounds(edtf) if edtf else (None, None)
    if first is None or last is None or first == last or (first.day == 1 and _ends_month(last)):
        return ""
    return _range(first, last)


def _span(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return f"from {_day(first)}" if first else f"by {_day(last)}" if last else "undated"
    return _named(first, last) or _range(first, last)


def _named(first: date, last: date) -> str | None:
    """A span that has a name of its own: a day, a third of a month, a month, a half year, a year."""
    if first == last:
        return _day(first)
    ends_month = _ends_month(last)
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and ends_month:
            return _month(first)
        third = "late" if first.day == 21 and ends_month else _THIRDS.get((first.day, last.day))
        return f"{third} {_month(first)}" if third else None
    if first.day == 1 and ends_month and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return None


def _range(first: date, last: date) -> str:
    if first.day == 1 and _ends_month(last):
        start = _MONTHS[first.month - 1] if first.year == last.year else _month(first)
        return f"{start}–{_month(last)}"
    if first.year != last.year:
        return f"{_day(first)}–{_day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]}–{_day(last)}"
    return f"{first.day}–{_day(last)}"


def _ends_month(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def number_words(low: int | None, high: int | None, approximate: int) -> str:
    """`about 2–3`, `500 or more`, `up to 12`, as the view `chronology` has them; nothing where no number is known."""
    if low is None and high is None:
        return ""
    about = "about " if approximate else ""
    if low is None or high is None:
        return f"up to {about}{high}" if low is None else f"{about}{low} or more"
    return about + (str(low) if low == high else f"{low}–{high}")
