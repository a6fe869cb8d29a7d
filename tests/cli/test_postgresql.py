"""The same commands on a database of PostgreSQL."""

import json

from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from incidents.cli.asking.completing import completer
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from tests.cli.conftest import Program
from tests.store.conftest import postgresql_databases, server
from tests.store.databases import PostgresqlDatabases

__all__ = ["postgresql_databases", "server"]


def test_a_day_on_a_server(postgresql_databases: PostgresqlDatabases, stocked: Program) -> None:
    program = Program(stocked.path)
    program.environment["INCIDENTS_DB"] = postgresql_databases.bare().url
    assert "holds nothing yet" in program.said("list", code=3)
    assert program.said("db", "init").endswith(" is made\n")
    assert program.said("db", "init").endswith(" is there already\n")
    report = program(
        "ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin="A trader was arrested in Hyesan.\n"
    )
    assert report.exit_code == 0, report.output
    program.said(
        "add", "--title", "체포 of traders", "--type", "arrest", "--date", "2016-01", "--place", "Hyesan", "--tag", "x"
    )
    twin = program.said(
        "add", "--title", "A twin", "--type", "arrest", "--date", "2016", "--place", "Hyesan", "--dry-run"
    )
    assert "looks like 1: 체포 of traders (Jan 2016)" in twin
    program.said("add", "--title", "Another", "--type", "order", "--report", "1", "--quote", "A trader")
    assert program.said("list").startswith("2 incidents, 1 undated, ")
    found = json.loads(program.out("list", "--province", "yanggang", "--text", "체포", "--format", "jsonl"))
    assert (found["id"], found["date"], found["disputed"]) == (1, "2016-01", False)
    assert "Hyesan, Ryanggang, North Korea" in program.out("show", "1")
    assert "1: title 체포 of traders → Renamed 100% (revision 2); undo: " in program.said(
        "edit", "1", "--title", "Renamed 100%"
    )
    assert "edited incident 1 “체포 of traders”: title Renamed 100% → " in program.said("undo")
    assert "  title: Renamed 100% → 체포 of traders\n" in program.out("history", "1")
    assert "would be withdrawn" in program.said("withdraw", "1", "--reason", "x", "--dry-run")
    assert "there is no incident 99" in program.said("show", "99", code=4)
    assert "did you mean Hyesan" in program.said("list", "--place", "Hyesann", code=4)
    _evidence_relations_tags(program)
    _typed_in(program)
    _upkeep(program)
    _accepted(program)
    assert program.said("db", "check") == "all is well\n"
    assert "pg_dump" in program.said("db", "backup", code=3)
    names = [one["name"] for one in json.loads(program.out("db", "info", "--format", "json"))]
    assert "bytes" not in names


def _typed_in(program: Program) -> None:
    """A bare sentence, a form, and what completes names."""
    assert "recorded: " in program.said("add", "graffiti in Unsan, N. Pyongan, in march 2019", "--tag", "typed")
    result = program("edit", "1", "--edit", EDITOR="sed -i 's/^place: .*/place: 혜산: to/'")
    assert result.exit_code == 0, result.output
    assert "Hyesan, Ryanggang, North Korea (to)" in program.out("show", "1")
    with open_reader(Location.parse(program.environment["INCIDENTS_DB"])) as reader:
        for field, words in {
            "place": "혜",
            "institution": "bowi",
            "type": "arr",
            "tag": "ty",
            "outlet": "free",
        }.items():
            assert list(completer(reader, field).get_completions(Document(words), CompleteEvent()))


def _upkeep(program: Program) -> None:
    """Places and institutions added, renamed, moved and undone."""
    program.said(
        "place", "add", "Sangri", "--kind", "ri", "--under", "Hyesan", "--korean", "상리", "--at", "41.4,128.2"
    )
    assert '"geo": "geo:41.4,128.2"' in program.out("place", "show", "상리", "--format", "jsonl")
    program.said("place", "rename", "Hyesan", "Hyesin", "--korean", "혜신", "--from", "2020")
    program.said("place", "alias", "add", "Hyesan", "惠山")
    assert "1 below Hyesin" not in program.said("place", "tree", "Hyesin")
    before = program.said("list", "--province", "KP-04")
    assert "is found there" in program.said("place", "move", "Hyesan", "--under", "KP-04", "--from", "2020")
    assert program.said("list", "--province", "KP-04") != before
    assert "name Hyesan; parent KP-10" in program.out("place", "show", "혜산")
    program.said("institution", "move", "kp.mss", "--under", "kp.wpk", "--from", "2020")
    program.said("place", "merge", "Samsu", "KP-10.hyesan", "--yes")
    assert program.said("list", "--place", "Hyesin") == program.said("list", "--place", "Samsu")
    assert program.said("db", "check") == "all is well\n"
    text = "Police raided a market in Hoengpo-ri on Feb. 3. A trader was arrested in Hoengpo-ri on Feb. 4.\n"
    program("ingest", "-", "--published", "2025-02-06", stdin=text)
    assert program.out("place", "unresolved", "--format", "csv").splitlines()[1].startswith("Hoengpo-ri,2,nothing is")
    assert " in 2 proposals that wait; " in program.said("place", "resolve", "Hoengpo-ri", "Kapsan", "--alias", "--yes")
    assert program.said("place", "unresolved") == "0 open names\n"
    assert program.said("db", "check") == "all is well\n"
    program.said("undo")
    program.said("undo")
    for _ in range(6):
        program.said("undo")
    assert program.said("list", "--province", "KP-04") == before
    assert '"seed_says": null' in program.out("place", "show", "Hyesan", "--format", "jsonl")


def _accepted(program: Program) -> None:
    """A proposal with an open place and an institution that is new: accepted, settled in the record, taken back."""
    text = "On Feb. 3 police raided the Wolmi Trading Company in Unsan, a resident of Ryanggang told us.\n"
    program("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=text)
    number = json.loads(program.out("review", "--list", "--format", "jsonl").splitlines()[-1])["id"]
    said = program.said("review", "--accept", str(number))
    assert "added with it: the institution Wolmi Trading Company (kp.wolmi-trading-company)\n" in said
    assert ": Unsan is " in program.said("place", "resolve", "Unsan", "KP-02.unsan", "--yes")
    assert "Unsan, South Pyongan" in program.out("list", "--institution", "kp.wolmi-trading-company")
    program.said("undo")
    program.said("undo")
    assert "retired" in program.out("institution", "show", "kp.wolmi-trading-company")


def _evidence_relations_tags(program: Program) -> None:
    """Of incidents 1 and 3: the dry run has used a number up."""
    added = program.said(
        "evidence", "add", "1", "--report", "1", "--quote", "arrested in Hyesan", "--claim", "date=2016-02"
    )
    assert "1: first reported none → 6 Feb 2025" in added
    assert "the date Feb 2016 stands beside the incident's own" in added
    said = program.said("evidence", "grade", "1", "1", "--source-type", "resident", "--sensitive")
    assert "1: level unverified → single-source\n" in said
    assert "[1] Radio Free Asia" in program.out("evidence", "show", "1,3")
    program.said("link", "1", "3", "--relation", "follows")
    assert "makes a circle" in program.said("link", "3", "1", "--relation", "follows", code=5)
    assert "related     followed by 1 · 체포 of traders\n" in program.out("show", "3")
    program.said("tag", "add", "혜산", "1,3", "--yes")
    assert program.out("tag", "list", "--format", "csv") == "tag,incidents,withdrawn\nx,1,0\n혜산,2,0\n"
    program.said("tag", "rename", "혜산", "x", "--yes")
    assert program.said("undo").count("undone: ") == 2
    assert len(program.out("history", "1,3", "--format", "jsonl").splitlines()) == 13
    program.said("evidence", "drop", "1", "1")
