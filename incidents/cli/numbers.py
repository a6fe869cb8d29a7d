"""Numbers of proposals or reports as a user types several: `1,3`, `1-3,7`."""

import re
from collections.abc import Iterable, Iterator

import click

MANY = 10_000
"""A range of more is a slip of the finger."""
_RANGE = re.compile(r"([0-9]{1,18})\s*[-–]\s*([0-9]{1,18})")


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


def split(several: Iterable[str]) -> Iterator[str]:
    """The words between commas, a range as its numbers; what is neither (a uid) stays as it is.

    Raises:
        click.BadParameter: a range runs backwards, or is too long.
    """
    for word in (part.strip() for one in several for part in one.split(",")):
        found = _RANGE.fullmatch(word)
        if not found:
            yield from [word] * bool(word)
            continue
        first, last = map(int, found.groups())
        if not first <= last < first + MANY:
            raise click.BadParameter(f"{word} is no range: it runs backwards, or holds more than {MANY:,} numbers")
        yield from map(str, range(first, last + 1))
