"""What the phrase tables of a language must hold, from `phrase_tables.csv`: their columns, and codes that exist."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from incidents import paths
from incidents.errors import BadInput
from incidents.intake.tables import Row, read_table
from incidents.model.reference import Reference

_NUMBER = "number"
"""In the place of the noun: whole numbers."""
_WORD = "word"
"""In the place of the noun: words, or several to choose from with `|` between them, none of them empty."""
_FILLED = "+"
"""Behind the nouns of a column that no row may leave empty."""


class _Codes(NamedTuple):
    """A column of codes: of what they are, and the words that may stand there besides."""

    column: str
    noun: str
    others: frozenset[str]
    filled: bool
    """Whether no row may leave it empty."""


class _Table(NamedTuple):
    columns: tuple[str, ...]
    codes: tuple[_Codes, ...]


def read_phrase_table(path: Path) -> tuple[Row, ...]:
    """The rows of a phrase table.

    Raises:
        BadInput: a column that a table of this name has in every language is missing, or a row cannot be read.
    """
    known = _tables().get(path.stem)
    return tuple(read_table(path, known.columns if known else ()))


def check_codes(folder: Path, phrases: Mapping[str, Sequence[Row]], reference: Reference) -> None:
    """See that the places, institutions, kinds and types that the phrase tables in a folder name are there.

    Raises:
        BadInput: a code that no row of the reference has; says the file and the line.
    """
    known = _known(reference)
    for table, row, one, code in _named(phrases):
        if not _plain(one.noun, code) and code not in one.others and code not in known.get(one.noun, ()):
            where = f"{folder / table}.csv, line {row['line']}"
            raise BadInput(f"{where}: {one.column} is {code!a}, and there is no such {one.noun}.")


def _plain(noun: str, cell: str) -> bool:
    """Whether it is a number or a word, where one of these is asked for."""
    if noun == _NUMBER:
        return cell.isascii() and cell.isdecimal()
    return noun == _WORD and all(cell.split("|"))


def _named(phrases: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Row, _Codes, str]]:
    for table, rows in phrases.items():
        known = _tables().get(table)
        for one in known.codes if known else ():
            for row in rows:
                codes = row.get(one.column, "").split() or [""] * one.filled
                yield from ((table, row, one, code) for code in codes)


def _known(reference: Reference) -> dict[str, set[str]]:
    known = {
        "place": set(reference.place),
        "institution": set(reference.institution),
        "place-kind": {kind.code for kind in reference.place_kinds},
        "type": {one.code for one in reference.types},
    }
    for term in reference.terms:
        known.setdefault(term.vocabulary, set()).add(term.code)
    return known


@cache
def _tables() -> Mapping[str, _Table]:
    rows = read_table(paths.shipped("seeds") / "phrase_tables.csv", ("table", "columns", "codes"))
    return {
        row["table"]: _Table(tuple(row["columns"].split()), tuple(map(_codes, row["codes"].split()))) for row in rows
    }


def _codes(cell: str) -> _Codes:
    column, _, nouns = cell.partition("=")
    noun, *others = nouns.removesuffix(_FILLED).split("|")
    return _Codes(column, noun, frozenset(others), nouns.endswith(_FILLED))
