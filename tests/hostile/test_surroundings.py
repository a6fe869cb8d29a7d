"""What surrounds the program: no home, no terminal, a closed pipe, a clock that runs backwards, others at once."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.hostile.nightly import NIGHTLY

REPOSITORY = Path(__file__).parents[2]
MAIN = "import sys; sys.argv[0] = 'incidents'; from incidents.cli import main; main()"
NOBODY = """
import pwd
def _none(*_):
    raise KeyError("no such user")
pwd.getpwuid = pwd.getpwnam = _none
"""
"""Imported by Python before all else: the system knows no user."""
TEXT = "A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.\n"


class Stranger:
    """`incidents` as a process of its own in an empty folder, run by somebody whom the system does not know."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "empty"
        self.folder.mkdir()
        (folder / "early").mkdir()
        (folder / "early" / "sitecustomize.py").write_text(NOBODY)
        path = os.pathsep.join((str(folder / "early"), str(REPOSITORY)))
        self.environment = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}

    def __call__(self, words: Sequence[str], **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", MAIN, *words],
            cwd=self.folder,
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # no terminal
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    return Stranger(tmp_path)


@pytest.mark.parametrize("home", [{}, {"HOME": ""}], ids=["no HOME", "an empty one"])
def test_no_home(stranger: Stranger, copied: Program, home: dict[str, str]) -> None:
    for words in (("list",), ("add", "--title", "x", "--type", "other", "--as", "me"), ("db", "init")):
        ended = stranger(words, **home)
        told = "incidents: You have no home directory (HOME is not set): name a database with --db\n"
        assert (ended.returncode, ended.stderr, ended.stdout) == (3, told, "")
    assert stranger(["list", "--db", str(copied.path)], **home).returncode == 0
    ended = stranger(["add", "--title", "x", "--type", "other", "--as", "me", "--db", str(copied.path)], **home)
    assert ended.returncode == 0, ended.stderr
    ended = stranger(["list", "--db", "~/x.db"], **home) if home else stranger(["list", "--db", "~nobody/x.db"])
    assert ended.returncode in (2, 3)
    assert ended.stderr.count("\n") == 1
    assert list(stranger.folder.iterdir()) == []


def test_nobody_knows_who_is_writing(stranger: Stranger, copied: Program, tmp_path: Path) -> None:
    ended = stranger(["add", "--title", "x", "--type", "other", "--db", str(copied.path)])
    assert ended.returncode == 2
    assert f"nobody knows who you are (user {os.getuid()} has no name): give --as NAME\n" in ended.stderr
    ended = stranger(["list"], HOME=str(tmp_path / "home"))
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr  # making the first database needs no name
    assert (tmp_path / "home" / ".local" / "share" / "incidents" / "incidents.db").exists() or sys.platform != "linux"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["list", "--help"], 0),
        (["db", "--help"], 0),
        (["list"], 0),
        (["list", "--format", "json"], 0),
        (["show", "1"], 0),
        (["place", "list", "--format", "csv"], 0),
        (["show", "99"], 4),
        (["lsit"], 2),
    ],
)
def test_a_closed_pipe_ends_quietly(copied: Program, words: list[str], code: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        ended = subprocess.run(
            [sys.executable, "-c", MAIN, *words],
            env={**os.environ, **copied.environment},
            stdout=nobody,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == code
    assert "Traceback" not in ended.stderr
    assert "Broken pipe" not in ended.stderr


@pytest.mark.parametrize("words", [["review"], ["add"], ["edit", "1", "--edit"], ["withdraw", "1-3", "--reason", "x"]])
def test_what_would_ask_asks_nothing_without_a_terminal(stranger: Stranger, copied: Program, words: list[str]) -> None:
    ended = stranger([*words, "--db", str(copied.path)], INCIDENTS_USER="me", TERM="", PATH="")
    assert "Traceback" not in ended.stderr
    assert ended.returncode == (0 if words == ["review"] else 2), ended.stderr
    assert [line for line in ended.stderr.splitlines() if line.startswith("incidents: ")][1:] == []


class Backwards(datetime):
    """A clock that is a day earlier whenever somebody looks."""

    looks = 0

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003  datetime's signature
        cls.looks += 1
        return datetime(2026, 1, 1, tzinfo=UTC) - timedelta(days=cls.looks)


def test_a_clock_that_runs_backwards(copied: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = copied.out("history", "1", "--format", "jsonl").count("\n")
    Backwards.looks = 0
    for name, module in list(sys.modules.items()):
        if name.startswith("incidents.") and getattr(module, "datetime", None) is datetime:
            monkeypatch.setattr(module, "datetime", Backwards)
    (tmp_path / "one.txt").write_text(TEXT)
    copied.said("edit", "1", "--title", "The first one")
    copied.said("edit", "1", "--title", "The second one")
    copied.said("ingest", str(tmp_path / "one.txt"), "--published", "2025-02-06", "--outlet", "RFA")
    copied.said("withdraw", "1", "--reason", "x")
    copied.said("undo")
    copied.said("db", "backup")
    copied.said("db", "backup")
    assert Backwards.looks >= 5
    assert copied.out("history", "1", "--format", "jsonl").count("\n") == before + 4
    assert copied.said("db", "check") == "all is well\n"
    assert "The second one" in copied.out("show", "1")


RACER = f"""
import sys
from incidents.store import create, migrate, seeding  # so that they begin together
from incidents.actions import record
print("loaded", flush=True)
sys.stdin.readline()
{MAIN}
"""


@pytest.mark.parametrize("number", [2, 10] if NIGHTLY else [2])
def test_several_that_make_the_default_database_at_once(tmp_path: Path, number: int) -> None:
    home = {"HOME": str(tmp_path), "INCIDENTS_USER": "tester", "PATH": os.environ["PATH"]}
    racers = []
    for k in range(number):
        words = ["add", "--title", f"Number {k}", "--type", "other"] if k % 2 else ["list"]
        pipe = subprocess.PIPE
        racers.append(
            subprocess.Popen(
                [sys.executable, "-c", RACER, *words], env=home, stdin=pipe, stdout=pipe, stderr=pipe, text=True
            )
        )
    for racer in racers:
        assert racer.stdout
        assert racer.stdout.readline() == "loaded\n"
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("go\n")
        racer.stdin.flush()
    ended = [(racer.communicate()[1], racer.returncode) for racer in racers]
    assert [code for _, code in ended] == [0] * number, ended
    made = tmp_path / ".local" / "share" / "incidents" / "incidents.db"
    program = Program(made)
    assert program.said("db", "check") == "all is well\n"
    assert program.out("list", "--format", "jsonl").count("\n") == number // 2
    assert [path.name for path in made.parent.iterdir() if ".new" in path.name] == []
