"""Dates and numbers worded for people."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.model.edtf import written
from incidents.model.scales import EXTENTS, Extent
from incidents.model.wording import number_words, worded

WORDED = [
    ("2016-01-01", "1 Jan 2016"),
    ("2016-03-21/2016-03-31", "late Mar 2016"),
    ("2024-03-11/2024-03-20", "mid-Mar 2024"),
    ("2016-05-01/2016-05-10", "early May 2016"),
    ("2015-10", "Oct 2015"),
    ("2016", "2016"),
    ("199X", "1990s"),
    ("19XX", "20th century"),
    ("20XX", "21st century"),
    ("00XX", "1st century"),
    ("10XX", "11th century"),
    ("000X", "1–9"),
    ("1991/2000", "1991–2000"),
    ("2016-XX", "2016"),
    ("2016-XX-XX", "2016"),
    ("2016-05-XX", "May 2016"),
    ("2016-05-1X", "10–19 May 2016"),
    ("2016-1X", "Oct–Dec 2016"),
    ("201X-05", "May in the 2010s"),
    ("201X-05-06", "6 May in the 2010s"),
    ("2016-21", "spring 2016"),
    ("2016-24", "winter 2016–17"),
    ("1999-24", "winter 1999–2000"),
    ("2016-29", "southern spring 2016"),
    ("2014-35", "Q3 2014"),
    ("2016-37", "early 2016"),
    ("2016-38", "mid-2016"),
    ("2016-39", "late 2016"),
    ("2023-40", "first half of 2023"),
    ("2016-21~", "about spring 2016"),
    ("2016/..", "from 2016"),
    ("2016-05~/..", "from about May 2016"),
    ("199X/..", "from the 1990s"),
    ("../2016", "by 31 Dec 2016"),
    ("../2016-05-06?", "by 6 May 2016?"),
    ("2016-05-06/", "from 6 May 2016, end unknown"),
    ("/2016", "by 31 Dec 2016, start unknown"),
    ("2016-05~/2016-06~", "about May–Jun 2016"),
    ("2016-05?/2016-06~", "May 2016? to about Jun 2016"),
    ("2016-13", "2016-13"),
    ("2016-13-01", "2016-13-01"),
    ("2016-02-30", "2016-02-30"),
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


@pytest.mark.parametrize(
    ("edtf", "within", "throughout"),
    [
        ("2020-10-10/..", "after 10 Oct 2020", "since 10 Oct 2020"),
        ("2020-10-10~/..", "after about 10 Oct 2020", "since about 10 Oct 2020"),
        ("2024-03/..", "from Mar 2024", "since Mar 2024"),
        ("../2020-12-31", "by 31 Dec 2020", "until 31 Dec 2020"),
        ("2016-03-06", "6 Mar 2016", "6 Mar 2016"),
        ("2016-02-23/2016-05-02", "23 Feb–2 May 2016", "23 Feb–2 May 2016"),
    ],
)
def test_an_open_date_says_whether_it_lasted(edtf: str, within: str, throughout: str) -> None:
    assert (worded(edtf, extent="within"), worded(edtf, extent="throughout")) == (within, throughout)


@given(st.dates(), st.dates())
def test_the_last_year_stands_in_the_words(one: date, other: date) -> None:
    edtf = written(min(one, other), max(one, other)) or ""
    last = max(one, other)
    words = worded(edtf)
    assert str(last.year) in words or ("X" in edtf and re.search(r"\d(?:0s|\w\w century)|1–9", words))


@given(st.text(alphabet="0123456789X-/.~?% TYab", max_size=16), st.sampled_from([None, *EXTENTS]))
def test_anything_is_worded(text: str, extent: Extent | None) -> None:
    assert worded(text, extent=extent)


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
