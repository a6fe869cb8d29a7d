"""The closure of the tree: which ancestors, by which way, and that it follows every change."""

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from incidents.store import closure
from incidents.store.tables import metadata
from tests.store.varied_rows import THINGS, fill

CURRENT, USAGE, FORMER = 1, 2, 3

CASES: list[tuple[str, dict[int, list[tuple[int, int]]], dict[int, tuple[int, int]]]] = [
    ("no parent", {}, {1: (0, 0)}),
    ("a line", {1: [(2, CURRENT)], 2: [(3, CURRENT)]}, {1: (0, 0), 2: (1, 1), 3: (1, 2)}),
    ("former above current", {1: [(2, CURRENT)], 2: [(3, FORMER)]}, {1: (0, 0), 2: (1, 1), 3: (3, 2)}),
    ("current above former", {1: [(2, FORMER)], 2: [(3, CURRENT)]}, {1: (0, 0), 2: (3, 1), 3: (3, 2)}),
    ("the better way", {1: [(2, USAGE), (3, CURRENT)], 3: [(2, CURRENT)]}, {1: (0, 0), 3: (1, 1), 2: (1, 2)}),
    ("former and usage", {1: [(2, USAGE), (2, FORMER)]}, {1: (0, 0), 2: (2, 1)}),
    ("a ring", {1: [(2, CURRENT)], 2: [(1, CURRENT)]}, {1: (0, 0), 2: (1, 1)}),
]


@pytest.mark.parametrize(("what", "edges", "expected"), CASES, ids=[case[0] for case in CASES])
def test_ancestors(what: str, edges: closure.Edges, expected: dict[int, tuple[int, int]]) -> None:
    assert closure.ancestors(1, edges) == expected


@given(st.dictionaries(st.integers(1, 8), st.lists(st.tuples(st.integers(1, 8), st.integers(1, 3)), max_size=3)))
def test_the_best_way_is_no_worse_than_any_walk(edges: closure.Edges) -> None:
    """Against a slow rule: repeat every step until nothing gets better."""
    best = {1: (0, 0)}
    for _ in range(10):
        for here, (rank, depth) in list(best.items()):
            for parent, step in edges.get(here, []):
                best[parent] = min(best.get(parent, (9, 9)), (max(rank, step), depth + 1))
    found = closure.ancestors(1, edges)
    assert set(found) == set(best)
    assert {node: rank for node, (rank, _) in found.items()} == {node: rank for node, (rank, _) in best.items()}


def test_what_is_right_is_left_alone(connection: sa.Connection) -> None:
    fill(connection)
    assert closure.differences(connection, "place") == (set(), set())
    assert closure.differences(connection, "institution") == (set(), set())
    assert not closure.rebuild(connection)


def test_it_is_built_from_nothing_and_mended(connection: sa.Connection) -> None:
    fill(connection)
    table = metadata.tables["place_closure"]
    connection.execute(sa.delete(table))
    assert closure.rebuild(connection)
    assert [dict(row._mapping) for row in connection.execute(sa.select(table).order_by("place_id", "ancestor_id"))] == (
        sorted(THINGS["place_closure"], key=lambda row: (row["place_id"], row["ancestor_id"]))
    )
    connection.execute(sa.update(table).where(table.c.via == "usage").values(via="former"))
    missing, surplus = closure.differences(connection, "place")
    assert (len(missing), len(surplus)) == (1, 1)
    connection.execute(sa.delete(metadata.tables["place_former"]))
    missing, surplus = closure.differences(connection, "place")
    assert (len(missing), len(surplus)) == (2, 1)
    assert closure.rebuild(connection)
    assert not closure.rebuild(connection)


def test_a_move_takes_everything_below_along(connection: sa.Connection) -> None:
    fill(connection)
    place = metadata.tables["place"]
    connection.execute(sa.update(place).where(place.c.code == "KP-10.samsu").values(parent_id=6))
    closure.rebuild(connection)
    table = metadata.tables["place_closure"]
    above = connection.execute(sa.select(table.c.ancestor_id).where(table.c.place_id == 5)).scalars()
    assert set(above) == {5, 4, 6, 1}


def test_an_institution_is_under_all_its_parents(connection: sa.Connection) -> None:
    fill(connection)
    table = metadata.tables["institution_closure"]
    connection.execute(sa.delete(table))
    connection.execute(sa.delete(metadata.tables["institution_former"]))
    assert closure.rebuild(connection)
    query = sa.select(table.c.ancestor_id, table.c.depth).where(table.c.institution_id == 2).order_by("ancestor_id")
    assert connection.execute(query).all() == [(1, 1), (2, 0), (3, 1)]
    former = connection.execute(sa.select(metadata.tables["institution_former"])).all()
    assert former == [(3, 1, "0001-01-01", "2016-12-31")]
