"""A typed date becomes a When: EDTF, an ISO day, or plain words against a given day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from incidents.errors import BadInput
from incidents.model.edtf import bounds, qualified
from incidents.model.when import UNDATED, When

if TYPE_CHECKING:
    from incidents.lexicon.lexicon import Lexicon

_LIKE_EDTF = re.compile(r"(?:\.\.|[0-9X]{4}[0-9X~?%-]*)?/(?:\.\.|[0-9X]{4}[0-9X~?%-]*)?")
_LIKE_MONTH = re.compile(r"\d\d(\d\d)-(\d\d)")
_LEAP = When.of("2016-12-31")
_DASHES = r"\s*[–-]\s*(?=\D)|\s+[–-]\s+"
"""A dash between the two ends of a range; one between digits stands in a date."""
_UNKNOWN = frozenset(("undated", "unknown", "none"))
_SMALL = re.compile(r"\b[a-z]")
_DIGITS = re.compile(r"[0-9XxYESTZ~?%:.,+/{}\[\]-]+")
"""What looks like EDTF, of whatever level."""
_NO_EDTF = "is no EDTF date"
"""What is said of a string that is nothing like EDTF either."""
_READINGS = "ambiguous: "
_HELP = "write EDTF (2016-03, 2016-03-06/2016-03-09, ../2016) or words (late March 2016, last October)"


class Unread(BadInput):
    """Words that no date can be read from."""


class NoDay(BadInput):
    """Words that can be read, but name no day: they count from one that is not known, or the calendar has it not."""


def plain_when(words: str) -> When | None:
    """The date of EDTF, an ISO day or `undated`, which need no lexicon; None for other words."""
    typed = " ".join(words.split())
    return UNDATED if typed.lower() in _UNKNOWN else _edtf(typed)


def typed_when(words: str, day: date | When | None, lexicon: "Lexicon") -> When:
    """The date that was typed, in the language of the lexicon (`intake.language`).

    Relative words count from `day`, which may be rough or None; `undated` is none. A question mark at the end marks it
    as uncertain, as the program itself words such a date.

    Raises:
        BadInput: it has no date (Unread: cannot be read, NoDay: names no day); says what can be written instead.
    """
    typed = " ".join(words.split())
    found = plain_when(typed)
    if found is not None:
        return found
    _refuse_edtf(typed)
    plain = typed.rstrip(".,;? ")
    when = _in_words(plain, _anchor(day), lexicon)
    return replace(when, edtf=qualified(when.edtf or "", "?" if typed.endswith("?") else ""), words=typed)


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


def _refuse_edtf(typed: str) -> None:
    """Say what is wrong with a range or a month of EDTF that no words could mean; `2016-17` is two years."""
    month = _LIKE_MONTH.fullmatch(typed)
    if not _LIKE_EDTF.fullmatch(typed) and not (month and int(month[2]) <= int(month[1])):
        return
    try:
        bounds(typed)
    except ValueError as error:
        raise BadInput(f"{_said(typed, error)}; {_HELP}.") from error


def _said(typed: str, error: ValueError) -> str:
    """What is wrong with EDTF, with what was typed in front."""
    reason = str(error)
    whole = reason.startswith(repr(typed))
    return f"“{typed}”{reason.removeprefix(repr(typed))}" if whole else f"“{typed}” has no date: {reason}"


def _unread(typed: str) -> Unread:
    """Why it cannot be read: what EDTF says of it where it looks like that."""
    if _DIGITS.fullmatch(typed):
        try:
            bounds(typed)
        except ValueError as error:
            if not str(error).endswith(_NO_EDTF):
                return Unread(f"{_said(typed, error)}; {_HELP}.")
    return Unread(f"“{typed}” cannot be read as a date: {_HELP}.")


def _in_words(typed: str, anchor: When, lexicon: "Lexicon") -> When:
    from incidents.extract.time import resolve, whole  # noqa: PLC0415  slow to import, and needed for words only
    from incidents.lexicon.calendar import Calendar  # noqa: PLC0415  likewise

    expression = next(filter(None, (whole(text, lexicon) for text in _variants(typed, lexicon))), None)
    if expression is None:
        raise _unread(typed)
    calendar = lexicon.compiled(Calendar.of)
    timex, _ = resolve(expression, anchor, calendar)
    if not timex.reason:
        return timex.when
    anywhere = timex if anchor.dated else resolve(expression, _LEAP, calendar)[0]
    if anywhere.lack in ("no-such-day", "unknown-day"):
        what = "does not exist" if anywhere.lack == "no-such-day" else "has no date"
        raise BadInput(f"“{typed}” {what}: {anywhere.reason}; {_HELP}.")
    if timex.lack == "ambiguous":
        readings = timex.reason.removeprefix(_READINGS)
        raise BadInput(f"“{typed}” has two readings, {readings}: write the one that is meant.")
    if timex.lack == "backwards":
        raise BadInput(f"“{typed}” runs backwards{_ends(typed, anchor, lexicon)}: the earlier day first; {_HELP}.")
    raise NoDay(f"“{typed}” has no date: {timex.reason}; {_HELP}.")


def _ends(typed: str, anchor: When, lexicon: "Lexicon") -> str:
    """` (2016-03-09 to 2016-03-06)`: how both ends are understood, where each can be read by itself."""
    opening, between = lexicon.compiled(_range)
    words = between.split(opening.sub("", typed, count=1))
    try:
        ends = [_in_words(end, anchor, lexicon).edtf or "" for end in words] if len(words) > 1 else []
    except BadInput:
        return ""
    return f" ({' to '.join(ends)})" if ends else ""


def _range(lexicon: "Lexicon") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a range of days, and what stands between its ends."""
    from incidents.extract.time import any_of  # noqa: PLC0415  slow to import, and needed for words only

    opening = re.compile(rf"^{any_of(lexicon, 'range_open')}\s+", re.IGNORECASE)
    return opening, re.compile(rf"\s+{any_of(lexicon, 'range_join')}\s+|{_DASHES}")


def _leading(lexicon: "Lexicon") -> re.Pattern[str]:
    """What may stand before a date and is none of it: "on", "in"."""
    from incidents.extract.time import any_of  # noqa: PLC0415  slow to import, and needed for words only

    return re.compile(rf"{any_of(lexicon, 'date_lead')}\s+", re.IGNORECASE)


def _variants(typed: str, lexicon: "Lexicon") -> Iterator[str]:
    """What was typed without a leading "on" or "in", and with capitals, which names of months and days need."""
    leading = lexicon.compiled(_leading)
    bare = leading.sub("", typed, count=1) if leading.match(typed) else typed
    yield bare
    yield _SMALL.sub(lambda letter: letter[0].upper(), bare)
