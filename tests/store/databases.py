"""Databases of both kinds for tests: built by migrating once, then copied."""

import shutil
import sqlite3
from contextlib import closing
from functools import cached_property
from itertools import count
from pathlib import Path

import psycopg

from incidents.intake.seeds import read_reference
from incidents.store import migrate, seeding
from incidents.store.engine import engine_of
from incidents.store.location import Location

_NUMBERS = count(1)


class Databases:
    """Hands out databases of one kind: `bare` without a schema, `fresh` at HEAD, `seeded` with seeds too.

    `shared` is like a fresh one as long as every test that uses it takes back what it has done.
    """

    shared: Location

    def bare(self) -> Location:
        raise NotImplementedError

    def fresh(self) -> Location:
        raise NotImplementedError

    def seeded(self) -> Location:
        raise NotImplementedError


def _migrated(location: Location) -> Location:
    engine = engine_of(location, migrating=True, making=True)
    with engine.begin() as connection:
        migrate.upgrade(connection)
    engine.dispose()
    return location


def _seeded(location: Location) -> Location:
    engine = engine_of(location, making=True)
    with engine.begin() as connection:
        seeding.load(connection, read_reference())
    engine.dispose()
    return location


def without_waiting_for_the_disk(uri: str) -> None:
    """Make a server that lives for one session quick: nothing of it need survive a power cut."""
    with psycopg.connect(uri, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        connection.execute("SELECT pg_reload_conf()")


class SqliteFiles(Databases):
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = _migrated(self.bare()).path
        with sqlite3.connect(self.template) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
        self.shared = self.fresh()

    def bare(self) -> Location:
        path = self.folder / f"{next(_NUMBERS)}.db"
        path.touch()
        return Location("sqlite", path=path)

    def fresh(self) -> Location:
        location = self.bare()
        shutil.copy(self.template, location.path)
        return location

    def seeded(self) -> Location:
        location = self.bare()
        shutil.copy(self._pattern, location.path)
        return location

    @cached_property
    def _pattern(self) -> Path:
        made = _seeded(self.fresh()).path
        with closing(sqlite3.connect(made)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return made


class PostgresqlDatabases(Databases):
    """A server of its own, and in it a database made with TEMPLATE for each test."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.made: list[str] = []
        _migrated(self._database("template0", "pattern"))
        self.shared = self._database("pattern", "shared")

    def bare(self) -> Location:
        return self._database("template0", f"bare{next(_NUMBERS)}")

    def fresh(self) -> Location:
        return self._database("pattern", f"fresh{next(_NUMBERS)}")

    def seeded(self) -> Location:
        return self._database(self._pattern, f"seeded{next(_NUMBERS)}")

    @cached_property
    def _pattern(self) -> str:
        _seeded(self._database("pattern", "seeds"))
        return "seeds"

    def drop(self) -> None:
        """Forget what a test has made."""
        while self.made:
            self._run(f"DROP DATABASE {self.made.pop()} WITH (FORCE)")

    def _database(self, template: str, name: str) -> Location:
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        if name not in ("pattern", "seeds", "shared"):
            self.made.append(name)
        return Location.parse(self.uri.replace("/postgres?", f"/{name}?"))

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.uri, autocommit=True) as connection:
            connection.execute(statement.encode())
