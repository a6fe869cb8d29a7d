"""The small reader of `--since` and `--until`."""

import pytest

from incidents.cli.days import first_day, last_day, loose, point
from incidents.errors import UsageProblem


@pytest.mark.parametrize("text", ["2016", "2016-05", "2016-05-06", "2016-21", "201X", "../2016", "2016-05/2016-06", ""])
def test_edtf_is_left_alone(text: str) -> None:
    assert loose(text) == text


@pytest.mark.parametrize(
    "text", ["Feb 30", "last May", "soon", "3/4/2016", "1 2 May 2016", "May 2016 to 2017", "mid 2016"]
)
def test_what_is_no_date_is_left_alone_and_refused(text: str) -> None:
    assert loose(text) == text
    with pytest.raises(UsageProblem, match=r"is no date .*; write 2019, "):
        first_day("--since", text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-3", "2016-03-01", "2016-03-31"),
        ("2016-3-6", "2016-03-06", "2016-03-06"),
        ("2016.03.06", "2016-03-06", "2016-03-06"),
        ("2016/3/6", "2016-03-06", "2016-03-06"),
        ("1 January 2016", "2016-01-01", "2016-01-01"),
        ("1st of January, 2016", "2016-01-01", "2016-01-01"),
        ("January 1, 2016", "2016-01-01", "2016-01-01"),
        ("Jan 2016", "2016-01-01", "2016-01-31"),
        ("2016 Jan.", "2016-01-01", "2016-01-31"),
        ("SEPT 2016", "2016-09-01", "2016-09-30"),
        ("early January 2016", "2016-01-01", "2016-01-10"),
        ("mid-Jan 2016", "2016-01-11", "2016-01-20"),
        ("late Feb 2016", "2016-02-21", "2016-02-29"),
        ("spring 2016", "2016-03-01", "2016-05-31"),
    ],
)
def test_loose_forms(text: str, first: str, last: str) -> None:
    assert (first_day("--since", text), last_day("--until", text)) == (first, last)


@pytest.mark.parametrize(("text", "edtf"), [("4 Feb 2025", "2025-02-04"), ("Feb 2025", "2025-02"), ("2025~", "2025~")])
def test_a_point_is_no_finer_than_it_was_given(text: str, edtf: str) -> None:
    assert point("--said-on", text) == edtf


def test_a_day_that_is_not_in_the_calendar_is_refused() -> None:
    with pytest.raises(UsageProblem, match="no day of the calendar"):
        first_day("--since", "30 February 2016")
