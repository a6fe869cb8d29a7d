"""Names to complete from: all names of the database by folded key, with what to insert for each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from incidents.model.key import fold
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS
from incidents.store.query.suggest import HOME


class Entry(NamedTuple):
    """One thing that can be inserted: the words, the name that matched, and what tells it from others."""

    words: str
    name: str
    about: str
    abroad: bool = False
    """Not of the followed country: it stands after what is."""


class Part(NamedTuple):
    """A folded name from one of its words on, with the whole of it."""

    key: str
    later: bool
    whole: str
    entry: Entry


class Names:
    """Entries by the beginning of any word of their names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._all = list(entries)
        keyed = ((fold(entry.name), entry) for entry in self._all)
        found = [Part(key[start:], bool(start), key, entry) for key, entry in keyed for start in _starts(key)]
        self._found = sorted(found, key=lambda part: part[:3])
        self._keys = [part.key for part in self._found]

    def beginning(self, words: str, limit: int) -> list[Entry]:
        """What begins with the words, then what has a later word that does, then what has words that begin like each.

        Each once, the shortest first; all in their own order where nothing is typed.
        """
        key = fold(words)
        ranked = [*self._sorted(self._range(key)), *self._sorted(self._having(key.split()))] if key else self._all
        kept: dict[str, Entry] = {}
        for entry in ranked:
            kept.setdefault(entry.words, entry)
        return list(kept.values())[:limit]

    def _sorted(self, parts: Iterable[Part]) -> list[Entry]:
        return [part.entry for part in sorted(parts, key=_rank)]

    def _having(self, words: list[str]) -> Iterator[Part]:
        """Names with a word that begins like each of several: `min state` of the Ministry of State Security."""
        if len(words) > 1:
            for part in self._range(max(words, key=len)):
                if all(f" {word}" in f" {part.whole}" for word in words):
                    yield part

    def _range(self, key: str) -> Iterator[Part]:
        k = bisect_left(self._keys, key)
        while k < len(self._keys) and self._keys[k].startswith(key):
            yield self._found[k]
            k += 1


def _rank(part: Part) -> tuple[object, ...]:
    return part.entry.abroad, part.later, len(part.whole), part.entry


def named_things(reader: Reader, noun: str) -> Names:
    """The places, institutions or outlets, each by any of its names; inserted is one that only it has, or its code."""
    table, about, _ = NOUNS[noun]
    things = {row[0]: row for row in reader.rows(f"SELECT code, name, {about} FROM {table}_listing")}
    text = f"""SELECT m.name, n.code FROM {table}_name m JOIN {table} n ON n.id = m.{table}_id
        WHERE n.retired = 0"""
    rows = list(reader.rows(text))
    holders: dict[str, set[str]] = defaultdict(set)
    for name, code in rows:
        holders[fold(name)].add(code)
    words = {code: _inserted(noun, holders, thing) for code, thing in things.items()}
    return Names(Entry(words[code], name, _about(*things[code]), _abroad(code)) for name, code in rows)


def _about(code: str, name: str, more: str | None) -> str:
    return ", ".join(filter(None, ((more or "").removeprefix(f"{name}, "), code)))


def _abroad(code: str) -> bool:
    return not code.startswith(HOME)


def _inserted(noun: str, holders: dict[str, set[str]], thing: tuple[str, str, str | None]) -> str:
    code, name, about = thing
    if len(holders[fold(name)]) == 1:
        return name
    parts = (about or "").split(", ")
    return f"{name}, {parts[1]}" if noun == "place" and len(parts) > 1 else code


def _starts(key: str) -> Iterator[int]:
    """Where the words of a folded name begin."""
    start = 0
    while start >= 0:
        yield start
        space = key.find(" ", start)
        start = space + 1 if space >= 0 else -1
