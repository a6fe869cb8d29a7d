"""Real databases for the real commands: made once, copied for every test that writes."""

import filecmp
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from incidents.actions.database import initialize
from incidents.actions.record import withdraw
from incidents.cli.app import app
from incidents.store.location import Location
from tests.query.stock import stock


class Program:
    """`incidents` on one database, as the user tester."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.location = Location("sqlite", path=path)
        self.environment = {"INCIDENTS_DB": str(path), "INCIDENTS_USER": "tester", "COLUMNS": "80"}

    def __call__(self, *words: str, stdin: str | None = None, **environment: str) -> Result:
        return CliRunner().invoke(app, words, input=stdin, env={**self.environment, **environment})

    def out(self, *words: str) -> str:
        """Standard output of a command that must succeed."""
        result = self(*words)
        assert result.exit_code == 0, result.output
        return result.stdout

    def said(self, *words: str, code: int = 0, stdin: str | None = None) -> str:
        """Standard error of a command that must end so."""
        result = self(*words, stdin=stdin)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.stderr


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is kept of the seeds between commands, as a user's are: made once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def no_home(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the user's own files, or follows the user's own settings."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in (
        "INCIDENTS_DB",
        "INCIDENTS_USER",
        "INCIDENTS_CONFIG",
        "INCIDENTS_EDITOR",
        "EDITOR",
        "VISUAL",
        "NO_COLOR",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def seeded_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeded") / "seeded.db"
    initialize(Location("sqlite", path=path))
    return whole(path)


@pytest.fixture(scope="session")
def stocked_path(tmp_path_factory: pytest.TempPathFactory, seeded_path: Path) -> Path:
    path = tmp_path_factory.mktemp("stocked") / "stocked.db"
    shutil.copy(seeded_path, path)
    stock(Location("sqlite", path=path))
    return whole(path)


@pytest.fixture(scope="session")
def full_path(tmp_path_factory: pytest.TempPathFactory, stocked_path: Path) -> Path:
    """The stocked database with incident 3 withdrawn, and the shipped reports ingested, their proposals waiting."""
    path = tmp_path_factory.mktemp("full") / "full.db"
    shutil.copy(stocked_path, path)
    withdraw(Location("sqlite", path=path), "tester", ["3"], "twice")
    Program(path).out("ingest", "fixtures")
    return whole(path)


@pytest.fixture
def stocked(stocked_path: Path) -> Program:
    """The stocked database, to be read only."""
    return Program(stocked_path)


@pytest.fixture
def full(full_path: Path) -> Program:
    """The full database, to be read only."""
    return Program(full_path)


@pytest.fixture
def copied(stocked_path: Path, tmp_path: Path) -> Iterator[Program]:
    """A copy of the stocked database to write to; it is whole at the end."""
    yield from _copy(stocked_path, tmp_path)


@pytest.fixture
def full_copied(full_path: Path, tmp_path: Path) -> Iterator[Program]:
    """A copy of the full database to write to; it is whole at the end."""
    yield from _copy(full_path, tmp_path)


def _copy(path: Path, folder: Path) -> Iterator[Program]:
    program = Program(Path(shutil.copy(path, folder / "copied.db")))
    yield program
    left = [one for one in folder.glob("copied.db-wal") if one.stat().st_size]
    if left or not filecmp.cmp(path, program.path, shallow=False):  # a file that nothing was written to is whole
        assert program("db", "check").exit_code == 0


def whole(path: Path) -> Path:
    """The file with everything in it, so that it can be copied."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path
