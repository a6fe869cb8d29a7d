"""A sentence of very many acts is taken apart in proportion to its length."""

from collections.abc import Callable
from typing import Any

import pytest

from incidents.extract import findings, words
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


@pytest.fixture
def looked_at(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], int]:
    """How many places are looked at around so many acts that name one each."""
    usual, count = findings._inside, 0

    def counted(*given: Any) -> list[Any]:
        nonlocal count
        inside = usual(*given)
        count += len(inside)
        return inside

    monkeypatch.setattr(findings, "_inside", counted)

    def read(acts: int) -> int:
        nonlocal count
        count, text = 0, "officials were arrested in Hyesan and " * acts
        extract(Report("long.txt", text.encode(), text, "0", language="en"), lexicon)
        return count

    return read


def test_no_act_looks_at_the_places_of_the_whole_paragraph(looked_at: Callable[[int], int]) -> None:
    looked_at(10)
    short, long = looked_at(120), looked_at(240)
    assert 0 < long < 2.3 * short
    assert long < 200 * 240
