"""Typed dates: EDTF, ISO and words against a day, and the program's own wording read back."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.actions.dates import typed_when
from incidents.errors import BadInput
from incidents.lexicon.lexicon import Lexicon
from incidents.model.edtf import written
from incidents.model.when import When
from incidents.model.wording import worded

DAY = date(2016, 5, 2)

READ = [
    ("2016", "2016"),
    ("2016-03", "2016-03"),
    ("2016-03-06/2016-03-09", "2016-03-06/2016-03-09"),
    ("2016-03-21/..", "2016-03-21/.."),
    ("../2016", "../2016"),
    ("2024-04~", "2024-04~"),
    ("199X", "199X"),
    ("2016-04-15", "2016-04-15"),
    ("mid-March 2024", "2024-03-11/2024-03-20"),
    ("last October", "2015-10"),
    ("last october", "2015-10"),
    ("may", "2016-05"),
    ("in May", "2016-05"),
    ("feb 3", "2016-02-03"),
    ("yesterday", "2016-05-01"),
    ("on Tuesday", "2016-04-26"),
    ("the 27th", "2016-04-27"),
    ("on the 27th of last month", "2016-04-27"),
    ("since mid-March", "2016-03-11/.."),
    ("from 10 Oct 2020", "2020-10-10/.."),
    ("after Party Foundation Day on Oct. 10", "2015-10-10/.."),
    ("the 70-day battle", "2016-02-23/2016-05-02"),
    ("January 2016 to March 2017", "2016-01/2017-03"),
    ("about 2010", "2010~"),
    ("6 March 2016?", "2016-03-06?"),
    ("about 6 March 2016?", "2016-03-06%"),
    ("  Dec. 28   to 31. ", "2015-12-28/2015-12-31"),
    ("Juche 105", "2016"),
    ("undated", None),
]


@pytest.mark.parametrize(("words", "value"), READ)
def test_read(lexicon: Lexicon, words: str, value: str | None) -> None:
    when = typed_when(words, DAY, lexicon)
    assert when.edtf == value
    assert when == When.of(value, when.words, basis=when.basis, extent=when.extent)


REFUSED = [
    ("Feb 30", "the calendar has no such day"),
    ("2016-02-30", "the calendar has no such day"),
    ("31 June 2016", "the calendar has no such day"),
    ("2016-03-09/2016-03-06", "2016-03-09 is after 2016-03-06"),
    ("2016-02-30/2016-03-01", "'2016-02-30' is no day of the calendar"),
    ("from 9 March 2016 to 6 March 2016", r"runs backwards (2016-03-09 to 2016-03-06)"),
    ("9-6 March 2016", "runs backwards"),
    ("2016-13", "2016-13"),
    ("6/3/2016", "ambiguous: 2016-03-06 or 2016-06-03"),
    ("hello", "cannot be read as a date"),
    ("", "cannot be read as a date"),
    ("March 6 and a bit", "cannot be read as a date"),
    ("21:00", "cannot be read as a date"),
    ("the next day", "nothing dated stands before it"),
]


@pytest.mark.parametrize(("words", "reason"), REFUSED)
def test_refused_with_a_reason_and_a_way_out(lexicon: Lexicon, words: str, reason: str) -> None:
    with pytest.raises(BadInput, match="write EDTF") as refused:
        typed_when(words, DAY, lexicon)
    assert reason in str(refused.value)


def test_a_day_of_no_year_is_refused_without_a_day_to_count_from(lexicon: Lexicon) -> None:
    with pytest.raises(BadInput, match="“Feb 30” does not exist"):
        typed_when("Feb 30", None, lexicon)


def test_relative_words_need_a_day_and_a_rough_one_may_do(lexicon: Lexicon) -> None:
    with pytest.raises(BadInput, match="no publication date"):
        typed_when("last October", None, lexicon)
    assert typed_when("last October", When.of("2016-05~"), lexicon).edtf == "2015-10"
    with pytest.raises(BadInput, match="2016-05~"):
        typed_when("Tuesday", When.of("2016-05~"), lexicon)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    days=st.integers(0, 900),
    open_end=st.sampled_from(["", "first", "last"]),
)
def test_what_the_program_words_can_be_typed_back(lexicon: Lexicon, first: date, days: int, open_end: str) -> None:
    last = min(first + timedelta(days), date(2099, 12, 31))
    edtf = written(None if open_end == "first" else first, None if open_end == "last" else last)
    read = typed_when(worded(edtf), None, lexicon)
    assert (read.earliest, read.latest) == (When.of(edtf).earliest, When.of(edtf).latest)
