"""Values that no record may have, typed as options or piped as JSON: each is refused in one sentence."""

import json
import os
import pty
from pathlib import Path

import pytest

from incidents.cli.screen import emit
from incidents.output.formats import Data
from tests.cli.conftest import Program

BASE = ("add", "--type", "other", "--title")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((*BASE, "two\nlines"), "one line"),
        ((*BASE, "red \x1b[31m"), "control characters"),
        ((*BASE, "x", "--tag", "a\tb"), "control characters"),
        ((*BASE, "x", "--tag", ""), "a tag is empty"),
        (("edit", "1", "--title", "two\nlines"), "one line"),
    ],
)
def test_a_title_or_tag_that_is_not_one_line(copied: Program, words: tuple[str, ...], says: str) -> None:
    assert says in copied.said(*words, code=6)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"title": "x", "type": "order", "id": 5}', "names id, which the program itself gives"),
        ('{"title": "x", "type": "order", "revision": 2, "uid": "u"}', "names uid, revision"),
        ('{"title": "x", "title": "y", "type": "order"}', "the key 'title' stands there twice"),
        ('{"title": "\\ud800", "type": "order"}', "surrogate"),
        ('{"title": "x", "type": "order", "note": "a\\u0000b"}', "NUL"),
        ('{"title": "x", "type": "order", "when": 5}', "when must be a text or an object"),
        ('{"title": "x", "type": "order", "places": "Onchon"}', 'such as {"place": "KP-10"}'),
        ('{"title": "x", "type": "order", "people": [2]}', 'such as {"group": "detained"'),
        ('{"title": "x", "type": "order", "tags": [""]}', "a tag is empty"),
        ('{"title": "x", "type": "order", "note": NaN}', "NaN is no JSON number"),
        ("[1]", "one JSON object is expected"),
        ("5", "one JSON object is expected"),
        ("[" * 100_000, "no incident"),
    ],
)
def test_json_that_is_no_record(copied: Program, text: str, says: str) -> None:
    said = copied.said("add", "-", code=6, stdin=text)
    assert (says in said, said.count("\n")) == (True, 1), said


def test_a_day_to_count_from_that_does_not_exist(copied: Program) -> None:
    said = copied.said(*BASE, "x", "--date", "last May", "--counted-from", "2016-02-31", code=2)
    assert "--counted-from '2016-02-31' is no date" in said


def test_two_windows_exclude_each_other(stocked: Program) -> None:
    assert "exclude each other" in stocked.said("list", "--since", "2016", "--certain", "--possible", code=2)
    assert stocked.said("list", "--since", "2016", "--certain") != stocked.said("list", "--since", "2016", "--possible")


def test_options_for_a_report_that_is_known_are_said_not_to_be_applied(copied: Program, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("A resident said that a market was closed.")
    assert "not applied" not in copied.said("ingest", str(path), "--published", "2024-05-01", "--outlet", "RFA")
    assert "not applied" in copied.said("ingest", str(path), "--published", "2024-06-01")
    assert "not applied" not in copied.said("ingest", str(path))


def test_control_characters_of_a_report_never_stop_a_batch(copied: Program, tmp_path: Path) -> None:
    text = Path("fixtures/reports/posong-leaflets.txt").read_text(encoding="utf-8")
    for number, letter in enumerate("\x07\x1b\x85\u2028"):
        (tmp_path / f"{number}.txt").write_text(text.replace("e", f"e{letter}", 7 * number), encoding="utf-8")
    told = ("--published", "2016-02-01", "--outlet", "Daily NK", "--accept", "clear", "--format", "json")
    result = copied("ingest", *map(str, sorted(tmp_path.glob("*.txt"))), *told)
    assert (result.exit_code, len(json.loads(result.stdout))) == (0, 4), result.stderr


def test_json_that_is_no_text(copied: Program) -> None:
    result = copied("add", "-", stdin=b'{"title": "\xff"}')  # type: ignore[arg-type]
    assert (result.exit_code, "not UTF-8" in result.stderr) == (6, True)


def test_json_of_a_record_is_left_alone(copied: Program) -> None:
    plain = {"title": "Rice in 혜산", "type": "market", "when": {"edtf": "2024-07"}, "places": [{"place": "Hyesan"}]}
    assert "recorded: " in copied.said("add", "-", stdin=json.dumps(plain))


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (Data(iter(["a\x1b[31m\x07,b\r\n"])), b"a\\x1b[31m\\x07,b\r\n"),
        (["\x1b[31mred\x1b[0m \x1b[2J"], b"\x1b[31mred\x1b[0m \\x1b[2J"),
    ],
)
def test_a_terminal_is_never_commanded_by_data(texts: list[str], shown: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    master, slave = pty.openpty()
    with os.fdopen(slave, "w") as terminal:
        monkeypatch.setattr("sys.stdout", terminal)
        emit(texts)
        monkeypatch.undo()
        found = os.read(master, 1000).replace(b"\r\r\n", b"\r\n")
    os.close(master)
    assert found == shown


def test_a_pipe_gets_the_text_as_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    emit(Data(iter(["a\x1b[31m\x07"])))
    assert capfd.readouterr().out == "a\x1b[31m\x07"
