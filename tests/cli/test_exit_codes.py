"""The exit codes that the help of each command lists: those that are promised, and those that it really gives."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from incidents.cli.app import app
from incidents.cli.command import command as make
from incidents.cli.exit_codes import MEANINGS, told
from tests.cli.conftest import Program
from tests.cli.test_examples import command
from tests.cli.test_frame import commands

OF_A_COMMAND = set(MEANINGS) - {70, 130}


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_command_lists_codes_that_are_promised(words: tuple[str, ...]) -> None:
    exits = command(words).exits
    assert {0, 2} <= set(exits) <= OF_A_COMMAND
    assert list(exits) == sorted(set(exits))


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_help_says_its_codes(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "80"}).output
    section = " ".join(shown.partition("Exit codes:")[2].split())
    assert section == told(command(words).exits)
    assert "\xa0" not in shown
    assert all(len(line) <= 80 for line in shown.partition("Exit codes:")[2].splitlines())


ABSENT = ("--db", "/not/there/at-all.db")
PROVOKED: list[tuple[int, tuple[str, ...], tuple[str, ...]]] = [
    *((2, words, ("--no-such-option",)) for words in commands()),
    *(
        (3, words, ABSENT)
        for words in [
            ("list",),
            ("history",),
            ("undo",),
            ("report", "list"),
            ("place", "list"),
            ("institution", "list"),
            ("outlet", "list"),
            ("db", "info"),
            ("db", "check"),
            ("db", "backup"),
            ("db", "upgrade"),
            ("db", "init"),
        ]
    ),
    (3, ("show",), ("1", *ABSENT)),
    (3, ("place", "search"), ("hyesan", *ABSENT)),
    (3, ("institution", "show"), ("kp.mss", *ABSENT)),
    (3, ("report", "show"), ("1", *ABSENT)),
    (3, ("review",), ("--list", *ABSENT)),
    (3, ("ingest",), ("fixtures", *ABSENT)),
    (3, ("add",), ("--title", "x", "--type", "arrest", *ABSENT)),
    (3, ("edit",), ("1", "--title", "x", *ABSENT)),
    (3, ("withdraw",), ("1", "--reason", "x", *ABSENT)),
    (3, ("restore",), ("1", *ABSENT)),
    (4, ("list",), ("--province", "Atlantis")),
    (4, ("show",), ("4711",)),
    (4, ("history",), ("4711",)),
    (4, ("edit",), ("4711", "--title", "x")),
    (4, ("withdraw",), ("4711", "--reason", "x")),
    (4, ("restore",), ("4711",)),
    (4, ("undo",), ("4711",)),
    (4, ("review",), ("--show", "4711")),
    (4, ("review",), ("--accept", "4711")),
    (4, ("report", "show"), ("4711",)),
    (4, ("report", "list"), ("--outlet", "Atlantis Times")),
    (4, ("place", "show"), ("Atlantis",)),
    (4, ("place", "list"), ("--below", "Atlantis")),
    (4, ("institution", "show"), ("Atlantis",)),
    (4, ("institution", "list"), ("--below", "Atlantis")),
    (4, ("add",), ("--title", "x", "--type", "arrest", "--place", "Atlantis")),
    (4, ("evidence", "show"), ("4711",)),
    (4, ("evidence", "add"), ("4711", "--citation", "a book")),
    (4, ("evidence", "drop"), ("1", "99")),
    (4, ("evidence", "grade"), ("4711", "1", "--reliability", "A")),
    (4, ("link",), ("1", "4711", "--relation", "part-of")),
    (4, ("tag", "add"), ("x", "4711")),
    (4, ("tag", "rename"), ("none such", "other")),
    (4, ("report", "link"), ("1", "--quotes", "4711")),
    (4, ("report", "mark"), ("4711", "--state", "done")),
    (4, ("report", "withdraw"), ("4711", "--reason", "x")),
    (3, ("tag", "list"), ABSENT),
    (5, ("edit",), ("1", "--title", "x", "--revision", "99")),
    (5, ("db", "backup"), ("taken.db",)),
    (5, ("restore",), ("1",)),
    (6, ("ingest",), ("not-there.txt",)),
    (6, ("add",), ("-",)),
]


@pytest.mark.parametrize(("code", "words", "more"), PROVOKED, ids=str)
def test_a_code_that_a_command_gives_is_listed(  # noqa: PLR0917  a table and its fixtures
    code: int,
    words: tuple[str, ...],
    more: tuple[str, ...],
    copied: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fixtures = Path("fixtures").absolute()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken.db").touch()
    result = copied(*words, *(str(fixtures) if word == "fixtures" else word for word in more), stdin="no json")
    assert result.exit_code in command(words).exits
    assert result.exit_code == code, result.output


def test_what_a_command_says_of_its_codes_goes_before_what_its_parameters_tell() -> None:
    def function() -> None: ...

    option = click.option("--db", "database")
    assert make("x", "incidents x")(option(function)).exits == (0, 2, 3, 6)
    assert make("x", "incidents x", exits=(0, 2))(option(function)).exits == (0, 2)
