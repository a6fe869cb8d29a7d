"""The first session of README.md runs as it stands, one command after the other."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from incidents.cli.app import app
from tests.cli.conftest import Program

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COPIED = re.compile(r"`(cp [^`]+)`")
"""How the reader gets the report of the session."""
SESSION = [
    line.strip().removeprefix("$ ").partition("  #")[0].strip()
    for line in README.splitlines()
    if line.startswith("    $ incidents ")
]


def test_the_first_session(seeded_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program(Path(shutil.copy(seeded_path, tmp_path / "own.db")))
    _, source, target = next(found[1].split() for found in COPIED.finditer(README))
    shutil.copy(ROOT / source, tmp_path / target)
    monkeypatch.chdir(tmp_path)
    assert len(SESSION) >= 8
    for line in SESSION:
        words, _, target = line.partition(" > ")
        result = CliRunner().invoke(app, shlex.split(words)[1:], env=program.environment)
        assert result.exit_code == 0, f"{line}\n{result.output}"
        assert not target or result.stdout.count("\n") > 1
    shown = CliRunner().invoke(app, ["review", "--list"], env=program.environment)
    assert shown.stderr == "0 proposals wait\n"
