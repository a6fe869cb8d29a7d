"""Everything in the database that points at a place or an institution, so that a merger leaves nothing behind.

A test holds that no foreign key of the schema is missing here. Besides them codes stand in claims and in proposals.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

import sqlalchemy as sa

from incidents.store.tables import table_of
from incidents.store.things import Thing
from incidents.store.unit import Unit


class Pointer(NamedTuple):
    """A column that points at a thing, and whose value it is part of: `row` is of nobody's."""

    table: str
    column: str
    of: Literal["thing", "incident", "row"]


POINTERS: Mapping[str, tuple[Pointer, ...]] = {
    "place": (
        Pointer("place", "parent_id", "thing"),
        Pointer("place_parent", "parent_id", "thing"),
        Pointer("institution", "place_id", "thing"),
        Pointer("incident_place", "place_id", "incident"),
        Pointer("evidence", "source_place_id", "incident"),
        Pointer("source", "place_id", "row"),
    ),
    "institution": (
        Pointer("institution", "parent_id", "thing"),
        Pointer("institution_parent", "parent_id", "thing"),
        Pointer("incident_institution", "institution_id", "incident"),
    ),
}
OWN = ("name", "parent", "closure", "former")
"""Tables `place_name` … whose rows are a thing's own; the last two follow from the parents (`store.closure`)."""


def things_at(unit: Unit, thing: Thing) -> Iterator[Thing]:
    """What lies or lay in a thing, and the institutions that are there."""
    for table, column, of in POINTERS[thing.noun]:
        if of == "thing":
            rows, noun = table_of(table), table.removesuffix("_parent")
            owners, owner = table_of(noun).alias(), rows.c.id if table == noun else rows.c[f"{noun}_id"]
            here = sa.select(owners.c.code).join_from(owners, rows, owner == owners.c.id)
            codes = here.where(rows.c[column] == unit.lookup.id_of(*thing)).distinct()
            yield from (Thing(noun, code) for code in sorted(unit.session.connection().execute(codes).scalars()))


def incidents_with(unit: Unit, thing: Thing) -> list[int]:
    """The numbers of the incidents that have the thing themselves, or whose evidence names it; withdrawn ones too."""
    number, evidence, claim = unit.lookup.id_of(*thing), table_of("evidence"), table_of("claim")
    claimed = (claim.c.field == thing.noun) & (claim.c.value == thing.code)
    queries = [sa.select(evidence.c.incident_id).join(claim, claim.c.evidence_id == evidence.c.id).where(claimed)]
    for table, column, of in POINTERS[thing.noun]:
        if of == "incident":
            queries.append(sa.select(table_of(table).c.incident_id).where(table_of(table).c[column] == number))
    return sorted(unit.session.connection().execute(sa.union(*queries)).scalars())


def proposals_with(unit: Unit, thing: Thing) -> list[int]:
    """The numbers of the proposals that may have the thing, decided ones too: one can be opened again."""
    table = table_of("proposal")
    named = table.c.payload.contains(f'"{thing.code}"', autoescape=True)
    return list(unit.session.connection().execute(sa.select(table.c.id).where(named).order_by(table.c.id)).scalars())


def turn_rows(unit: Unit, old: Thing, new: Thing) -> None:
    """Make the rows that are of nobody's and point at the old one point at the new one."""
    numbers = unit.lookup.id_of(*old), unit.lookup.id_of(*new)
    for table, column, of in POINTERS[old.noun]:
        if of == "row":
            rows = table_of(table)
            here = sa.update(rows).where(rows.c[column] == numbers[0])
            unit.session.connection().execute(here.values({column: numbers[1]}))
