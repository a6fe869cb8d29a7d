"""A merger leaves nothing behind that points at what is gone, on both databases."""

import pytest
import sqlalchemy as sa

from incidents.actions import upkeep
from incidents.actions.new_thing import Fresh, Who, add
from incidents.actions.record import record
from incidents.model.incident import Claim, InstitutionLink, PlaceLink
from incidents.store import integrity
from incidents.store.desk import file_report
from incidents.store.engine import engine_of
from incidents.store.location import Location
from incidents.store.references import OWN, POINTERS
from incidents.store.tables import metadata
from incidents.store.things import Thing
from incidents.store.undo import undo
from incidents.store.unit import begin
from tests.store.test_unit import party, passage, report

Rows = dict[str, list[tuple[object, ...]]]


@pytest.mark.parametrize("noun", POINTERS)
def test_every_foreign_key_is_listed(noun: str) -> None:
    own = {f"{noun}_{name}" for name in OWN}
    keys = (
        key for table in metadata.tables.values() for key in table.foreign_keys if key.target_fullname == f"{noun}.id"
    )
    columns = {(key.parent.table.name, key.parent.name) for key in keys}
    others = {(table, column) for table, column in columns if table not in own or column == "parent_id"}
    assert others == {(one.table, one.column) for one in POINTERS[noun]}


def pointing(location: Location, noun: str, code: str) -> dict[str, int]:
    """How many rows of each listed column point at the thing, and of claims that name it."""
    things, claim, engine = metadata.tables[noun], metadata.tables["claim"], engine_of(location)
    with engine.connect() as connection:
        number = connection.scalar(sa.select(things.c.id).where(things.c.code == code))
        count = sa.select(sa.func.count())
        found = {
            f"{one.table}.{one.column}": connection.scalar(
                count.select_from(metadata.tables[one.table]).where(metadata.tables[one.table].c[one.column] == number)
            )
            for one in POINTERS[noun]
        }
        found["claim.value"] = connection.scalar(count.select_from(claim).where(claim.c.value == code))
    engine.dispose()
    return {name: int(held or 0) for name, held in found.items()}


def stocked(location: Location, noun: str, code: str) -> None:
    """Something points at the thing from everywhere."""
    who = Who(location, "ann")
    add(who, Fresh(noun, "Lower Thing", "ri" if noun == "place" else "state", code))
    moved = add(who, Fresh(noun, "Moved Thing", "ri" if noun == "place" else "state", code))
    upkeep.move(who, Thing(noun, moved), "KP-10.samsu" if noun == "place" else "kp.sac", "2020")
    if noun == "place":
        add(who, Fresh("institution", "Kapsan Timber Office", "enterprise", place=code))
    told = report()
    with begin(location, "ann") as unit:
        file_report(unit, told)
    place = code if noun == "place" else "KP-10.samsu"
    own = passage(told, source_place=place, claims=(Claim(noun, code, 3, 8),))
    institutions = (InstitutionLink(code if noun == "institution" else "kp.mss", "actor"),)
    record(location, "ann", party(own, places=(PlaceLink(place),), institutions=institutions))


@pytest.mark.parametrize(
    ("noun", "gone", "kept"), [("place", "KP-10.kapsan", "KP-10.hyesan"), ("institution", "kp.mps", "kp.mss")]
)
def test_nothing_points_at_what_is_gone(seeded: Location, noun: str, gone: str, kept: str) -> None:
    stocked(seeded, noun, gone)
    before = pointing(seeded, noun, gone), pointing(seeded, noun, kept)
    assert all(before[0].values()), before[0]
    upkeep.merge(Who(seeded, "ann"), Thing(noun, kept), Thing(noun, gone))
    assert not any(pointing(seeded, noun, gone).values())
    with begin(seeded, "ann") as unit:
        undo(unit)
    assert (pointing(seeded, noun, gone), pointing(seeded, noun, kept)) == before
    assert not [finding for finding in integrity.check(seeded) if finding.wrong]
