"""Every example of every help runs, as it stands, on a real database; and the reference in docs/ holds every option."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from incidents.cli.app import app
from incidents.cli.command import Exemplified
from incidents.cli.commands import SECTIONS, Noun
from incidents.cli.reference import reference
from incidents.output.documentation import documentation
from tests.cli.conftest import Program
from tests.cli.test_frame import commands

DOCS = Path(__file__).parents[2] / "docs"
FIXTURES = Path(__file__).parents[2] / "fixtures"
MAKING = {"incidents db init --db camps.db"}
"""Examples that make the database which they name; the others that name one find it there."""


def command(words: tuple[str, ...]) -> Exemplified:
    context = click.Context(app)
    found: click.Command | None = app
    for word in words:
        assert isinstance(found, click.Group)
        found = found.get_command(context, word)
    assert isinstance(found, Exemplified)
    return found


EXAMPLES = [example for words in commands() for example in command(words).examples]


@pytest.fixture
def desk(full_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with the files that the examples name, and `incidents` on the path."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin/incidents"
    program.write_text(f"#!{sys.executable}\nfrom incidents.cli import main\nmain()\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("INCIDENTS_DB", str(shutil.copy(full_path, tmp_path / "full.db")))
    monkeypatch.setenv("INCIDENTS_USER", "tester")
    reports = tmp_path / "reports"
    reports.mkdir()
    text = "A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.\n"
    (reports / "one.txt").write_text(text)
    (reports / "manifest.csv").write_text("file,outlet,published\none.txt,RFA,2025-02-06\n")
    shutil.copy(reports / "one.txt", tmp_path / "rfa-2025-02-06.txt")
    (tmp_path / "market.txt").write_text(
        "Police raided a market in Hoengpo-ri on 3 February 2025, a resident told us.\n"
    )
    (tmp_path / "arrests.txt").write_text("On 4 February 2025, the MSS arrested a trader in Hyesan, a resident said.\n")
    return tmp_path


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(example: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "camps.db" in example and example not in MAKING:
        shutil.copy(desk / "full.db", desk / "camps.db")
    if any(sign in example for sign in "|<>&"):
        result = subprocess.run(["sh", "-c", example], cwd=desk, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
    else:
        monkeypatch.chdir(desk)
        ran = CliRunner().invoke(app, shlex.split(example)[1:])
        assert ran.exit_code == 0, ran.output


def test_the_reference_of_the_commands_is_up_to_date() -> None:
    """`python -m incidents.cli.reference > docs/commands.md` writes it."""
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == reference()


def sections() -> dict[str, str]:
    """The text of the reference below each heading."""
    parts = reference().split("\n## ")
    return dict(part.split("\n", 1) for part in parts[1:]) | {"": parts[0]}


def test_the_reference_holds_every_command_with_its_options_arguments_and_exit_codes() -> None:
    text = sections()
    for words in commands():
        own, found = text[f"incidents {' '.join(words)}"], command(words)
        usage = own.split("```")[1]
        for one in found.params:
            if isinstance(one, click.Argument):
                assert one.make_metavar(click.Context(found)) in usage, (words, one.name)
            else:
                assert all(f"`{name}`" in own for name in (*one.opts, *one.secondary_opts)), (words, one.name)
        assert f"Exit codes: {', '.join(map(str, found.exits))}.\n" in own
        assert all(example in own for example in found.examples)


def test_the_reference_holds_every_noun_and_the_options_of_the_program() -> None:
    text = sections()
    for entries in SECTIONS.values():
        for name, entry in entries.items():
            if isinstance(entry, Noun):
                assert entry.help in text[f"incidents {name}"]
                assert all(f"`{verb}`" in text[f"incidents {name}"] for verb in entry.verbs)
    assert all(f"`{name}`" in text[""] for one in app.params for name in one.opts)


def test_the_reference_of_the_output_is_up_to_date() -> None:
    """`python -m incidents.output.documentation > docs/output.md` writes it."""
    assert (DOCS / "output.md").read_text(encoding="utf-8") == documentation()


def test_the_program_runs_as_it_is_installed(stocked: Program) -> None:
    script = Path(sys.executable).with_name("incidents")
    if not script.exists():
        pytest.skip("the console script is not installed beside this Python")
    result = subprocess.run(
        [script, "list", "--limit", "1"], env=stocked.environment, capture_output=True, text=True, check=True
    )
    assert "The bare one" in result.stdout
