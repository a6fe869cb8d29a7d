"""Reports through the unit of work, on both databases: states, corrections, links, and second readings."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from incidents.actions import report_edit
from incidents.actions.kept_report import kept_report
from incidents.actions.record import record, undo
from incidents.actions.report_by_hand import add_report, bare
from incidents.actions.report_state import mark
from incidents.actions.reprocess import outdated, reprocess
from incidents.errors import BadInput, NotFound, Refused
from incidents.model.incident import Evidence, Incident
from incidents.model.proposal import Proposal
from incidents.model.report import Report
from incidents.output.columns import names
from incidents.output.listings import CHANGE, REPORT
from incidents.store import reports
from incidents.store.desk import decide, file_report, propose
from incidents.store.location import Location
from incidents.store.query.changes import Subjects, changes
from incidents.store.query.connect import Reader, open_reader
from incidents.store.query.report_list import SORTS, Asked, matching, queue
from incidents.store.query.report_list import reports as listed
from incidents.store.query.reports import relations_of
from incidents.store.reports import Reading, read_proposal
from incidents.store.rereading import Reread, reread
from incidents.store.undone import undone
from incidents.store.unit import begin
from tests.query.stock import BLOG, RFA, passage

WHO = "tester"
NOTHING = Report(name="", data=b"", text="", sha256="")


@pytest.fixture
def desk(seeded: Location) -> Location:
    """A database with two reports with texts, and one without."""
    with begin(seeded, WHO) as unit:
        for one in (RFA, BLOG):
            file_report(unit, one)
    add_report(seeded, WHO, replace(NOTHING, title="Evening news", outlet="rfa", published="2025-02~", url="e.org/a"))
    return seeded


@pytest.fixture
def reader(desk: Location) -> Iterator[Reader]:
    with open_reader(desk) as opened:
        yield opened


def column(location: Location, name: str, asked: Asked | None = None) -> list[Any]:
    with open_reader(location) as opened:
        return [row[0] for row in listed(opened, (name,), asked or Asked())]


def found(title: str, start: int, end: int, type_: str = "arrest") -> Proposal:
    return Proposal(Incident(title, type_, evidence=(passage(RFA, start, end),)))


def read(location: Location, *proposals: Proposal, seeds: str = "s1") -> Reread:
    with begin(location, WHO) as unit:
        text, _ = unit.lookup.text_of(RFA.sha256)
        return reread(unit, text, Reading(RFA.sha256, proposals, seeds))


def states(location: Location) -> list[tuple[str, str]]:
    with open_reader(location) as opened:
        return list(opened.rows("SELECT title, state FROM proposal ORDER BY id"))


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (Asked(), [1, 2, 3]),
        (Asked(states=("new", "done")), [1, 2, 3]),
        (Asked(states=("done",)), []),
        (Asked(outlets=("rfa",)), [1, 3]),
        (Asked(since="2016-02-01"), [2, 3]),
        (Asked(until="2025-02-03"), [1, 2, 3]),
        (Asked(text="EVENING"), [3]),
        (Asked(text="leaflets radio"), [2]),
        (Asked(text="?"), []),
        (Asked(withdrawn=True), []),
        (Asked(sort="-published", limit=1), [3]),
    ],
)
def test_the_list(reader: Reader, asked: Asked, numbers: list[int]) -> None:
    assert [row[0] for row in listed(reader, names(REPORT), asked)] == numbers
    assert matching(reader, replace(asked, limit=None)) >= len(numbers)


def test_every_order_runs(reader: Reader) -> None:
    for sort in SORTS:
        forth, back = ([row[0] for row in listed(reader, ("id",), Asked(sort=sign + sort))] for sign in ("", "-"))
        assert sorted(forth) == sorted(back) == [1, 2, 3]


def test_a_mark_stays_until_a_proposal_comes(desk: Location) -> None:
    mark(desk, WHO, [1, 3], "nothing in it")
    assert column(desk, "state") == ["nothing in it", "new", "nothing in it"]
    with open_reader(desk) as opened:
        assert queue(opened) == {"new": 1, "nothing in it": 2}
    assert not read(desk).changed
    assert column(desk, "state")[0] == "nothing in it"
    assert len(read(desk, found("A", 0, 5)).new) == 1
    assert column(desk, "state")[0] == "new"
    with pytest.raises(Refused, match="wait"):
        mark(desk, WHO, [2, 1], "done")
    assert [one.after for one in mark(desk, WHO, [1], "done", reason="x", reject_rest=True)] == ["done"]
    assert states(desk) == [("A", "rejected")]


def test_a_second_reading(desk: Location) -> None:
    first = read(desk, found("A", 0, 5), found("B", 10, 15), found("C", 20, 25), found("D", 30, 35))
    assert (len(first.new), first.kept) == (4, 0)
    with begin(desk, WHO) as unit:
        decide(unit, read_proposal(unit.session, first.new[0]), "rejected", reason="x")
    again = read(
        desk, found("A again", 2, 7), found("B otherwise", 10, 15), found("C", 20, 25), found("E", 21, 26, "other")
    )
    assert (again.refreshed, again.gone, again.withheld) == ([first.new[1]], [first.new[3]], 1)
    assert len(again.new) == 1
    assert states(desk) == [
        ("A", "rejected"),
        ("B otherwise", "waiting"),
        ("C", "waiting"),
        ("D", "superseded"),
        ("E", "waiting"),
    ]
    assert column(desk, "state")[0] == "in review"
    undo(desk, WHO)
    assert [state for _, state in states(desk)] == ["rejected", "waiting", "waiting", "waiting", "superseded"]
    back = read(desk, found("B", 10, 15), found("C", 20, 25), found("D", 30, 35), found("E", 21, 26, "other"))
    assert (len(back.new), back.refreshed, back.gone) == (1, [], [])


def test_what_was_decided_keeps_what_it_was_read_with(desk: Location) -> None:
    first = read(desk, found("A", 0, 5), found("B", 10, 15), seeds="s1")
    with begin(desk, WHO) as unit:
        decide(unit, read_proposal(unit.session, first.new[0]), "rejected", reason="x")
    read(desk, found("A", 0, 5), found("B", 10, 15), seeds="s2")
    with open_reader(desk) as opened:
        assert list(opened.rows("SELECT seeds_version FROM proposal ORDER BY id")) == [("s1",), ("s2",)]


def test_of_two_that_are_alike_the_first_counts(desk: Location) -> None:
    with begin(desk, WHO) as unit:
        propose(unit, Reading(RFA.sha256, (found("A", 0, 5), found("B", 0, 5)), "s1"))
    assert states(desk) == [("A", "waiting")]
    assert not read(desk, found("A", 0, 5), found("B", 0, 5)).changed


def test_what_was_read_with_what(desk: Location) -> None:
    with open_reader(desk) as opened:
        assert outdated(opened, desk) == [1, 2]
    done = list(reprocess(desk, WHO, [1, 2, 3]))
    assert [one.error for one in done] == ["", "", "report 3 has no text to be read"]
    with open_reader(desk) as opened:
        assert outdated(opened, desk) == []
        assert not list(reprocess(desk, WHO, outdated(opened, desk)))
    read(desk, seeds="others")
    with open_reader(desk) as opened:
        assert outdated(opened, desk) == [1]


def test_a_correction_and_all_that_follows(desk: Location) -> None:
    made = record(desk, WHO, Incident("A", "other", evidence=(passage(RFA),)))
    values = {"outlet": "daily-nk", "published": "2016-03", "title": "Named", "note": "n", "language": None}
    changed = report_edit.edit(desk, WHO, 1, values)
    assert (changed.incidents, set(changed.changed)) == (
        (made.id,),
        {"outlet", "published", "title", "note", "language"},
    )
    with open_reader(desk) as opened:
        row = opened.one("SELECT first_reported, origins, revision FROM chronology WHERE id = ?", (made.id,))
        assert row == ("2016-03-01", "Daily NK", 2)
        told = changes(opened, names(CHANGE), Subjects(reports=[1]))
        assert [one[names(CHANGE).index("action")] for one in told] == ["ingest", "edit"]
    undo(desk, WHO)
    with open_reader(desk) as opened:
        row = opened.one("SELECT first_reported, origins FROM chronology WHERE id = ?", (made.id,))
        assert row == ("2016-01-22", "Radio Free Asia")
    kept = kept_report(desk, 1)
    assert (kept.outlet, kept.published, kept.title, kept.language) == ("rfa", "2016-01-22", "", "en")


def test_a_withdrawn_report_backs_nothing(desk: Location) -> None:
    told = Evidence(report=uid(desk, 3), citation="minute 3", source_type="resident")
    made = record(desk, WHO, Incident("A", "other", evidence=(told,)))
    assert report_edit.withdraw(desk, WHO, [3], "x")[0].incidents == (made.id,)
    assert level(desk, made.id) == "unverified"
    assert report_edit.restore(desk, WHO, [3])[0].incidents == (made.id,)
    assert level(desk, made.id) == "single-source"


def uid(location: Location, number: int) -> str:
    with open_reader(location) as opened:
        row = opened.one("SELECT uid FROM report WHERE id = ?", (number,))
    assert row
    return str(row[0])


def level(location: Location, number: int | None) -> Any:
    with open_reader(location) as opened:
        row = opened.one("SELECT level FROM incident WHERE id = ?", (number,))
    assert row
    return row[0]


def test_links(desk: Location) -> None:
    to_first = {"kind": "quotes", "other": uid(desk, 1)}
    report_edit.link(desk, WHO, 2, [to_first, {"kind": "corrects", "outlet": "rfa"}])
    with open_reader(desk) as opened:
        assert [row[:3] for row in relations_of(opened, 2)] == [("corrects", "to", None), ("quotes", "to", 1)]
        assert [row[:3] for row in relations_of(opened, 1)] == [("quotes", "from", 2)]
    for number, one, error in (
        (2, to_first, Refused),
        (1, {"kind": "quotes", "other": uid(desk, 2)}, Refused),
        (1, to_first, Refused),
        (1, {"kind": "cites", "outlet": "rfa"}, BadInput),
        (1, {"kind": "quotes", "outlet": "nobody"}, NotFound),
    ):
        with pytest.raises(error):
            report_edit.link(desk, WHO, number, [one])
    report_edit.link(desk, WHO, 2, [to_first], drop=True)
    with pytest.raises(NotFound):
        report_edit.link(desk, WHO, 2, [to_first], drop=True)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.Example.org/A/", "example.org/A"),
        ("HTTP://example.org/A#part", "example.org/A"),
        ("example.org/A?utm_source=x&utm_medium=y", "example.org/A"),
        ("https://example.org/A?id=3", "example.org/A?id=3"),
        ("https://example.org", "example.org"),
        ("", ""),
    ],
)
def test_what_two_addresses_may_differ_in(url: str, expected: str) -> None:
    assert bare(url) == expected


@pytest.mark.parametrize(
    ("actions", "gone"),
    [
        (["a", "b"], set()),
        (["a", "undo 1"], {1}),
        (["a", "undo 1", "undo 2"], {2}),
        (["a", "undo 1", "undo 2", "undo 3"], {1, 3}),
        (["a", "undo 1", "undo 2", "undo 1"], {1, 2}),
        (["a", "b", "undo 2", "undo 1"], {1, 2}),
    ],
)
def test_what_is_undone(actions: list[str], gone: set[int]) -> None:
    assert undone(enumerate(actions, 1)) == gone


def test_proposals_of_a_new_text_are_read_with_this_program(desk: Location) -> None:
    with begin(desk, WHO) as unit:
        propose(unit, Reading(BLOG.sha256, (), "s9"))
        reports.refresh_state(unit.session, unit.lookup.text_of(BLOG.sha256)[0])
    assert column(desk, "seeds_version") == [None, "s9", None]
    assert column(desk, "state") == ["new"] * 3


def test_no_row_of_the_list_walks_all_that_waits(reader: Reader) -> None:
    """The planner would take the index of states, and 10,000 reports with 40,000 proposals would never be listed."""
    explain = "EXPLAIN QUERY PLAN" if reader.dialect == "sqlite" else "EXPLAIN"
    plan = str(list(reader.rows(f"{explain} SELECT {', '.join(names(REPORT))} FROM report_listing WHERE id = 1")))
    assert "report_text" in plan or "SEARCH x" in plan
    assert "ix_proposal_state" not in plan
