"""Which titles the program gave by itself, from the change log: what a person has typed is nobody else's to change."""

import json
from typing import Any

import sqlalchemy as sa

from incidents.store.tables import table_of
from incidents.store.unit import Unit

RESOLVE = "resolve"
"""The action that settles an open name; a title of the program's follows it."""
_BY_ITSELF = ("propose", "refresh", "reopen", RESOLVE)
_FIELDS = ("title", "incident.title")


def of_proposal(unit: Unit, number: int) -> set[str]:
    """All titles that the program gave the proposal of this number."""
    return _of_proposals(unit, table_of("proposal").c.id == number)


def of_incident(unit: Unit, number: int, uid: str) -> set[str]:
    """All titles that the program gave the record, and the proposals that it was made of."""
    return _given(unit, "incident", uid) | _of_proposals(unit, table_of("proposal").c.incident_id == number)


def place_name(unit: Unit, code: str) -> str:
    """What a title calls the place; one as large as a country stands in none."""
    places = table_of("place")
    query = sa.select(places.c.name, places.c.level).where(places.c.code == code)
    row = unit.session.connection().execute(query).first()
    return str(row.name) if row and row.level not in ("country", "region") else ""


def _of_proposals(unit: Unit, which: Any) -> set[str]:
    query = sa.select(table_of("proposal").c.uid).where(which)
    uids = unit.session.connection().execute(query).scalars().all()
    return {title for uid in uids for title in _given(unit, "proposal", uid)}


def _given(unit: Unit, kind: str, uid: str) -> set[str]:
    change, held = table_of("change"), table_of("change_content")
    query = sa.select(held.c.content).join(change, change.c.id == held.c.change_id)
    own = (change.c.subject_kind == kind) & (change.c.subject_uid == uid) & change.c.action.in_(_BY_ITSELF)
    contents = unit.session.connection().execute(query.where(own, held.c.content.is_not(None))).scalars()
    read = (json.loads(content) for content in contents)
    return {str(content[field][1]) for content in read for field in _FIELDS if field in content}
