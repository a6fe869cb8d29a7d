"""Phrases looked up in a text: what is left alone, and what stands where."""

import re

import pytest

from incidents.extract.phrases import Late, Phrases

PHRASES = Phrases(["sent", "sent back", "Sent to camps", "workers'", "twenty-five", "하나"])
LEFT_ALONE = ["sentence", "resent", " sent", "", "sents back", "working", "twenty-fives", "sent_"]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert [*PHRASES.ends(text, 0, len(text))] == []
    assert PHRASES.end(text, 0, len(text)) == 0


FOUND = [
    ("sent back to Hyesan", ["sent back", "sent"]),
    ("SENT TO CAMPS", ["SENT TO CAMPS", "SENT"]),
    ("sent-back", ["sent"]),
    ("workers'union", ["workers'"]),
    ("Twenty-five", ["Twenty-five"]),
    ("하나 둘", ["하나"]),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_the_longest_stands_first(text: str, found: list[str]) -> None:
    assert [text[:end] for end in PHRASES.ends(text, 0, len(text))] == found


def test_a_phrase_ends_before_the_end_that_is_given() -> None:
    text = "They were sent back."
    assert text[10 : PHRASES.end(text, 10, 14)] == "sent"
    assert text[10 : PHRASES.end(text, 10, 16)] == "sent"
    assert text[10 : PHRASES.end(text, 10, 19)] == "sent back"
    assert PHRASES.end(text, 10, 13) == 0


def test_an_expression_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    usual = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags=0: compiled.append(text) or usual(text, flags))  # type: ignore[func-returns-value]
    late = Late("sent (back)?", re.IGNORECASE)
    assert compiled == []
    assert late.match("They were sent back") is None
    found, whole = late.search("They were Sent back"), late.fullmatch("xsent x", 1, 6)
    assert found is not None
    assert found.span() == (10, 19)
    assert whole is not None
    assert whole[1] is None
    assert compiled == ["sent (back)?"]
