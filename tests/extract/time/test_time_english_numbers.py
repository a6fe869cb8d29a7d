"""English dates beside other numbers, and what is counted; published on Tuesday 5 March 2024."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str | None]]]
Cases = list[tuple[str, list[tuple[str, str | None]]]]

LEFT_ALONE = [
    "It fell on the 15th floor.",
    "They met on the 15th anniversary.",
    "They passed on the 15th attempt.",
]

COUNTED: Cases = [
    ("In March, 2000 people were arrested.", [("March", "2024-03")]),
    ("In May 2000 people were arrested.", [("May 2000", None)]),
    ("On May 6, 2000 people were arrested.", [("May 6, 2000", None)]),
    ("In May 2016 officials were arrested.", [("May 2016", "2016-05")]),
    ("On May 6, 2016 officials were arrested.", [("May 6, 2016", "2016-05-06")]),
    ("In May 2000 they were arrested.", [("May 2000", "2000-05")]),
    ("In March 15 people were arrested.", [("March", "2024-03")]),
    ("In early March 15 traders were arrested.", [("early March", "2024-03-01/2024-03-10")]),
    ("They moved in March 15 North Korean workers.", [("March", "2024-03")]),
    ("They were arrested in May 3 km from the border.", [("May", "2023-05")]),
    ("On March 5 people were arrested.", [("March 5", "2024-03-05")]),
    ("It is told in the March 3 article.", [("March 3", "2024-03-03")]),
    ("It came in March 3, 2016.", [("March 3, 2016", "2016-03-03")]),
    ("In Unit 3 May 12 he left.", [("May 12", "2023-05-12")]),
    ("It came on 3 March.", [("3 March", "2024-03-03")]),
    ("It came on March 32, 2016.", [("March 32, 2016", None)]),
    ("It came on MARCH 1ST, 2016.", [("MARCH 1ST, 2016", "2016-03-01")]),
    ("IT CAME ON THE 27TH OF LAST MONTH.", [("THE 27TH OF LAST MONTH", "2024-02-27")]),
]

BARE: Cases = [
    ("On the 15th police arrested three people.", [("the 15th", "2024-02-15")]),
    ("On the 15th authorities arrested three people.", [("the 15th", "2024-02-15")]),
    ("On the 15th rice prices rose.", [("the 15th", "2024-02-15")]),
    ("It came a fortnight ago.", [("a fortnight ago", "2024-02-19/2024-02-25")]),
    ("It came over the past fortnight.", [("over the past fortnight", "2024-02-20/2024-03-05")]),
]

FAR: Cases = [
    ("On March 3, 120 were shot.", [("March 3", "2024-03-03")]),
    ("The war began on April 13, 1592.", [("April 13, 1592", "1592-04-13")]),
    ("It will end in May 2150.", [("May 2150", "2150-05")]),
    ("It came two years and three months ago.", [("two years and three months ago", "2021-12")]),
    ("It came two or three months ago.", [("two or three months ago", "2023-12/2024-01")]),
    ("It came 3-4 months ago.", [("3-4 months ago", "2023-11/2023-12")]),
    ("It came between two and three years ago.", [("between two and three years ago", "2021/2022")]),
    ("It came a year or two ago.", [("a year or two ago", "2022/2023")]),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(dates: Read, text: str) -> None:
    assert dates(text, "2024-03-05") == []


@pytest.mark.parametrize(("text", "found"), COUNTED + BARE + FAR)
def test_found_with_its_words_and_its_value(dates: Read, text: str, found: list[tuple[str, str | None]]) -> None:
    assert dates(text, "2024-03-05") == found
