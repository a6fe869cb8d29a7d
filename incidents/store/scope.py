"""`incident_scope`: an incident under every ancestor of its places and institutions, its type, its family, and all.

Under what a place or an institution was once, only where the incident's date can lie in that time; by usage always.
"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from incidents.store.former import at_the_time
from incidents.store.tables import table_of

_COLUMNS = ("kind", "node", "sort_from", "sort_to", "incident_id")
_INCIDENT = table_of("incident")
_TYPE = table_of("incident_type")
_FAMILY = table_of("incident_family")
_SCOPE = table_of("incident_scope")


def expected(incidents: Iterable[int] | None = None) -> sa.CompoundSelect[Any]:
    """What `incident_scope` must hold for these incidents (None: for all), as one query of its columns."""
    standing = _INCIDENT.c.withdrawn == sa.text("0")
    if incidents is not None:
        standing &= _INCIDENT.c.id.in_(list(incidents))

    def under(kind: str, node: Any, source: Any) -> sa.Select[Any]:
        days = (_INCIDENT.c.sort_from, _INCIDENT.c.sort_to, _INCIDENT.c.id.label("incident_id"))
        first: Any = sa.literal_column(f"'{kind}'").label("kind")
        return sa.select(first, node.label("node"), *days).select_from(source).where(standing).distinct()

    of_type = _INCIDENT.join(_TYPE, _TYPE.c.code == _INCIDENT.c.type)
    return sa.union_all(
        under("all", sa.literal_column("0"), _INCIDENT),
        under("type", _TYPE.c.node, of_type),
        under("family", _FAMILY.c.node, of_type.join(_FAMILY, _FAMILY.c.code == _TYPE.c.family_code)),
        *(under(noun, *_above(noun)).where(at_the_time(noun, _INCIDENT.c)) for noun in ("place", "institution")),
    )


def _above(kind: str) -> tuple[Any, Any]:
    """The ancestors of the places (institutions) of incidents, and the join that finds them."""
    links, closure = table_of(f"incident_{kind}"), table_of(f"{kind}_closure")
    column = f"{kind}_id"
    joined = _INCIDENT.join(links, links.c.incident_id == _INCIDENT.c.id)
    return closure.c.ancestor_id, joined.join(closure, closure.c[column] == links.c[column])


def refresh(session: Session, incidents: Iterable[int] | None) -> None:
    """Make the scope of these incidents (None: of all) true."""
    numbers = None if incidents is None else list(incidents)
    session.flush()
    old = sa.delete(_SCOPE)
    session.connection().execute(old if numbers is None else old.where(_SCOPE.c.incident_id.in_(numbers)))
    session.connection().execute(sa.insert(_SCOPE).from_select(_COLUMNS, expected(numbers)))


def differences(session: Session) -> int:
    """How many rows of the scope are missing or too many, over all incidents (`db check`)."""
    held = sa.select(*(_SCOPE.c[name] for name in _COLUMNS))
    wanted = sa.select(expected().subquery())
    sides = (sa.except_(held, wanted), sa.except_(wanted, held))
    counts = (sa.select(sa.func.count()).select_from(side.subquery()) for side in sides)
    return sum(int(session.connection().execute(count).scalar_one()) for count in counts)
