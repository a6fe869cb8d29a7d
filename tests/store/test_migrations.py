"""The migrations: one line of them, up and down with and without rows, and no drift from the tables."""

import re
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from incidents.errors import DatabaseProblem
from incidents.store import migrate
from incidents.store.engine import engine_of
from incidents.store.location import Location
from incidents.store.query import connect
from incidents.store.tables import metadata
from tests.store.databases import Databases
from tests.store.varied_rows import ALL, fill

LEFT = {"alembic_version", "sqlite_sequence"}
"""What a database holds after all migrations were taken back."""


def test_there_is_one_head_and_the_constant_names_it() -> None:
    script = ScriptDirectory.from_config(migrate.config())
    assert script.get_heads() == [connect.HEAD]


def test_revisions_are_numbered() -> None:
    assert migrate.steps() == [f"{number:04d}" for number in range(1, len(migrate.steps()) + 1)]


@pytest.fixture
def bare(databases: Databases) -> Location:
    return databases.bare()


def run(location: Location, way: str, revision: str) -> None:
    engine = engine_of(location, migrating=True)
    with engine.begin() as connection:
        getattr(migrate, way)(connection, revision)
    engine.dispose()


def objects(location: Location) -> set[str]:
    engine = engine_of(location)
    with engine.connect() as connection:
        seen = sa.inspect(connection)
        names = {*seen.get_table_names(), *seen.get_view_names()}
    engine.dispose()
    return names


@pytest.mark.parametrize("filled", [False, True], ids=["empty", "with rows"])
def test_every_revision_goes_up_down_and_up(bare: Location, filled: bool) -> None:  # noqa: FBT001
    run(bare, "upgrade", "head")
    whole = objects(bare)
    for revision, before in zip(reversed(migrate.steps()), [*reversed(migrate.steps()[:-1]), "base"], strict=True):
        if filled and revision == connect.HEAD:
            put_rows_in(bare)  # those of older tables are still there when older revisions are taken back
        run(bare, "downgrade", before)
        run(bare, "upgrade", revision)
        run(bare, "downgrade", before)
    assert objects(bare) <= LEFT
    run(bare, "upgrade", "head")
    assert objects(bare) == whole


def test_taking_open_names_back_names_them(bare: Location, caplog: pytest.LogCaptureFixture) -> None:
    run(bare, "upgrade", "0005")
    run(bare, "downgrade", "0004")
    assert "is dropped" not in caplog.text
    run(bare, "upgrade", "head")
    put_rows_in(bare)
    run(bare, "downgrade", "0004")
    told = [record.getMessage() for record in caplog.records if "is dropped" in record.getMessage()]
    assert len(told) == len(ALL["incident_open"]) > 0
    words = ALL["incident_open"][0]["words"]
    assert any(f"“{words}” is dropped; the change log keeps it" in one for one in told)


def put_rows_in(location: Location) -> None:
    engine = engine_of(location)
    with engine.begin() as connection:
        fill(connection)
        counted = {name: connection.scalar(sa.text(f"SELECT count(*) FROM {name}")) for name in ALL}
    engine.dispose()
    assert counted == {name: len(rows) for name, rows in ALL.items()}


def test_rows_stand_in_every_table() -> None:
    assert set(ALL) | {"log_head"} == set(metadata.tables)


def test_a_new_database_has_a_head_of_its_own_log(databases: Databases) -> None:
    location = databases.bare()
    uids = set()
    for _ in range(2):
        run(location, "upgrade", "head")
        with connect.open_reader(location) as reader:
            row = reader.one("SELECT id, database, sequence, hash FROM log_head")
        assert row is not None
        assert row[2:] == (0, "0" * 64)
        uids.add(row[1])
        run(location, "downgrade", "base")
    assert len(uids) == 2


def test_alembic_sees_no_difference(engine: sa.Engine) -> None:
    options = {"include_name": migrate.managed, "compare_server_default": engine.dialect.name != "sqlite"}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_alembic_would_see_a_difference(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX ix_incident_type")
        options = {"include_name": migrate.managed}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


def test_the_stored_sql_is_that_of_the_tables(databases: Databases) -> None:
    migrated, made = databases.fresh(), databases.bare()
    engine = engine_of(made)
    with engine.begin() as connection:
        metadata.create_all(connection)
    engine.dispose()
    here, there = stored(migrated), stored(made)
    assert here == there
    assert len(here) > 300


def stored(location: Location) -> Counter[str]:
    """What the database itself says of its tables, piece by piece."""
    with connect.Reader(connect._connection(location), location) as reader:
        if reader.dialect == "sqlite":
            rows = reader.rows("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql <> ''")
            found = [f"{name}: {_plain(line)}" for name, sql in rows for line in sql.splitlines()]
        else:
            found = [" | ".join(map(str, row)) for query in _CATALOG for row in reader.rows(query)]
    return Counter(line for line in found if not re.match(r"alembic_version|search_index|ix_search_part_body", line))


def _plain(line: str) -> str:
    """A line of DDL without what a rebuilt table writes otherwise: quotes round its name, brackets round a default."""
    return re.sub(r"DEFAULT \(('.*?')\)", r"DEFAULT \1", line.strip().rstrip(",").replace('"', ""))


_CATALOG = (
    """SELECT c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c
       WHERE c.connamespace = 'public'::regnamespace""",
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    """SELECT table_name, ordinal_position, column_name, data_type, collation_name, is_nullable, column_default
       FROM information_schema.columns WHERE table_schema = 'public'
       AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')""",
)


def test_a_migration_rebuilds_a_table_under_views_and_keeps_every_row(location: Location, next_version: Path) -> None:
    put_rows_in(location)
    before = stored(location)
    run(location, "upgrade", "head")
    assert not before - stored(location)
    with connect.Reader(connect._connection(location), location) as reader:
        assert len(list(reader.rows("SELECT place_id, elevation FROM place_parent_listing"))) == len(ALL["place"])
        for name, rows in ALL.items():
            assert reader.one(f"SELECT count(*) FROM {name}") == (len(rows),), name
    run(location, "downgrade", "0005")
    assert stored(location) == before
    with connect.Reader(connect._connection(location), location) as reader:
        assert reader.one("SELECT place_code FROM place_parent_listing") == ("KP-02.onchon",)


def test_rows_that_point_to_nothing_stop_a_migration(sqlite_files: Databases, next_version: Path) -> None:
    location = sqlite_files.fresh()
    with sqlite3.connect(location.path) as connection:
        connection.execute("INSERT INTO incident_tag VALUES (77, 'lost')")
    connection.close()
    with pytest.raises(DatabaseProblem, match="incident_tag"):
        run(location, "upgrade", "head")
    assert connect.revision(location) == "0005"


def test_what_is_known_of_a_reading_comes_from_the_last_proposal(databases: Databases) -> None:
    location = databases.bare()
    run(location, "upgrade", "head")
    put_rows_in(location)
    run(location, "downgrade", "0001")
    engine = engine_of(location)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE proposal SET program_version = '0.' || id, seeds_version = 's' || id")
    engine.dispose()
    run(location, "upgrade", "0002")
    with connect.Reader(connect._connection(location), location) as reader:
        rows = list(reader.rows("SELECT text_id, program_version, seeds_version FROM text_reading ORDER BY text_id"))
        assert rows == [(1, "0.2", "s2"), (3, "0.3", "s3")]
        listed = list(reader.rows("SELECT id, program_version, seeds_version FROM report_listing ORDER BY id"))
        assert listed == [(1, None, None), (2, "0.3", "s3"), (3, None, None)]  # the newest text of 1 has none
