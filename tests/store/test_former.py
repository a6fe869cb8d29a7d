"""When a place was under another, and which incidents a filter finds there for it."""

from dataclasses import replace

import pytest

from incidents.actions import database, upkeep
from incidents.actions.new_thing import Who
from incidents.actions.record import record
from incidents.errors import Refused
from incidents.model.filter import Filter
from incidents.model.incident import InstitutionLink, PlaceLink
from incidents.model.reference import Institution
from incidents.model.when import When
from incidents.store import institutions, integrity, migrate
from incidents.store.engine import engine_of
from incidents.store.former import ALWAYS, Step, Steps, times_of
from incidents.store.location import Location
from incidents.store.query.below import below
from incidents.store.query.chronology import first_below, identities, matched_by
from incidents.store.query.connect import open_reader
from incidents.store.unit import begin
from tests.store.test_unit import party

FIRST, LAST = ALWAYS
CASES: list[tuple[str, Steps, set[tuple[int, str, str]]]] = [
    ("no parent", {}, set()),
    ("of today only", {1: [Step(2, "current", ("1950-01-01", LAST))], 2: [Step(3, "current")]}, set()),
    ("by usage only", {1: [Step(2, "usage")]}, set()),
    ("today again", {1: [Step(2, "current"), Step(2, "former", (FIRST, "1960-12-31"))]}, set()),
    ("once", {1: [Step(2, "former", (FIRST, "1960-12-31"))]}, {(2, FIRST, "1960-12-31")}),
    ("a second one", {1: [Step(2, "current"), Step(3, "current")]}, set()),
    ("and by usage", {1: [Step(2, "usage"), Step(2, "former", (FIRST, "1960"))]}, {(2, FIRST, "1960")}),
    (
        "above it",
        {1: [Step(2, "former", (FIRST, "1960"))], 2: [Step(3, "current")]},
        {(2, FIRST, "1960"), (3, FIRST, "1960")},
    ),
    (
        "below it",
        {1: [Step(2, "current", ("1950", LAST))], 2: [Step(3, "former", (FIRST, "1960"))]},
        {(3, "1950", "1960")},
    ),
    ("never at once", {1: [Step(2, "current", ("1970", LAST))], 2: [Step(3, "former", (FIRST, "1960"))]}, set()),
    (
        "twice",
        {1: [Step(2, "former", (FIRST, "1979")), Step(2, "former", ("2004", "2010"))]},
        {(2, FIRST, "1979"), (2, "2004", "2010")},
    ),
    ("a ring", {1: [Step(2, "former")], 2: [Step(1, "former")]}, {(2, FIRST, LAST)}),
]


@pytest.mark.parametrize(("what", "steps", "expected"), CASES, ids=[case[0] for case in CASES])
def test_times(what: str, steps: Steps, expected: set[tuple[int, str, str]]) -> None:
    assert times_of(1, steps) == expected


DATED = [
    ("KP-10.hyesan", "2016-05", "KP-10", ""),
    ("KP-10.hyesan", "2016-05", "KP-08", None),
    ("KP-10.hyesan", "", "KP-08", None),
    ("KP-10.hyesan", "1955", "KP-08", None),
    ("KP-10.hyesan", "1954", "KP-08", "South Hamgyong (former)"),
    ("KP-10.hyesan", "1951-02-03", "KP-08", "South Hamgyong (former)"),
    ("KP-10.hyesan", "1951/..", "KP-08", "South Hamgyong (former)"),
    ("KP-14.onchon", "2025-01", "KP-02", "South Pyongan (usage)"),
    ("KP-14.onchon", "", "KP-02", "South Pyongan (usage)"),
    ("KP-14.onchon", "2005", "KP-02", "South Pyongan (former)"),
]
"""Place, date, the place that is asked for, and why it is found there (empty: it lies there; None: it is not)."""


@pytest.mark.parametrize(("place", "day", "asked", "why"), DATED)
@pytest.mark.parametrize("withdrawn", [False, True], ids=["standing", "withdrawn"])
def test_a_filter_takes_the_parents_of_its_time(
    seeded: Location, place: str, day: str, asked: str, why: str | None, *, withdrawn: bool
) -> None:
    when = When.of(day) if day else When()
    value = party(when=when, places=(PlaceLink(place),), institutions=(), withdrawn=withdrawn)
    saved = record(seeded, "ann", value)
    with open_reader(seeded) as reader:
        found = identities(reader, Filter(places=(asked,), withdrawn=withdrawn))
        assert found == ([] if why is None else [saved.id])
        assert first_below(reader, [asked], [saved.id or 0]) == ({} if why is None else {saved.id: place})
        assert matched_by(reader, [asked], [saved.id or 0]) == ({saved.id: why} if why else {})


def moved(seeded: Location, until: str, to: str = "kp.mps") -> None:
    """The overseas bureau of the security ministry goes elsewhere."""
    upkeep.move(Who(seeded, "ann"), upkeep.Thing("institution", "kp.mss.overseas-counterintelligence"), to, until)


SAC = "kp.sac"
OF_INSTITUTIONS = [
    ("2016-05", "kp.mss", "Ministry of State Security (former)"),
    ("2019", "kp.mss", "Ministry of State Security (former)"),
    ("2020-01-01", "kp.mss", None),
    ("", "kp.mss", None),
    ("2016-05", "kp.mps", ""),
    ("2021", "kp.mps", ""),
    ("2016-05", SAC, ""),
    ("2021", SAC, ""),
]


@pytest.mark.parametrize(("day", "asked", "why"), OF_INSTITUTIONS)
@pytest.mark.parametrize("withdrawn", [False, True], ids=["standing", "withdrawn"])
def test_a_filter_takes_the_institutions_of_its_time(
    seeded: Location, day: str, asked: str, why: str | None, *, withdrawn: bool
) -> None:
    moved(seeded, "2019-12-31")
    when = When.of(day) if day else When()
    own = (InstitutionLink("kp.mss.overseas-counterintelligence", "actor"),)
    saved = record(seeded, "ann", party(when=when, institutions=own, withdrawn=withdrawn))
    with open_reader(seeded) as reader:
        found = identities(reader, Filter(institutions=(asked,), withdrawn=withdrawn))
        assert found == ([] if why is None else [saved.id])
        assert matched_by(reader, [asked], [saved.id or 0], "institution") == ({saved.id: why} if why else {})
    assert not [finding for finding in integrity.check(seeded) if finding.wrong]


def test_what_a_record_brings_was_where_its_parent_was(seeded: Location) -> None:
    upkeep.move(Who(seeded, "ann"), upkeep.Thing("institution", "kp.mss"), "kp.wpk", "2020")
    office = Institution(
        "kp.mss.office@KP-10.hyesan", "Hyesan Office", "security", parent="kp.mss", place="KP-10.hyesan"
    )
    value = party(when=When.of("2016"), institutions=(InstitutionLink(office.code, "actor"),))
    with begin(seeded, "ann") as unit:
        institutions.add(unit, office)
        old, new = unit.save(value, "add"), unit.save(replace(value, when=When.of("2022")), "add")
    with open_reader(seeded) as reader:
        assert identities(reader, Filter(institutions=("kp.sac",))) == [old.id]
        assert identities(reader, Filter(institutions=("kp.wpk",))) == [old.id, new.id]
    assert not [finding for finding in integrity.check(seeded) if finding.wrong]


def test_an_institution_that_moved_twice_was_in_each_for_its_time(seeded: Location) -> None:
    moved(seeded, "2010", "kp.mps")
    moved(seeded, "2020", "kp.mss")
    moved(seeded, "2024", "kp.mps")
    with open_reader(seeded) as reader:
        text = """SELECT n.code, f.first_day, f.last_day FROM institution_former f
            JOIN institution n ON n.id = f.ancestor_id JOIN institution o ON o.id = f.institution_id
            WHERE o.code = 'kp.mss.overseas-counterintelligence' AND n.code = 'kp.mss' ORDER BY f.first_day"""
        assert list(reader.rows(text)) == [
            ("kp.mss", "0001-01-01", "2010-12-31"),
            ("kp.mss", "2020-01-01", "2024-12-31"),
        ]
    with pytest.raises(Refused, match="only from 2024, which is after 2015"):
        moved(seeded, "2015", "kp.mss")


def test_steps_that_never_held_at_once_are_no_way_up(seeded: Location) -> None:
    """The bureau left the ministry before that was under the party, and no filter by the party finds it."""
    moved(seeded, "1990")
    for parent, since in (("kp.wpk", "2000"), (SAC, "2010")):
        upkeep.move(Who(seeded, "ann"), upkeep.Thing("institution", "kp.mss"), parent, since)
    own = (InstitutionLink("kp.mss.overseas-counterintelligence", "actor"),)
    for day in ("1985", "2005"):
        record(seeded, "ann", party(when=When.of(day), institutions=own))
    with open_reader(seeded) as reader:
        assert identities(reader, Filter(institutions=("kp.wpk",))) == []
        assert identities(reader, Filter(institutions=("kp.wpk",), withdrawn=True)) == []
        assert len(identities(reader, Filter(institutions=("kp.mps",)))) == 2
    assert not [finding for finding in integrity.check(seeded) if finding.wrong]


def test_another_date_moves_it_out_and_in(seeded: Location) -> None:
    value = party(when=When.of("2016-05"), places=(PlaceLink("KP-10.hyesan"),), institutions=())
    saved = record(seeded, "ann", value)
    for day, expected in (("1953", [saved.id]), ("2017", []), ("1954-10", [saved.id])):
        with begin(seeded, "ann") as unit:
            unit.save(replace(unit.incident(str(saved.id)), when=When.of(day)), "revise")
        with open_reader(seeded) as reader:
            assert identities(reader, Filter(places=("KP-08",))) == expected, day
    assert not [finding for finding in integrity.check(seeded) if finding.wrong]


def test_a_tree_counts_of_what_lay_there_once_what_the_filter_finds(seeded: Location) -> None:
    moved(seeded, "2019")
    bureau = (InstitutionLink("kp.mss.overseas-counterintelligence", "actor"),)
    for day in ("1953", "2016", "2021"):
        record(seeded, "ann", party(when=When.of(day), places=(PlaceLink("KP-10.hyesan"),), institutions=bureau))
    expected = [
        ("place", "KP-10", "KP-10.hyesan", 3, 3),
        ("place", "KP-08", "KP-10.hyesan", 1, 1),
        ("institution", "kp.mps", bureau[0].institution, 3, 3),
        ("institution", "kp.mss", bureau[0].institution, 2, 2),
    ]
    with open_reader(seeded) as reader:
        for noun, above, code, all_there, of_it in expected:
            nodes = {node.code: node.incidents for node in below(reader, noun, above, 1)}
            assert (nodes[above], nodes[code]) == (all_there, of_it), above


def test_a_scope_without_its_time_is_found(seeded: Location) -> None:
    record(seeded, "ann", party(when=When.of("1953"), places=(PlaceLink("KP-10.hyesan"),), institutions=()))
    with begin(seeded, "ann") as unit:
        unit.session.connection().exec_driver_sql("DELETE FROM place_former")
        unit.session.connection().exec_driver_sql("DELETE FROM institution_former")
    wrong = [finding.what for finding in integrity.check(seeded) if finding.wrong]
    assert wrong == ["ancestors of places and institutions", "rows of the scope"]


@pytest.mark.parametrize("revision", ["0002", "0003"])
def test_an_older_database_is_made_right_by_the_upgrade(seeded: Location, revision: str) -> None:
    saved = record(seeded, "ann", party(when=When.of("1953"), places=(PlaceLink("KP-10.hyesan"),), institutions=()))
    engine = engine_of(seeded, migrating=True)
    with engine.begin() as connection:
        migrate.downgrade(connection, revision)
        connection.exec_driver_sql("DELETE FROM incident_scope")
    engine.dispose()
    assert database.upgrade(seeded, "ann")[0] == revision
    assert not [finding for finding in integrity.check(seeded) if finding.wrong]
    with open_reader(seeded) as reader:
        assert identities(reader, Filter(places=("KP-08",))) == [saved.id]
