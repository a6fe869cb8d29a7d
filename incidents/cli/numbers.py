"""Numbers as a user types several: `1,3`, `1-3,7`; of what has a code or uid too, these among them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from incidents.errors import UsageProblem

if TYPE_CHECKING:  # the options of a command need the numbers alone
    from incidents.store.query.connect import Reader

MANY = 10_000
"""A range of more is a slip of the finger."""
_RANGE = re.compile(r"([0-9]{1,18})\s*[-–]\s*([0-9]{1,18})")
"""No code is one: it begins with a letter. No uid is one: it has more than one dash."""


def numbers(context: click.Context, option: click.Parameter, several: Iterable[str]) -> tuple[int, ...]:
    """The numbers of a repeated option, each once, in their order: its callback.

    Raises:
        click.BadParameter: something is no number.
    """
    given = tuple(several)
    words = list(split(given))
    if any(not (word.isascii() and word.isdigit() and 0 < int(word[:19]) < 10**18) for word in words):
        raise click.BadParameter(f"{' '.join(given)!r} is no list of numbers; write 3 or 1,3 or 1-3,7", context, option)
    return tuple(dict.fromkeys(map(int, words)))


def meant(reader: "Reader", noun: str, several: Sequence[str]) -> list[int]:
    """The numbers of the incidents or reports that were typed, each once, in their order.

    Raises:
        NotFound: some are not there.
        UsageProblem: one of the words is empty, or a range that runs backwards or is too long.
    """
    from incidents.store.query.find import numbers_of  # noqa: PLC0415  as above

    if not all(word.strip(" ,") for word in several):
        raise UsageProblem(f"one of the {noun}s is empty: write a number, 3-7,12 or a uid")
    return numbers_of(reader, noun, list(split(several)))


def split(several: Iterable[str]) -> Iterator[str]:
    """The words between commas, a range as its numbers; what is neither (a uid) stays as it is.

    Raises:
        UsageProblem: a range runs backwards, or is too long.
    """
    for word in (part.strip() for one in several for part in one.split(",")):
        found = _RANGE.fullmatch(word)
        if not found:
            yield from [word] * bool(word)
            continue
        first, last = map(int, found.groups())
        if not first <= last < first + MANY:
            wrong = "runs backwards" if last < first else f"holds more than {MANY:,} numbers"
            raise UsageProblem(f"{word} is no range: it {wrong}")
        yield from map(str, range(first, last + 1))
