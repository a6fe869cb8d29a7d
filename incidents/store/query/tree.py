"""Places, institutions and outlets as they are listed and shown."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row, chunks, marks, number

_PARENTS = {
    "place": """SELECT parent_code, parent, kind, since, until FROM place_parent_listing
        WHERE place_code = ? ORDER BY since, parent_code""",
    "institution": """SELECT p.code, p.name, CASE WHEN l.until = '' THEN 'second' ELSE 'earlier' END, l.since, l.until
        FROM institution_parent l JOIN institution p ON p.id = l.parent_id JOIN institution n ON n.id = l.institution_id
        WHERE n.code = ? ORDER BY l.since, p.code""",
}
_FORMER = """SELECT a.code, a.name, 'administrative', f.first_day, f.last_day FROM {0}_former f
    JOIN {0} n ON n.id = f.{0}_id JOIN {0} a ON a.id = f.ancestor_id WHERE n.code = ?
    AND NOT EXISTS (SELECT 1 FROM {0}_parent p WHERE p.{0}_id = n.id AND p.parent_id = a.id)"""
_ONCE = {
    "place": f"""{_FORMER.format("place")} UNION ALL SELECT a.code, a.name, 'usage', '', '' FROM place_closure c
        JOIN place n ON n.id = c.place_id JOIN place a ON a.id = c.ancestor_id WHERE n.code = ? AND c.via = 'usage'
        AND NOT EXISTS (SELECT 1 FROM place_parent p WHERE p.place_id = n.id AND p.parent_id = a.id) ORDER BY 4, 1""",
    "institution": f"{_FORMER.format('institution')} ORDER BY 4, 1",
}
NAME = ("name", "language", "kind", "since", "until")
PARENT = ("code", "name", "kind", "since", "until")
CHILD = ("code", "name", "kind")


class Around(NamedTuple):
    """What belongs to a place or institution: its names, further parents, what is right below, and its incidents.

    `since`: from when on a place lies in its parent of today, EDTF; empty where that is not told.
    """

    names: list[Row]
    parents: list[Row]
    children: list[Row]
    incidents: int
    since: str = ""
    once: Sequence[Row] = ()
    """In what it lay with one of those above it, or is written with it: code, name, kind, first and last day."""


def listed(  # noqa: PLR0913  what is listed, and each way to narrow it
    reader: Reader, noun: str, columns: Sequence[str], *, below: str = "", level: str = "", kind: str = ""
) -> Iterator[Row]:
    """All rows of the listing by code; only those `below` the thing with this code (it too), of a `level` or `kind`."""
    closure = f"""code IN (SELECT n.code FROM {noun}_closure c JOIN {noun} n ON n.id = c.{noun}_id
        JOIN {noun} a ON a.id = c.ancestor_id WHERE a.code = ?)"""
    asked = [text for text, value in ((closure, below), ("level = ?", level), ("kind = ?", kind)) if value]
    where = f" WHERE {' AND '.join(asked)}" if asked else ""
    text = f"SELECT {', '.join(columns)} FROM {noun}_listing{where} ORDER BY code"
    return reader.rows(text, tuple(filter(None, (below, level, kind))))


def coded(reader: Reader, noun: str, columns: Sequence[str], codes: Sequence[str]) -> Iterator[Row]:
    """The rows of the listing with these codes, in their order; a code that nothing has is left out."""
    for some in chunks(codes):
        text = f"SELECT code, {', '.join(columns)} FROM {noun}_listing WHERE code IN ({marks(some)})"
        rows = {row[0]: row[1:] for row in reader.rows(text, tuple(some))}
        yield from (rows[code] for code in some if code in rows)


def having(reader: Reader, noun: str, code: str) -> list[int]:
    """The numbers of the incidents of the chronology that have the thing with this code itself."""
    text = f"""SELECT DISTINCT i.id FROM incident i JOIN incident_{noun} l ON l.incident_id = i.id
        JOIN {noun} n ON n.id = l.{noun}_id WHERE n.code = ? AND i.withdrawn = 0 ORDER BY i.id"""
    return [int(row[0]) for row in reader.rows(text, (code,))]


def above(reader: Reader, noun: str, code: str) -> set[str]:
    """The codes of everything that the thing with this code lies in, by any of its parents."""
    text = f"""SELECT a.code FROM {noun}_closure c JOIN {noun} n ON n.id = c.{noun}_id
        JOIN {noun} a ON a.id = c.ancestor_id WHERE n.code = ? AND a.id <> n.id"""
    return {row[0] for row in reader.rows(text, (code,))}


def around(reader: Reader, noun: str, code: str) -> Around:
    """What belongs to the place or institution with this code."""
    names = f"""SELECT {", ".join(f"m.{column}" for column in NAME)} FROM {noun}_name m
        JOIN {noun} n ON n.id = m.{noun}_id WHERE n.code = ? AND m.kind <> 'canonical' ORDER BY m.language, m.name"""
    children = f"""SELECT c.code, c.name, c.kind FROM {noun} c JOIN {noun} n ON n.id = c.parent_id
        WHERE n.code = ? AND c.retired = 0 ORDER BY c.name, c.code"""
    incidents = f"""SELECT count(*) FROM incident_scope WHERE kind = '{noun}'
        AND node = (SELECT id FROM {noun} WHERE code = ?)"""
    named_, above, below = (list(reader.rows(text, (code,))) for text in (names, _PARENTS[noun], children))
    once = _longest(list(reader.rows(_ONCE[noun], (code,) * _ONCE[noun].count("?"))))
    began = reader.one("SELECT since FROM place WHERE code = ?", (code,)) if noun == "place" else None
    return Around(named_, above, below, number(reader, incidents, (code,)), began[0] if began else "", once)


def _longest(rows: list[Row]) -> list[Row]:
    """The times in which it was under something, without those that lie within another of the same; days last."""
    return [
        row
        for row in rows
        if not any(row[:3] == other[:3] and row != other and _within(row[3:], other[3:]) for other in rows)
    ]


def _within(inner: Sequence[str], outer: Sequence[str]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
