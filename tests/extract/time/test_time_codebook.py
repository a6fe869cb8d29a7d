"""The date table of the codebook, row by row, and its rules."""

from collections.abc import Callable

import pytest

from incidents.extract.time import opened
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.proposal import Timex
from incidents.model.when import When

Read = Callable[..., list[tuple[str, str | None]]]
Timexes = Callable[..., tuple[Timex, ...]]

TABLE = [
    ("it hung there on Jan. 1st", "2016-05-02", "Jan. 1st", "2016-01-01"),
    ("they saw it last New Year's Day", "2016-05-02", "last New Year's Day", "2016-01-01"),
    ("on the night of Kim Il-sung’s birthday", "2016-05-02", "the night of Kim Il-sung’s birthday", "2016-04-15"),
    ("in late March", "2016-05-02", "late March", "2016-03-21/2016-03-31"),
    ("in mid-March", "2024-04~", "mid-March", "2024-03-11/2024-03-20"),
    ("it came last October", "2016-05-02", "last October", "2015-10"),
    ("a meeting this past August", "2020-09~", "this past August", "2020-08"),
    ("a man said on March 6", "2016-05-02", "March 6", "2016-03-06"),
    ("he said on Tuesday", "2025-02-06", "Tuesday", "2025-02-04"),
    ("he left yesterday", "2025-02-06", "yesterday", "2025-02-05"),
    ("they met last month", "2025-02-06", "last month", "2025-01"),
    ("on the 27th of last month", "2025-02-18", "the 27th of last month", "2025-01-27"),
    ("it was closed in 2020", "2025-02-06", "2020", "2020"),
    ("targets of the first half of the year", "2023", "the first half of the year", "2023-01/2023-06"),
    ("to be done by the end of this year", "2020-09~", "by the end of this year", "../2020-12-31"),
    ("since mid-March they have been watched", "2024-04~", "since mid-March", "2024-03-11/.."),
    ("in Juche 105", None, "Juche 105", "2016"),
    ("in the 70-day battle", "2016-05-02", "70-day battle", "2016-02-23/2016-05-02"),
    ("he said on Tuesday", None, "Tuesday", None),
    ("he said on Tuesday", "2024-04~", "Tuesday", None),
    ("on the 27th of last month", "2024-04~", "the 27th of last month", "2024-03-27"),
    ("a year that began last month", "2024-03-15/2024-04-15", "last month", None),
]


@pytest.mark.parametrize(("text", "published", "words", "value"), TABLE)
def test_the_table(dates: Read, text: str, published: str | None, words: str, value: str | None) -> None:
    assert dates(text, published) == [(words, value)]


def test_a_named_day_with_its_date_stands_without_the_word_that_opens(dates: Read) -> None:
    text = "He warned of dismissals after Party Foundation Day on Oct. 10."
    assert dates(text, "2020-09~") == [("Party Foundation Day", "2020-10-10"), ("Oct. 10", "2020-10-10")]


def test_what_begins_after_it_is_open_all_the_same(timexes: Timexes, lexicon: Lexicon) -> None:
    text = "He warned of dismissals after Party Foundation Day on Oct. 10."
    first, second = timexes(text, "2020-09~")
    assert opened(Document(text), first, lexicon).edtf == "2020-10-10/.."
    assert opened(Document(text), second, lexicon) == second.when


WEEKDAYS = [
    ("He spoke on Monday.", "2016-05-02", "2016-05-02"),  # wire copy printed on Monday
    ("He spoke last Monday.", "2016-05-02", "2016-04-25"),
    ("They will meet on Monday.", "2016-05-02", "2016-05-09"),
    ("They will meet on Friday.", "2016-05-02", "2016-05-06"),
    ("They met on Friday.", "2016-05-02", "2016-04-29"),
    ("On Friday, they are to meet again.", "2016-05-02", "2016-05-06"),
    ("He will resign, he said on Friday.", "2016-05-02", "2016-04-29"),
    ("The Friday meeting will be held again.", "2016-05-02", "2016-04-29"),
    ("They met in November.", "2016-05-02", "2015-11"),
    ("They are expected to meet in November.", "2016-05-02", "2016-11"),
    ("He had spoken out. Whoever hands it in by July 31 will be forgiven.", "2016-05-02", "../2016-07-31"),
    ("Ahead of the long trip, the ministry on Sunday paid them.", "2016-05-02", "2016-05-01"),
    ("They painted the walls ahead of the Liberation Day.", "2016-05-02", "2016-08-15"),
    ("They painted the walls in preparation for August 15.", "2016-05-02", "2016-08-15"),
    ("The men had until May 20 to pay.", "2016-05-02", "2016-05-20"),  # a deadline is the nearest
    ("They stayed until April 20.", "2016-05-02", "2016-04-20"),
    ("They met on the 27th.", "2016-05-02", "2016-04-27"),
    ("They will meet on the 27th.", "2016-05-02", "2016-05-27"),
]


@pytest.mark.parametrize(("text", "published", "value"), WEEKDAYS)
def test_the_tense_sends_a_bare_day_forward_or_back(dates: Read, text: str, published: str, value: str) -> None:
    assert [edtf for _, edtf in dates(text, published)] == [value]


BASES = [
    ("on March 6, 2016", "2016-05-02", "stated", "within", ""),
    ("on March 6", "2016-05-02", "derived", "within", ""),
    ("since March 6", "2016-05-02", "bounded", "throughout", ""),
    ("in the 150-day battle", None, "stated", "throughout", ""),
    ("from 3 May to 5 June 2014", None, "stated", "throughout", ""),
    ("on March 6", None, "none", "within", "no publication date to count from"),
    ("on Tuesday", "2024-04~", "none", "within", "the day it counts from is only known as 2024-04~"),
    ("on Feb. 30", "2016-05-02", "none", "within", "the calendar has no such day"),
    ("on 6/3/2016", "2016-05-02", "none", "within", "ambiguous: 2016-03-06 or 2016-06-03"),
    ("the next day", "2016-05-02", "none", "within", "nothing dated stands before it to count from"),
]


@pytest.mark.parametrize("row", BASES)
def test_basis_extent_and_reason(timexes: Timexes, row: tuple[str, str | None, str, str, str]) -> None:
    text, published, *expected = row
    (timex,) = timexes(text, published)
    assert [timex.when.basis, timex.when.extent, timex.reason] == expected
    assert timex.when.words == timex.text
    assert timex.when.dated is not bool(timex.reason)


def test_without_a_publication_date_nothing_relative_is_guessed(timexes: Timexes) -> None:
    text = "Last month, on Friday, two weeks ago, this year, in March and yesterday they met; in 2014 they did not."
    found = timexes(text, None)
    assert [timex.when.edtf for timex in found] == [None] * 6 + ["2014"]
    assert all(timex.reason for timex in found[:-1])


def test_a_quotation_counts_from_the_day_the_source_spoke(dates: Read) -> None:
    text = "“They came yesterday,” a trader said. The ministry answered yesterday."
    told = When.of("2016-03-06")
    spoken = dates(text, "2016-05-02", lambda offset: told if offset < text.index("”") else None)
    assert spoken == [("yesterday", "2016-03-05"), ("yesterday", "2016-05-01")]
