"""Typed dates: EDTF, ISO and words against a day, and the program's own wording read back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.actions.dates import NoDay, Unread, plain_when, typed_when
from incidents.cli.typed.date import typed_back
from incidents.errors import BadInput
from incidents.intake.language import language_of
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.edtf import qualified, written
from incidents.model.scales import EXTENTS, Extent
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
    ("winter 2016–17", "2016-12/2017-02"),
    ("Q3 2014", "2014-07/2014-09"),
    ("since about 10 Oct 2020", "2020-10-10~/.."),
    ("by about 31 Dec 2020?", "../2020-12-31%"),
    ("until 31 Dec 2020", "../2020-12-31"),
    ("about May–Jun 2016", "2016-05~/2016-06~"),
    ("2016-~05", "2016-~05"),
    ("2016-05-1X", "2016-05-1X"),
    ("13/6/2016", "2016-06-13"),
]


EXTENT = [
    ("until 31 Dec 2016", "../2016-12-31", "throughout"),
    ("till about Mar 2016", "../2016-03-31~", "throughout"),
    ("by 31 Dec 2016", "../2016-12-31", "within"),
    ("../2016", "../2016", "within"),
    ("since 2016", "2016-01-01/..", "throughout"),
    ("from the 1990s", "1990-01-01/..", "within"),
    ("from Mar 2016", "2016-03-01/..", "within"),
    ("after 10 Oct 2016", "2016-10-10/..", "within"),
    ("from 23 Feb to 2 May 2016", "2016-02-23/2016-05-02", "throughout"),
    ("23 Feb–2 May 2016", "2016-02-23/2016-05-02", "within"),
]


@pytest.mark.parametrize(("words", "value", "extent"), EXTENT)
def test_what_lasted_is_told_from_what_was_once(lexicon: Lexicon, words: str, value: str, extent: Extent) -> None:
    read = typed_when(words, DAY, lexicon)
    assert (read.edtf, read.extent) == (value, extent)


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
    ("2016-05-02T10:00", "“2016-05-02T10:00” has a time of day"),
    ("2016-05-02T10:00/2016-05-03", "'2016-05-02T10:00' has a time of day"),
    ("[2016,2017]", "is a set or list of dates: write the span"),
    ("XXXX", "leaves more open than the last two digits of a year"),
    ("-0100", "lies before the year 1"),
    ("12016", "has a year of more than four digits"),
    ("201x", "has a small x"),
    ("요즘", "cannot be read as a date"),
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


def test_what_the_calendar_does_not_know_is_not_said_to_be_nowhere(lexicon: Lexicon) -> None:
    with pytest.raises(BadInput, match=r"Committee” has no date: the calendar does not know"):
        typed_when("the 9th plenary meeting of the 6th Central Committee", DAY, lexicon)


def test_relative_words_need_a_day_and_a_rough_one_may_do(lexicon: Lexicon) -> None:
    with pytest.raises(BadInput, match="no publication date"):
        typed_when("last October", None, lexicon)
    assert typed_when("last October", When.of("2016-05~"), lexicon).edtf == "2015-10"
    with pytest.raises(BadInput, match="2016-05~"):
        typed_when("Tuesday", When.of("2016-05~"), lexicon)


def test_a_day_of_two_readings_names_both(lexicon: Lexicon) -> None:
    with pytest.raises(BadInput) as refused:
        typed_when("6/3/2016", DAY, lexicon)
    told = "“6/3/2016” has two readings, 2016-03-06 or 2016-06-03: write the one that is meant."
    assert str(refused.value) == told


def test_what_cannot_be_read_is_told_from_what_names_no_day(lexicon: Lexicon) -> None:
    with pytest.raises(Unread):
        typed_when("hello", None, lexicon)
    with pytest.raises(NoDay):
        typed_when("last month", None, lexicon)


CODEBOOK = [
    ("2016-05-02", "on Jan. 1st", "2016-01-01"),
    ("2016-05-02", "last New Year's Day", "2016-01-01"),
    ("2016-05-02", "on the night of Kim Il-sung's birthday", "2016-04-15"),
    ("2016-05-02", "in late March", "2016-03-21/2016-03-31"),
    ("2024-04~", "in mid-March", "2024-03-11/2024-03-20"),
    ("2016-05-02", "last October", "2015-10"),
    ("2020-09~", "this past August", "2020-08"),
    ("2016-05-02", "March 6", "2016-03-06"),
    ("2025-02-06", "on Tuesday", "2025-02-04"),
    ("2025-02-06", "yesterday", "2025-02-05"),
    ("2025-02-06", "last month", "2025-01"),
    ("2025-02-18", "on the 27th of last month", "2025-01-27"),
    ("2020", "in 2020", "2020"),
    ("2023", "the first half of the year", "2023-01/2023-06"),
    ("2020-12-01", "after Party Foundation Day on Oct. 10", "2020-10-10/.."),
    ("2020-12-01", "by the end of this year", "../2020-12-31"),
    ("2024-04-02", "since mid-March", "2024-03-11/.."),
    (None, "Juche 105", "2016"),
    ("2016-05-02", "the 70-day battle", "2016-02-23/2016-05-02"),
]


@pytest.mark.parametrize(("day", "words", "value"), CODEBOOK)
def test_the_table_of_the_codebook_can_be_typed(lexicon: Lexicon, day: str | None, words: str, value: str) -> None:
    assert typed_when(words, When.of(day), lexicon).edtf == value


@pytest.fixture(scope="module")
def korean() -> Lexicon:
    return Lexicon(read_reference(), read_phrases("ko"))


KOREAN = [
    ("지난달 15일", "2016-04-15"),
    ("지난달", "2016-04"),
    ("어제", "2016-05-01"),
    ("2016년 3월 초", "2016-03-01/2016-03-10"),
    ("3월 중순", "2016-03-11/2016-03-20"),
    ("작년 10월", "2015-10"),
    ("2013년 8월", "2013-08"),
    ("2024년 1월 8일", "2024-01-08"),
    ("2016년 태양절", "2016-04-15"),
    ("태양절", "2016-04-15"),
]


@pytest.mark.parametrize(("words", "value"), KOREAN)
def test_korean_words(korean: Lexicon, words: str, value: str) -> None:
    assert language_of(words) == "ko"
    assert typed_when(words, DAY, korean).edtf == value


@pytest.mark.parametrize(
    ("words", "language"), [("last month", "en"), ("2016-05", "en"), ("Juche 105", "en"), ("8월", "ko")]
)
def test_the_script_says_the_language(words: str, language: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize("words", ["2016-05", " 2016-05-06 ", "undated", "199X", "../2016"])
def test_what_is_plain_needs_no_lexicon(words: str) -> None:
    assert plain_when(words) is not None


WORDS = "the of in on to and from since by until about mid - – , . / ? ~ .. last next this first early late 2016 16 3rd"
WORDS += (
    " March May Tuesday week month year years quarter half spring day days ago after before Juche 70-day battle Q 6/3"
)
SOME = st.lists(st.sampled_from(WORDS.split()), max_size=7).map(" ".join)
EOJEOLS = "지난 달 지난달 올해 작년 3월 15일 초 말 중순 부터 까지 전 후 이날 다음 주 년 2016년 ~ 5 두 사흘"
EOJEOLS += " 태양절 에 은 상반기 월요일 봄 경"
EACH = st.lists(st.tuples(st.sampled_from(EOJEOLS.split()), st.sampled_from(["", " "])).map("".join), max_size=7)


def outcome(words: str, day: date | When | None, known: Lexicon) -> When | str:
    """The date, or the sentence that refuses."""
    try:
        return typed_when(words, day, known)
    except BadInput as refused:
        return str(refused)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.one_of(SOME, EACH.map("".join), st.text(max_size=20)),
    day=st.sampled_from([None, DAY, When.of("2016-05~")]),
)
def test_any_words_are_read_or_refused_in_a_sentence(
    lexicon: Lexicon, korean: Lexicon, words: str, day: date | When | None
) -> None:
    found = outcome(words, day, korean if language_of(words) == "ko" else lexicon)
    if isinstance(found, str):
        assert (found[0], found[-1]) == ("“", ".")
    else:
        assert found == When.of(found.edtf, found.words, basis=found.basis, extent=found.extent)


def meant(when: When, extent: Extent | None) -> Extent:
    """What words of the program say of the extent: only those of an open date tell it."""
    return extent or "within" if when.precision == "open" else "within"


NAMED = ["2016-21", "2016-24", "1999-24", "2014-33", "2014-36", "2016-37", "2016-38", "2016-39", "2023-40", "2023-41"]
NAMED += ["199X", "20XX", "2016-XX", "2016-05-XX", "2016-1X", "2016-05-1X", "2016/..", "2016-05/..", "../2016-05"]
"""With words of their own; those of southern seasons, unknown ends and months of no year are not typed back."""


@pytest.mark.parametrize("edtf", NAMED)
@pytest.mark.parametrize("mark", ["", "~", "?", "%"])
@pytest.mark.parametrize("extent", [None, *EXTENTS])
def test_the_names_of_spans_can_be_typed_back(lexicon: Lexicon, edtf: str, mark: str, extent: Extent | None) -> None:
    marked = When.of(qualified(edtf, mark))
    read = typed_when(worded(marked.edtf, extent=extent), None, lexicon)
    assert (read.earliest, read.latest, read.qualifiers) == (marked.earliest, marked.latest, mark)
    assert read.extent == meant(marked, extent)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    days=st.integers(0, 900),
    open_end=st.sampled_from(["", "first", "last"]),
    mark=st.sampled_from(["", "", "~", "?", "%"]),
    extent=st.sampled_from([None, *EXTENTS]),
)
def test_what_the_program_words_can_be_typed_back(  # noqa: PLR0917  as Hypothesis gives them
    lexicon: Lexicon, first: date, days: int, open_end: str, mark: str, extent: Extent | None
) -> None:
    last = min(first + timedelta(days), date(2099, 12, 31))
    plain = written(None if open_end == "first" else first, None if open_end == "last" else last) or ""
    when = When.of(qualified(plain, mark))
    read = typed_when(worded(when.edtf, extent=extent), None, lexicon)
    assert (read.earliest, read.latest, read.qualifiers) == (when.earliest, when.latest, mark)
    assert read.extent == meant(when, extent)
    held = replace(when, extent=extent or "within")
    assert typed_back(read, held).extent == held.extent


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Feb 30", "“Feb 30” does not exist"),
        ("Q3 of the 1995s", None),
        ("Monday 6 March 2016", "“Monday 6 March 2016” does not exist: 6 March 2016 is a Sunday"),
        ("1998-94", None),
    ],
)
def test_what_no_day_can_help_is_not_asked_a_day_for(lexicon: Lexicon, words: str, told: str | None) -> None:
    with pytest.raises(BadInput) as refused:
        typed_when(words, None, lexicon)
    assert not isinstance(refused.value, NoDay)
    assert told is None or told in str(refused.value)
