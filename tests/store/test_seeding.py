"""Loading the seeds: from nothing, again, and after they or a user have changed something."""

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from incidents.errors import BadInput
from incidents.intake.seeds import read_reference
from incidents.model.reference import (
    IncidentType,
    Institution,
    Name,
    Outlet,
    Parent,
    Place,
    PlaceKind,
    Reference,
    Term,
)
from incidents.store import seeding
from incidents.store.seed_plan import Counts
from incidents.store.tables import metadata

ONCHON = Place(
    "KP-14.onchon",
    "Onchon",
    "county",
    "county",
    parent="KP-14",
    latitude=38.85,
    longitude=125.25,
    names=(Name("온천", "ko", "official"), Name("Onch'on", "en", "romanization"), Name("Onchon", "en", "alias")),
    parents=(Parent("KP-02", "usage"), Parent("KP-02", "administrative", until="1979")),
)
SEEDS = Reference(
    places=(
        ONCHON,
        Place("KP-14", "Nampo", "city", "province", parent="KP"),
        Place("KP-02", "South Pyongan", "city", "province", parent="KP"),
        Place("KP", "North Korea", "country", "country", names=(Name("조선", "ko", "former", until="2020"),)),
    ),
    place_kinds=(
        PlaceKind("country", "Country", "", "country"),
        PlaceKind("city", "City", "", "province"),
        PlaceKind("county", "County", "", "county"),
    ),
    institutions=(
        Institution(
            "kp.wpk.onchon",
            "Onchon committee",
            "party",
            parent="kp.wpk",
            place="KP-14.onchon",
            parents=(Parent("kp.old", "administrative", until="1949"),),
        ),
        Institution("kp.old", "Workers' Party of North Korea", "party", until="1949"),
        Institution("kp.wpk", "Workers' Party of Korea", "party", names=(Name("조선로동당", "ko", "official"),)),
    ),
    outlets=(Outlet("rfa", "Radio Free Asia", "agency", domains=("rfa.org", "rfa.com"), names=("RFA", "RFA")),),
    types=(IncidentType("order", "Order", "지시", "control", "An order."),),
    terms=(
        Term("family", "control", 1, "Control"),
        Term("outlet-kind", "agency", 1, "Agency"),
        Term("institution-kind", "party", 1, "Party"),
        Term("status", "planned", 3, "Planned", "예정"),
    ),
    version="1",
)
ALL = Counts(added=4 + 3 + 3 + 1 + 1 + 4)


def rows(connection: sa.Connection, table: str, *columns: str) -> list[tuple[Any, ...]]:
    chosen = [metadata.tables[table].c[name] for name in columns]
    return sorted((tuple(row) for row in connection.execute(sa.select(*chosen))), key=repr)


def place(connection: sa.Connection, code: str, *columns: str) -> tuple[Any, ...]:
    table = metadata.tables["place"]
    return tuple(connection.execute(sa.select(*(table.c[c] for c in columns)).where(table.c.code == code)).one())


def edit(connection: sa.Connection, table: str, code: str, **values: Any) -> None:
    held = metadata.tables[table]
    connection.execute(sa.update(held).where(held.c.code == code).values(**values))


def later(**changes: Any) -> Reference:
    """The next version of the seeds."""
    return replace(SEEDS, version="2", **changes)


def with_onchon(**changes: Any) -> Reference:
    return later(places=(ONCHON._replace(**changes), *SEEDS.places[1:]))


@pytest.fixture
def seeded(connection: sa.Connection) -> sa.Connection:
    assert seeding.load(connection, SEEDS) == ALL
    return connection


def test_a_second_load_changes_nothing(seeded: sa.Connection) -> None:
    before = {name: seeded.execute(sa.select(table)).all() for name, table in metadata.tables.items()}
    assert seeding.load(seeded, SEEDS) == Counts()
    assert seeding.load(seeded, later()) == Counts()
    assert seeding.loaded(seeded) == "2"
    after = {name: seeded.execute(sa.select(table)).all() for name, table in metadata.tables.items()}
    assert {name for name in after if after[name] != before[name]} == {"setting"}


def test_names_parents_and_closure_come_along(seeded: sa.Connection) -> None:
    assert rows(seeded, "place_name", "name", "kind", "language", "key", "until") == sorted(
        [
            ("Nampo", "canonical", "en", "nampo", ""),
            ("North Korea", "canonical", "en", "north korea", ""),
            ("Onch'on", "romanization", "en", "onchon", ""),
            ("Onchon", "canonical", "en", "onchon", ""),
            ("South Pyongan", "canonical", "en", "south pyongan", ""),
            ("온천", "official", "ko", "온천", ""),
            ("조선", "former", "ko", "조선", "2020"),
        ],
        key=repr,
    )
    assert rows(seeded, "place_parent", "kind", "until") == [("administrative", "1979"), ("usage", "")]
    assert [via for (via,) in rows(seeded, "place_closure", "via")].count("usage") == 1
    assert rows(seeded, "place_former", "first_day", "last_day") == [("0001-01-01", "1979-12-31")]
    assert rows(seeded, "outlet_name", "name") == [("RFA",), ("Radio Free Asia",)]
    assert rows(seeded, "outlet", "domains") == [("rfa.org rfa.com",)]
    assert rows(seeded, "institution_parent", "until", "origin") == [("1949", "seed")]
    assert rows(seeded, "institution_former", "first_day", "last_day") == [("0001-01-01", "1949-12-31")]
    assert rows(seeded, "institution_closure", "depth") == [(0,), (0,), (0,), (1,), (1,)]


def test_a_changed_seed_is_followed(seeded: sa.Connection) -> None:
    moved = with_onchon(parent="KP-02", names=(Name("온천군", "ko", "official"),), parents=())
    assert seeding.load(seeded, moved) == Counts(updated=1)
    assert place(seeded, "KP-14.onchon", "parent_id") == place(seeded, "KP-02", "id")
    assert {name for (name,) in rows(seeded, "place_name", "name")} & {"온천", "온천군"} == {"온천군"}
    assert rows(seeded, "place_parent", "kind") == []
    assert not {"former", "usage"} & {via for (via,) in rows(seeded, "place_closure", "via")}
    assert rows(seeded, "place_former", "first_day") == []


def test_a_changed_term_is_followed_and_keeps_its_node(seeded: sa.Connection) -> None:
    before = rows(seeded, "incident_type", "code", "node")
    kinds = (IncidentType("arrest", "Arrest", "체포", "control", ""), SEEDS.types[0]._replace(name="Directive"))
    assert seeding.load(seeded, later(types=kinds)) == Counts(added=1, updated=1)
    assert rows(seeded, "incident_type", "code", "name") == [("arrest", "Arrest"), ("order", "Directive")]
    assert set(before) < set(rows(seeded, "incident_type", "code", "node"))


def test_what_a_user_changed_is_kept(seeded: sa.Connection) -> None:
    edit(seeded, "place", "KP-14.onchon", name="Onchon-gun")
    edit(seeded, "outlet", "rfa", country="US")
    edit(seeded, "incident_type", "order", name="Decree")
    changed = with_onchon(latitude=1.0, longitude=2.0)
    changed = replace(
        changed,
        outlets=(SEEDS.outlets[0]._replace(language="en"),),
        types=(SEEDS.types[0]._replace(korean="명령"),),
    )
    assert seeding.load(seeded, changed) == Counts(kept=3)
    assert place(seeded, "KP-14.onchon", "name", "latitude") == ("Onchon-gun", 38.85)
    assert rows(seeded, "outlet", "country", "language") == [("US", "")]
    assert rows(seeded, "incident_type", "name", "korean") == [("Decree", "지시")]


def test_what_was_kept_is_named(seeded: sa.Connection) -> None:
    edit(seeded, "place", "KP-14.onchon", name="Onchon-gun", origin="user")
    assert seeding.load(seeded, later()) == Counts()
    found = seeding.load(seeded, replace(with_onchon(since="1979"), version="3"))
    assert (found.kept, found.conflicts) == (1, ("place KP-14.onchon",))


def test_what_a_user_retired_stays_so(seeded: sa.Connection) -> None:
    edit(seeded, "place", "KP-14.onchon", retired=True, origin="user")
    assert seeding.load(seeded, later()) == Counts()
    assert place(seeded, "KP-14.onchon", "retired") == (True,)


def test_a_name_that_a_user_took_away_is_a_change(seeded: sa.Connection) -> None:
    names = metadata.tables["place_name"]
    seeded.execute(sa.delete(names).where(names.c.name == "온천"))
    assert seeding.load(seeded, with_onchon(since="1979")) == Counts(kept=1)


def test_a_row_that_a_user_made_is_kept(connection: sa.Connection) -> None:
    seeding.load(connection, replace(SEEDS, outlets=()))
    connection.execute(sa.insert(metadata.tables["outlet"]).values(code="rfa", name="Mine", kind="agency"))
    assert seeding.load(connection, later()) == Counts(kept=1)
    assert rows(connection, "outlet", "name", "origin") == [("Mine", "user")]


def test_a_name_that_a_user_added_stays_and_does_not_stand_in_the_way(seeded: sa.Connection) -> None:
    (number,) = place(seeded, "KP-14.onchon", "id")
    for name in ("온천읍", "온천군"):
        fresh = {"place_id": number, "name": name, "key": name, "language": "ko"}
        seeded.execute(sa.insert(metadata.tables["place_name"]).values(**fresh))
    assert seeding.load(seeded, with_onchon(names=(Name("온천군", "ko", "official"),))) == Counts(updated=1)
    found = {name: origin for name, origin in rows(seeded, "place_name", "name", "origin") if name.startswith("온천")}
    assert found == {"온천군": "seed", "온천읍": "user"}


def test_what_is_gone_is_retired_and_comes_back(seeded: sa.Connection) -> None:
    less = later(outlets=(), institutions=SEEDS.institutions[1:])
    assert seeding.load(seeded, less) == Counts(retired=2)
    assert rows(seeded, "outlet", "code", "retired") == [("rfa", True)]
    assert seeding.load(seeded, replace(less, version="3")) == Counts()
    assert seeding.load(seeded, replace(SEEDS, version="4")) == Counts(updated=2)
    assert rows(seeded, "outlet", "code", "retired") == [("rfa", False)]


WRONG: list[tuple[str, Reference, str]] = [
    ("a parent that is not there", later(places=(ONCHON._replace(parent="KP-99"),)), "KP-14.onchon names the parent"),
    ("a place that is not there", later(institutions=(Institution("x", "X", "party", place="KP-99"),)), "the place"),
    (
        "a ring",
        later(places=(Place("a", "A", "city", "province", "b"), Place("b", "B", "city", "province", "a"))),
        "ring",
    ),
    ("a former parent that is not there", with_onchon(code="z", parents=(Parent("Q", "usage"),)), "the parent Q"),
]


@pytest.mark.parametrize(("what", "reference", "told"), WRONG, ids=[case[0] for case in WRONG])
def test_a_wrong_seed_is_told(seeded: sa.Connection, what: str, reference: Reference, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        seeding.load(seeded, reference)


def test_the_seeds_that_ship_load_and_load_again(connection: sa.Connection) -> None:
    reference = read_reference()
    first = seeding.load(connection, reference)
    assert (first.updated, first.kept, first.retired) == (0, 0, 0)
    assert first.added > len(reference.places) + len(reference.institutions) + len(reference.outlets)
    assert seeding.load(connection, replace(reference, version="again")) == Counts()
