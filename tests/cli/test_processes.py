"""Each writing command in a process of its own, where nothing but what it asks for was loaded before it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program

MAIN = "from incidents.cli import main; main()"


def alone(program: Program, *words: str) -> str:
    """Standard error of a command that must succeed in a new process."""
    ran = subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        capture_output=True,
        text=True,
        check=False,
        env={**program.environment, "HOME": str(program.path.parent), "PYTHONPATH": str(Path.cwd())},
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "--title", "A new one", "--type", "arrest", "--date", "late March 2016"), "recorded: 10 ("),
        (("edit", "1", "--title", "Another", "--report", "3", "--quote", "A resident"), "1: title The day one"),
        (("withdraw", "1", "--reason", "x"), "withdrawn: 1 The day one"),
        (("restore", "9"), "restored: 9 The gone one"),
        (("review", "--accept", "1"), "accepted: 10 "),
        (("review", "--reject", "1", "--reason", "x"), "rejected: 1 "),
        (("undo", "--as", "anna"), "undone: change 5, recorded incident 1 “The day one”: it is withdrawn"),
    ],
)
def test_a_writing_command_alone(full_copied: Program, words: tuple[str, ...], said: str) -> None:
    assert said in alone(full_copied, *words)


def test_what_makes_an_institution_alone(full_copied: Program) -> None:
    waiting = [json.loads(one) for one in full_copied.out("review", "--format", "jsonl").splitlines()]
    number = next(str(one["id"]) for one in waiting if "party-committee@KP-14.onchon" in one["institutions"])
    assert "accepted: 10 " in alone(full_copied, "review", "--accept", number)
    assert "it is retired where no incident has it" in alone(full_copied, "undo")


def test_a_report_alone(copied: Program, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("Nothing is told here.\n")
    alone(copied, "ingest", str(tmp_path / "empty.txt"), "--outlet", "RFA")
    assert "taken in report 5 “Radio Free Asia”: it is withdrawn, not deleted" in alone(copied, "undo")
