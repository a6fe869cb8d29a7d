"""When: a date as a value."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.model.edtf import bounds, written
from incidents.model.when import UNDATED, When


def test_nothing_is_undated() -> None:
    assert When.of(None) == When.of("") == When.of(" ") == UNDATED
    assert not UNDATED.dated
    assert (UNDATED.basis, UNDATED.extent) == ("none", "within")


def test_the_words_of_an_undated_one_stay() -> None:
    assert When.of(None, "on Tuesday").words == "on Tuesday"


def test_the_string_is_kept_without_spaces_around_it() -> None:
    assert When.of(" 2016-05 ").edtf == "2016-05"


def test_it_words_itself() -> None:
    assert When.of("2024-03-11/..", extent="throughout").in_words == "since 11 Mar 2024"
    assert UNDATED.in_words == "undated"


def test_it_cannot_hold_what_is_no_date() -> None:
    with pytest.raises(ValueError, match="2016-02-30"):
        When.of("2016-02-30/..")


def test_a_half_open_one_is_dated() -> None:
    when = When.of("../2020", "by 2020", basis="bounded")
    assert when.dated
    assert (when.earliest, when.latest, when.basis) == (None, date(2020, 12, 31), "bounded")


@given(st.dates(), st.dates(), st.sampled_from(["stated", "derived"]))
def test_the_days_are_always_those_of_the_edtf(one: date, other: date, basis: str) -> None:
    when = When.of(written(min(one, other), max(one, other)))
    assert (when.earliest, when.latest) == bounds(when.edtf or "")
    same = when.resting_on("derived" if basis == "derived" else "stated")
    assert (same.edtf, same.earliest, same.latest, same.basis) == (when.edtf, when.earliest, when.latest, basis)
