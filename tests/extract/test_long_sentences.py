"""A sentence of very many acts is taken apart in proportion to its length."""

from collections.abc import Callable

import pytest

from incidents.extract import words
from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

ACT = "officials were arrested and leaflets were found and "


@pytest.fixture
def made(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], int]:
    """How many words are made of a sentence of so many acts."""
    usual, count = words._word, 0

    def counted(*found: object) -> words.Word:
        nonlocal count
        count += 1
        return usual(*found)  # type: ignore[arg-type]

    monkeypatch.setattr(words, "_word", counted)

    def read(acts: int) -> int:
        nonlocal count
        count, text = 0, ACT * acts
        extract(Report("long.txt", text.encode(), text, "0", language="en"), lexicon)
        return count

    return read


def test_twice_as_many_acts_are_twice_as_many_words(made: Callable[[int], int]) -> None:
    made(10)
    short, long = made(150), made(300)
    assert long < 2.3 * short
    assert long < 130 * 2 * 300
