"""EDTF read as the package `edtf` reads it, which serves as a second opinion; and where it is wrong.

The package is right about points and intervals of levels 0 and 1, quarters, thirds and halves. Where it is not, ours
stands here beside what it says.
"""

from datetime import date
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from incidents.model.edtf import bounds

YEARS, MONTHS = st.integers(1, 9998).map("{:04}".format), st.integers(1, 12).map("{:02}".format)
MARKS = st.sampled_from(["", "", "~", "?", "%"])
DAYS = st.dates(max_value=date(9998, 12, 31)).map(date.isoformat)
PARTS = st.sampled_from([number for number in range(21, 42) if number not in (24, 28, 30)]).map(str)
PLAIN = st.one_of(YEARS, st.builds("{}-{}".format, YEARS, MONTHS), DAYS)
UNSPECIFIED = st.one_of(
    YEARS.map(lambda year: f"{year[:3]}X").filter(lambda year: year != "000X"),
    YEARS.map(lambda year: f"{year[:2]}XX").filter(lambda year: year != "00XX"),
    YEARS.map("{}-XX".format),
    YEARS.map("{}-XX-XX".format),
    st.builds("{}-{}-XX".format, YEARS, MONTHS),
)
POINTS = st.one_of(
    st.builds("{}{}".format, PLAIN, MARKS), UNSPECIFIED, st.builds("{}-{}".format, YEARS, PARTS), DAYS.map("?{}".format)
)


def theirs(text: str) -> tuple[date | None, date | None]:
    """What the package says; it has infinity for an open end."""
    found: Any = parse_edtf(text)
    first, last = found.lower_strict(), found.upper_strict()
    return tuple(None if isinstance(day, float) else date(*day[:3]) for day in (first, last))  # type: ignore[return-value]


@given(POINTS)
def test_a_point(text: str) -> None:
    assert bounds(text) == theirs(text)


@given(PLAIN, PLAIN, MARKS)
def test_an_interval(one: str, two: str, mark: str) -> None:
    first, last = sorted((one, two), key=lambda text: bounds(text)[0] or date.min)
    if (bounds(first)[0] or date.min) <= (bounds(last)[1] or date.max):
        assert bounds(f"{first}{mark}/{last}") == theirs(f"{first}{mark}/{last}")


@given(PLAIN)
def test_an_open_end(text: str) -> None:
    assert bounds(f"{text}/..") == theirs(f"{text}/..")
    assert bounds(f"../{text}") == theirs(f"../{text}")


WRONG = [
    ("2016-24", ("2016-12-01", "2017-02-28"), ("2016-12-01", "2016-12-31")),  # winter ends with the year
    ("2016-28", ("2016-12-01", "2017-02-28"), ("2016-12-01", "2016-12-31")),
    ("2016-30", ("2016-12-01", "2017-02-28"), ("2016-12-01", "2016-12-31")),  # summer in the South
    ("2020/", ("2020-01-01", None), ("2020-01-01", "2030-01-01")),  # an unknown end is ten years on
    ("/2020", (None, "2020-12-31"), ("2010-12-31", "2020-12-31")),
]


@pytest.mark.parametrize(("text", "ours", "oracle"), WRONG)
def test_where_it_is_wrong(text: str, ours: tuple[str | None, ...], oracle: tuple[str | None, ...]) -> None:
    assert tuple(day and day.isoformat() for day in bounds(text)) == ours
    assert tuple(day and day.isoformat() for day in theirs(text)) == oracle


@pytest.mark.parametrize(
    "text",
    [
        "2016-05/2016-02",  # runs backwards
        "0000",  # a year that the calendar has not
        "2016-05-02T10:00:00",
        "[2016,2017]",
        "1950S2",
        "1XXX",
    ],
)
def test_what_it_takes_and_we_refuse(text: str) -> None:
    assert parse_edtf(text)
    with pytest.raises(ValueError, match=r"."):
        bounds(text)


@pytest.mark.parametrize("text", ["2016-05-1X", "2016-1X"])
def test_what_it_cannot_read(text: str) -> None:
    with pytest.raises((ValueError, AttributeError)):
        theirs(text)
    assert bounds(text)[0] is not None
