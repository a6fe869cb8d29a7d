"""Where an act is whose words name no place: with the country that does it, or nowhere if no country does."""

from collections.abc import Callable

import pytest

Read = Callable[[str], list[tuple[str, str]]]
TRADERS = "Ten traders were arrested in Musan on May 3. The traders were beaten in Musan.\n\n"


LEFT_ALONE = [
    # the sentence's own place is finer than who acts
    ("Chinese police detained six traders in Tumen on May 12.", [("CN-JL.tumen", "scene")]),
    ("President Yoon visited Busan on May 12.", [("KR-26", "scene")]),
    # to whom it is done, and whom it is about, does not act
    ("Agents arrested two men for a joke about President Yoon.", [("KP-09.musan", "scene")]),
    ("Two more traders were arrested there for calling Chinese brokers.", [("KP-09.musan", "scene")]),
    # who is of a country need not act for it
    ("Chinese brokers were arrested with them.", [("KP-09.musan", "scene")]),
    ("Officers who watch South Korean films were arrested.", [("KP-09.musan", "scene")]),
    # what befalls a country is not done by it
    ("The fire, which burned for a day, killed four people.", [("KP-09.musan", "scene")]),
]

DOERS = [
    ("President Yoon Suk-yeol ordered a review of the border on May 12.", [("KR", "applies")]),
    ("Prime Minister Kishida ordered a search on May 12.", [("JP", "scene")]),
    ("On May 12 the Israeli army raided a school.", [("IL", "scene")]),
    ("Lao border patrol arrested nine men on May 12.", [("LA", "scene")]),
    ("U.S. Border Patrol agents detained four men on May 12.", [("US", "scene")]),
    ("South Korean secret police arrested nine men on May 12.", [("KR", "scene")]),
    ("Six men were detained by Chinese border police on May 12.", [("CN", "scene")]),
    ("A Mongolian border guard was arrested on May 12.", [("MN", "scene")]),
    ("Mongolia, which detained six defectors on May 12, denied it.", [("MN", "scene")]),
    ("The Japanese Cabinet ordered new sanctions on May 12.", [("JP", "applies")]),
    # what its leader is said to have done he did himself
    ("Kim Jong Un is reported to have issued an order on May 12.", [("KP", "applies")]),
    # a head of state who is not known acts for the country named last
    ("Ukraine has denied it. President Bondarenko ordered an inquiry on May 12.", [("UA", "scene")]),
    ("North Korea, which closed its borders on May 12, has denied it.", [("KP", "applies")]),
]

SET_THERE = [
    # words that pass through an embassy are not said there
    ("Japan protested through its embassy in Beijing over a launch from Sukchon on May 3.", [("JP", "scene")]),
    # a company has no place by its name
    ("Men of Nampo Trading were arrested in Dandong on May 3.", [("CN-LN.dandong", "scene")]),
    ("Ten men of the Nampo Trading Company were arrested in Dandong on May 3.", [("CN-LN.dandong", "scene")]),
    ("A waitress of the Pyongyang Koryo Restaurant was arrested in Dandong on May 3.", [("CN-LN.dandong", "scene")]),
    # who comes from the capital acts where the others were
    (TRADERS + "Agents from Pyongyang arrested ten more men on May 5.", [("KP-09.musan", "scene")]),
    # "there" goes back to the paragraph before
    (("It rained in Hyesan. It rained in Hyesan.\n\nMen were arrested in Chongjin on May 3.\n\n"
      "Six men were executed there on May 9."), [("KP-09.chongjin", "scene")]),
    # or to the country of an office, in its own sentence
    ("It rained in Hyesan.\n\nJo, ambassador to Kuwait, was arrested there on May 3.", [("KW", "scene")]),
    # "the city" is where the one is who tells, if the paragraph names none before
    ('It rained in Hyesan.\n\n"Six traders were arrested in the city on May 5," a source in Sinuiju said.',
     [("KP-03.sinuiju", "scene")]),
    ("Ten traders fled from Musan.\n\nPolice in the border city of Hyesan arrested six, a source in Sinuiju said.",
     [("KP-10.hyesan", "scene")]),
    ("It rained in Hyesan and Musan. Police in the border city arrested six on May 5.", [("KP-10.hyesan", "scene")]),
    # what lies on the other side of a river only tells where it was
    ("Six traders were arrested in Changbai, across the Yalu River from Hyesan.", [("CN-JL.changbai", "scene")]),
    # what is called after one place and stands in another
    ("Ten men were arrested at the Sinam Farm in Ryongchon on May 3.", [("KP-03.ryongchon", "scene")]),
    ("Ten men were arrested at the Hyesan Shoe Factory in Ryanggang on May 3.", [("KP-10.hyesan", "scene")]),
    # a meeting of nobody at the centre is where the others are
    (TRADERS + "On May 5 all workers were made to attend a meeting in the hall.", [("KP-09.musan", "scene")]),
    # where others are taken afterwards
    (TRADERS.replace("\n\n", " ") + "The driver was arrested on May 5 and taken to a prison in Chongjin.",
     [("KP-09.musan", "scene")]),
]  # fmt: skip

NOBODY = [
    "The U.N. Security Council adopted a resolution on May 12.",
    "The Human Rights Council held a meeting on May 12.",
]


@pytest.mark.parametrize(("sentence", "expected"), LEFT_ALONE)
def test_who_acts_does_not_outweigh_where_it_was(
    last_places: Read, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert last_places(TRADERS.replace("\n\n", " ") + sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), DOERS)
def test_a_country_that_acts_is_where_it_acts(
    last_places: Read, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert last_places(TRADERS + sentence) == expected


@pytest.mark.parametrize(("text", "expected"), SET_THERE)
def test_names_and_ways_do_not_move_an_act(last_places: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert last_places(text) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_a_body_of_many_states_decides_has_no_place(last_places: Read, sentence: str) -> None:
    assert last_places(TRADERS + sentence) == []


def test_what_such_a_body_does_on_the_spot_has_the_place_of_the_report(last_places: Read) -> None:
    assert last_places(TRADERS + "UNICEF delivered vaccines to the county hospital on May 12.") != []


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("It fired two missiles on May 12 at dawn.", "KP-07.wonsan"),
        ("On May 3 it fired two missiles.", "KP"),
    ],
)
def test_a_launch_of_another_day_is_not_set_where_one_was(last_places: Read, second: str, expected: str) -> None:
    first = "North Korea fired a missile from Wonsan on May 12.\n\n"
    assert last_places(first + second)[0][0] == expected


@pytest.mark.parametrize(
    "words", ["The agents visited the same county on May 4", "They then searched the city, and visited the county"]
)
def test_a_county_that_is_visited_is_the_one_named_last(last_places: Read, words: str) -> None:
    text = "The city of Hyesan was closed. Ten traders were arrested in Musan County on May 3."
    assert last_places(f"{text} {words}, and arrested two men.") == [("KP-09.musan", "scene")]
