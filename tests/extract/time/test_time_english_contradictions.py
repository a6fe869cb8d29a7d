"""English dates that say two things which cannot both be, and those that are a year ahead or two digits short.

Published on Tuesday 5 March 2024 unless said.
"""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Timex

Read = Callable[..., list[tuple[str, str | None]]]

AGREEING = [
    ("It came on Tuesday, March 5.", "2024-03-05"),
    ("It came on Monday (4th).", "2024-03-04"),
    ("It came on Monday the 4th.", "2024-03-04"),
    ("They agreed to meet on Saturday, March 9.", "2024-03-09"),
    ("In Juche 105 (2016) it rained.", "2016"),
    ("In 2016 (Juche 105) it rained.", "2016"),
    ("They plan it for Juche 120 (2031).", "2031"),
    ("In Juche 114 it will open.", "2025"),
    ("They had none in the 1930s.", "193X"),
    ("They had none in the '90s.", "199X"),
    ("They had none in the '30s.", "193X"),
    ("They had none in the '20s.", "202X"),
    ("They had none in the '10s.", "201X"),
    ("They had none in the 00s.", "200X"),
    ("The congress will be held on Jan. 20.", "2025-01-20"),
    ("The congress is to be held on Jan. 20.", "2025-01-20"),
    ("The congress would be held on Jan. 20.", "2024-01-20"),
    ("The congress is to be held on March 4.", "2024-03-04"),
]

CONTRADICTING = [
    ("It came on Monday, March 5.", "5 March 2024 is a Tuesday, not a Monday"),
    ("It came on Sunday, March 5, 2024.", "5 March 2024 is a Tuesday, not a Sunday"),
    ("It came on Monday (20th).", "20 February 2024 is a Tuesday, not a Monday"),
    ("They were shot on Friday, Mar. 7.", "7 March 2023 is a Tuesday, not a Friday"),
    ("In Juche 105 (2017) it rained.", "Juche 105 is 2016, not 2017"),
    ("In 2017 (Juche 105) it rained.", "Juche 105 is 2016, not 2017"),
    ("In Juche 0 it rained.", "there is no year Juche 0"),
    ("In Juche 300 it rained.", "there is no year Juche 300"),
]


@pytest.mark.parametrize(("text", "value"), AGREEING)
def test_what_agrees_is_dated(dates: Read, text: str, value: str) -> None:
    assert [found for _, found in dates(text, "2024-03-05")] == [value]


@pytest.mark.parametrize(("text", "reason"), CONTRADICTING)
def test_a_contradiction_is_told(timexes: Callable[..., tuple[Timex, ...]], text: str, reason: str) -> None:
    assert [(one.when.dated, one.reason) for one in timexes(text, "2024-03-05")] == [(False, reason)]


def test_no_day_of_the_past_is_sent_a_year_ahead(timexes: Callable[..., tuple[Timex, ...]]) -> None:
    found = timexes("Five traders were executed in Hyesan on Sunday, Mar. 9.", "2024-03-20")
    assert [one.reason for one in found] == ["9 March 2024 is a Saturday, not a Sunday"]
