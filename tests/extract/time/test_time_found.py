"""Expressions of each class with their words and their value, published on Monday 2 May 2016."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str | None]]]

DAYS = [
    ("on the 26th of June", "the 26th of June", "2015-06-26"),
    ("on 9 Sep 2015", "9 Sep 2015", "2015-09-09"),
    ("on Sep. 9th, 2015", "Sep. 9th, 2015", "2015-09-09"),
    ("on 16 April, 2016", "16 April, 2016", "2016-04-16"),
    ("on Sept. 9 of last year", "Sept. 9 of last year", "2015-09-09"),
    ("on 2016-04-15", "2016-04-15", "2016-04-15"),
    ("on 2016.4.15", "2016.4.15", "2016-04-15"),
    ("on 25/12/2015", "25/12/2015", "2015-12-25"),
    ("on Tuesday, April 26", "Tuesday, April 26", "2016-04-26"),
    ("on Tuesday (April 26)", "Tuesday (April 26)", "2016-04-26"),
    ("on Friday 29 April", "Friday 29 April", "2016-04-29"),
    ("on Saturday, May 7, it rains", "Saturday, May 7", "2016-05-07"),  # only the coming one is a Saturday
    ("on Monday night", "Monday night", "2016-05-02"),
    ("at 5 p.m. Monday", "5 p.m. Monday", "2016-05-02"),
    ("on Monday at 5 p.m.", "Monday at 5 p.m.", "2016-05-02"),
    ("at dawn on April 3", "dawn on April 3", "2016-04-03"),
    ("before dawn on Jan. 1", "before dawn on Jan. 1", "2016-01-01"),
    ("by 4:0 on April 3", "April 3", "2016-04-03"),
    ("on the morning of the 27th", "the morning of the 27th", "2016-04-27"),
    ("until the 14th", "the 14th", "2016-04-14"),
    ("on the third of this month", "the third of this month", "2016-05-03"),
    ("the day before yesterday", "the day before yesterday", "2016-04-30"),
    ("they came last night", "last night", "2016-05-01"),
    ("they come tonight", "tonight", "2016-05-02"),
    ("the third Monday of April", "the third Monday of April", "2016-04-18"),
    ("the last day of March", "the last day of March", "2016-03-31"),
    ("10 days ago", "10 days ago", "2016-04-22"),
    ("in August 30, Juche 104 (2015)", "August 30, Juche 104 (2015)", "2015-08-30"),
]

LONGER = [
    ("in May", "May", "2016-05"),
    ("early May", "early May", "2016-05-01/2016-05-10"),
    ("in the middle of April", "the middle of April", "2016-04-11/2016-04-20"),
    ("at the end of March", "the end of March", "2016-03-21/2016-03-31"),
    ("late last month", "late last month", "2016-04-21/2016-04-30"),
    ("in late 2015", "late 2015", "2015-09/2015-12"),
    ("the first week of April", "the first week of April", "2016-04-01/2016-04-07"),
    ("the first ten days of April", "the first ten days of April", "2016-04-01/2016-04-10"),
    ("the first three months of this year", "the first three months of this year", "2016-01/2016-03"),
    ("the second quarter of 2015", "the second quarter of 2015", "2015-04/2015-06"),
    ("in the fourth quarter", "the fourth quarter", "2015-10/2015-12"),
    ("in Q3 2014", "Q3 2014", "2014-07/2014-09"),
    ("the second half of 2015", "the second half of 2015", "2015-07/2015-12"),
    ("October of last year", "October of last year", "2015-10"),
    ("last week", "last week", "2016-04-25/2016-05-01"),
    ("two weeks ago", "two weeks ago", "2016-04-18/2016-04-24"),
    ("three months ago", "three months ago", "2016-02"),
    ("five years ago", "five years ago", "2011"),
    ("last weekend", "last weekend", "2016-04-30/2016-05-01"),
    ("the week of April 4", "the week of April 4", "2016-04-04/2016-04-10"),
    ("earlier this year", "earlier this year", "2016-01-01/2016-05-02"),
    ("later this month", "later this month", "2016-05-02/2016-05-31"),
    ("in the summer of 1994", "the summer of 1994", "1994-06/1994-08"),
    ("last winter", "last winter", "2015-12/2016-02"),
    ("in the late 1980s", "the late 1980s", "198X"),
    ("in the '90s", "the '90s", "199X"),
    ("in the 20th century", "the 20th century", "19XX"),
    ("in nineteen ninety-six", "nineteen ninety-six", "1996"),
    ("over the past three months", "over the past three months", "2016-02-02/2016-05-02"),
    ("in the next two years", "the next two years", "2016-05-02/2018-05-02"),
    ("in the 2014 film", "2014", "2014"),
    ("at year-end", "year-end", "2015-12"),
]

RANGES = [
    ("July 13-14", "July 13-14", "2015-07-13/2015-07-14"),
    ("Dec. 28 to 31", "Dec. 28 to 31", "2015-12-28/2015-12-31"),
    ("Dec. 31–Jan. 2", "Dec. 31–Jan. 2", "2015-12-31/2016-01-02"),
    ("3-5 April", "3-5 April", "2016-04-03/2016-04-05"),
    ("on April 3 and 4", "April 3 and 4", "2016-04-03/2016-04-04"),
    ("between May and July", "between May and July", "2015-05/2015-07"),
    ("from 2013 to February this year", "from 2013 to February this year", "2013-01/2016-02"),
    ("from late 2014 to early 2015", "from late 2014 to early 2015", "2014-09/2015-04"),
    ("from Monday to Wednesday", "from Monday to Wednesday", "2016-04-25/2016-04-27"),
    ("from the 3rd to the 5th", "from the 3rd to the 5th", "2016-04-03/2016-04-05"),
    ("from early to mid-April", "from early to mid-April", "2016-04-01/2016-04-20"),
    ("March-April 2016", "March-April 2016", "2016-03/2016-04"),
    ("1994-1998", "1994-1998", "1994/1998"),
    ("in 1994–98", "1994–98", "1994/1998"),
    ("from today through May 17", "from today through May 17", "2016-05-02/2016-05-17"),
]

BOUNDS = [
    ("since 2012", "since 2012", "2012-01-01/.."),
    ("since last October", "since last October", "2015-10-01/.."),
    ("after March 15", "after March 15", "2016-03-15/.."),
    ("before March 15", "before March 15", "../2016-03-15"),
    ("prior to 2014", "prior to 2014", "../2014-01-01"),
    ("by 2020", "by 2020", "../2020-12-31"),
    ("no later than April 10", "no later than April 10", "../2016-04-10"),
    ("after Friday’s talks", "Friday", "2016-04-29"),  # after the talks, not after the day
    ("until March 15", "March 15", "2016-03-15"),
    ("around March 6", "around March 6", "2016-03-06~"),
    ("about mid-April", "about mid-April", "2016-04-11~/2016-04-20~"),
    ("after around Tuesday’s ruling", "Tuesday", "2016-04-26"),
]

NAMED = [
    ("on the Day of the Shining Star", "the Day of the Shining Star", "2016-02-16"),
    ("on the eve of the Day of the Sun", "the eve of the Day of the Sun", "2016-04-14"),
    ("on Kim Jong-il's birthday", "Kim Jong-il's birthday", "2016-02-16"),
    ("at Lunar New Year", "Lunar New Year", "2016-02-08"),
    ("before Chuseok last year", "before Chuseok last year", "../2015-09-27"),
    ("in the 150 day battle", "150 day battle", "2009-04-20/2009-09-16"),
    ("in the 200-day campaign", "200-day campaign", "1988-09/1989-04"),
    ("on Victory Day", "Victory Day", "2015-07-27"),
    ("ahead of the Liberation Day", "Liberation Day", "2016-08-15"),
    ("preparing for Liberation Day", "Liberation Day", "2016-08-15"),
    ("New Years Day in 2014", "New Years Day in 2014", "2014-01-01"),
]


@pytest.mark.parametrize(("text", "words", "value"), [*DAYS, *LONGER, *RANGES, *BOUNDS])
def test_found_and_dated(dates: Read, text: str, words: str, value: str) -> None:
    assert dates(f"The men, it is said, left {text}, and that was all.") == [(words, value)]


@pytest.mark.parametrize(("text", "words", "value"), NAMED)
def test_named_days(dates: Read, text: str, words: str, value: str) -> None:
    assert dates(f"It happened {text}, and that was all.") == [(words, value)]


ANCHORED = [
    ("On March 3 it fell. The next day they came.", ["2016-03-03", "2016-03-04"]),
    ("On March 3 it fell. A week later all left. That month was cold.", ["2016-03-03", "2016-03-10", "2016-03"]),
    ("The pit fell on April 3. Aid came 10 days after the collapse.", ["2016-04-03", "2016-04-13"]),
    ("On March 3 it fell. The same month, more fell.", ["2016-03-03", "2016-03"]),
    ("On March 3 they met, and again the following Tuesday.", ["2016-03-03", "2016-03-08"]),
    ("In 2013 he left. Two years later he came. The next year he died.", ["2013", "2015", "2016"]),
    ("On 6/3/2016 it fell. The next day they came.", [None, None]),  # never past what is not dated itself
    ("On March 3 it fell, and on 6/3/2016 again. The next day they came.", ["2016-03-03", None, None]),
    ("In March he left. The next day he came.", ["2016-03", None]),  # a month gives no day
    ("On March 3 he left. A year earlier he had come. That day it rained.", ["2016-03-03", "2015", "2016-03-03"]),
    ("They came a week after March 3.", ["2016-03-10"]),
    ("They came the day before the Day of the Sun.", ["2016-04-14"]),
]


@pytest.mark.parametrize(("text", "values"), ANCHORED)
def test_counted_from_the_nearest_dated_anchor_before(dates: Read, text: str, values: list[str | None]) -> None:
    assert [edtf for _, edtf in dates(text)] == values
