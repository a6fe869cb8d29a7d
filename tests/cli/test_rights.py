"""Files and folders that may not be read or written, seen by someone whom their rights bind."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MAIN = "import sys; sys.argv[0] = 'incidents'; from incidents.cli import main; main()"
BOUND = """
import ctypes, os, sys
for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: without them rights bind root too
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


class Someone:
    """`incidents` as a user whom the rights of files bind, at home in a folder of theirs."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *words: str) -> tuple[int, str]:
        result = subprocess.run(
            [sys.executable, "-c", BOUND, "-c", MAIN, *words],
            env={"HOME": str(self.home), "INCIDENTS_USER": "tester", "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
        )
        return result.returncode, result.stdout + result.stderr


@pytest.fixture
def someone(stocked_path: Path, tmp_path: Path) -> Iterator[Someone]:
    folder = tmp_path / "folder"
    folder.mkdir()
    shutil.copy(stocked_path, folder / "stocked.db")
    if sys.platform != "linux":
        pytest.skip("only Linux can bind root by the rights of files")
    yield Someone(tmp_path)
    folder.chmod(0o700)


def test_a_read_only_database_is_checked_and_copied(someone: Someone) -> None:
    database = someone.home / "folder" / "stocked.db"
    database.chmod(0o400)
    database.parent.chmod(0o500)
    code, said = someone("db", "check", "--db", str(database))
    assert (code, said.splitlines()[-1]) == (0, "all is well"), said
    code, said = someone("db", "backup", str(someone.home / "copy.db"), "--db", str(database))
    assert code == 0, said
    assert someone("db", "check", "--db", str(someone.home / "copy.db"))[0] == 0
    code, said = someone("db", "backup", "--db", str(database))
    assert (code, said.count("\n")) == (3, 1), said
    code, said = someone("add", "--title", "x", "--type", "other", "--db", str(database))
    assert (code, "cannot be opened or written" in said) == (3, True), said


@pytest.mark.parametrize("words", [("list",), ("db", "init"), ("db", "check"), ("db", "info"), ("demo",)])
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_home_that_cannot_be_written(someone: Someone, words: tuple[str, ...], mode: int) -> None:
    inner = someone.home / "folder" / "home"
    inner.mkdir()
    inner.chmod(mode)
    code, said = Someone(inner)(*words) if mode else Someone(someone.home)(*words, "--db", str(inner / "x" / "x.db"))
    assert "Traceback" not in said
    assert (code, said.count("\n")) == (3, 1) or words == ("demo",), said


def test_a_folder_that_cannot_be_read_is_bad_input(someone: Someone) -> None:
    (someone.home / "folder").chmod(0o000)
    code, said = someone("ingest", "--dry-run", str(someone.home / "folder"))
    assert (code, "Permission denied" in said) == (6, True), said
