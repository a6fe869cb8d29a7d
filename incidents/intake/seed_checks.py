"""What rows of the seeds say that cannot be, beyond what a cell alone tells: names, times, coordinates, trees."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import NamedTuple
from unicodedata import is_normalized

from incidents.intake.tables import Row
from incidents.model.edtf import bounds
from incidents.model.visible import invisible

Tables = Mapping[str, Sequence[Row]]

NAME_KINDS = ("official", "romanization", "alias", "abbreviation", "adjective", "former")
PARENT_KINDS = ("administrative", "usage")
_LATITUDE, _LONGITUDE = 90, 180
_NOUNS = ("place", "institution")
_LONGEST = 200
"""Characters of the longest name."""
_CODE = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Wrong(NamedTuple):
    """A row that is wrong, and what is wrong about it."""

    table: str
    row: Row
    message: str


def wrong_rows(tables: Tables) -> Iterator[Wrong]:
    """All rows that are wrong, in the order in which the checks look."""
    for table, check in _CHECKS.items():
        for row in tables[table]:
            if message := next(check(row), ""):
                yield Wrong(table, row, message)
    for noun in _NOUNS:
        yield from _twice(tables, f"{noun}_names", (noun, "name"), "this name of it stands there twice")
        yield from _also_canonical(tables, noun)
        yield from _twice(
            tables, f"{noun}_parents", (noun, "parent", "kind", "since"), "this parent stands there twice"
        )
        yield from _circular(tables, noun)
        yield from _circular_by_others(tables, noun)
    yield from _twice(tables, "vocabularies", ("vocabulary", "code"), "this term stands there twice")


def _thing(row: Row) -> Iterator[str]:
    if not _CODE.fullmatch(row["code"]):
        yield f"{row['code']!a} is no code: letters and digits with - and . between, as KP-10.samsu"
    if not row["name"]:
        yield "it has no name"
    yield from _readable(row["name"])
    yield from _period(row)


def _readable(name: str) -> Iterator[str]:
    """What is wrong with the letters of a name that nothing could find, or that looks like another one."""
    if wrong := invisible(name):
        yield f"the name {name[:40]!a} has {wrong[0]!a} in it, which nobody sees"
    if not any(map(str.isalnum, name)):
        yield f"the name {name[:40]!a} has no letter or digit in it"
    if len(name) > _LONGEST:
        yield f"the name {name[:40]!r}… has {len(name)} characters; it takes up to {_LONGEST}"
    if not is_normalized("NFC", name):
        yield f"the name {name[:40]!r} has letters in parts: save it in the form NFC of Unicode"


def _place(row: Row) -> Iterator[str]:
    yield from _thing(row)
    yield from _coordinates(row["latitude"], row["longitude"])


def _coordinates(latitude: str, longitude: str) -> Iterator[str]:
    if bool(latitude) != bool(longitude):
        yield "latitude and longitude go together"
    for name, cell, most in (("latitude", latitude, _LATITUDE), ("longitude", longitude, _LONGITUDE)):
        if cell and not (isfinite(float(cell)) and abs(float(cell)) <= most):
            yield f"{cell} is no {name}: it is a number from -{most} to {most}"


def _name(row: Row) -> Iterator[str]:
    if not row["name"]:
        yield "the name is empty"
    if row["kind"] not in NAME_KINDS:
        yield f"{row['kind']!r} is no kind of name ({', '.join(NAME_KINDS)})"
    if not _LANGUAGE.fullmatch(row["language"]):
        yield f"{row['language']!r} is no code of a language: two or three letters, as en, ko"
    yield from _readable(row["name"])
    yield from _period(row)


def _parent(noun: str) -> Callable[[Row], Iterator[str]]:
    def check(row: Row) -> Iterator[str]:
        if row["parent"] == row[noun]:
            yield f"{row[noun]} is its own parent"
        if row.get("kind", PARENT_KINDS[0]) not in PARENT_KINDS:
            yield f"{row['kind']!r} is no kind of parent ({', '.join(PARENT_KINDS)})"
        yield from _period(row)

    return check


def _period(row: Row) -> Iterator[str]:
    """Each end is EDTF, and the last day is not before the first."""
    ends: list[tuple[date | None, date | None]] = []
    for column in ("since", "until"):
        try:
            ends.append(bounds(row[column]) if row.get(column) else (None, None))
        except ValueError as error:
            yield f"{column}: {error}"
            return
    first, last = ends[0][0], ends[1][1]
    if first and last and last < first:
        yield f"it ends ({row['until']}) before it begins ({row['since']})"


_CHECKS: Mapping[str, Callable[[Row], Iterator[str]]] = {
    "places": _place,
    "place_names": _name,
    "place_parents": _parent("place"),
    "institutions": _thing,
    "institution_names": _name,
    "institution_parents": _parent("institution"),
}


def _twice(tables: Tables, table: str, columns: Sequence[str], message: str) -> Iterator[Wrong]:
    seen: set[tuple[str, ...]] = set()
    for row in tables[table]:
        key = tuple(row.get(column, "") for column in columns)
        if key in seen:
            yield Wrong(table, row, f"{row[columns[0]]}: {row[columns[1]]}: {message}")
        seen.add(key)


def _also_canonical(tables: Tables, noun: str) -> Iterator[Wrong]:
    canonical = {row["code"]: row["name"] for row in tables[f"{noun}s"]}
    for row in tables[f"{noun}_names"]:
        if canonical.get(row[noun]) == row["name"]:
            yield Wrong(f"{noun}_names", row, f"{row[noun]} has the name {row['name']} in {noun}s.csv already")


def _circular(tables: Tables, noun: str) -> Iterator[Wrong]:
    """Rows whose line of parents comes back to them."""
    parents = {row["code"]: row["parent"] for row in tables[f"{noun}s"]}
    sound: set[str] = set()
    for row in tables[f"{noun}s"]:
        line: dict[str, None] = {}
        at = row["code"]
        while at and at not in sound and at not in line:
            line[at] = None
            at = parents.get(at, "")
        if at in line and at == row["code"]:
            yield Wrong(f"{noun}s", row, f"it is under itself ({' under '.join((*line, at))})")
        elif at not in line:
            sound.update(line)


def _circular_by_others(tables: Tables, noun: str) -> Iterator[Wrong]:
    """Rows of a second parent that holds today, or of usage, which lies below the thing itself."""
    others = [row for row in tables[f"{noun}_parents"] if row.get("kind") == "usage" or not row["until"]]
    above: dict[str, list[str]] = {row["code"]: [row["parent"]] for row in tables[f"{noun}s"] if row["parent"]}
    for row in others:
        above.setdefault(row[noun], []).append(row["parent"])
    for row in others:
        if row[noun] in _all_above(row["parent"], above):
            yield Wrong(f"{noun}_parents", row, f"{row[noun]} would be under itself: {row['parent']} is below it")


def _all_above(code: str, above: Mapping[str, Sequence[str]]) -> set[str]:
    found, waiting = set[str](), [code]
    while waiting:
        fresh = set(above.get(waiting.pop(), ())) - found
        found |= fresh
        waiting.extend(fresh)
    return found
