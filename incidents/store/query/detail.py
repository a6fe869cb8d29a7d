"""Everything about one incident."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from incidents.store.query.connect import Reader
from incidents.store.query.open_names import open_in
from incidents.store.query.sql import Row

OWN = ("note", "level_reason", "reviewed_by", "reviewed_at", "withdrawn_reason")
PLACE = ("code", "name", "path", "role")
INSTITUTION = ("code", "name", "role")
PEOPLE = ("people_group", "low", "high", "approximate", "words")
DECISION = ("field", "who", "reason")
OPEN_NAME = ("field", "words")
RELATION = ("kind", "other_id", "code", "title", "direction", "withdrawn")
"""`direction`: `to` the other one, or `from` it to this one."""


class Passage(NamedTuple):
    """A row of evidence with its claims, both in the columns that were asked for."""

    evidence: Row
    claims: list[Row]


class Detail(NamedTuple):
    """One incident: its row, and the rows that belong to it in the columns named above."""

    incident: Row
    own: Row
    places: list[Row]
    institutions: list[Row]
    people: list[Row]
    passages: list[Passage]
    decisions: list[Row]
    open_names: list[Row]
    relations: list[Row]
    names: dict[str, str]
    """Of the codes that claims give: the names of the places and institutions."""
    above: frozenset[str]
    """Codes of what its places lie in."""


def detail(
    reader: Reader, number: int, columns: Sequence[str], evidence: Sequence[str], claim: Sequence[str]
) -> Detail:
    """The incident with this number, in these columns of `chronology`, `evidence_listing` and `claim_listing`."""
    of = (number,)
    passages = _passages(reader, number, evidence, claim)
    return Detail(
        next(reader.rows(f"SELECT {', '.join(columns)} FROM chronology WHERE id = ?", of)),
        next(reader.rows(f"SELECT {', '.join(OWN)} FROM incident WHERE id = ?", of)),
        _linked(reader, "incident_place_listing", PLACE, number),
        _linked(reader, "incident_institution_listing", INSTITUTION, number),
        _linked(reader, "incident_people_listing", PEOPLE, number),
        passages,
        list(reader.rows(f"SELECT {_sql(DECISION)} FROM incident_decision WHERE incident_id = ? ORDER BY field", of)),
        open_in(reader, number),
        list(reader.rows(_RELATIONS, (number, number))),
        _names(reader, number),
        frozenset(row[0] for row in reader.rows(_ABOVE, of)),
    )


def evidence_of(reader: Reader, columns: Sequence[str], incidents: Sequence[int]) -> Iterator[Row]:
    """The evidence of incidents by number, in that order, in these columns of `evidence_listing` and `number`."""
    asked = ", ".join("position + 1 AS number" if name == "number" else name for name in columns)
    text = f"SELECT {asked} FROM evidence_listing WHERE incident_id = ? ORDER BY position"
    return (row for number in incidents for row in reader.rows(text, (number,)))


_ABOVE = """SELECT a.code FROM incident_place p JOIN place_closure c ON c.place_id = p.place_id
    JOIN place a ON a.id = c.ancestor_id WHERE p.incident_id = ? AND c.depth > 0"""

_RELATIONS = """SELECT r.kind, o.id, o.code, o.title, 'to', o.withdrawn FROM incident_relation r
    JOIN incident o ON o.id = r.other_id WHERE r.incident_id = ? UNION ALL
    SELECT r.kind, o.id, o.code, o.title, 'from', o.withdrawn FROM incident_relation r
    JOIN incident o ON o.id = r.incident_id WHERE r.other_id = ? ORDER BY 1, 5 DESC, 2"""


def _names(reader: Reader, number: int) -> dict[str, str]:
    text = """SELECT n.code, n.name FROM claim_listing c JOIN {0} n ON n.code = c.value
        WHERE c.incident_id = ? AND c.field = '{0}'"""
    rows = (row for noun in ("place", "institution") for row in reader.rows(text.format(noun), (number,)))
    return dict(rows)


def _linked(reader: Reader, view: str, columns: Sequence[str], number: int) -> list[Row]:
    text = f"SELECT {_sql(columns)} FROM {view} WHERE incident_id = ? ORDER BY position"
    return list(reader.rows(text, (number,)))


def _passages(reader: Reader, number: int, evidence: Sequence[str], claim: Sequence[str]) -> list[Passage]:
    claims: dict[Any, list[Row]] = {}
    text = f"SELECT evidence_id, {_sql(claim)} FROM claim_listing WHERE incident_id = ? ORDER BY evidence_id, position"
    for row in reader.rows(text, (number,)):
        claims.setdefault(row[0], []).append(row[1:])
    text = f"SELECT id, {_sql(evidence)} FROM evidence_listing WHERE incident_id = ? ORDER BY position"
    return [Passage(row[1:], claims.get(row[0], [])) for row in reader.rows(text, (number,))]


def _sql(columns: Sequence[str]) -> str:
    return ", ".join(columns)
