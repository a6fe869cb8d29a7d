"""Databases of both kinds for tests: built by migrating once, then copied."""

import shutil
import sqlite3
from itertools import count
from pathlib import Path

import psycopg

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
