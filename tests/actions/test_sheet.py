"""A report on the desk, and what is marked in its text."""

import subprocess
import sys

import pytest

from incidents.actions.decide import Verdict, settle
from incidents.actions.marking import READ, marked_in, marks
from incidents.actions.sheet import sheet
from incidents.actions.take_passage import propose_passage
from incidents.errors import NotFound, Refused
from incidents.model.finding import Mark
from incidents.model.report import Report
from incidents.store.query.connect import open_reader
from incidents.store.reports import read_proposal
from incidents.store.unit import begin
from tests.actions.conftest import Program
from tests.actions.desk import WHO, holding, sheets

LIGHT = """
import sys
from pathlib import Path
from incidents.actions.sheet import sheet
from incidents.actions.nearby import nearby
from incidents.store.location import Location
found = sheet(Location("sqlite", path=Path(sys.argv[1])), int(sys.argv[2]))
nearby(Location("sqlite", path=Path(sys.argv[1])), found.proposals[0].proposal.incident)
print(sorted({"sqlalchemy", "sqlmodel", "click", "rich", "joblib", "incidents.extract"} & set(sys.modules)))
"""


def test_a_report_with_its_proposals_of_every_state(full_copied: Program) -> None:
    location = full_copied.location
    of = holding(location, "three neighboring villages")
    first, second, *_ = of.proposals
    settle(location, WHO, Verdict(accept=[first.id], reject=[second.id], reason="not one"))
    now = sheet(location, of.report)
    assert (now.outlet, now.published, now.state) == ("Radio Free Asia", "2016-01-22", "in review")
    assert [(one.state, one.reason) for one in now.proposals[:3]] == [
        ("accepted", ""),
        ("rejected", "not one"),
        ("waiting", ""),
    ]
    assert now.proposals[0].incident
    assert (now.text, now.sha256, now.uid) == (of.text, of.sha256, first.report)
    assert [one.position for one in now.proposals] == sorted(one.position for one in now.proposals)


def test_it_reads_what_the_unit_of_work_reads(full_copied: Program) -> None:
    for of in sheets(full_copied.location):
        with begin(full_copied.location, WHO, dry_run=True) as unit:
            assert list(of.proposals) == [read_proposal(unit.session, one.id) for one in of.proposals]


def test_it_is_read_lightly(full: Program) -> None:
    number = str(holding(full.location, "three neighboring villages").report)
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, str(full.path), number], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("ask", [sheet, marks])
def test_no_such_report(full: Program, ask: object) -> None:
    with pytest.raises(NotFound):
        ask(full.location, 9999)  # type: ignore[operator]


def test_marks_are_words_of_the_report(full: Program) -> None:
    of = holding(full.location, "three neighboring villages")
    found = {(of.text[one.start : one.end], one.kind, one.label) for one in marks(full.location, of.report)}
    assert {
        ("Jan. 2", "time", "2016-01-02"),
        ("New Year’s Day", "time", "2016-01-01"),
        ("Kimhyongjik county", "place", "KP-10.kimhyongjik"),
        ("the county State Security Department", "institution", "kp.mss.branch@KP-10.samsu"),
        ("led away by officers", "act", "arrest"),
        ("two night watchmen", "people", "detained"),
    } <= found
    assert not {words for words, kind, _ in found if kind == "place"} & {"Asia", "Free Asia"}
    assert any(kind == "attribution" and "told Radio Free Asia" in words for words, kind, _ in found)


def test_marks_stand_in_order_and_inside(full: Program) -> None:
    for of in sheets(full.location):
        found = marks(full.location, of.report)
        assert [one.start for one in found] == sorted(one.start for one in found)
        assert all(0 <= one.start < one.end <= len(of.text) for one in found)


ODD = {
    "empty": "",
    "spaces": " \n\t\r\n\u3000",
    "soft hyphens": "\u00ad" * 9 + "On Jan\u00ad. 2, two\u200b men were arrested in Hye\u00adsan.",
    "Korean": "지난 8일 혜산에서 세 명이 체포됐다고 소식통이 말했다.",
    "decomposed": "On Jan. 2 men in P'yo\u0306ngyang were shot.",
    "controls": "\x01\x02\x1b[31m Hyesan \x7f\u202eJan. 2\u202c",
    "quotes only": "“”\"'‘’ “ “ ”",
    "one long line": "Hyesan Jan. 2 arrested " * 300,
    "bracket": "(" * 2000,
    "front matter": "---\noutlet: RFA\n---\nTwo men were arrested in Hyesan on Jan. 2.\n",
    "surrogates replaced": "\ufffd\ufffd Hyesan \ufffd",
}


@pytest.mark.parametrize("case", ODD)
@pytest.mark.parametrize("language", ["en", "ko", "xx", None])
def test_any_text_can_be_marked(case: str, language: str | None) -> None:
    text = ODD[case]
    report = Report("odd.txt", text.encode(), text, "0" * 64, language=language, published="2016-01-22")
    for one in marked_in(report):
        assert 0 <= one.start < one.end <= len(text)


def test_marks_count_the_kept_text() -> None:
    text = ODD["soft hyphens"]
    found = marked_in(Report("odd.txt", b"", text, "0" * 64, published="2016-01-22"))
    words = {one.kind: text[one.start : one.end] for one in found}
    assert words["place"] == "Hye\u00adsan"
    assert words["time"].startswith("Jan")


def test_only_the_beginning_of_a_very_long_text_is_marked() -> None:
    text = "Nothing. " * (READ // 9) + "Two men were arrested in Hyesan on Jan. 2. " * 20
    found = marked_in(Report("long.txt", b"", text, "0" * 64, published="2016-01-22"))
    assert all(one.end <= READ for one in found)


def test_a_report_without_a_text_has_no_marks(full_copied: Program) -> None:
    location = full_copied.location
    with begin(location, WHO) as unit:
        unit.session.connection().exec_driver_sql(
            "INSERT INTO report (uid, title, got_at) VALUES (?, ?, ?)", ("u" * 36, "A broadcast", unit.at)
        )
    with open_reader(location) as reader:
        [number] = reader.one("SELECT max(id) FROM report") or ()
    bare = sheet(location, number)
    assert (bare.text, bare.sha256, bare.proposals, bare.title) == ("", "", (), "A broadcast")
    assert marks(location, number) == ()
    with pytest.raises(Refused, match="without a text"):
        propose_passage(location, WHO, number, 0, 0)


def test_a_mark_is_small() -> None:
    assert Mark(1, 2, "time") == Mark(1, 2, "time", "")
