"""The frame: the lazy group, its help, what it imports, and how it fails."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from incidents import __version__
from incidents.cli import crash, failures, hints
from incidents.cli.app import app
from incidents.cli.command import Exemplified
from incidents.cli.commands import SECTIONS, Noun
from incidents.errors import BadInput, DatabaseProblem, NotFound, Refused, UsageProblem
from tests.cli.conftest import Program

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "rich", "dateparser", "joblib", "rapidfuzz", "psycopg"}


def commands() -> Iterator[tuple[str, ...]]:
    """The words of every command."""
    for entries in SECTIONS.values():
        for name, entry in entries.items():
            yield from ((name, verb) for verb in entry.verbs) if isinstance(entry, Noun) else [(name,)]


def python(code: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, env={**environment}
    )


LOADED = """
import sys, json
sys.argv = ["incidents", *sys.argv[1:]]
from incidents.cli import main
try:
    main()
finally:
    sys.stderr.write("LOADED" + json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(*words: str, **environment: str) -> set[str]:
    result = python(LOADED, *words, **environment)
    assert result.returncode == 0, result.stderr
    found: set[str] = set(json.loads(result.stderr.partition("LOADED")[2]))
    return found


CLICK = set(
    json.loads(python("import click, json, sys; print(json.dumps([n.partition('.')[0] for n in sys.modules]))").stdout)
)


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("db", "--help")])
def test_help_and_version_load_click_and_the_frame_only(words: tuple[str, ...]) -> None:
    assert loaded(*words) - CLICK - sys.stdlib_module_names == {"incidents"}
    ours = "import sys; from incidents.cli import app; print(*[n for n in sys.modules if n.startswith('incidents.')])"
    room = ("", ".app", ".commands", ".failures", ".group", ".streams")
    frame = {f"incidents.cli{name}" for name in room} | {"incidents.errors"}
    assert set(python(ours).stdout.split()) == frame


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_help_of_a_command_loads_nothing_heavy(words: tuple[str, ...]) -> None:
    assert loaded(*words, "--help") & HEAVY == set()


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--province", "Ryanggang", "--since", "2015", "--text", "leaflets"),
        ("list", "--format", "csv"),
        ("show", "1"),
        ("show", "1", "--format", "json"),
        ("history", "1"),
        ("review", "--list"),
        ("place", "search", "hyesan"),
        ("report", "list"),
        ("evidence", "show", "1"),
        ("tag", "list"),
        ("db", "info"),
    ],
    ids=" ".join,
)
def test_reading_loads_nothing_heavy(words: tuple[str, ...], stocked: Program) -> None:
    assert loaded(*words, **stocked.environment) & HEAVY == set()


def test_completion_loads_nothing_heavy() -> None:
    result = python(LOADED, _INCIDENTS_COMPLETE="bash_complete", COMP_WORDS="incidents li", COMP_CWORD="1")
    assert "plain,list" in result.stdout
    assert set(json.loads(result.stderr.partition("LOADED")[2])) & HEAVY == set()


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).output == f"incidents {__version__}\n"


def test_every_command_of_the_table_is_there_with_help_and_examples() -> None:
    for words in commands():
        context = click.Context(app)
        found: click.Command | None = app
        for word in words:
            assert isinstance(found, click.Group)
            found = found.get_command(context, word)
        assert isinstance(found, Exemplified), words
        assert found.name == words[-1]
        assert len(found.examples) >= 2, words
        assert all("incidents " + " ".join(words) in example for example in found.examples), words
        shown = CliRunner().invoke(app, [*words, "--help"]).output
        assert all(example in shown for example in found.examples)


def test_the_help_names_every_command() -> None:
    shown = CliRunner().invoke(app, ["--help"]).output
    for entries in SECTIONS.values():
        for name, entry in entries.items():
            assert name in shown
            assert (entry.help if isinstance(entry, Noun) else entry) in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["lsit"], "there is no command 'lsit'; did you mean 'list'?"),
        (["db", "inof"], "there is no command 'inof'; did you mean 'info'?"),
        (["qqqqqq"], "there is no command 'qqqqqq'"),
        (["place", "delete"], "there is no command 'delete' (see"),
        (["search", "x"], "there is no command 'search'; type: incidents list --text WORDS"),
        (["delete", "3"], "there is no command 'delete'; type: incidents withdraw ID --reason WORDS"),
        (["help", "list"], "there is no command 'help'; type: incidents list --help"),
        (["help", "place", "show"], "there is no command 'help'; type: incidents place show --help"),
        (["help"], "there is no command 'help'; type: incidents --help"),
        (["version"], "there is no command 'version'; type: incidents --version"),
        (["export"], "there is no command 'export'; type: incidents list --format csv > incidents.csv"),
        (["--db", "x.db", "list"], "no such option '--db'; it stands after the command: incidents COMMAND --db"),
        (["--foo"], "no such option '--foo' (see incidents --help)"),
        (["list", "--output", "x.csv"], "no such option '--output'; data goes to standard output: --format csv > FILE"),
        (["list", "-o", "x.csv"], "no such option '-o'; data goes to standard output: --format csv > FILE"),
        (["list", "Nampo"], "got unexpected extra argument (Nampo); say what to look for with an option: --province"),
        (["undo", "1", "2"], "got unexpected extra argument (2); one change at a time, by its number"),
        (["outlet", "list", "x", "y"], "got unexpected extra arguments (x y) (see incidents outlet list --help)"),
        (["list", "--provnce", "x"], "no such option '--provnce'; did you mean '--province'?"),
        (["list", "--at", "x"], "no such option '--at' (see incidents list --help)"),
        (["place", "add", "X", "--parent", "Y"], "no such option '--parent'; write --under"),
        (["place", "move", "X", "--since", "2020"], "no such option '--since'; write --from"),
        (["list", "--provnce", "x"], "no such option '--provnce'"),
        (["list", "--limit", "0"], "invalid value for '--limit'"),
        (["list", "--limit", "x"], "invalid value for '--limit'"),
        (["list", "--status", "occured"], "invalid value for '--status'"),
        (["list", "surplus"], "got unexpected extra argument (surplus)"),
        (["show"], "missing argument"),
        (["withdraw", "1"], "missing option '--reason'"),
    ],
)
def test_a_near_miss_is_an_error_of_one_sentence(words: list[str], sentence: str) -> None:
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"incidents: {sentence}")
    assert result.stderr.count("\n") == 1


def test_the_hints_are_for_what_is_not_there_and_name_what_is() -> None:
    names = {" ".join(words) for words in commands()} | {"--help", "--version", "COMMAND --help"}
    assert not set(hints.COMMANDS) & {name for entries in SECTIONS.values() for name in entries}
    for hint in hints.COMMANDS.values():
        for typed in re.findall(r"incidents ((?:[a-z-]+ ?)+|COMMAND --help)", hint):
            assert any(typed.strip().startswith(name) for name in names), hint
    assert set(hints.EXTRA) <= names


@pytest.mark.parametrize("words", [[], ["db"], ["place"]])
def test_without_a_command_the_help_is_shown(words: list[str]) -> None:
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def raiser(error: BaseException) -> object:
    def program() -> None:
        raise error

    return program


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageProblem("so"), 2),
        (DatabaseProblem("so"), 3),
        (NotFound("so"), 4),
        (Refused("so"), 5),
        (BadInput("so."), 6),
        (click.UsageError("So."), 2),
        (click.BadParameter("so"), 2),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
        (ZeroDivisionError("secret"), 70),
    ],
)
def test_exit_codes(error: BaseException, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert failures.run(raiser(error)) == code  # type: ignore[arg-type]
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("incidents: ")
    assert said.err.count("\n") == 1
    assert "secret" not in said.err


def test_a_bug_leaves_a_log_without_any_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "log_dir", lambda: tmp_path / "log")

    def fails(secret: str) -> None:
        raise ValueError(f"a secret {secret} in the message") from KeyError(secret)

    assert failures.run(lambda: fails("Kim of Hyesan")) == failures.BUG
    (log,) = (tmp_path / "log").iterdir()
    text = log.read_text()
    assert "Kim" not in text
    assert "secret" not in text
    assert str(Path.home()) not in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert f"incidents {__version__}" in text
    assert "test_frame.py:" in text


def test_what_ends_too_early_inside_is_a_bug_and_no_interruption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crash, "log_dir", lambda: tmp_path / "log")
    program = click.Command("x", callback=raiser(EOFError("marshal data too short")))  # type: ignore[arg-type]
    assert failures.run(lambda: program.main([], standalone_mode=False)) == failures.BUG
    assert "this is a bug (EOFError)" in capsys.readouterr().err


def test_a_log_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crash, "log_dir", lambda: Path("/dev/null/nowhere"))
    monkeypatch.setattr(tempfile, "gettempdir", lambda: "/dev/null/nowhere")
    assert failures.run(raiser(ZeroDivisionError())) == failures.BUG  # type: ignore[arg-type]
    assert "its log could not be written" in capsys.readouterr().err
