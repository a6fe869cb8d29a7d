"""Making, upgrading and backing up: whole or not at all, never over something else, readable by its owner only."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from incidents.errors import DatabaseProblem, Refused
from incidents.model.reference import Reference, Term
from incidents.store import create, place_file
from incidents.store.backup import backup, backups
from incidents.store.engine import engine_of
from incidents.store.location import Location
from incidents.store.query import connect
from tests.store.databases import Databases, SqliteFiles
from tests.store.varied_rows import fill


def seeds() -> Reference:
    return Reference(terms=(Term("family", "control", 1, "Control"),), version="1")


def broken_seeds() -> Reference:
    raise KeyboardInterrupt


@pytest.fixture
def default(tmp_path: Path) -> Location:
    return Location("sqlite", path=tmp_path / "data/incidents/incidents.db", is_default=True)


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def families(location: Location) -> list[tuple[object, ...]]:
    with connect.open_reader(location) as reader:
        return list(reader.rows("SELECT code, name FROM incident_family"))


def test_the_default_one_is_made_when_it_is_missing(default: Location) -> None:
    assert create.ready(default, seeds)
    assert families(default) == [("control", "Control")]
    assert (mode(default.path), mode(default.path.parent)) == ("0o600", "0o700")
    assert not create.ready(default, broken_seeds)


def test_its_journal_is_write_ahead_and_nothing_lies_beside_it(default: Location) -> None:
    create.ready(default, seeds)
    assert [path.name for path in default.path.parent.iterdir()] == ["incidents.db"]
    assert default.path.read_bytes()[18:20] == b"\x02\x02"


def test_a_named_one_is_not_made_unasked(tmp_path: Path) -> None:
    location = Location.parse(str(tmp_path / "mine.db"))
    with pytest.raises(DatabaseProblem, match=r"incidents db init --db .*mine\.db"):
        create.ready(location, broken_seeds)
    assert list(tmp_path.iterdir()) == []
    assert create.create(location, seeds)
    assert mode(location.path) == "0o600"
    assert not create.create(location, broken_seeds)


def test_one_on_a_server_is_filled_once(databases: Databases) -> None:
    location = databases.bare()
    with pytest.raises(DatabaseProblem, match="holds nothing yet: `incidents db init"):
        create.ready(location, seeds)
    assert create.create(location, seeds)
    assert families(location) == [("control", "Control")]
    assert not create.create(location, broken_seeds)


def test_what_is_broken_off_leaves_nothing(default: Location) -> None:
    with pytest.raises(KeyboardInterrupt):
        create.ready(default, broken_seeds)
    assert list(default.path.parent.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseProblem, match="folder"):
        create.create(Location.parse(str(tmp_path / "nowhere/x.db")), seeds)


def test_nothing_is_made_over_another_file(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("a letter to my mother, long enough to be read as a header of something")
    with pytest.raises(DatabaseProblem, match="no database of this program"):
        create.create(Location.parse(str(tmp_path / "x.db")), seeds)
    assert (tmp_path / "x.db").read_text().startswith("a letter")


RACER = """
import sys, time
from pathlib import Path
from incidents.model.reference import Reference, Term
from incidents.store import create
from incidents.store.location import Location
location = Location("sqlite", path=Path(sys.argv[1]), is_default=True)
print("loaded", flush=True)
sys.stdin.readline()
reference = Reference(terms=(Term("family", sys.argv[2], 1, "x"),), version="1")
print(create.ready(location, lambda: reference))
"""


def test_two_processes_may_begin_at_once(default: Location) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    command = [sys.executable, "-c", RACER, str(default.path)]
    racers = [subprocess.Popen([*command, name], **pipes) for name in ("one", "two")]  # type: ignore[call-overload]
    assert [racer.stdout.readline() for racer in racers] == ["loaded\n", "loaded\n"]
    said = [racer.communicate("go\n", timeout=60)[0] for racer in _started(racers)]
    assert "True\n" in said
    assert len(families(default)) == 1
    assert [path for path in default.path.parent.iterdir() if path.suffix == ".new"] == []
    assert [racer.returncode for racer in racers] == [0, 0]


def _started(racers: list["subprocess.Popen[str]"]) -> list["subprocess.Popen[str]"]:
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("go\n")
        racer.stdin.flush()
    return racers


def _no_links(*_: object) -> None:
    raise OSError(95, "Operation not supported")


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_only_one_file_gets_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:  # noqa: FBT001
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    made = [tmp_path / f"{number}.new" for number in range(8)]
    for path in made:
        path.write_text(path.name)
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda path: place_file.moved_into_place(path, tmp_path / "x.db"), made))
    assert won.count(True) == 1
    assert (tmp_path / "x.db").read_text() == made[won.index(True)].name
    assert not (tmp_path / "x.db.making").exists()


def test_a_lock_that_was_left_behind_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    monkeypatch.setattr(place_file, "PATIENCE", 0.0)
    (tmp_path / "x.db.making").touch()
    (tmp_path / "a.new").touch()
    with pytest.raises(DatabaseProblem, match=r"delete .*x\.db\.making"):
        place_file.moved_into_place(tmp_path / "a.new", tmp_path / "x.db")


def put_rows_in(location: Location) -> None:
    engine = engine_of(location)
    with engine.begin() as connection:
        fill(connection)
    engine.dispose()


def count(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        found: int = connection.execute("SELECT count(*) FROM chronology").fetchone()[0]
    connection.close()
    return found


def test_one_that_is_at_head_is_left_alone(location: Location) -> None:
    assert create.upgrade(location) == (connect.HEAD, None)


def test_one_that_is_behind_is_upgraded_on_demand_after_a_backup(location: Location, next_version: Path) -> None:
    put_rows_in(location)
    with pytest.raises(DatabaseProblem, match=r"behind this program \(0005 of 0006\): `incidents db upgrade`"):
        create.ready(location, broken_seeds)
    before, kept = create.upgrade(location)
    assert before == "0005"
    assert connect.revision(location) == "0006"
    assert create.upgrade(location) == ("0006", None)
    if location.kind == "sqlite":
        assert kept
        assert backups(location) == [kept]
        assert (mode(kept), count(kept)) == ("0o600", 25)
        assert connect.revision(Location("sqlite", path=kept)) == "0005"


def test_an_upgrade_that_fails_changes_nothing(location: Location, next_version: Path) -> None:
    put_rows_in(location)
    file = next_version / "versions/0006_second.py"
    file.write_text(file.read_text().replace('views.create("0006")', 'raise RuntimeError("the power is gone")'))
    with pytest.raises(RuntimeError):
        create.upgrade(location)
    assert connect.revision(location) == "0005"
    with connect.Reader(connect._connection(location), location) as reader:
        assert reader.one("SELECT count(*) FROM chronology") == (25,)
        assert reader.one("SELECT place_code FROM place_parent_listing") == ("KP-02.onchon",)


@pytest.mark.parametrize("act", [create.upgrade, backup, connect.open_reader])
def test_one_that_is_missing_is_told(tmp_path: Path, act: Callable[[Location], object]) -> None:
    with pytest.raises(DatabaseProblem, match="incidents db init"):
        act(Location("sqlite", path=tmp_path / "x.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_whole_while_another_writes(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    location = sqlite_files.fresh()
    put_rows_in(location)
    engine = engine_of(location)
    with engine.connect() as writer:
        writer.exec_driver_sql("DELETE FROM incident_tag")
        copy = backup(location, tmp_path / "copy.db")
        writer.rollback()
    engine.dispose()
    assert (mode(copy), count(copy)) == ("0o600", 25)
    with connect.open_reader(Location("sqlite", path=copy)) as reader:
        assert reader.one("SELECT count(*) FROM incident_tag") == (5,)


def test_a_backup_never_overwrites(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(Refused, match="there already"):
        backup(sqlite_files.fresh(), tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_server_is_backed_up_by_its_own_means() -> None:
    with pytest.raises(DatabaseProblem, match=r"postgresql://me:\*\*\*@host/x .*pg_dump"):
        backup(Location.parse("postgresql://me:secret@host/x"))
