"""Everything about one incident, and reports, proposals and changes as they are listed."""

from incidents.model.filter import Filter
from incidents.output.columns import names
from incidents.output.listings import CHANGE, CLAIM, EVIDENCE, INCIDENT, REPORT
from incidents.store.query import chronology, report_list, reports
from incidents.store.query.changes import Subjects, changes
from incidents.store.query.connect import Reader
from incidents.store.query.detail import OWN, detail
from incidents.store.query.report_list import Asked


def test_detail(reader: Reader) -> None:
    found = detail(reader, 1, names(INCIDENT), names(EVIDENCE), names(CLAIM))
    own = dict(zip((*names(INCIDENT), *OWN), (*found.incident, *found.own), strict=True))
    assert (own["tags"], own["province"], own["recorded_by"], own["reviewed_by"]) == (
        "day",
        "Ryanggang",
        "anna",
        "anna",
    )
    assert found.places == [("KP-10.samsu", "Samsu", "Samsu, Ryanggang, North Korea", "scene")]
    assert found.institutions == [("kp.mss", "Ministry of State Security", "investigator")]
    assert found.people == [("detained", 2, 3, 0, ""), ("affected", None, None, 0, "dozens of families")]
    first, second = found.passages
    told = dict(zip(names(EVIDENCE), first.evidence, strict=True))
    assert (told["outlet"], told["origin"], told["said_on"]) == ("Radio Free Asia", "Radio Free Asia", "2016-01-20")
    assert told["quote"] == "A guard told us that"
    assert first.claims == [
        ("date", "2016-01-01", "guard", "stated", 1),
        ("place", "KP-10.samsu", "the station", "stated", 0),
    ]
    told = dict(zip(names(EVIDENCE), second.evidence, strict=True))
    assert (told["outlet"], told["origin"]) == ("One Free Korea", "Radio Free Asia")
    assert [row[0] for row in found.decisions] == ["institution", "place"]
    assert found.relations == []


def test_reports(reader: Reader) -> None:
    rows = [dict(zip(names(REPORT), row, strict=True)) for row in report_list.reports(reader, names(REPORT), Asked())]
    assert [(row["id"], row["outlet_code"], row["incidents"]) for row in rows] == [
        (1, "rfa", 2),
        (2, "one-free-korea", 1),
        (3, "daily-nk", 1),
        (4, "rfa", 1),
    ]
    assert [row[0] for row in report_list.reports(reader, ("id",), Asked(outlets=("rfa",)))] == [1, 4]
    assert list(report_list.reports(reader, ("id",), Asked(states=("done",)))) == []
    assert list(reports.report_rows(reader, ("outlet_code",), [4, 3])) == [("rfa",), ("daily-nk",)]
    assert reports.kept_text(reader, 1).endswith("삐라.")
    assert chronology.count(reader, Filter(outlets=("rfa",))) == 3
    assert reports.incidents_of(reader, 1) == [1, 4]


def test_changes(reader: Reader) -> None:
    rows = changes(reader, names(CHANGE), Subjects([9]))
    assert [row[names(CHANGE).index("action")] for row in rows] == ["add", "withdraw"]
    assert rows[1][names(CHANGE).index("reason")] == "a mistake"
    assert len(changes(reader, ("id",), Subjects([9, 1]))) == 3
    last = changes(reader, ("id",), limit=2)
    assert [row[0] for row in last] == sorted(row[0] for row in last)
    assert len(changes(reader, ("id",))) == 14


def test_the_columns_of_the_list(reader: Reader) -> None:
    """The same on both databases, but for what is made at random or by the clock."""
    moving = {"code", "uid", "recorded_at"}
    columns = [name for name in names(INCIDENT) if name not in moving]
    ids = chronology.identities(reader, Filter(sort="id"))
    rows = [dict(zip(columns, row, strict=True)) for row in chronology.rows(reader, columns, ids)]
    first = rows[0]
    assert first["people"] == "2–3 detained; dozens of families"
    assert (first["level"], first["source_count"], first["evidence_count"]) == ("single-source", 2, 2)
    assert (first["origins"], first["source_types"]) == ("Radio Free Asia", "media; resident")
    assert rows[1]["places"] == "Hyesan; Hoeryong"
    assert {row["disputed"] for row in rows} == {0, 1}
