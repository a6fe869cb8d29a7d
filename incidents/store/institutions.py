"""Institutions that a record needs and that no seed row holds: added once, with names and closure."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from incidents.model.key import fold
from incidents.model.reference import Institution, Name
from incidents.store.log import diff
from incidents.store.tables import InstitutionRow, load, table_of
from incidents.store.unit import Unit

_STANDS: Any = sa.literal_column("0")


def absent(unit: Unit, codes: Collection[str]) -> frozenset[str]:
    """Those of the codes that no institution has, or a retired one: `add` makes them or lets them stand again."""
    table = table_of("institution")
    there = sa.select(table.c.code).where(table.c.code.in_(codes), table.c.retired == _STANDS)
    return frozenset(codes).difference(unit.session.connection().scalars(there))


def add(unit: Unit, institution: Institution) -> None:
    """Add an institution as the user's, unless its code is there already; a retired one stands again.

    Raises:
        NotFound: its parent or place is not there.
    """
    table = table_of("institution")
    there = sa.select(table.c.retired).where(table.c.code == institution.code)
    held = unit.session.connection().execute(there).first()
    if held is not None:
        if held.retired:
            standing = sa.update(table).where(table.c.code == institution.code).values(retired=False)
            unit.session.connection().execute(standing)
            unit.log.append("restore", "institution", institution.code, {"retired": (True, False)})
        return
    load()  # the flush below follows the foreign keys of every table
    row = InstitutionRow(
        code=institution.code,
        name=institution.name,
        kind=institution.kind,
        parent_id=unit.lookup.id_of("institution", institution.parent) if institution.parent else None,
        place_id=unit.lookup.id_of("place", institution.place) if institution.place else None,
        since=institution.since,
        until=institution.until,
    )
    unit.session.add(row)
    unit.session.flush()
    _add_names(unit, row, institution)
    _add_closure(unit, row)
    plain = {"name": institution.name, "parent": institution.parent, "place": institution.place}
    unit.log.append("bring", "institution", institution.code, diff({}, plain))


def _add_names(unit: Unit, row: InstitutionRow, institution: Institution) -> None:
    canonical = Name(institution.name, kind="canonical")
    rows = [
        {
            "institution_id": row.id,
            "name": name.text,
            "language": name.language,
            "kind": name.kind,
            "since": name.since,
            "until": name.until,
            "key": fold(name.text),
            "origin": "user",
        }
        for name in (canonical, *institution.names)
    ]
    unit.session.connection().execute(sa.insert(table_of("institution_name")), rows)


def _add_closure(unit: Unit, row: InstitutionRow) -> None:
    """Itself, and every ancestor of its parent one step further, those of former times for the same times."""
    table = table_of("institution_closure")
    unit.session.connection().execute(sa.insert(table), [{"institution_id": row.id, "ancestor_id": row.id, "depth": 0}])
    above = sa.select(sa.literal(row.id), table.c.ancestor_id, table.c.depth + 1).where(
        table.c.institution_id == row.parent_id
    )
    names = ["institution_id", "ancestor_id", "depth"]
    unit.session.connection().execute(sa.insert(table).from_select(names, above))
    former = table_of("institution_former")
    columns = [former.c.ancestor_id, former.c.first_day, former.c.last_day]
    then = sa.select(sa.literal(row.id), *columns).where(former.c.institution_id == row.parent_id)
    names = ["institution_id", *(column.name for column in columns)]
    unit.session.connection().execute(sa.insert(former).from_select(names, then))
