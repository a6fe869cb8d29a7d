"""Dates and numbers worded for people."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.model.edtf import written
from incidents.model.wording import number_words, worded

WORDED = [
    ("2016-01-01", "1 Jan 2016"),
    ("2016-03-21/2016-03-31", "late Mar 2016"),
    ("2024-03-11/2024-03-20", "mid Mar 2024"),
    ("2016-05-01/2016-05-10", "early May 2016"),
    ("2015-10", "Oct 2015"),
    ("2016", "2016"),
    ("199X", "1990–1999"),
    ("2020-10-10/..", "from 10 Oct 2020"),
    ("../2020-12-31", "by 31 Dec 2020"),
    ("2016-02-23/2016-05-02", "23 Feb–2 May 2016"),
    ("2016-07-13/2016-07-14", "13–14 Jul 2016"),
    ("2015-12-31/2016-01-02", "31 Dec 2015–2 Jan 2016"),
    ("2023-01/2023-06", "Jan–Jun 2023"),
    ("2024-04~", "about Apr 2024"),
    ("2016-03-06?", "6 Mar 2016?"),
    ("2016-03-06%", "about 6 Mar 2016?"),
    (None, "undated"),
    ("", "undated"),
]


@pytest.mark.parametrize(("edtf", "words"), WORDED)
def test_worded(edtf: str | None, words: str) -> None:
    assert worded(edtf) == words


def test_an_undated_one_says_when_it_was_reported() -> None:
    assert worded(None, "2025-02-06") == "undated (reported 6 Feb 2025)"
    assert worded(None, "2020-09~") == "undated (reported about Sep 2020)"
    assert worded("2020", "2025-02-06") == "2020"


@given(st.dates(), st.dates())
def test_every_year_of_the_bounds_stands_in_the_words(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    years = {int(year) for year in re.findall(r"(?<![\d])\d+(?=\D*$|–)", worded(written(first, last)))}
    assert last.year in years


@pytest.mark.parametrize(
    ("low", "high", "approximate", "words"),
    [
        (None, None, True, ""),
        (2, 2, False, "2"),
        (0, 0, False, "0"),
        (2, 3, False, "2–3"),
        (40, 40, True, "about 40"),
        (500, None, False, "500 or more"),
        (None, 12, True, "up to about 12"),
    ],
)
def test_numbers(low: int | None, high: int | None, approximate: int, words: str) -> None:
    assert number_words(low, high, approximate) == words
