"""Where there is no database yet: the reference rows of the seeds, in memory, as completion asks for them."""

import csv
import sqlite3
from collections.abc import Iterator, Mapping

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


def seeded(subject: str) -> Reader:
    """A reader of the seeds that knows what this subject needs, and nothing else."""
    connection = sqlite3.connect(":memory:")
    noun = "place" if subject == "province" else subject.partition(" with ")[0]
    if noun in NOUNS:
        _things(connection, noun)
    for vocabulary in (noun, f"{noun} role"):
        if vocabulary in TABLES:
            _vocabulary(connection, vocabulary)
    return Reader(connection, Location("sqlite"))


def _things(connection: sqlite3.Connection, noun: str) -> None:
    connection.executescript(_THINGS.format(noun))
    rows = list(_rows(f"{noun}s"))
    numbers = {row["code"]: number for number, row in enumerate(rows)}
    levels = {row["code"]: row["level"] for row in _rows("place_kinds")} if noun == "place" else {}
    connection.executemany(
        f"INSERT INTO {noun} (id, code, name, parent_id, level) VALUES (?, ?, ?, ?, ?)",
        [
            (
                numbers[row["code"]],
                row["code"],
                row["name"],
                numbers.get(row.get("parent", "")),
                levels.get(row["kind"]),
            )
            for row in rows
        ],
    )
    key = NOUNS[noun].key
    named = [(row["code"], row["name"]) for row in rows] + [(row[noun], row["name"]) for row in _rows(f"{noun}_names")]
    connection.executemany(
        f"INSERT INTO {noun}_name VALUES (?, ?, ?)", [(numbers[code], name, key(name)) for code, name in named]
    )


def _vocabulary(connection: sqlite3.Connection, vocabulary: str) -> None:
    connection.execute(_TERMS.format(TABLES[vocabulary]))
    if vocabulary == "type":
        rows = [row | {"rank": "0"} for row in map(dict, _rows("types"))]
    else:
        kind = _SEEDED.get(vocabulary, vocabulary.replace(" ", "-"))
        rows = [dict(row) for row in _rows("vocabularies") if row["vocabulary"] == kind]
    connection.executemany(
        f"INSERT INTO {TABLES[vocabulary]} (code, name, korean, definition, rank) VALUES (?, ?, ?, ?, ?)",
        [[row[name] for name in ("code", "name", "korean", "definition", "rank")] for row in rows],
    )


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    with (shipped("seeds") / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
