"""`--since`, `--until` and the like: a day, month, year or other EDTF point, also with the name of its month.

A small reader of its own, so that a list stays light. What it does not know, words that count from a day among them, is
left to the grammar of dates (`cli.typed.since`).
"""

import re
from datetime import date

from incidents.errors import UsageProblem
from incidents.model.edtf import bounds

_MONTHS = "january february march april may june july august september october november december".split()
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_THIRDS = {"early": ("01", "10"), "mid": ("11", "20"), "late": ("21", "")}
_LOOSE = re.compile(r"(\d{4})([-./])(\d\d?)(?:\2(\d\d?))?")
_ISO = r"[0-9X]{4}[0-9X~?%./T:Z+-]*"
"""What no words are asked for: `2019-13`."""
_PLAIN = re.compile(r"(?:(?:[a-z]+\.?|\d+(?:st|nd|rd|th)?)(?:[ ,-]+|(?<=\.)|$))+")
"""Words, numbers and the marks between them; any other mark can change what is meant: `../May 2016`."""
_WORD = re.compile(r"\d+|[a-z]+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_WRITE = "write 2019, 2019-05, 2019-05-31, “May 2019”, “31 May 2019” or “last month”"
_WRITE_FIXED = "write 2019, 2019-05, 2019-05-31, “May 2019” or “31 May 2019”"


def first_day(option: str, text: str, *, utc: bool = False) -> str:
    """The first day that `text` allows, `YYYY-MM-DD`; words count from today, which is said. Raises UsageProblem.

    `utc`: from today in UTC, for what is filtered by times in UTC; else from today where the user is.
    """
    return _day(option, text, 0, utc=utc)


def last_day(option: str, text: str) -> str:
    """The last day that `text` allows, `YYYY-MM-DD`; words count from today, which is said. Raises UsageProblem."""
    return _day(option, text, 1, utc=False)


def point(option: str, text: str) -> str:
    """The day, month or year that `text` gives, as EDTF and no finer than it is given. Raises UsageProblem.

    It is part of a record: no words that count from today.
    """
    try:
        _end(option, text, bounds(loose(text))[0], _WRITE_FIXED)
    except ValueError as error:
        raise _refused(option, text, error, _WRITE_FIXED) from None
    return loose(text)


def loose(text: str) -> str:
    """The EDTF of `2016-3`, `2016.3.1`, `1 January 2016`, `Jan 2016`, `late Jan. 2016`, `spring 2016`; else `text`."""
    plain = text.strip().lower()
    if found := _LOOSE.fullmatch(plain):
        return "-".join(part.zfill(2) for part in found.group(1, 3, 4) if part)
    if not _PLAIN.fullmatch(plain):
        return text
    numbers: list[str] = []
    words: list[str] = []
    for word in _WORD.findall(_ORDINAL.sub("", plain)):
        (numbers if word.isdigit() else words).append(word)
    years = [number for number in numbers if len(number) == 4]
    days = [number.zfill(2) for number in numbers if len(number) < 3]
    if len(years) != 1 or len(years) + len(days) != len(numbers) or len(days) > 1:
        return text
    return _worded(years[0], days, [word for word in words if word not in ("of", "the")]) or text


def _worded(year: str, days: list[str], words: list[str]) -> str:
    """The EDTF of a year, a day if there is one, and the words of a month, of a part of one, or of a season."""
    if len(words) == 1 and words[0] in _SEASONS and not days:
        return f"{year}-{_SEASONS[words[0]]}"
    month = _month(words[-1]) if words else ""
    if len(words) == 1 and month:
        return "-".join((year, month, *days))
    if len(words) == 2 and month and words[0] in _THIRDS and not days:
        first, last = _THIRDS[words[0]]
        return f"{year}-{month}-{first}/{year}-{month}{'-' if last else ''}{last}"
    return ""


def _month(word: str) -> str:
    """`01` for `january`, `jan`, `janu`; empty for another word."""
    found = [number for number, name in enumerate(_MONTHS, 1) if len(word) > 2 and name.startswith(word)]
    return f"{found[0]:02}" if found else ""


def _day(option: str, text: str, end: int, *, utc: bool) -> str:
    if not text.strip():
        raise UsageProblem(f"{option} is empty; {_WRITE}")
    edtf = loose(text)
    try:
        found = bounds(edtf)[end]
    except ValueError as error:
        if edtf != text or re.fullmatch(_ISO, text):
            raise _refused(option, text, error, _WRITE) from None
        from incidents.cli.typed.since import Unread, day_in_words  # noqa: PLC0415  heavy, for words only

        try:
            return day_in_words(option, text, end, utc=utc)
        except Unread:
            raise _refused(option, text, error, _WRITE) from None
    return _end(option, text, found, _WRITE)


def _end(option: str, text: str, day: date | None, write: str) -> str:
    if day is None:
        raise UsageProblem(f"{option} {text!r} is open at the end that it is for; {write}")
    return day.isoformat()


def _refused(option: str, text: str, error: ValueError, write: str) -> UsageProblem:
    why = "" if str(error) == f"{text!r} is no EDTF date" else f" ({error})"
    return UsageProblem(f"{option} {text!r} is no date{why}; {write}")
