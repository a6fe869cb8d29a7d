"""The words and names of a vocabulary, and what can come after their first word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from incidents.extract.time.tokens import Tokens

Value = int | str
SKIPPED = frozenset(("-", "'s", "'", "’"))
"""What the names of days are written with and without: New Year's Day, New Years Day; 70-day, 70 day."""
Ahead = Mapping[str, frozenset[str]]
"""The words that come next, each with those that come after it; empty ones say that the words may end there."""
_ENDED = frozenset(("",))
ALONE: Ahead = {"": _ENDED}


class Entry(NamedTuple):
    """The words after the first of an entry, whether it needs a capital, its class and value; see `Vocabulary.add`."""

    rest: tuple[str, ...]
    capital: bool
    name: str
    value: Value
    loose: bool


class Begun(NamedTuple):
    """The entries that begin with a word: those of one word, and the longer ones by each word that can come next."""

    alone: tuple[Entry, ...] = ()
    longer: Mapping[str, Sequence[Entry]] = {}


NOTHING = Begun()


def begun(entries: Iterable[Entry]) -> Begun:
    """The entries of one first word in their order."""
    alone, longer = list[Entry](), defaultdict[str, list[Entry]](list)
    for entry in entries:
        if not entry.rest:
            alone.append(entry)
        for word in _next(entry) if entry.rest else ():
            longer[word].append(entry)
    return Begun(tuple(alone), dict(longer))


def _next(entry: Entry, done: int = 0) -> frozenset[str]:
    """The words one of which follows the entry's first and `done` more."""
    if len(entry.rest) == done:
        return _ENDED
    word = entry.rest[done]
    return frozenset((word, *((word + "s", *SKIPPED) if entry.loose else ())))


def ahead(entry: Entry) -> Ahead:
    """What comes after the entry's first word."""
    if not entry.rest:
        return ALONE
    skipped = dict.fromkeys(SKIPPED, _next(entry)) if entry.loose else {}
    return {**{word: _next(entry, 1) for word in _next(entry)}, **skipped}


def joined(one: Ahead, other: Ahead) -> Ahead:
    """What one or the other has."""
    return {word: one.get(word, frozenset()) | other.get(word, frozenset()) for word in {*one, *other}}


def match(tokens: Tokens, index: int, entry: Entry) -> int:
    """The index after the entry's last token, or 0."""
    keys, last = tokens.keys, len(tokens)
    for wanted in entry.rest:
        while entry.loose and index < last and keys[index] in SKIPPED and tokens.glued(index):
            index += 1
        if index >= last or (keys[index] != wanted and not (entry.loose and singular(keys[index]) == wanted)):
            return 0
        index += 1
    return index


def singular(key: str) -> str:
    """A word without the s of its plural."""
    return key[:-1] if len(key) > 3 and key.endswith("s") else key
