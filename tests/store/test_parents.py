"""`db check` names rings of parents, and parents and names of what is not there, made behind the program's back."""

import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa

from incidents.store.engine import engine_of
from incidents.store.integrity import check
from incidents.store.location import Location
from incidents.store.parents import rings

LEFT_ALONE: list[dict[int, list[int]]] = [
    {},
    {1: [2], 2: [3]},
    {1: [2, 3], 2: [4], 3: [4]},
    {1: [4], 2: [4], 3: [1, 2]},
]


@pytest.mark.parametrize("edges", LEFT_ALONE)
def test_left_alone(edges: dict[int, list[int]]) -> None:
    assert [*rings(edges)] == []


RINGS: list[tuple[dict[int, list[int]], list[list[int]]]] = [
    ({1: [1]}, [[1]]),
    ({1: [2], 2: [1]}, [[1, 2]]),
    ({1: [2], 2: [3], 3: [4], 4: [2]}, [[2, 3, 4]]),
    ({1: [2], 2: [1], 3: [4], 4: [3], 5: [1, 3]}, [[1, 2], [3, 4]]),
]


@pytest.mark.parametrize(("edges", "found"), RINGS)
def test_each_ring_is_told_once(edges: dict[int, list[int]], found: list[list[int]]) -> None:
    assert [*rings(edges)] == found


def test_a_line_of_very_many_parents_is_gone_through() -> None:
    line = {number: [number + 1] for number in range(3_000)}
    assert [*rings(line)] == []
    assert [len(ring) for ring in rings(line | {3_000: [0]})] == [3_001]


def of(noun: str, code: str) -> str:
    return f"(SELECT id FROM {noun} WHERE code = '{code}')"


SAMSU, KAPSAN = of("place", "KP-10.samsu"), of("place", "KP-10.kapsan")
MSS, WPK = of("institution", "kp.mss"), of("institution", "kp.wpk")


def under(noun: str, low: str, high: str) -> str:
    return f"UPDATE {noun} SET parent_id = {high} WHERE id = {low}"


ALSO = f"""INSERT INTO place_parent (place_id, parent_id, kind, since, until, origin)
    VALUES ({SAMSU}, {KAPSAN}, 'usage', '', '', 'user')"""
ORPHANED = f"""INSERT INTO place_parent (place_id, parent_id, kind, since, until, origin)
    VALUES (999999, {KAPSAN}, 'usage', '', '', 'user')"""
PLACED = f"UPDATE place_name SET place_id = 999999 WHERE place_id = {SAMSU} AND name = 'Samsu'"
CALLED = f"UPDATE institution_name SET institution_id = 999999 WHERE institution_id = {MSS} AND name = 'bowibu'"
TIMED = f"UPDATE place SET since = 'never' WHERE id = {SAMSU}"
RENAMED = f"UPDATE institution SET until = 'once' WHERE id = {MSS}"
MADE = [
    ((under("place", KAPSAN, SAMSU), under("place", SAMSU, KAPSAN)), "lies in itself, by way of KP-10."),
    ((under("place", KAPSAN, SAMSU), ALSO), "lies in itself, by way of KP-10."),
    ((under("institution", MSS, WPK), under("institution", WPK, MSS)), "lies in itself, by way of kp."),
    ((under("place", SAMSU, "999999"),), "the place KP-10.samsu has a parent that is not there"),
    ((under("institution", MSS, "999999"),), "the institution kp.mss has a parent that is not there"),
    ((ORPHANED,), "a parent is of a place that is not there"),
    ((TIMED,), "the place KP-10.samsu has the time 'never', which is no date in EDTF"),
    ((RENAMED,), "the institution kp.mss has the time 'once', which is no date in EDTF"),
    ((PLACED,), "the name 'Samsu' is of a place that is not there"),
    ((CALLED,), "the name 'bowibu' is of an institution that is not there"),
]


def written(location: Location, made: tuple[str, ...]) -> None:
    """The statements, without a look at foreign keys."""
    if location.kind == "sqlite":
        with closing(sqlite3.connect(location.path)) as file, file:
            for statement in made:
                file.execute(statement)
        return
    engine = engine_of(location)
    with engine.begin() as connection:
        for statement in ("SET session_replication_role = replica", *made):
            connection.execute(sa.text(statement))
    engine.dispose()


@pytest.mark.parametrize(("made", "says"), MADE, ids=[says for _, says in MADE])
def test_what_no_key_forbids_is_named(seeded: Location, made: tuple[str, ...], says: str) -> None:
    assert not any(finding.wrong for finding in check(seeded))
    written(seeded, made)
    told = " ".join(line for finding in check(seeded) for line in finding.wrong)
    assert says in told
