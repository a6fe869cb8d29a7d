"""Why a string is no EDTF date of this project, in words that say what to write instead."""

import re

_REASONS = (
    (r"[\[\]{}]", "is a set or list of dates: write the span that holds them (2016/2018)"),
    (r".*[0-9]T[0-9]", "has a time of day: a date goes no finer than the day (2016-05-02)"),
    (r"Y-?[0-9]|[0-9]{5}|[0-9]+E[0-9]", "has a year of more than four digits: years go from 0001 to 9999"),
    (r"-[0-9]", "lies before the year 1: years go from 0001 to 9999"),
    (r"[0-9]{1,4}S[0-9]", "has significant digits, which say nothing of days: write the span (1950/1959)"),
    (r"[0-9]?X{3,}", "leaves more open than the last two digits of a year (19XX)"),
    (r"[0-9]{2,3}x|[0-9]{4}-xx|.*-[0-9]?x", "has a small x: an unspecified digit is a capital X"),
    (r".*/.*/", "has two slashes: one date stands on each side of one"),
    (r"[0-9X]{4}-[0-9](?:-|$)|[0-9X]{4}-[0-9X]{2}-[0-9]$", "has one digit where two belong (2016-03-06)"),
)
"""Patterns at the beginning of a string; compiled when something is refused, so that a list starts without."""


def why_not(text: str) -> str:
    """A sentence's end with the string in front: `'2016-05-02T10:00' has a time of day: …`."""
    reason = next((reason for pattern, reason in _REASONS if re.match(pattern, text)), "is no EDTF date")
    return f"{text!r} {reason}"
