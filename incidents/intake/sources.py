"""On what rows of the seeds rest: the words of their source columns, what each stands for, and single citations.

The tables are read when they are first asked for: only `show` needs them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from incidents.errors import BadInput
from incidents.intake.tables import Row, read_table
from incidents.paths import shipped


class _Table(NamedTuple):
    noun: str
    about: str
    code: str
    """The column of codes."""
    words: tuple[str, ...]
    """The columns of sources; none: it may be any row of the noun."""


ITSELF = "itself"
TABLES: Mapping[str, _Table] = {
    "places": _Table("place", ITSELF, "code", ("source",)),
    "place_parents": _Table("place", "parents", "place", ("source",)),
    "place_names": _Table("place", "names", "place", ()),
    "institutions": _Table("institution", ITSELF, "code", ("source", "second")),
    "institution_parents": _Table("institution", "parents", "institution", ("source", "second")),
    "institution_names": _Table("institution", "names", "institution", ()),
    "calendar": _Table("day", ITSELF, "code", ("source",)),
    "calendar_dates": _Table("day", "dates", "day", ("source",)),
}
"""The tables of which rows `attestations.csv` has citations."""


class Source(NamedTuple):
    """What a word of a source column stands for."""

    citation: str
    says: str
    checked: str
    """Against what it was checked."""


class Citation(NamedTuple):
    """What attests a row: `about` is `itself`, or its `parents`, `names` or `dates`."""

    about: str
    source: str
    """The word of the source column; empty where the table has none."""
    text: str


class Sources:
    """The sources of the seeds in a folder. What it is asked raises BadInput where a file is wrong: file and line."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder = folder
        self._held: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self._cited: dict[str, Mapping[str, Sequence[Citation]]] = {}

    @cached_property
    def words(self) -> Mapping[str, Source]:
        """What each word stands for."""
        found: dict[str, Source] = {}
        for row in self._rows("sources", ("word", *Source._fields)):
            if not row["word"] or not row["citation"]:
                raise _wrong("sources", row, "a source needs a word and a citation")
            if row["word"] in found:
                raise _wrong("sources", row, f"the word {row['word']} stands there twice")
            found[row["word"]] = Source(*(row[name] for name in Source._fields))
        return found

    def of(self, noun: str, code: str) -> tuple[str, ...]:
        """The words of the row with this code, the first source first; none of what the seeds do not have."""
        return self.held(_main(noun)).get(code, ())

    def held(self, table: str) -> Mapping[str, tuple[str, ...]]:
        """The words of each code of a table, each of them known."""
        if table not in self._held:
            self._held[table] = self._words_of(table)
        return self._held[table]

    def citations(self, noun: str, code: str) -> tuple[Citation, ...]:
        """What each source of a row is, or where in it the row was found; then what attests what else is told of it."""
        words, own = self.of(noun, code), self._attested(noun).get(code, [])
        mine = [one for one in own if one.about == ITSELF]
        found = {one.source for one in mine}
        mine += [Citation(ITSELF, word, self.words[word].citation) for word in words if word not in found]
        mine.sort(key=lambda one: words.index(one.source))
        return (*mine, *(one for one in own if one.about != ITSELF))

    def _attested(self, noun: str) -> Mapping[str, Sequence[Citation]]:
        """The citations of each code of a noun; to check the rows of other nouns their tables would have to be read."""
        if noun not in self._cited:
            found: dict[str, list[Citation]] = {}
            for row in self._rows("attestations", ("table", "code", "source", "citation")):
                table = TABLES.get(row["table"])
                if table and table.noun != noun:
                    continue
                if message := next(self._amiss(row, table), ""):
                    raise _wrong("attestations", row, message)
                found.setdefault(row["code"], []).append(_citation(row))
            self._cited[noun] = found
        return self._cited[noun]

    def _amiss(self, row: Row, table: _Table | None) -> Iterator[str]:
        """What is wrong with a row of attestations."""
        if not table:
            yield f"{row['table']!r} is no table that has citations ({', '.join(TABLES)})"
            return
        if not row["citation"]:
            yield "the citation is empty"
        held = self.held(row["table"] if table.words else _main(table.noun))
        if row["code"] not in held:
            yield f"{row['table']}.csv has no row of {row['code']!a}"
        elif table.words and row["source"] not in held[row["code"]]:
            yield f"{row['source']!a} is no source of {row['code']} ({', '.join(held[row['code']])})"
        elif row["source"] and not table.words:
            yield f"{row['table']}.csv has no sources: leave the cell empty"

    def _words_of(self, name: str) -> dict[str, tuple[str, ...]]:
        table, found = TABLES[name], dict[str, tuple[str, ...]]()
        for row in self._rows(name, (table.code, *table.words)):
            words = " ".join(row[column] for column in table.words).split()
            if unknown := [word for word in words if word not in self.words]:
                raise _wrong(name, row, f"{unknown[0]!a} is no source: sources.csv has no such word")
            found[row[table.code]] = tuple(dict.fromkeys((*found.get(row[table.code], ()), *words)))
        return found

    def _rows(self, name: str, columns: Sequence[str]) -> Iterator[Row]:
        return read_table(self._folder / f"{name}.csv", columns)


@cache
def shipped_sources() -> Sources:
    """Those of the seeds that ship."""
    return Sources(shipped("seeds"))


def _citation(row: Row) -> Citation:
    return Citation(TABLES[row["table"]].about, row["source"], row["citation"])


def _main(noun: str) -> str:
    return next(name for name, table in TABLES.items() if (table.noun, table.about) == (noun, ITSELF))


def _wrong(name: str, row: Row, message: str) -> BadInput:
    return BadInput(f"{name}.csv, line {row['line']}: {message}.")
