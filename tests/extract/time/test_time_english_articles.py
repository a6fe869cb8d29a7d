"""English dates as whole articles write them, in and beside quotations; published on Friday 12 April 2024."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str | None]]]
Cases = list[tuple[str, list[tuple[str, str | None]]]]

LEFT_ALONE = [
    "The appeal (2014No2996) was dismissed.",
    "The April 25 team beat Amnokgang.",
    "It trained many October 8 Model Instructors.",
    "They were told to finish ten days earlier than in other years.",
    "It was four days before the consulate turned to the police.",
    "They stayed in the camp for more than 30 days after the historic summit.",
    "The fish died three months after the discharge of water.",
]

QUOTED: Cases = [
    ('They issued a statement "We will respond to it" on Saturday: They lie.', [("Saturday", "2024-04-06")]),
    ("They issued a statement “We will respond to it” on Saturday: They lie.", [("Saturday", "2024-04-06")]),
    ('The statement "Our interests will be protected" on April 11: They spy.', [("April 11", "2024-04-11")]),
    ('The notice "It will be a disaster" on Friday: They spy.', [("Friday", "2024-04-12")]),
    ('"We will meet on Monday," he said on Tuesday.', [("Monday", "2024-04-15"), ("Tuesday", "2024-04-09")]),
    ("“They will meet on Monday,” he said on Tuesday.", [("Monday", "2024-04-15"), ("Tuesday", "2024-04-09")]),
    (
        'He said on Tuesday: "We will go." They came back on Monday.',
        [("Tuesday", "2024-04-09"), ("Monday", "2024-04-08")],
    ),
    ('Kim said "we will build ten" on March 15.', [("March 15", "2024-03-15")]),
    ('The talks "will resume" on Monday.', [("Monday", "2024-04-15")]),
    ('The "Dear Leader will come on Monday.', [("Monday", "2024-04-15")]),
]

TENSE: Cases = [
    ("The market will remain shut until the 20th, he said.", [("the 20th", "2024-04-20")]),
    ("They will meet and shut the mine on Friday.", [("Friday", "2024-04-12")]),
    ("He would stay, he said, and left on Tuesday.", [("Tuesday", "2024-04-09")]),
    ("A fair opened with due ceremony on Thursday.", [("Thursday", "2024-04-11")]),
    ("A fair is to be held on April 11.", [("April 11", "2024-04-11")]),
    ("A fair is to be held on January 11.", [("January 11", "2025-01-11")]),
    ("All should learn from it, says an editorial Friday.", [("Friday", "2024-04-12")]),
    ("Schools must close on Monday.", [("Monday", "2024-04-15")]),
    ("He is due to arrive on Sunday.", [("Sunday", "2024-04-14")]),
    ("He was put to death in June.", [("June", "2023-06")]),
    ("She was sent to Pyongyang in June.", [("June", "2023-06")]),
    ("He was taken to the camp in June.", [("June", "2023-06")]),
    ("He was sentenced to five years in June.", [("June", "2023-06")]),
    ("He was sentenced to 15 years in June.", [("June", "2023-06")]),
    ("The ship returned to port on May 3.", [("May 3", "2023-05-03")]),
    ("They were forced to work in June.", [("June", "2023-06")]),
    ("Two were said to have died in June.", [("June", "2023-06")]),
    ("Two shells believed to be rockets fell on Friday.", [("Friday", "2024-04-12")]),
    ("He is presumed to be in hiding since Friday.", [("since Friday", "2024-04-12/..")]),
    ("Talks are said to be held on Friday.", [("Friday", "2024-04-19")]),
    ("Due to heavy rain on March 27 it broke.", [("March 27", "2024-03-27")]),
    ("Due to the order of March 1 it is shut.", [("March 1", "2024-03-01")]),
    ("They agreed to meet in June.", [("June", "2024-06")]),
    ("The vote was moved to April 20.", [("April 20", "2024-04-20")]),
    ("People will have a hard time in June.", [("June", "2024-06")]),
]

COUNTED: Cases = [
    (
        "It fell in March. On the 17th, 10 days after the collapse, they were paid.",
        [("March", "2024-03"), ("the 17th", "2024-03-17"), ("10 days after the collapse", "2024-03-17")],
    ),
    (
        "On March 3 it fell. Two weeks later, on March 18, they came.",
        [("March 3", "2024-03-03"), ("Two weeks later", "2024-03-18"), ("March 18", "2024-03-18")],
    ),
    ("On March 3 it fell. Ten days later, they came.", [("March 3", "2024-03-03"), ("Ten days later", "2024-03-13")]),
    (
        "The dam broke on April 3. Help came two days after the flood.",
        [("April 3", "2024-04-03"), ("two days after the flood", "2024-04-05")],
    ),
    (
        "The dam broke on April 3. They had a farm. It was old. Help came two days after the flood.",
        [("April 3", "2024-04-03"), ("two days after the flood", None)],
    ),
    (
        "The child was born on April 3. It died two days after.",
        [("April 3", "2024-04-03"), ("two days after", "2024-04-05")],
    ),
    ("It weighed two kilos at first and four 60 days after.", [("60 days after", None)]),
]

WORDS: Cases = [
    ("Last month on the 15th he was called in.", [("Last month on the 15th", "2024-03-15")]),
    ("The missile of the 3rd, which failed, was old.", [("the 3rd", "2024-04-03")]),
    ("They fled in February. As of the 10th, eleven are gone.", [("February", "2024-02"), ("the 10th", "2024-04-10")]),
    ("They came on the first weekend of March.", [("the first weekend of March", "2024-03-02/2024-03-03")]),
    ("They came on the last weekend of March.", [("the last weekend of March", "2024-03-30/2024-03-31")]),
    ("It was Thursday night a week ago.", [("Thursday night a week ago", "2024-04-04")]),
    ("It must be back before the end of the year.", [("before the end of the year", "../2024-12-31")]),
    ("The roof is open since at least March 22.", [("since at least March 22", "2024-03-22/..")]),
    ("They sell it since as early as 2019.", [("since as early as 2019", "2019-01-01/..")]),
    ("It blew up on March 24 - the same day he called.", [("March 24", "2024-03-24"), ("the same day", "2024-03-24")]),
    ("It ran March 24 - April 3.", [("March 24 - April 3", "2024-03-24/2024-04-03")]),
    ("They read the decision of the 2023 December Plenary Meeting.", [("2023 December", "2023-12")]),
    ("It opened Friday, the first in 36 years.", [("Friday", "2024-04-12")]),
    ("It fell between 7:20 and 8:20 a.m. on Monday.", [("between 7:20 and 8:20 a.m. on Monday", "2024-04-08")]),
    ("They march since the 3rd whether they have shoes or not.", [("since the 3rd", "2024-04-03/..")]),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(dates: Read, text: str) -> None:
    assert dates(text, "2024-04-12") == []


@pytest.mark.parametrize(("text", "found"), [*QUOTED, *TENSE, *COUNTED, *WORDS])
def test_found_with_its_words_and_its_value(dates: Read, text: str, found: list[tuple[str, str | None]]) -> None:
    assert dates(text, "2024-04-12") == found


def test_a_founding_anniversary_is_named_by_the_whole_name_of_the_state(dates: Read) -> None:
    text = "They marked the founding anniversary of the Democratic People's Republic of Korea on Monday."
    assert dates(text, "2024-09-12")[0][1] == "2024-09-09"
