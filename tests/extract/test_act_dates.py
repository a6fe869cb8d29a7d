"""Which of the times of a sentence is that of its act, and which only bounds it."""

from collections.abc import Callable

import pytest

from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

Dates = Callable[[str], dict[str, str | None]]


@pytest.fixture
def dates(lexicon: Lexicon) -> Dates:
    """By type, the date of what a text of Tuesday 5 March 2024 tells."""

    def read(text: str) -> dict[str, str | None]:
        report = Report("test", b"", text, "", published="2024-03-05", language="en")
        found = [proposal.incident for proposal in extract(report, lexicon).proposals]
        return {one.type: one.when.edtf for one in found}

    return read


LEFT_ALONE = [
    ("On March 1, police arrested three people in Hyesan.", "2024-03-01"),
    ("Last year, on March 1, police arrested three people in Hyesan.", "2023"),
    ("From Feb. 1 through March 1, police arrested three people in Hyesan.", "2024-02-01/2024-03-01"),
    ("Police freed a man on March 1, and agents arrested three people in Hyesan on March 2.", "2024-03-02"),
    ("On March 1, Liberation Day, police arrested three people in Hyesan.", "2024-03-01"),
]
SIDE_BY_SIDE = [
    ("The month before, on the third Sunday of January, police arrested three people in Hyesan.", "2024-01-21"),
    ("Two weeks later, on Feb. 10, police arrested three people in Hyesan.", "2024-02-10"),
    ("A year earlier, in spring 2023, police arrested three people in Hyesan.", "2023-03/2023-05"),
    ("In January, on the 20th, police arrested three people in Hyesan.", "2024-01-20"),
]
BOUNDED = [
    ("As of March 1, police arrested three people in Hyesan.", "../2024-03-01"),
    ("Police arrested traders in Hyesan until March 1.", "../2024-03-01"),
    ("Police arrested traders in Hyesan through the end of February.", "../2024-02-29"),
]


@pytest.mark.parametrize(("text", "edtf"), LEFT_ALONE + SIDE_BY_SIDE + BOUNDED)
def test_the_time_of_the_act(dates: Dates, text: str, edtf: str) -> None:
    assert dates(text)["arrest"] == edtf


def test_what_will_last_until_a_day_is_not_of_that_day(dates: Dates) -> None:
    assert set(dates("The raids in Hyesan are expected to last until Liberation Day.").values()) == {"../2024-08-15"}


def test_the_day_of_an_act_stands_before_the_span_of_its_meeting(dates: Dates) -> None:
    found = dates("On Dec. 30, the minister was dismissed at the plenary meeting held Dec. 26-30.")
    assert found == {"punishment": "2023-12-30", "meeting": "2023-12-26/2023-12-30"}
