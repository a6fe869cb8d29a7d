"""EDTF strings and the days that they allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.model.edtf import bounds, qualified, qualifiers, written

DAYS = st.dates()

REFUSED = [
    ("2016-02-30", "no day of the calendar"),
    ("2016-01-00", "no day of the calendar"),
    ("2016-02-3X", "no day of the calendar"),
    ("2016-13", "there is no month 13"),
    ("2016-00", "there is no month 0"),
    ("2016-2X", "there is no month 2X"),
    ("0000", "a year 0"),
    ("9999-24", "ends after the last year"),
    ("201", "is no EDTF date"),
    ("Feb", "is no EDTF date"),
    ("2016~~", "is no EDTF date"),
    ("20~16", "is no EDTF date"),
    ("..~/2016", "is no EDTF date"),
    ("２０１６", "is no EDTF date"),
    ("20166", "years go from 0001 to 9999"),
    ("Y17000", "years go from 0001 to 9999"),
    ("-0100", "before the year 1"),
    ("2016-XX-05", "a day without a month"),
    ("2016-1X-05", "a day without a month"),
    ("2016-21-03", "a day with a part of the year"),
    ("201X-21", "a decade with a part of the year"),
    ("XXXX", "the last two digits of a year"),
    ("1XXX", "the last two digits of a year"),
    ("201x", "a capital X"),
    ("2016-xx", "a capital X"),
    ("2016-05-02/2016-05-01", "runs backwards"),
    ("2016/2017/2018", "two slashes"),
    ("/", "has no end"),
    ("../..", "has no end"),
    ("2016-1", "one digit where two belong"),
    ("2016-05-02T10:00:00", "has a time of day"),
    ("2016-05-02T10:00Z/..", "has a time of day"),
    ("[2016,2018]", "write the span"),
    ("{2016..2018}", "write the span"),
    ("1950S2", "significant digits"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        bounds(text)


READ = [
    ("2016", "2016-01-01", "2016-12-31"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2016-02-29", "2016-02-29", "2016-02-29"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2016-XX", "2016-01-01", "2016-12-31"),
    ("2016-05-XX", "2016-05-01", "2016-05-31"),
    ("2016-XX-XX", "2016-01-01", "2016-12-31"),
    ("2016-05-1X", "2016-05-10", "2016-05-19"),
    ("2016-02-2X", "2016-02-20", "2016-02-29"),
    ("2016-02-0X", "2016-02-01", "2016-02-09"),
    ("2016-1X", "2016-10-01", "2016-12-31"),
    ("201X-05", "2010-05-01", "2019-05-31"),
    ("000X", "0001-01-01", "0009-12-31"),
    ("2016-21", "2016-03-01", "2016-05-31"),
    ("2016-25", "2016-03-01", "2016-05-31"),
    ("2016-29", "2016-09-01", "2016-11-30"),
    ("2016-30", "2016-12-01", "2017-02-28"),
    ("2016-39", "2016-09-01", "2016-12-31"),
    ("2016-~05", "2016-05-01", "2016-05-31"),
    ("?2016-06-~11", "2016-06-11", "2016-06-11"),
    ("2016-06?-11", "2016-06-11", "2016-06-11"),
    (" 2016 ", "2016-01-01", "2016-12-31"),
    ("2016-24", "2016-12-01", "2017-02-28"),
    ("2016-33", "2016-01-01", "2016-03-31"),
    ("2016-41", "2016-07-01", "2016-12-31"),
    ("2023-01/2023-06", "2023-01-01", "2023-06-30"),
    ("2016-05-02~", "2016-05-02", "2016-05-02"),
    ("2016%", "2016-01-01", "2016-12-31"),
    ("2016-05?/2016-06~", "2016-05-01", "2016-06-30"),
]


@pytest.mark.parametrize(("text", "first", "last"), READ)
def test_bounds(text: str, first: str, last: str) -> None:
    assert bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["2020-10-10/..", "2020-10-10/"])
def test_open_end(text: str) -> None:
    assert bounds(text) == (date(2020, 10, 10), None)


@pytest.mark.parametrize("text", ["../2020-12-31", "/2020-12-31", "../2020"])
def test_open_start(text: str) -> None:
    assert bounds(text) == (None, date(2020, 12, 31))


WRITTEN = [
    ("2016-05-02", "2016-05-02", "2016-05-02"),
    ("2016-05-01", "2016-05-31", "2016-05"),
    ("2016-01-01", "2016-12-31", "2016"),
    ("1990-01-01", "1999-12-31", "199X"),
    ("1900-01-01", "1999-12-31", "19XX"),
    ("1991-01-01", "2000-12-31", "1991/2000"),
    ("2023-01-01", "2023-06-30", "2023-01/2023-06"),
    ("2015-12-01", "2016-02-29", "2015-12/2016-02"),
    ("2016-05-01", "2016-05-10", "2016-05-01/2016-05-10"),
    ("0900-01-01", "0900-12-31", "0900"),
]


@pytest.mark.parametrize(("first", "last", "text"), WRITTEN)
def test_written(first: str, last: str, text: str) -> None:
    assert written(date.fromisoformat(first), date.fromisoformat(last)) == text


def test_open_ends_are_written_in_days() -> None:
    assert written(date(2020, 1, 1), None) == "2020-01-01/.."
    assert written(None, date(2020, 12, 31)) == "../2020-12-31"
    assert written(None, None) is None


def test_what_runs_backwards_is_not_written() -> None:
    with pytest.raises(ValueError, match="backwards"):
        written(date(2016, 5, 2), date(2016, 5, 1))


@given(DAYS, st.integers(0, 40_000))
def test_what_is_written_has_the_same_bounds(first: date, days: int) -> None:
    last = min(first.toordinal() + days, date.max.toordinal())
    pair = first, date.fromordinal(last)
    assert bounds(written(*pair) or "") == pair


@given(DAYS)
def test_open_ends_have_the_same_bounds(day: date) -> None:
    assert bounds(written(day, None) or "") == (day, None)
    assert bounds(written(None, day) or "") == (None, day)


@given(st.sampled_from([text for text, _, _ in READ]), st.sampled_from("~?%"))
def test_a_qualifier_never_widens(text: str, mark: str) -> None:
    assert bounds(qualified(text.strip(), mark)) == bounds(text)


QUALIFIED = [
    ("2016", "~", "2016~"),
    ("2016?", "~", "2016%"),
    ("2016%", "~", "2016%"),
    ("2016~", "", "2016~"),
    ("2016-05/2016-06~", "?", "2016-05?/2016-06%"),
    ("2016-05/..", "~", "2016-05~/.."),
    ("/2016", "?", "/2016?"),
]


@pytest.mark.parametrize(("text", "mark", "marked"), QUALIFIED)
def test_qualified(text: str, mark: str, marked: str) -> None:
    assert qualified(text, mark) == marked


@pytest.mark.parametrize(
    ("text", "marks"), [("2016", ""), ("2016~/..", "~"), ("2016?/2017", "?"), ("2016?/2017~", "%"), ("~2016-?05", "%")]
)
def test_qualifiers_of_all_parts_are_joined(text: str, marks: str) -> None:
    assert qualifiers(text) == marks


@given(st.sampled_from([text for text, _, _ in READ]), st.sampled_from(["", *"~?%"]), st.sampled_from(["", *"~?%"]))
def test_doubts_add_up_in_any_order(text: str, one: str, two: str) -> None:
    plain = text.strip()
    assert qualifiers(qualified(qualified(plain, one), two)) == qualifiers(plain + one + two)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        first, last = bounds(text)
    except ValueError:
        return
    assert first or last
    assert not (first and last) or last - first >= timedelta(0)
