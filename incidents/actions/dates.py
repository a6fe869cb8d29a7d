"""A typed date becomes a When: EDTF, an ISO day, or plain words against a given day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from incidents.errors import BadInput
from incidents.extract.time import resolve, whole
from incidents.lexicon.calendar import Calendar
from incidents.lexicon.lexicon import Lexicon
from incidents.model.edtf import bounds
from incidents.model.when import UNDATED, When

_UNKNOWN = frozenset(("undated", "unknown", "none"))
_LEADING = re.compile(r"(?:on|in|at|during)\s+", re.IGNORECASE)
_SMALL = re.compile(r"\b[a-z]")
_HELP = "write EDTF (2016-03, 2016-03-06/2016-03-09, ../2016) or words (late March 2016, last October)"


def typed_when(words: str, day: date | When | None, lexicon: Lexicon) -> When:
    """The date that was typed. Relative words count from `day`, which may be rough or None; `undated` is none.

    A question mark at the end marks it as uncertain, as the program itself words such a date.

    Raises:
        BadInput: it cannot be read, or names no day of the calendar; says what can be written instead.
    """
    typed = " ".join(words.split())
    if typed.lower() in _UNKNOWN:
        return UNDATED
    found = _edtf(typed)
    if found:
        return found
    plain = typed.rstrip(".,;? ")
    when = _in_words(plain, _anchor(day), lexicon)
    return replace(_doubted(when) if typed.endswith("?") else when, words=typed)


def _anchor(day: date | When | None) -> When:
    if isinstance(day, date):
        return When.of(day.isoformat())
    return day or UNDATED


def _edtf(typed: str) -> When | None:
    try:
        first, last = bounds(typed)
    except ValueError:
        return None
    return When.of(typed, typed, basis="stated" if first and last else "bounded")


def _in_words(typed: str, anchor: When, lexicon: Lexicon) -> When:
    expression = next(filter(None, (whole(text, lexicon) for text in _variants(typed))), None)
    if expression is None:
        raise BadInput(f"“{typed}” cannot be read as a date: {_HELP}.")
    timex, _ = resolve(expression, anchor, lexicon.compiled(Calendar.of))
    if timex.reason:
        raise BadInput(f"“{typed}” has no date: {timex.reason}; {_HELP}.")
    return timex.when


def _variants(typed: str) -> Iterator[str]:
    """What was typed without a leading "on" or "in", and with capitals, which names of months and days need."""
    bare = _LEADING.sub("", typed, count=1) if _LEADING.match(typed) else typed
    yield bare
    yield _SMALL.sub(lambda letter: letter[0].upper(), bare)


def _doubted(when: When) -> When:
    """The same, uncertain (`?`), and `%` where it was approximate too."""
    ends = (when.edtf or "").split("/")
    marked = (end if end == ".." else end[:-1] + "%" if end.endswith("~") else end + "?" for end in ends)
    return replace(when, edtf="/".join(marked))
