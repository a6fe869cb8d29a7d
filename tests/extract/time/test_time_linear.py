"""Any text is read in linear time, with offsets that are its own."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.model.when import When
from tests.extract.time.linear import Timexes, assert_own_offsets, lines_of
from tests.work import assert_proportional

PIECES = (
    "early mid- late the of last next this March 6 6th 2016 '98 to from between and - – , . ( ) \n \n\n since by after "
    "ago weeks Tuesday 1st 12/5/2016 2016-05-02 a.m. 5 noon Juche 105 first half quarter New Year's Day 1, 1. ![ ]( 설"
).split(" ")
HOSTILE = lines_of(
    "from March 6 to |March |1,|1.|1|the |![|\n |-|early late |last |the last week of |( |'|Juche 1 |since 2016 - |"
    "day before the day before |twenty |설날|😀|https://|a year ago or so |will |5 p.m. |New Year's |x| "
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_the_work_grows_with_the_length_of_a_hostile_line(timexes: Timexes, text: str) -> None:
    assert_proportional(lambda size: timexes(text[:size]), 2_000, 4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), published=st.sampled_from([None, "2016-05-02"])
)
def test_offsets_are_those_of_the_text(timexes: Timexes, text: str, published: str | None) -> None:
    assert_own_offsets(timexes(text, published), text)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_can_be_read(timexes: Timexes, text: str) -> None:
    assert_own_offsets(timexes(text), text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.sampled_from(
        "March|early March|last March|on the 3rd|Tuesday|last week|two weeks ago|this year|the first half of the year|"
        "Chuseok|last winter|March 6|by the end of this month|over the past year|yesterday|the third quarter".split("|")
    ),
    first=st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 1, 1)),
    days=st.integers(0, 40),
    share=st.floats(0, 1),
)
def test_a_rough_day_gives_what_every_day_in_it_gives(
    timexes: Timexes, words: str, first: date, days: int, share: float
) -> None:
    last = first + timedelta(days)
    within = first + timedelta(round(days * share))
    rough = [timex.when for timex in timexes(words, f"{first}/{last}")]
    exact = [timex.when for timex in timexes(words, within.isoformat())]
    for one, other in zip(rough, exact, strict=True):
        assert not one.dated or one == other


def test_a_date_of_the_far_ends_of_the_calendar_is_unresolved_at_worst(timexes: Timexes) -> None:
    for published in ("0001-01-01", "9999-12-31", "0001", "9999"):
        found = timexes(
            "last year, next year, last week, tomorrow, yesterday, since March 6, Chuseok, 90 years ago", published
        )
        assert all(isinstance(timex.when, When) for timex in found)
