"""A database that is damaged, cut short, on a full disk, or not to be written: one sentence, and not made worse."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.cli.conftest import Program
from tests.cli.test_database import READING, WRITING, ids
from tests.cli.test_rights import Someone, someone
from tests.hostile.kills import Victims, content, state, victims
from tests.hostile.nightly import cases

__all__ = ["someone"]

PAGE = 4096
MORE = [
    ("review", "--show", "1"),
    ("report", "show", "5"),
    ("list", "--text", "told"),
    ("tag", "list"),
    ("db", "backup"),
]
DAMAGES = cases(6, 200)


def demand_said(program: Program, words: tuple[str, ...]) -> int:
    """Run a command on something broken: it does what it can, or says in one sentence that it cannot."""
    result = program(*words)
    errors = [line for line in result.stderr.splitlines() if line.startswith("incidents: ")]
    assert result.exit_code in (0, 3, 4, 5), (words, result.stderr)
    assert "Traceback" not in result.output
    assert len(errors) == (result.exit_code != 0)
    return result.exit_code


@pytest.mark.parametrize("size", [1, 99, 100, 512, PAGE, 50_000, -PAGE, -1])
def test_one_that_is_cut_short(full_path: Path, tmp_path: Path, size: int) -> None:
    program = Program(tmp_path / "cut.db")
    for words in (*READING, *MORE, *WRITING):
        program.path.write_bytes(full_path.read_bytes()[:size])
        demand_said(program, words)


@pytest.mark.parametrize("seed", range(DAMAGES))
def test_one_with_damaged_pages(full_path: Path, tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  no secret
    data = bytearray(full_path.read_bytes())
    for _ in range(chance.choice((1, 10, 100))):
        start = chance.randrange(1, len(data) // PAGE) * PAGE + chance.choice((0, 0, 1000))
        data[start : start + 200] = chance.randbytes(200)
    program = Program(tmp_path / "damaged.db")
    codes = []
    for words in chance.sample([*READING, *MORE, *WRITING], 12):
        program.path.write_bytes(data)
        for left in tmp_path.glob("damaged.db-*"):
            left.unlink()
        codes.append(demand_said(program, words))
    assert 3 in codes or 0 in codes


@pytest.mark.parametrize("words", WRITING, ids=ids)
def test_one_that_may_not_be_written(someone: Someone, words: tuple[str, ...]) -> None:
    database = someone.home / "folder" / "stocked.db"
    before = database.read_bytes()
    database.chmod(0o400)
    database.parent.chmod(0o500)
    code, said = someone(*words, "--db", str(database))
    assert (code, said.count("\n")) == (3, 1), said
    assert f"{database} cannot be opened or written: see to the rights of file and folder" in said
    assert database.read_bytes() == before


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victims]:
    with victims({"HOME": str(tmp_path_factory.mktemp("victims")), "INCIDENTS_USER": "tester"}) as found:
        yield found


ON_A_FULL_DISK = [
    *(words for words in WRITING if words[0] not in ("ingest", "review")),
    ("ingest", "one.txt"),
    ("review", "--accept-report", "5"),
    ("db", "backup"),
    ("db", "init", "--db", "made.db"),
]


@pytest.mark.parametrize("words", ON_A_FULL_DISK, ids=ids)
@pytest.mark.parametrize("room", [PAGE, 10 * PAGE], ids=["no room", "little room"])
def test_a_full_disk(forks: Victims, full_path: Path, tmp_path: Path, words: tuple[str, ...], room: int) -> None:
    database = Path(shutil.copy(full_path, tmp_path / "work.db"))
    (tmp_path / "one.txt").write_text("A trader was arrested in Hyesan on Feb. 4.\n")
    before = content(database)
    environment = {"INCIDENTS_DB": str(database), "VICTIM_SAYS": str(tmp_path / "says")}
    line = [str(tmp_path / word) if "." in word else word for word in words]
    ended = forks.run(line, environment, room=room)
    said = (tmp_path / "says").read_text()
    assert (ended.code, said.count("incidents: ")) == (3, 1), said
    assert "is full or fails: make room, and try again" in said
    assert content(database) == before
    assert {path.name for path in tmp_path.iterdir()} - {"work.db-wal", "work.db-shm"} == {"work.db", "one.txt", "says"}
    assert forks.run(line, environment).code == 0
    assert Program(database).said("db", "check") == "all is well\n"


def test_what_a_kill_has_left_is_taken_away_after_a_day(copied: Program, tmp_path: Path) -> None:
    old = [tmp_path / name for name in (".backup-x.new", ".backup-x.new-journal", ".new[1].db-x.new")]
    young = [tmp_path / name for name in (".backup-y.new", ".new[1].db-y.new", "mine.new")]
    for path in (*old, *young):
        path.write_bytes(b"half")
    for path in (*old, young[2]):
        os.utime(path, (0, 0))
    copied.said("db", "backup", str(tmp_path / "copy.db"))
    copied.said("db", "init", "--db", str(tmp_path / "new[1].db"))
    assert [path.exists() for path in (*old, *young)] == [False] * 3 + [True] * 3


def test_one_that_another_program_holds_alone(copied: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.store.query.connect.BUSY_SECONDS", 0.05)
    monkeypatch.setattr("incidents.store.engine.BUSY_SECONDS", 0.05)
    before = state(copied.path)
    with closing(sqlite3.connect(copied.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE setting SET value = value")
        for words in (*WRITING, ("db", "check")):
            said = copied.said(*words, code=3)
            assert "Another program is writing to" in said
            assert said.count("\n") == 1
        other.execute("ROLLBACK")
    assert state(copied.path) == before
