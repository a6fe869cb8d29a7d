"""`add` on a pseudo-terminal: what the sentence brings along is said before, and left where another is named."""

import json

import pytest

from tests.cli.answering import AGREED, adding, answer, answered
from tests.cli.conftest import Program

SENTENCE = "the Hyesan city party committee dismissed two officials on 3 March 2025"
MADE = "kp.wpk.party-committee@KP-10.hyesan"


@pytest.mark.parametrize(("typed", "code"), [("", MADE), ("kp.mss", "kp.mss")])
def test_what_a_sentence_brings_along_is_said_and_can_be_replaced(copied: Program, typed: str, code: str) -> None:
    with adding(copied, SENTENCE) as seat:
        seat.until("the institution Hyesan City Party Committee is not known yet: it is added with the record")
        answered(seat, type="", title="", date="", place="")
        answer(seat, "institution", typed)
        answered(seat, people="", report="", citation="", tags="")
        seat.until(AGREED)
        seat.press("Enter")
        assert seat.end() == 0
        assert ("added with it" in seat.screen.text()) == (code == MADE)
    (found,) = json.loads(copied.out("show", "10", "--format", "json"))
    assert [link["code"] for link in found["institution_list"]] == [code]
    assert found["open_names"] == []
