"""What looks like a date and is none."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str | None]]]

LEFT_ALONE = [
    "The miners had worked there for 15 years.",
    "She is 26 years old, a 26-year-old with two children.",
    "The flood took the houses of 30 families.",
    "Women of the May 18 Factory queued for corn.",
    "The roof of the March 26 Factory leaks.",
    "They rehearsed in the April 25 House of Culture.",
    "The games open in May Day Stadium.",
    "Bureau 10 and Office 39 share a building.",
    "Soldiers may march past, others march behind; you may ask why.",
    "May they live long.",
    "They met at 5 p.m. and parted at 17:30.",
    "See Section 12 and page 2014 of the report.",
    "Mr. Sun and Mr. March told us nothing.",
    "In all 2014 people signed.",
    "About 2000 workers went home.",
    "It cost 2016 won, not $2015.",
    "The store weighs 1990 tons and is over 2010 meters long.",
    "It has recently got worse; these days, and now, nobody sells.",
    "The inspectors come every Monday and each month.",
    "They made a five-year plan and a 10-day strike of it.",
    "At the age of 30 he moved to the 5th floor.",
    "It was the 70th anniversary of the army.",
    "They met twice a month, and three times a week.",
    "No. 2012 is Room 2011.",
    "A few days ago, and for several days now, there was no power.",
    "The 8th Army Corps and the 3rd Brigade moved.",
    "The law counts 2,014 articles.",
    "One day he will see.",
    "It takes 24 hours a day, 365 days a year.",
    "From 10 to 15 people and between 3 and 5 tons were lost.",
    "The second day of talks brought nothing, nor did the first three days.",
    "The children went to Sunday school.",
    "It was the youth of today, and today's world is theirs.",
    "Delegates spoke of the Seventh Party Congress.",
    "Read https://example.org/2016/05/02/notes and ![at noon, Friday, Sept. 19, 2008](x.jpg) again.",
    "The version 1.2016 and 3.5 years ago are vague.",
    "They sang the songs of the past decades, 70 years after the war.",
    "They stand on the second and third rung, on the first-line trench, and by the 75th-term graduates.",
    "In less than a week after it was decided they came.",
    "",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(dates: Read, text: str) -> None:
    assert dates(text) == []
