"""The client of a PostgreSQL server killed at random points of its writes: the server takes all back, or has it all."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import psycopg
import pytest

from tests.cli.conftest import Program
from tests.hostile.kills import State, Write, victims
from tests.hostile.nightly import cases
from tests.store.conftest import postgresql_databases, server
from tests.store.databases import PostgresqlDatabases

__all__ = ["postgresql_databases", "server"]

PATIENCE = 600
"""Hundredths of a second until the server must have noticed that its client is gone."""
TEXT = "A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.\n"
WRITES = {
    "ingest": ["ingest", "new.txt", "--published", "2025-02-06", "--accept", "clear"],
    "accept": ["review", "--accept-report", "1"],
    "edit": ["edit", "1", "--title", "Another", "--place", "Hyesan", "--tag", "x"],
}
_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"


def look(url: str) -> State:
    """The number of rows of each table."""
    with psycopg.connect(url, autocommit=True) as connection:
        names = connection.execute(_TABLES).fetchall()
        counts = ((name, connection.execute(f'SELECT count(*) FROM "{name}"'.encode()).fetchone()) for (name,) in names)
        return {name: found[0] for name, found in counts if found}


def alone(url: str) -> bool:
    """Wait until the server has noticed that its client is gone; whether it has."""
    with psycopg.connect(url, autocommit=True) as connection:
        for _ in range(PATIENCE):
            if connection.execute(_OTHERS).fetchone() == (0,):
                return True
            time.sleep(0.01)
    return False


@pytest.fixture(scope="module")
def ready(postgresql_databases: PostgresqlDatabases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database with a report whose proposals wait, and an incident."""
    location = postgresql_databases.seeded()
    program = Program(Path())
    program.environment["INCIDENTS_DB"] = location.url
    program.said("add", "--title", "One", "--type", "arrest", "--place", "Posong")
    text = tmp_path_factory.mktemp("ready") / "one.txt"
    text.write_text(TEXT)
    program.said("ingest", str(text), "--published", "2025-02-06")
    yield location.url.partition("?")[0].rpartition("/")[2]
    postgresql_databases.drop()


@pytest.mark.parametrize("kind", WRITES)
def test_a_killed_client(ready: str, postgresql_databases: PostgresqlDatabases, tmp_path: Path, kind: str) -> None:
    (tmp_path / "new.txt").write_text(TEXT + "It was seen.\n")
    environment = {"INCIDENTS_DB": "", "VICTIM_SAYS": str(tmp_path / "says"), "INCIDENTS_USER": "tester"}

    def fresh() -> None:
        environment["INCIDENTS_DB"] = postgresql_databases._database(
            ready, f"{ready}_{len(postgresql_databases.made)}"
        ).url

    words = [str(tmp_path / word) if word == "new.txt" else word for word in WRITES[kind]]
    with victims({"HOME": str(tmp_path)}) as forks:
        write = Write(forks, words, environment, fresh, lambda: look(environment["INCIDENTS_DB"]))
        for seed in range(cases(2, 10)):
            ended = write.killed(Random(seed), signal.SIGKILL)  # noqa: S311  no secret
            assert (ended.killed, ended.code) == (True, -signal.SIGKILL), write.said()
            assert alone(environment["INCIDENTS_DB"])
            assert write.look() in write.states
            assert forks.run(words, environment).code == 0, write.said()
            assert write.look() == write.states[-1]
            program = Program(Path())
            program.environment["INCIDENTS_DB"] = environment["INCIDENTS_DB"]
            assert program.said("db", "check") == "all is well\n"
