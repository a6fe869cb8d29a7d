"""The rows of `time_patterns.csv` as sequences of items, optional ones written out.

A row gives one way to write a `rule`. Its pattern is items with spaces between: a word (`ago`, or one of several:
`in|on`), a class of the vocabulary or another rule in angle brackets (`<month>`; `<year4:year>` keeps what it matches
as the argument `year`), `+s` for a word with no space before it, and any of them in square brackets if it may be
missing. In round brackets at either end stands what must be beside the words without being one of them, with `!` what
must not (`(!<counted>)`); `(<end>)` is a mark, a function word or the end of the text, `(<mark>)` no function word.
The meaning is an operation and fixed arguments (`unit unit=year direction=-1`); without one it is that of the rule
inside. What `expression` matches is a date, what `none` matches is left alone; the longer holds.

Where verbs come last, `ahead` is what may stand after a date that lies ahead (some words and 예정), `imminent` the same
right after the date even of one who speaks, `nearby` what leads up to the date nearest on either side (을 앞두고).
What is written onto a word without a space must be endings (class `ending` of the vocabulary) for an expression to
stop there.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product, takewhile
from typing import NamedTuple

from incidents.extract.time.node import Argument

_ITEM = re.compile(r"(?P<glued>\+?)(?:<(?P<name>\w+)(?::(?P<alias>\w+))?>|(?P<words>\S+))")
_CONTEXT = re.compile(r"\((!?)(\S+)\)")


class Item(NamedTuple):
    """A word of `words`, or what the class or rule `name` matches, kept as argument `alias`."""

    words: frozenset[str] = frozenset()
    name: str = ""
    alias: str = ""
    glued: bool = False


class Context(NamedTuple):
    """What must, or must not, stand beside a sequence."""

    item: Item
    wanted: bool


class Sequence(NamedTuple):
    """One way to write a rule: what stands before, the items, what stands after, and what it means."""

    rule: str
    items: tuple[Item, ...]
    before: tuple[Context, ...]
    after: tuple[Context, ...]
    operation: str
    constants: Mapping[str, Argument]


def compiled(rows: Iterable[Mapping[str, str]], operations: frozenset[str]) -> tuple[Sequence, ...]:
    """The sequences of all rows, in their order; their meanings are names of `operations`.

    Raises:
        ValueError: a row that cannot be read; says its line.
    """
    return tuple(sequence for row in rows for sequence in _row(row, operations))


def _row(row: Mapping[str, str], operations: frozenset[str]) -> Iterable[Sequence]:
    parts = row["pattern"].split()
    before = tuple(_context(part) for part in takewhile(_CONTEXT.fullmatch, parts))
    after = tuple(_context(part) for part in takewhile(_CONTEXT.fullmatch, reversed(parts[len(before) :])))
    parts = parts[len(before) : len(parts) - len(after)]
    operation, *constants = row["meaning"].split() or [""]
    if not parts:
        raise ValueError(f"time_patterns.csv, line {row.get('line', '?')}: the pattern has no item.")
    if operation and operation not in operations:
        raise ValueError(f"time_patterns.csv, line {row.get('line', '?')}: {operation} is no operation.")
    given = {name: _argument(value) for name, _, value in (pair.partition("=") for pair in constants)}
    for choice in product(*map(_choices, parts)):
        items = tuple(item for item in choice if item)
        if items:
            yield Sequence(row["rule"], items, before, after, operation, given)


def _choices(part: str) -> tuple[Item | None, ...]:
    if len(part) > 2 and part.startswith("[") and part.endswith("]"):
        return _item(part[1:-1]), None
    return (_item(part),)


def _context(part: str) -> Context:
    found = _CONTEXT.fullmatch(part)
    if not found:
        raise ValueError(f"time_patterns.csv: {part} is no context.")
    return Context(_item(found[2]), wanted=not found[1])


@cache
def _item(part: str) -> Item:
    found = _ITEM.fullmatch(part)
    if not found:
        raise ValueError(f"time_patterns.csv: {part} is no item.")
    if found["name"]:
        return Item(name=found["name"], alias=found["alias"] or found["name"], glued=bool(found["glued"]))
    return Item(words=frozenset(found["words"].lower().split("|")), glued=bool(found["glued"]))


def _argument(value: str) -> Argument:
    return int(value) if value.lstrip("-").isdecimal() else value
