"""The review screen on a database of PostgreSQL."""

import json
from pathlib import Path

from tests.cli.conftest import Program
from tests.cli.sitting import sitting
from tests.store.conftest import postgresql_databases, server
from tests.store.databases import PostgresqlDatabases

__all__ = ["postgresql_databases", "server"]

TEXT = """A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.

Two students were arrested in Unsan county on Feb. 2, a source in the north said.

Nobody expects this to change soon.
"""


def test_a_sitting_on_a_server(postgresql_databases: PostgresqlDatabases, tmp_path: Path) -> None:
    program = Program(tmp_path / "none")
    program.environment["INCIDENTS_DB"] = postgresql_databases.bare().url
    program.said("db", "init")
    (tmp_path / "one.txt").write_text(TEXT)
    program.out("ingest", str(tmp_path / "one.txt"), "--outlet", "RFA", "--published", "2025-02-06")
    with sitting(program) as seat:
        seat.until("proposal 1 of 2", "report 1 of 1")
        seat.press("a")
        seat.until("accepted: 1 ", "proposal 2 of 2", "1 Unsan", "2 Unsan")
        seat.press("2")
        seat.until("place: Unsan", without="2 Unsan")
        seat.press("e", "d")
        seat.until("date: 2025-02-02")
        seat.type("yesterday")
        seat.press("Enter")
        seat.until("is understood as 5 Feb 2025")
        seat.press("z")
        seat.until("undone: date edited")
        seat.press("t")
        seat.until("no incident is near")
        seat.press("Esc")
        seat.until("a accept")
        seat.press("v", "s", "Enter")
        seat.until("new proposal ")
        seat.press("r", "1")
        seat.until("rejected (background)")
        seat.press("a", "q")
        assert seat.end() == 0
    found = [json.loads(one) for one in program.out("list", "--format", "jsonl").splitlines()]
    assert len(found) == 2
    assert program.said("db", "check") == "all is well\n"
