"""Where there is no database yet: the reference rows of the seeds, in memory, as completion asks for them."""

import csv
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from incidents.paths import shipped
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS
from incidents.store.query.terms import TABLES

_SEEDED = {"relation": "incident-relation"}
"""What a vocabulary is called in the seeds, where it is not the same."""
_THINGS = """CREATE TABLE {0} (id INTEGER PRIMARY KEY, code TEXT, name TEXT, parent_id INTEGER, level TEXT,
    retired INTEGER DEFAULT 0); CREATE TABLE {0}_name ({0}_id INTEGER, name TEXT, key TEXT);"""
_TERMS = "CREATE TABLE {} (code TEXT, name TEXT, korean TEXT, definition TEXT, rank INTEGER, retired INTEGER DEFAULT 0)"


def seeded(subject: str, words: str) -> Reader:
    """A reader of the seeds that knows what this subject needs for these words, and nothing else."""
    connection = sqlite3.connect(":memory:")
    noun = "place" if subject == "province" else subject.partition(" with ")[0]
    if noun in NOUNS:
        first_levels = subject == "province" or (noun == "place" and not words.strip())
        _things(connection, noun, words, "province" if first_levels else "")
    for vocabulary in (noun, f"{noun} role"):
        if vocabulary in TABLES:
            _vocabulary(connection, vocabulary)
    return Reader(connection, Location("sqlite"))


def _things(connection: sqlite3.Connection, noun: str, words: str, level: str) -> None:
    """The things (only those of a level) with a name that may begin so, with those names and what they lie in."""
    levels = {row[0]: row[1] for row in _cells("place_kinds", "code", "level")} if noun == "place" else {}
    columns = ("code", "name", "kind") if noun == "outlet" else ("code", "name", "kind", "parent")
    rows = {row[0]: row for row in _cells(f"{noun}s", *columns)}
    asked = {code for code, row in rows.items() if not level or levels.get(row[2]) == level}
    names = _begun(noun, words, [pair for pair in _names(noun) if pair[0] in asked])
    wanted = {code for code, *_ in names}
    numbers = {code: number for number, code in enumerate(wanted | {up for code in wanted for up in rows[code][3:]})}
    connection.executescript(_THINGS.format(noun))
    connection.executemany(
        f"INSERT INTO {noun} (id, code, name, parent_id, level) VALUES (?, ?, ?, ?, ?)",
        [
            (number, code, rows[code][1], numbers.get("".join(rows[code][3:])), levels.get(rows[code][2]))
            for code, number in numbers.items()
            if code
        ],
    )
    connection.executemany(
        f"INSERT INTO {noun}_name VALUES (?, ?, ?)", [(numbers[code], name, key) for code, name, key in names]
    )


def _names(noun: str) -> Iterator[tuple[str, ...]]:
    yield from _cells(f"{noun}s", "code", "name")
    yield from _cells(f"{noun}_names", noun, "name")


def _begun(noun: str, words: str, names: Sequence[tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Code, name and key of the names that may begin so; of all if none does."""
    key, may_begin = NOUNS[noun].key, _may_begin(words)
    likely = [(code, name, key(name)) for code, name in names if may_begin(name)]
    asked = key(words)
    return likely if any(one[2].startswith(asked) for one in likely) else [(c, name, key(name)) for c, name in names]


def _may_begin(words: str) -> Callable[[str], bool]:
    """Whether a name can have a key that begins as the words do, by its first character: folding all takes long."""
    first = words.strip()[:1].lower()
    if not first.isalnum():
        return lambda _: True
    return lambda name: name[:1].lower() == first or not (name[:1].isalnum() and _plain(name[0]) and _plain(first))


def _plain(character: str) -> bool:
    """Whether folding leaves it as it is but for its case."""
    return character.isascii() or "가" <= character <= "힣"


def _vocabulary(connection: sqlite3.Connection, vocabulary: str) -> None:
    connection.execute(_TERMS.format(TABLES[vocabulary]))
    columns = ("code", "name", "korean", "definition")
    if vocabulary == "type":
        rows = [(*row, "0") for row in _cells("types", *columns)]
    else:
        kind = _SEEDED.get(vocabulary, vocabulary.replace(" ", "-"))
        rows = [row[1:] for row in _cells("vocabularies", "vocabulary", *columns, "rank") if row[0] == kind]
    connection.executemany(
        f"INSERT INTO {TABLES[vocabulary]} (code, name, korean, definition, rank) VALUES (?, ?, ?, ?, ?)", rows
    )


def _cells(table: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """Some columns of a seed file, in this order."""
    with (shipped("seeds") / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        yield from map(itemgetter(*map(header.index, columns)), rows)
