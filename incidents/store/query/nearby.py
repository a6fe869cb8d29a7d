"""Incidents that may be another one told again: candidates by index ranges of `incident_scope`, and what they have."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incidents.store.query.connect import Reader
from incidents.store.query.sql import chunks, marks

LONG = 370
"""An incident of a longer span is found only if it begins in the window."""
_ROWS = """SELECT s.incident_id, s.sort_from, s.sort_to FROM incident_scope s
    WHERE s.kind = ? AND s.node = ? AND s.sort_from BETWEEN ? AND ? AND s.sort_to >= ?"""
_TYPE = """SELECT t.node, f.node, f.code FROM incident_type t JOIN incident_family f ON f.code = t.family_code
    WHERE t.code = ?"""
_ABOVE = """SELECT DISTINCT a.id, a.code, a.name, a.kind, a.level FROM place p
    JOIN place_closure c ON c.place_id = p.id JOIN place a ON a.id = c.ancestor_id
    WHERE c.via <> 'former' AND p.code IN ({})"""
_FACTS = """SELECT i.id, i.uid, i.code, i.title, i.edtf, i.sort_from, i.sort_to, i.type, t.family_code
    FROM incident i JOIN incident_type t ON t.code = i.type WHERE i.id IN ({})"""
_PLACES = """SELECT l.incident_id, p.id, p.level FROM incident_place l JOIN place p ON p.id = l.place_id
    WHERE l.incident_id IN ({})"""
_UNDER = """SELECT l.incident_id, c.ancestor_id FROM incident_place l JOIN place_closure c ON c.place_id = l.place_id
    WHERE l.incident_id IN ({}) AND c.ancestor_id IN ({}) AND c.via <> 'former'"""
_SHARED = """SELECT l.incident_id, n.name FROM incident_institution l JOIN institution n ON n.id = l.institution_id
    WHERE l.incident_id IN ({}) AND n.code IN ({}) ORDER BY l.incident_id, l.position"""
_SAME_TEXT = """SELECT DISTINCT e.incident_id FROM report_text x JOIN evidence e ON e.text_id = x.id
    JOIN incident i ON i.id = e.incident_id WHERE i.withdrawn = 0 AND x.sha256 IN ({})"""
_PUBLISHED = """SELECT r.published_from, r.published_to FROM report_text x JOIN report r ON r.id = x.report_id
    WHERE x.sha256 IN ({}) AND r.published_from IS NOT NULL ORDER BY r.published_from"""


class Window(NamedTuple):
    """Days as ISO text: what reaches into them is near in time."""

    first: str
    last: str
    reach: str
    """The earliest day on which what reaches into the window may begin."""


class Node(NamedTuple):
    """A place above or at one that is asked for."""

    id: int
    code: str
    name: str
    kind: str
    level: str


class Facts(NamedTuple):
    """What is compared of a candidate; days as it is sorted by, the own places as (number, level)."""

    id: int
    uid: str
    code: str
    title: str
    edtf: str | None
    sort_from: str
    sort_to: str
    type: str
    family: str
    places: frozenset[tuple[int, str]]
    nodes: frozenset[int]
    """Numbers of the asked places that it is at or under."""
    institutions: tuple[str, ...]
    """Names of the asked institutions that it has."""


class Kinship(NamedTuple):
    """The numbers of a type and of its family in the scope, and the code of the family."""

    type: int
    family: int
    code: str


def in_scope(reader: Reader, kind: str, node: int, window: Window) -> dict[int, tuple[str, str]]:
    """The standing incidents under a node that reach into a window, with the days that they are sorted by."""
    rows = reader.rows(_ROWS, (kind, node, window.reach, window.last, window.first))
    return {number: (first, last) for number, first, last in rows}


def kinship(reader: Reader, type_: str) -> Kinship | None:
    """The nodes of a type by its code."""
    row = reader.one(_TYPE, (type_,))
    return Kinship(*row) if row else None


def above(reader: Reader, codes: Sequence[str]) -> dict[int, Node]:
    """The places of these codes and all places above them, by their numbers; not what was above them once."""
    return {row[0]: Node(*row) for row in reader.rows(_ABOVE.format(marks(codes)), codes)}


def of_texts(reader: Reader, hashes: Sequence[str]) -> set[int]:
    """The standing incidents that rest on texts with these hashes."""
    return {row[0] for row in reader.rows(_SAME_TEXT.format(marks(hashes)), hashes)}


def published(reader: Reader, hashes: Sequence[str]) -> tuple[str, str] | None:
    """The days between which the first dated report of these texts was published."""
    row = reader.one(_PUBLISHED.format(marks(hashes)), hashes)
    return (row[0], row[1] or row[0]) if row else None


def facts(reader: Reader, numbers: Iterable[int], nodes: Sequence[int], institutions: Sequence[str]) -> list[Facts]:
    """What candidates have, compared with the places (numbers) and institutions (codes) that are asked for."""
    return [one for some in chunks(sorted(numbers)) for one in _facts(reader, some, nodes, institutions)]


def _facts(reader: Reader, some: Sequence[int], nodes: Sequence[int], institutions: Sequence[str]) -> list[Facts]:
    asked = marks(some)
    own: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for number, place, level in reader.rows(_PLACES.format(asked), some):
        own[number].add((place, level))
    under: dict[int, set[int]] = defaultdict(set)
    for number, node in reader.rows(_UNDER.format(asked, marks(nodes)), (*some, *nodes)):
        under[number].add(node)
    shared: dict[int, list[str]] = defaultdict(list)
    for number, name in reader.rows(_SHARED.format(asked, marks(institutions)), (*some, *institutions)):
        shared[number].append(name)
    return [
        Facts._make((*row, frozenset(own[row[0]]), frozenset(under[row[0]]), tuple(dict.fromkeys(shared[row[0]]))))
        for row in reader.rows(_FACTS.format(asked), some)
    ]
