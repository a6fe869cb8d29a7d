"""The classes of tokens that stand in no table: numbers, and dates and links written in signs."""

import re
from collections.abc import Iterable

from incidents.extract.time.entries import Value

_DOTTED = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])")
"""A month and a day of it, as a number with a point: 02.12."""
DATES = frozenset(("iso", "slash", "amount"))
NUMERIC = frozenset(("number", "ordinal", "iso", "slash", "link", "amount"))
"""The kinds of tokens that have classes without standing in the seeds."""


def numeric(kind: str, key: str) -> Iterable[tuple[str, Value]]:
    """The classes and values of a token of one of the kinds NUMERIC, by its key."""
    if kind in ("iso", "slash", "link"):
        return ((kind, key),)
    if kind == "amount":
        return (("dotted_day", key),) if _DOTTED.fullmatch(key) else ()
    number = int(key.rstrip("stndrh")[:9])
    if kind == "ordinal":
        days = (("digit_ordinal", number), ("day", number)) if 1 <= number <= 31 else ()
        return (("ordinal", number), *days)
    return _plain(number, len(key))


def _plain(number: int, length: int) -> Iterable[tuple[str, Value]]:
    yield "number", number
    yield "count", number
    if 1 <= number <= 31 and length <= 2:
        yield "day", number
    if length == 2:
        yield "two_digits", number
    if length == 4 and 1800 <= number <= 2099:
        yield "year4", number
    elif length in (3, 4):
        yield "far_year", number
