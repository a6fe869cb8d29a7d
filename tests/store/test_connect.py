"""Opening databases, in every state that one can be in, and reading them."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from incidents.errors import DatabaseProblem, UsageProblem
from incidents.store import engine as engine_module
from incidents.store.engine import engine_of, told
from incidents.store.location import Location, default_location
from incidents.store.query import connect
from incidents.store.tables import metadata
from tests.store.databases import SqliteFiles

LOCATIONS = [
    ("x.db", "sqlite", "x.db"),
    ("/data/x.db", "sqlite", "/data/x.db"),
    ("sqlite:///x.db", "sqlite", "x.db"),
    ("sqlite:////data/x.db", "sqlite", "/data/x.db"),
    ("postgresql://host/x", "postgresql", "postgresql://host/x"),
    ("postgres://host/x", "postgresql", "postgresql://host/x"),
    ("postgresql+psycopg://me:secret@host:5/x", "postgresql", "postgresql://me:***@host:5/x"),
    ("postgresql:///x?host=/run&password=secret", "postgresql", "postgresql:///x?host=/run&password=***"),
]


@pytest.mark.parametrize(("text", "kind", "shown"), LOCATIONS)
def test_a_location_is_a_path_or_a_url(text: str, kind: str, shown: str) -> None:
    location = Location.parse(text)
    assert (location.kind, location.shown, location.is_default) == (kind, shown, False)


def test_home_is_understood() -> None:
    assert Location.parse("~/x.db").path == Path.home() / "x.db"


@pytest.mark.parametrize("text", ["", " ", "mysql://me:secret@host/x", "sqlite:///"])
def test_other_places_are_refused_and_no_password_is_shown(text: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        Location.parse(text)
    assert "secret" not in str(raised.value)


def test_the_default_is_in_the_data_folder() -> None:
    assert default_location().is_default
    assert default_location().path.name == "incidents.db"


TRANSLATED = [
    ("SELECT 1", "SELECT 1"),
    ("a = ? AND b IN (?, ?)", "a = %s AND b IN (%s, %s)"),
    ("a LIKE '5%' AND b = ?", "a LIKE '5%%' AND b = %s"),
    ("a = 'why?' AND b % 2 = ?", "a = 'why?' AND b %% 2 = %s"),
    ("a = 'it''s ?' AND b = ?", "a = 'it''s ?' AND b = %s"),
]


@pytest.mark.parametrize(("text", "expected"), TRANSLATED)
def test_placeholders_are_translated(text: str, expected: str) -> None:
    assert connect.translated(text) == expected


def test_values_are_bound_in_both(location: Location) -> None:
    with connect.open_reader(location) as reader:
        assert list(reader.rows("SELECT ? || '?%' || ?", ("a", "'b"))) == [("a?%'b",)]
        assert reader.one("SELECT 7 % 4") == (3,)
        assert reader.one("SELECT id FROM incident WHERE title = ?", ("전단",)) is None
        assert reader.dialect == location.kind


def add_setting(engine: sa.Engine, key: str) -> None:
    with engine.begin() as connection:
        connection.execute(sa.insert(metadata.tables["setting"]).values(key=key))


def test_a_reader_is_one_snapshot_and_blocks_no_writer(location: Location, engine: sa.Engine) -> None:
    count = "SELECT count(*) FROM setting"
    with connect.open_reader(location) as reader:
        assert reader.one(count) == (0,)
        add_setting(engine, "a")
        assert reader.one(count) == (0,)
    with connect.open_reader(location) as reader:
        assert reader.one(count) == (1,)


def test_a_reader_cannot_write(location: Location) -> None:
    with connect.open_reader(location) as reader, pytest.raises(DatabaseProblem, match="cannot be opened or written"):
        list(reader.rows("DELETE FROM setting"))


def test_a_mistake_in_the_sql_is_no_state_of_the_database(location: Location) -> None:
    with connect.open_reader(location) as reader, pytest.raises(Exception, match="nothing") as raised:
        list(reader.rows("SELECT nothing FROM setting"))
    assert not isinstance(raised.value, DatabaseProblem)


REVISIONS = [("0000", "behind .*incidents db upgrade"), ("9999", "newer version .*upgrade the program")]


@pytest.mark.parametrize(("revision", "sentence"), REVISIONS)
def test_another_revision_is_told(location: Location, engine: sa.Engine, revision: str, sentence: str) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    with pytest.raises(DatabaseProblem, match=sentence):
        connect.open_reader(location)
    assert connect.revision(location) == revision


def test_one_without_our_tables_is_told(tmp_path: Path) -> None:
    location = Location("sqlite", path=tmp_path / "x.db")
    with sqlite3.connect(location.path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute(f"INSERT INTO alembic_version VALUES ('{connect.HEAD}')")
    connection.close()
    with pytest.raises(DatabaseProblem, match="no database of this program"):
        connect.open_reader(location)


def test_an_empty_file_a_folder_and_a_letter_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    (tmp_path / "letter.db").write_text("Dear mother, " * 100)
    sentences = {
        "empty.db": "holds nothing yet: `incidents db init",
        "letter.db": "no database of this",
        "": "a folder",
    }
    for name, sentence in sentences.items():
        with pytest.raises(DatabaseProblem, match=sentence):
            connect.open_reader(Location("sqlite", path=tmp_path / name))


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(DatabaseProblem, match=r"me:\*\*\*@localhost:1/x does not answer") as raised:
        connect.open_reader(Location.parse("postgresql://me:secret@localhost:1/x"))
    assert "secret" not in str(raised.value)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def as_nobody(act: Callable[[Location], object], location: Location) -> str:
    """What an act says to someone who may read but not write; root may do everything, so it becomes someone else."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        os.write(writing, said(act, location).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return pipe.read()


def said(act: Callable[[Location], object], location: Location) -> str:
    try:
        return str(act(location))
    except Exception as error:  # noqa: BLE001  the test is about what comes out
        return f"{type(error).__name__}: {error}"


def read(location: Location) -> object:
    with connect.open_reader(location) as reader:
        return reader.one("SELECT count(*) FROM setting")


def write(location: Location) -> object:
    with told(location), engine_of(location).begin() as connection:
        return connection.exec_driver_sql("INSERT INTO setting (key) VALUES ('a')").rowcount


def test_one_that_cannot_be_written_can_be_read(sqlite_files: SqliteFiles, open_folder: Path) -> None:
    location = Location("sqlite", path=open_folder / "x.db")
    location.path.write_bytes(sqlite_files.fresh().path.read_bytes())
    location.path.chmod(0o444)
    open_folder.chmod(0o555)
    assert as_nobody(read, location) == "(0,)"
    assert as_nobody(write, location).startswith("DatabaseProblem: ")
    location.path.chmod(0o000)
    assert as_nobody(read, location).startswith("DatabaseProblem: ")
    open_folder.chmod(0o755)
    assert sorted(path.name for path in open_folder.iterdir()) == ["x.db"]


def test_one_that_is_being_written_is_told(sqlite_files: SqliteFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "BUSY_SECONDS", 0.05)
    location = sqlite_files.fresh()
    first, second = engine_of(location), engine_of(location)
    with first.begin(), pytest.raises(DatabaseProblem, match="Another program is writing"), told(location):
        second.begin().__enter__()
    add_setting(second, "later")


def test_a_server_that_is_being_written_is_waited_for(location: Location, engine: sa.Engine) -> None:
    """Both kinds: who reads and then writes waits for the other one instead of failing."""
    from threading import Thread  # noqa: PLC0415

    head = metadata.tables["log_head"]

    def bump() -> None:
        with engine.begin() as connection:
            sequence = connection.execute(sa.select(head.c.sequence).with_for_update()).scalar_one()
            connection.execute(sa.update(head).values(sequence=sequence + 1))

    threads = [Thread(target=bump) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with connect.open_reader(location) as reader:
        assert reader.one("SELECT sequence FROM log_head") == (8,)


def test_a_writer_never_makes_a_file(tmp_path: Path) -> None:
    location = Location("sqlite", path=tmp_path / "x.db")
    with pytest.raises(DatabaseProblem), told(location):
        engine_of(location).connect().__enter__()
    assert list(tmp_path.iterdir()) == []


def test_truth_is_a_number_in_both(engine: sa.Engine, location: Location) -> None:
    table = metadata.tables["outlet_kind"]
    with engine.begin() as connection:
        connection.execute(sa.insert(table), [{"code": code, "name": "x", "retired": code == "b"} for code in "ab"])
        found = connection.execute(sa.select(table.c.retired).order_by(table.c.code)).scalars().all()
    assert [value is True for value in found] == [False, True]
    with connect.open_reader(location) as reader:
        assert list(reader.rows("SELECT code, retired FROM outlet_kind ORDER BY code")) == [("a", 0), ("b", 1)]


def test_the_search_index_follows_its_parts(sqlite_files: SqliteFiles) -> None:
    location = sqlite_files.fresh()
    with sqlite3.connect(location.path) as connection:
        connection.execute("INSERT INTO search_part (kind, ref, body) VALUES ('report', 1, '로동 동신 신문')")
        connection.execute("INSERT INTO search_part (kind, ref, body) VALUES ('report', 2, 'leaflets')")
        connection.execute("UPDATE search_part SET body = 'posters' WHERE ref = 2")
        found = "SELECT p.ref FROM search_index s JOIN search_part p ON p.id = s.rowid WHERE search_index MATCH ?"
        assert connection.execute(found, ("동신",)).fetchall() == [(1,)]
        assert connection.execute(found, ("leaflets",)).fetchall() == []
        assert connection.execute(found, ("posters",)).fetchall() == [(2,)]
        connection.execute("DELETE FROM search_part")
        assert connection.execute(found, ("posters",)).fetchall() == []
        connection.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
    connection.close()


READ = """
import sys
from pathlib import Path
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
print(open_reader(Location("sqlite", path=Path(sys.argv[1]))).one("SELECT count(*) FROM setting"))
"""
HEAVY = {"sqlmodel", "sqlalchemy", "alembic", "pydantic", "psycopg", "dateparser", "rich", "click"}


def test_reading_loads_nothing_heavy(sqlite_files: SqliteFiles) -> None:
    code = READ + f"print(sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code, str(sqlite_files.fresh().path)], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["(0,)", "[]"]
