"""What the outside can do to the program: closed and full streams, bytes that are no text, numbers that fit nowhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program

MAIN = "import sys; sys.argv[0] = 'incidents'; from incidents.cli import main; main()"


def shell(program: Program, line: str) -> tuple[int, str]:
    """A line of a shell in which `incidents` is the real process; its exit code and what it wrote to both streams."""
    command = f'incidents() {{ "{sys.executable}" -c "{MAIN}" "$@"; }}; {line}'
    result = subprocess.run(
        ["bash", "-c", command], env={**os.environ, **program.environment}, capture_output=True, check=False
    )
    return result.returncode, (result.stdout + result.stderr).decode(errors="replace")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("incidents list > /dev/null", 0),
        ("incidents list >&-", 6),
        ("incidents list > /dev/full", 6),
        ("incidents --help > /dev/full", 6),
        ("incidents --version >&-", 6),
        ("incidents show 999 2>&-", 4),
        ("incidents show 999 2> /dev/full", 4),
        ("incidents show 999 >&- 2>&-", 4),
        ("incidents ingest - --dry-run <&-", 6),
        ("incidents add - --dry-run <&-", 6),
        ("incidents list <&- 2>&-", 0),
        (r"incidents list --text $'\xff'", 2),
        (r"incidents ingest $'\xed\xa0\x80'", 2),
        (r"INCIDENTS_DB=$'\xff' incidents list", 2),
    ],
)
def test_a_broken_stream_or_argument_has_its_code_and_no_traceback(stocked: Program, line: str, code: int) -> None:
    ended, said = shell(stocked, line)
    assert (ended, "Traceback" in said, "bug" in said) == (code, False, False), said


@pytest.mark.parametrize(
    "words",
    [
        ("list", "--limit", str(2**63)),
        ("list", "--limit", "9" * 5000),
        ("review", "--list", "--limit", str(2**64)),
        ("history", "--limit", str(2**64)),
        ("place", "search", "Hyesan", "--limit", str(2**64)),
        ("institution", "search", "party", "--limit", str(2**64)),
        ("undo", str(2**64)),
        ("report", "show", str(2**64)),
        ("show", str(2**64)),
        ("review", "--accept", str(2**64)),
        ("add", "--title", "Held", "--type", "arrest", "--people", f"detained={2**64}"),
        ("add", "--title", "Held", "--type", "arrest", "--people", f"detained={'9' * 5000}"),
        ("edit", "1", "--revision", str(2**64), "--title", "Other"),
    ],
)
def test_a_number_beyond_64_bits_is_no_bug(copied: Program, words: tuple[str, ...]) -> None:
    result = copied(*words)
    assert result.exit_code in ((0, 2) if "--limit" in words else (2, 4, 5, 6)), result.output


def test_a_very_long_search_word_finds_nothing(stocked: Program) -> None:
    for word in ("x" * 100_000, "a b " * 25_000):
        result = stocked("list", "--text", word, "--format", "csv")
        assert result.exit_code == 2 or len(result.stdout.splitlines()) == 1, result.stderr


@pytest.mark.parametrize("words", [("place", "search"), ("institution", "search"), ("show",), ("list", "--place")])
def test_a_very_long_name_is_no_bug(stocked: Program, words: tuple[str, ...]) -> None:
    assert stocked(*words, "x" * 100_000).exit_code in (0, 2, 4)


def test_control_characters_are_escaped_and_do_not_split_a_sentence(stocked: Program, tmp_path: Path) -> None:
    for word in ("\x1b[2Jgone", "two\nlines", "\x07", "\u202eright"):
        for words in (("ingest", str(tmp_path / word)), ("show", word), ("list", "--province", word)):
            said = stocked(*words).stderr
            assert said.count("\n") == 1, said
            assert said[:-1].isprintable(), said


def test_other_letters_are_left_alone(stocked: Program, tmp_path: Path) -> None:
    assert "량강도\u3000é" in stocked.said("ingest", str(tmp_path / "량강도\u3000é"), code=6)


@pytest.mark.parametrize("words", [("list", "--db", ""), ("ingest", ""), ("db", "check", "--db", " ")])
def test_an_empty_name_is_wrong_usage(stocked: Program, words: tuple[str, ...]) -> None:
    assert "empty" in stocked.said(*words, code=2)
