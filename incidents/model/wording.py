"""Dates and numbers worded for people: "1 Jan 2016", "late Mar 2016", "since 10 Oct 2020", "500 or more"."""

import re
from datetime import date

from incidents.model.edtf import bounds, qualifiers
from incidents.model.scales import Extent

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_THIRDS = {(1, 10): "early ", (11, 20): "mid-"}
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = {str(21 + k): f"{_SEASONS[k % 4]} " for k in range(8)}
_PARTS |= {str(29 + k): f"southern {_SEASONS[k]} " for k in range(4)}
_PARTS |= {"33": "Q1 ", "34": "Q2 ", "35": "Q3 ", "36": "Q4 ", "37": "early ", "38": "mid-", "39": "late "}
_PARTS |= {"40": "first half of ", "41": "second half of "}
"""What the parts of a year in EDTF are called."""
_QUALIFIER = re.compile(r"[~?%]")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def worded(edtf: str | None, reported: str | None = None, extent: Extent | None = None) -> str:
    """`edtf` in words; without one "undated (reported 6 Feb 2025)", `reported` being EDTF too.

    With its `extent` an open date is "since" or "until" a day if it lasted (`throughout`), "after" or "by" it if it was
    once in that time (`within`); of an unknown one "from" and "by". Words typed are read with the same bounds. What is
    no EDTF stays as it is.
    """
    if not edtf:
        return f"undated (reported {worded(reported)})" if reported else "undated"
    try:
        if len(edtf) == 10 and edtf.isascii() and edtf.replace("-", "").isdigit():
            return _day(date.fromisoformat(edtf))
        first, last = bounds(edtf)
    except ValueError:
        return edtf
    start, _, end = edtf.strip().partition("/")
    if first is None or last is None:
        return _open(start, end, last, extent)
    if end and qualifiers(start) != qualifiers(end):
        return f"{worded(start)} to {worded(end)}"
    return _doubted(_span(first, last) if end else _point(start, first, last), edtf)


def days_of(edtf: str | None) -> str:
    """The days of a span that has both ends and no month or year for its name: "11–20 Mar 2024"; else nothing."""
    first, last = bounds(edtf) if edtf else (None, None)
    if first is None or last is None or first == last or (first.day == 1 and _ends_month(last)):
        return ""
    return _range(first, last)


def _doubted(words: str, edtf: str) -> str:
    mark = qualifiers(edtf)
    return f"{'about ' if mark in ('~', '%') else ''}{words}{'?' if mark in ('?', '%') else ''}"


def _open(start: str, end: str, last: date | None, extent: Extent | None) -> str:
    """`since 2016`, `after 10 Oct 2020`, `by 31 Dec 2020`; an unknown end is said to be unknown."""
    if last is not None:
        opener = "until" if extent == "throughout" else "by"
        unknown = "" if start == ".." else ", start unknown"
        return f"{opener} {_doubted(_day(last), end)}{unknown}"
    unknown = "" if end == ".." else ", end unknown"
    return f"{_opener(start, extent)} {'the ' * ('X' in _bare(start)[:4])}{worded(start)}{unknown}"


def _opener(start: str, extent: Extent | None) -> str:
    """`after` only a day: what comes after a month begins with its end."""
    if extent == "within":
        return "after" if len(_bare(start)) == 10 else "from"
    return "since" if extent else "from"


def _bare(edtf: str) -> str:
    return _QUALIFIER.sub("", edtf)


def _point(edtf: str, first: date, last: date) -> str:
    """A point by what it is written as: a part of the year, a decade or century; else by its days."""
    year, _, rest = _bare(edtf).partition("-")
    if rest in _PARTS:
        winter = f"–{last.year % 100 or last.year:02}" if first.year < last.year else ""
        return f"{_PARTS[rest]}{first.year}{winter}"
    if not year.endswith("X"):
        return _span(first, last)
    if not rest or rest.startswith("XX"):
        return _years(year)
    day = "" if first.day == 1 and _ends_month(last) else f"{first.day} "
    return f"{day}{_MONTHS[first.month - 1]} in the {_years(year)}" if first.month == last.month else edtf


def _years(year: str) -> str:
    """`1990s`, `20th century`."""
    if year.endswith("XX"):
        number = int(year[:2]) + 1
        ending = "th" if 10 < number < 20 else _ORDINALS.get(number % 10, "th")
        return f"{number}{ending} century"
    return f"{int(year[:3])}0s" if int(year[:3]) else "1–9"


def _span(first: date, last: date) -> str:
    return _named(first, last) or _range(first, last)


def _named(first: date, last: date) -> str | None:
    """A span that has a name of its own: a day, a third of a month, a month, years."""
    if first == last:
        return _day(first)
    ends_month = _ends_month(last)
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and ends_month:
            return _month(first)
        third = "late " if first.day == 21 and ends_month else _THIRDS.get((first.day, last.day))
        return f"{third}{_month(first)}" if third else None
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
