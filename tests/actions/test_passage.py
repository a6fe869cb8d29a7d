"""Where a quoted passage stands: exactly, forgivingly, several times, nowhere; and what is very like it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.actions.near_passage import nearest
from incidents.actions.passage import find

TEXT = (
    "A guard told us  that\nleaflets lay at the station — “self–reliance”, it’s said... "
    "혜산 역에 삐라. Leaflets lay\u00a0there, and leaflets lay here (see 3.5)."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("", []),
        ("  ", []),
        ("never said", []),
        ("Guard told", []),
        ("tions", []),
        ("it.s said", []),
        ("see 345", []),
        ("A guard", ["A guard"]),
        (" A guard ", ["A guard"]),
        ("told us that leaflets", ["told us  that\nleaflets"]),
        ('the station - "self-reliance"', ["the station — “self–reliance”"]),
        ("station—“self-reliance„", ["station — “self–reliance”"]),
        ("it's said…", ["it’s said..."]),
        ("it's said. . .", ["it’s said..."]),
        ("Leaflets lay there", ["Leaflets lay\u00a0there"]),
        ("혜산 역에", ["혜산 역에"]),
        (unicodedata.normalize("NFD", "혜산 역에"), ["혜산 역에"]),
        ("leaflets lay", ["leaflets lay", "leaflets lay"]),
        ("- ", ["—", "–"]),
        ("(see 3.5)", ["(see 3.5)"]),
    ],
)
def test_find(quote: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find(TEXT, quote)] == found


@given(st.integers(0, len(TEXT)), st.integers(1, 40))
def test_what_stands_there_is_found_there(start: int, length: int) -> None:
    quote = TEXT[start : start + length].strip()
    first = TEXT.find(quote)
    assert find(TEXT, f" {quote}\n")[:1] == ([(first, first + len(quote))] if quote else [])


@given(st.text(max_size=30))
def test_any_words_can_be_looked_for(words: str) -> None:
    assert all(0 <= start < end <= len(TEXT) for start, end in find(TEXT, words))
    nearest(TEXT, words)


def test_long_runs_of_spaces_and_dashes_are_no_trap() -> None:
    text = "a" + " " * 300_000 + "-" * 3 + " " * 300_000 + "b"
    assert find(text, "a - c") == []
    assert find(text, "- c") == []
    assert find(text, "a   c   b") == []


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("", ""),
        ("...", ""),
        ("wheat", ""),
        ("the harvest was good this year", ""),
        ("that", "that"),
        ("leaflits lay at the station", "leaflets lay at the station"),
        ("guard told them that leaflets lay", "guard told us  that\nleaflets lay"),
        ("LEAFLETS LAY AT", "leaflets lay at"),
        ("혜산 역에서 삐라", "혜산 역에 삐라"),
    ],
)
def test_the_nearest_is_very_like_or_none(quote: str, near: str) -> None:
    assert nearest(TEXT, quote) == near


def test_the_nearest_of_a_long_quote() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    assert nearest(f"before it {words} after it", words.replace("word7", "wort7")) == words
