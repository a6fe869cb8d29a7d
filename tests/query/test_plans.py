"""A filter is an index range: SQLite's plan reads no table as a whole (think of a million incidents)."""

import pytest

from incidents.model.filter import Filter
from incidents.store.query.connect import Reader
from incidents.store.query.matching import matching
from incidents.store.query.sql import chunks, joined, where, within

FILTERS = [
    {},
    {"since": "2016-01-01", "until": "2016-12-31"},
    {"provinces": ("KP-10",)},
    {"places": ("KP-10", "KP-09"), "since": "2016-01-01"},
    {"institutions": ("kp.wpk",), "provinces": ("KP-10",)},
    {"types": ("arrest",), "families": ("control",), "until": "2020-01-01"},
    {"provinces": ("KP-10",), "window": "certain", "since": "2016-01-01"},
    {"provinces": ("KP-10",), "source_types": ("resident",), "outlets": ("rfa",), "tags": ("day",)},
    {"text": "leaflets"},
]


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_no_table_of_incidents_is_read_whole(reader: Reader, given: dict[str, object]) -> None:
    if reader.dialect != "sqlite":
        pytest.skip("the plan of PostgreSQL depends on how much is in the tables")
    found = matching(reader, Filter(**given))  # type: ignore[arg-type]
    text = f"EXPLAIN QUERY PLAN SELECT s.incident_id{found.text} ORDER BY s.sort_from, s.sort_to, s.incident_id"
    plan = [row[3] for row in reader.rows(text, found.values)]
    assert any("incident_scope" in step or "SEARCH s" in step for step in plan), plan
    whole = [step for step in plan if step.startswith("SCAN") and step.split()[1] in ("i", "s", "t", "e", "incident")]
    assert [step for step in whole if "VIRTUAL" not in step and not step.startswith("SCAN s")] == [], plan


@pytest.mark.parametrize("given", [{}, {"provinces": ("KP-10",)}, {"since": "2016-01-01"}], ids=str)
def test_the_last_page_is_not_sorted(reader: Reader, given: dict[str, object]) -> None:
    if reader.dialect != "sqlite":
        pytest.skip("the plan of PostgreSQL depends on how much is in the tables")
    found = matching(reader, Filter(**given))  # type: ignore[arg-type]
    order = "s.sort_from DESC, s.sort_to DESC, s.incident_id DESC LIMIT 20"
    plan = [
        row[3]
        for row in reader.rows(f"EXPLAIN QUERY PLAN SELECT s.incident_id{found.text} ORDER BY {order}", found.values)
    ]
    assert not any("B-TREE" in step for step in plan), plan


def test_pieces_of_sql() -> None:
    assert within("a", [1]) == ("a = ?", (1,))
    assert within("a", [1, 2]) == ("a IN (?, ?)", (1, 2))
    assert where([]) == ("", ())
    assert where([within("a", [1]), within("b", [2, 3])]) == (" WHERE a = ? AND b IN (?, ?)", (1, 2, 3))
    assert joined(", ", [within("a", [1]), within("b", [2])]) == ("a = ?, b = ?", (1, 2))
    assert [list(some) for some in chunks([1, 2, 3, 4, 5], 2)] == [[1, 2], [3, 4], [5]]
