"""Leaving `add` at any of its questions, by keys, a signal or a no: nothing is recorded, and the terminal is whole."""

import os
import signal
import termios

import pytest

from tests.cli.answering import AGREED, adding, answer, answered, count
from tests.cli.conftest import Program


def test_a_kill_gives_the_terminal_back(copied: Program) -> None:
    with adding(copied) as seat:
        seat.until("in a sentence: ")
        assert not termios.tcgetattr(seat.child.child_fd)[3] & termios.ECHO
        os.kill(seat.child.pid, signal.SIGTERM)
        seat.until("nothing was recorded")
        assert termios.tcgetattr(seat.child.child_fd)[3] & termios.ECHO
        assert seat.end() == 130


@pytest.mark.parametrize("keys", [("Ctrl-C",), ("\x04",)], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("at", ["in a sentence", "type", "date", "citation", "record it? [Y/n/e]"])
def test_leaving_records_nothing_and_says_so(copied: Program, at: str, keys: tuple[str, ...]) -> None:
    before = count(copied)
    answers = {
        "in a sentence": "",
        "type": "arrest",
        "title": "A title",
        "date": "2016",
        "place": "",
        "institution": "",
    }
    with adding(copied) as seat:
        for label, words in {**answers, "people": "", "report": "", "citation": "", "tags": ""}.items():
            if label == at:
                break
            answer(seat, label, words)
        seat.until(f"\n{at}:")
        seat.press(*keys)
        assert seat.end() == 130
        assert "incidents: nothing was recorded" in seat.screen.text()
    assert count(copied) == before


def test_no_records_nothing(copied: Program) -> None:
    before = count(copied)
    with adding(copied) as seat:
        answered(
            seat, in_a_sentence="", type="arrest", title="A title", date="2016", place="", institution="", people=""
        )
        answered(seat, report="", citation="", tags="")
        answer(seat, "record it? [Y/n/e]", "maybe")
        seat.until("type y, n or e")
        seat.press("n", "Enter")  # the wrong answer is not there any more
        assert seat.end() == 130
    assert count(copied) == before


def test_a_dry_run_asks_and_does_nothing(copied: Program) -> None:
    before = count(copied)
    with adding(copied, "two traders arrested in Hyesan", "--dry-run") as seat:
        answered(seat, type="", title="", date="", place="", institution="", people="", report="", citation="", tags="")
        seat.until(AGREED)
        seat.press("Enter")
        assert seat.end() == 0
        assert "would be recorded: 10" in seat.screen.text()
    assert count(copied) == before
