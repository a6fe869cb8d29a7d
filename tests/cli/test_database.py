"""`db`, and every state that a database can be in, on the real commands."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from incidents.cli.commands import SECTIONS
from tests.cli.conftest import Program, whole

TWO = ("KP-10.kapsan", "KP-10.samsu", "--yes")
READING = [
    ("list",),
    ("show", "1"),
    ("history",),
    ("review", "--list"),
    ("report", "list"),
    ("place", "list"),
    ("institution", "search", "x"),
    ("outlet", "list"),
    ("evidence", "show", "1"),
    ("tag", "list"),
    ("db", "check"),
]
WRITING = [
    ("add", "--title", "x", "--type", "other"),
    ("edit", "1", "--title", "x"),
    ("withdraw", "1", "--reason", "x"),
    ("undo",),
    ("review", "--accept-report", "1"),
    ("evidence", "drop", "1", "1"),
    ("link", "1", "2", "--relation", "related"),
    ("tag", "add", "x", "1"),
    ("report", "mark", "1", "--state", "done"),
    ("ingest", "fixtures/reports/posong-leaflets.txt"),
]
ids = " ".join


def test_info(stocked: Program) -> None:
    found = {one["name"]: one["value"] for one in json.loads(stocked.out("db", "info", "--format", "json"))}
    assert found["database"] == str(stocked.path)
    assert found["state"] == "up to date"
    assert (found["incidents"], found["reports"], found["bytes"]) == ("9", "4", str(stocked.path.stat().st_size))
    assert "up to date" in stocked.out("db", "info")


def test_init_makes_one_and_leaves_one_alone(tmp_path: Path) -> None:
    program = Program(tmp_path / "new.db")
    assert program.said("db", "init") == f"{program.path} is made\n"
    assert program.path.stat().st_mode & 0o777 == 0o600
    assert program.said("list").startswith("0 incidents, 0 undated, 0 proposals wait\nnothing yet: ")
    before = program.path.read_bytes()
    assert program.said("db", "init") == f"{program.path} is there already\n"
    assert program.path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".new")] == []


def test_backup(copied: Program, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert copied.said("db", "backup", str(target)) == f"copied to {target}\n"
    assert Program(target).said("list") == copied.said("list")
    assert "is there already" in copied.said("db", "backup", str(target), code=5)
    copied.said("db", "backup")
    assert len(list(tmp_path.glob("copied-backup-*.db"))) == 1


def test_upgrade_of_one_that_is_up_to_date(copied: Program) -> None:
    assert copied.said("db", "upgrade") == f"{copied.path} is up to date\n"


def test_check_finds_what_was_meddled_with(copied: Program, tmp_path: Path) -> None:
    assert copied.said("db", "check") == "all is well\n"
    meddled = Program(Path(shutil.copy(whole(copied.path), tmp_path / "meddled.db")))
    with closing(sqlite3.connect(meddled.path)) as connection:
        connection.execute("UPDATE change SET reason = 'other' WHERE id = 14")
        connection.execute("DELETE FROM incident_scope WHERE incident_id = 1 AND kind = 'all'")
        connection.commit()
    result = meddled("db", "check", "--format", "json")
    assert result.exit_code == 3
    wrong = [one["what"] for one in json.loads(result.stdout) if one["wrong"]]
    assert wrong == ["rows of the scope", "changes of the log"]


OPEN = '{"field":"place","start":"here","end":9,"message":"meddled with"}'
BY_HAND = [
    ("UPDATE proposal SET payload = '{' WHERE id = 1", "proposal 1 cannot be read", ("review", "--list")),
    ("UPDATE proposal SET payload = '[]' WHERE id = 1", "proposal 1 cannot be", ("review", "--list")),
    ("UPDATE proposal SET payload = '{\"problems\":[]}' WHERE id = 1", "proposal 1 cannot be", ("review", "--list")),
    ("DROP TABLE incident_open", "the table incident_open is missing", ("place", "unresolved")),
    (
        f"UPDATE proposal SET payload = json_set(payload, '$.problems', json('[{OPEN}]')) WHERE id = 1",
        "proposal 1 cannot be read",
        ("place", "unresolved"),
    ),
    ("UPDATE place SET since = 'never' WHERE code = 'KP-10.samsu'", "the time 'never'", ("place", "merge", *TWO)),
]


@pytest.mark.parametrize(("statement", "told", "words"), BY_HAND, ids=[told for _, told, _ in BY_HAND])
def test_what_was_meddled_with_is_told_and_is_no_bug(
    full: Program, tmp_path: Path, statement: str, told: str, words: tuple[str, ...]
) -> None:
    meddled = Program(Path(shutil.copy(whole(full.path), tmp_path / "meddled.db")))
    with closing(sqlite3.connect(meddled.path)) as connection, connection:
        connection.execute(statement)
    checked = meddled("db", "check", "--format", "json")
    assert (checked.exit_code, told in checked.stdout) == (3, True)
    result = meddled(*words)
    assert (result.exit_code, "incidents: " in result.stderr) == (3, True)


NAMES_BY_HAND = [
    ("place SET name = '' WHERE code = 'KP-10.samsu'", "KP-10.samsu has an empty name"),
    ("place SET name = 'Sansu' WHERE code = 'KP-10.samsu'", "KP-10.samsu goes by 'Sansu', which is none of its names"),
    ("place_name SET name = '', key = '' WHERE name = 'Samsoo'", "KP-10.samsu has the name '', by which nothing is"),
    ("place_name SET name = 'Sansu' WHERE name = 'Samsoo'", "KP-10.samsu is not found by its name 'Sansu'"),
    ("institution_name SET key = 'x' WHERE name = 'bowibu'", "kp.mss is not found by its name 'bowibu'"),
]


@pytest.mark.parametrize(("change", "told"), NAMES_BY_HAND, ids=[told for _, told in NAMES_BY_HAND])
def test_names_by_which_nothing_is_found_are_told(copied: Program, tmp_path: Path, change: str, told: str) -> None:
    meddled = Program(Path(shutil.copy(whole(copied.path), tmp_path / "meddled.db")))
    with closing(sqlite3.connect(meddled.path)) as connection, connection:
        connection.execute(f"UPDATE {change}")
    result = meddled("db", "check", "--format", "json")
    (wrong,) = [one for one in json.loads(result.stdout) if one["wrong"]]
    assert (result.exit_code, wrong["what"]) == (3, "names of places and institutions")
    assert told in wrong["wrong"]


@pytest.mark.parametrize("words", [*READING, *WRITING], ids=ids)
def test_a_missing_one(words: tuple[str, ...], tmp_path: Path) -> None:
    program = Program(tmp_path / "no.db")
    said = program.said(*words, code=3)
    assert f"incidents db init --db {program.path}" in said
    assert not program.path.exists()


@pytest.mark.parametrize("words", [*READING, *WRITING], ids=ids)
@pytest.mark.parametrize("data", [b"", b"no database at all", b"SQLite format 3\0" + bytes(2000)])
def test_a_file_that_is_no_database(words: tuple[str, ...], data: bytes, tmp_path: Path) -> None:
    program = Program(tmp_path / "other.db")
    program.path.write_bytes(data)
    said = program.said(*words, code=3)
    assert said.startswith(f"incidents: {program.path}")
    assert said.count("\n") == 1
    assert program.path.read_bytes() == data


@pytest.mark.parametrize("words", [*READING, *WRITING], ids=ids)
@pytest.mark.parametrize(("revision", "sentence"), [("0000", "incidents db upgrade"), ("9999", "upgrade the program")])
def test_another_revision(
    words: tuple[str, ...], revision: str, sentence: str, stocked_path: Path, tmp_path: Path
) -> None:
    program = Program(Path(shutil.copy(stocked_path, tmp_path / "other.db")))
    with closing(sqlite3.connect(program.path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    assert sentence in program.said(*words, code=3)
    assert sentence in program.out("db", "info") if revision == "0000" else True


@pytest.mark.parametrize("words", WRITING, ids=ids)
def test_one_that_another_program_is_writing(
    words: tuple[str, ...], copied: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incidents.store.engine.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(copied.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert copied.said("list") == "8 incidents, 2 undated, 0 proposals wait\n"
        said = copied.said(*words, code=3)
        assert "try again" in said
        other.execute("ROLLBACK")


def test_check_of_one_that_another_program_is_writing(copied: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.store.engine.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(copied.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "Another program is writing" in copied.said("db", "check", code=3)
        other.execute("ROLLBACK")


MEDDLED = [
    "UPDATE alembic_version SET version_num = 'abc'",
    "INSERT INTO alembic_version VALUES ('0002')",
]


@pytest.mark.parametrize("sql", MEDDLED)
def test_a_revision_that_nobody_made(sql: str, stocked_path: Path, tmp_path: Path) -> None:
    program = Program(Path(shutil.copy(stocked_path, tmp_path / "other.db")))
    with closing(sqlite3.connect(program.path)) as connection:
        connection.execute(sql)
        connection.commit()
    before = program.path.read_bytes()
    for words in (*READING, *WRITING, ("db", "info"), ("db", "upgrade"), ("db", "init")):
        assert "no version of this program has made" in program.said(*words, code=3), words
    assert program.path.read_bytes() == before


def test_upgrade_from_a_revision_that_never_was(stocked_path: Path, tmp_path: Path) -> None:
    program = Program(Path(shutil.copy(stocked_path, tmp_path / "other.db")))
    with closing(sqlite3.connect(program.path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
        connection.commit()
    assert "no version of this program has made" in program.said("db", "upgrade", code=3)
    assert list(tmp_path.glob("*backup*")) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_one_that_may_not_be_written(copied: Program) -> None:
    copied.path.chmod(0o400)
    assert "cannot be written" in copied.said("add", "--title", "x", "--type", "other", code=3)
    copied.path.chmod(0o600)


def test_no_command_shows_a_traceback_for_a_truncated_database(stocked_path: Path, tmp_path: Path) -> None:
    program = Program(tmp_path / "cut.db")
    program.path.write_bytes(stocked_path.read_bytes()[:500_000])
    for words in READING:
        result = program(*words)
        assert result.exit_code in (0, 3, 4), (words, result.output)
        assert "Traceback" not in result.output


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    program = Program(tmp_path / "x")
    said = program.said("list", "--db", "postgresql://me:hidden@localhost:1/none", code=3)
    assert "hidden" not in said


def test_every_noun_is_tried_here() -> None:
    tried = {words[0] for words in (*READING, *WRITING)}
    left = {name for entries in SECTIONS.values() for name in entries} - tried
    assert left == {"restore", "demo", "config", "completion"}
