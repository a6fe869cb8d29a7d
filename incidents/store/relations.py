"""How incidents stand to one another, as rows and back; no way leads from an incident to itself."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from incidents.errors import Refused
from incidents.model.incident import Relation
from incidents.store.lookup import Lookup
from incidents.store.tables import table_of

MUTUAL = frozenset({"related"})
"""Kinds that say the same from either side; all others lead one way."""


def read(session: Session, number: int) -> tuple[Relation, ...]:
    """The relations that an incident holds, in an order that is the same in every database."""
    relation, incident = table_of("incident_relation"), table_of("incident")
    joined = relation.join(incident, incident.c.id == relation.c.other_id)
    query = sa.select(relation.c.kind, incident.c.uid).select_from(joined).where(relation.c.incident_id == number)
    rows = session.connection().execute(query.order_by(relation.c.kind, incident.c.uid))
    return tuple(Relation(kind, uid) for kind, uid in rows)


def rows(lookup: Lookup, relations: Sequence[Relation]) -> list[dict[str, Any]]:
    """The columns of each relation, but whose it is. Raises NotFound if there is no such incident."""
    return [{"kind": one.kind, "other_id": lookup.incident_of(one.other)} for one in dict.fromkeys(relations)]


def refuse_circles(session: Session, number: int, relations: Sequence[Relation]) -> None:
    """Refuse that an incident is part of its own part, follows what follows it, and the like.

    Raises:
        Refused: says by which incident the way leads back.
    """
    for kind in dict.fromkeys(one.kind for one in relations):
        back = None if kind in MUTUAL else _way_back(session, number, kind)
        if back is not None:
            raise Refused(f"“{back} {kind} {number}” stands already, straight or by others: that makes a circle.")


def _way_back(session: Session, number: int, kind: str) -> int | None:
    """The incident that `number` leads to and that leads to it, if there is one."""
    relation = table_of("incident_relation")
    seen: set[int] = set()
    ahead = [(number, number)]
    while ahead:
        at, by = ahead.pop()
        query = sa.select(relation.c.other_id).where(relation.c.incident_id == at, relation.c.kind == kind)
        for other in session.connection().execute(query).scalars():
            if other == number:
                return by
            if other not in seen:
                seen.add(other)
                ahead.append((other, other if at == number else by))
    return None
