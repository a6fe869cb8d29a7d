"""People as they are typed: `detained=2-3`, `participants=~40`, `killed=100+`, `affected=dozens`, `2 detained`."""

import re

from incidents.cli.typed import text as typed_text
from incidents.errors import UsageProblem
from incidents.model.incident import People
from incidents.store.query.connect import Reader
from incidents.store.query.terms import term

_NUMBER = re.compile(
    r"(?P<about>about |~|c\. ?)?"
    r"(?:(?P<most>up to )(?P<limit>\d[\d,]*)"
    r"|(?:(?P<least>at least )?(?P<low>\d[\d,]*)(?:\s*(?:-|–|to)\s*(?P<high>\d[\d,]*)|(?P<more>\+))?))"
    r"(?P<mark>~)?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'(?P<number>[^"]*?)\s*"(?P<words>[^"]*)"')
_LONGEST_NUMBER = 40
"""In characters: nobody counts so far, and no database can hold it."""
_WRITE = "write GROUP=NUMBER, as detained=2 or affected=dozens"


def written_people(one: People) -> str:
    """One group as it can be typed; `typed_people` reads the very same value."""
    words = f'"{typed_text.written(one.words, also=chr(34))}"' if one.words else ""
    number = _number(one)
    if not number and words and not one.approximate:
        plain = typed_text.written(one.words, also='"=')
        if not _NUMBER.fullmatch(plain) and plain == one.words and not plain.startswith("~") and plain != "?":
            return f"{one.group}={plain}"
    said = " ".join(filter(None, (number or "~" * one.approximate, words)))
    return f"{one.group}={said or '?'}"


def typed_people(reader: Reader, typed: str, said_by: str = "") -> People:
    """The value of `typed`; `said_by` is the option that it was given by, for its errors.

    Raises:
        UsageProblem: there is no group or no number, or the range runs backwards.
        NotFound: there is no such group.
    """
    group, said = _parts(reader, typed)
    if not group or not said:
        raise UsageProblem(f"{said_by}{typed!r}: {_WRITE}")
    code = term(reader, "people group", group)
    quoted = _QUOTED.fullmatch(said)
    number, words = (quoted["number"], typed_text.typed(quoted["words"])) if quoted else (said, "")
    if number in ("", "~", "?"):
        return People(code, approximate=number == "~", words=words)
    found = _NUMBER.fullmatch(number)
    if not found:
        return People(code, words=typed_text.typed(said))
    if len(number) > _LONGEST_NUMBER:
        raise UsageProblem(f"{said_by}{typed[:40]!r}…: the number is too large")
    return _counted(code, found, words, f"{said_by}{typed!r} runs backwards")


def _parts(reader: Reader, typed: str) -> tuple[str, str]:
    """The group and what is said of it, around `=`, else `2 detained` or `detained 2`."""
    group, equals, said = (part.strip() for part in typed.partition("="))
    if equals:
        return group, said
    first, _, rest = typed.strip().partition(" ")
    before, _, last = typed.strip().rpartition(" ")
    for name, number in ((last, before), (first, rest)):
        if number and _NUMBER.fullmatch(number.strip()):
            return term(reader, "people group", name), number.strip()
    return "", ""


def _counted(code: str, found: re.Match[str], words: str, backwards: str) -> People:
    about = bool(found["about"] or found["mark"])
    if found["most"]:
        return People(code, None, _int(found["limit"]), about, words)
    low = _int(found["low"])
    high = _int(found["high"]) if found["high"] else None if found["least"] or found["more"] else low
    if high is not None and high < low:
        raise UsageProblem(backwards)
    return People(code, low, high, about, words)


def _int(digits: str) -> int:
    return int(digits.replace(",", ""))


def _number(one: People) -> str:
    about = "~" * one.approximate
    if one.low is None:
        return "" if one.high is None else f"{about}up to {one.high}"
    if one.high is None:
        return f"{about}{one.low}+"
    return f"{about}{one.low}" if one.low == one.high else f"{about}{one.low}-{one.high}"
