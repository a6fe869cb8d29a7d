"""Names in running text: what is left alone, what is found, and with how much work."""

import pytest

from incidents.lexicon.matcher import Matcher
from incidents.lexicon.words import split
from tests.work import assert_proportional

NAMES = (
    "Samsu",
    "North Pyongan",
    "North Pyongan Province",
    "Ji'an",
    "Songrim",
    "Song",
    "the east coast",
    "U.S.",
    "MSS",
    "U.S. Army",
    "C.C., WPK",
    "St. Petersburg",
    "Workers' Party",
    "Ministry of People's Security",
    "bowibu",
    "P'yŏngan-do",
    "State Security",
    "Ministry of Trade",
    "Ministry of Trade, Industry and Energy",
)


def found(text: str, *, loose: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    hits = Matcher(((name, name) for name in NAMES), loose=loose).find(split(text))
    return [(text[hit.start : hit.end], hit.found) for hit in hits]


LEFT_ALONE = [
    "he sang a song in samsu style",
    "Song after song was sung, and a song it was.",
    "Between us and them, mss and so on",
    "Samsung and Songrimsan",
    "The North. Pyongan is elsewhere.",
    "North, Pyongan",
    "the workers' party",
    "Eastern Coast, eastcoast",
    "ministry of people's security",
    "of the C.C.\n\nWPK and the C.C.; WPK",
    "Dr., WPK",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert found(text) == []


FOUND = [
    ("In Samsu it rained.", "Samsu", "Samsu"),
    ("SAMSU, May 2", "SAMSU", "Samsu"),
    ("Samsu’s mayor", "Samsu", "Samsu"),
    ("in North Pyongan", "North Pyongan", "North Pyongan"),
    ("in North Pyongan Province now", "North Pyongan Province", "North Pyongan Province"),
    ("in North\nPyongan now", "North\nPyongan", "North Pyongan"),
    ("in Ji’an", "Ji’an", "Ji'an"),
    ("in Jian", "Jian", "Ji'an"),
    ("near the East Coast", "the East Coast", "the east coast"),
    ("in the U.S.", "U.S.", "U.S."),
    ("in the US now", "US", "U.S."),
    ("the U.S. Army", "U.S. Army", "U.S. Army"),
    ("the US Army", "US Army", "U.S. Army"),
    ("in the U.S., Army officers", "U.S.", "U.S."),
    ("of the C.C., WPK and", "C.C., WPK", "C.C., WPK"),
    ("in St. Petersburg", "St. Petersburg", "St. Petersburg"),
    ("in St Petersburg", "St Petersburg", "St. Petersburg"),
    ("the Workers’ Party’s men", "Workers’ Party", "Workers' Party"),
    ("the Workers Party", "Workers Party", "Workers' Party"),
    ("the Ministry of People’s Security", "Ministry of People’s Security", "Ministry of People's Security"),
    ("the Bowibu came, the bowibu left", "Bowibu", "bowibu"),
    ("in Pyongan-do", "Pyongan-do", "P'yŏngan-do"),
    ("the Ministry of Trade, Industry and Energy", *("Ministry of Trade, Industry and Energy",) * 2),
    ("the Ministry of Trade, industry and people", "Ministry of Trade", "Ministry of Trade"),
    ("the Ministry of Trade; Industry and Energy", "Ministry of Trade", "Ministry of Trade"),
]


@pytest.mark.parametrize(("text", "words", "name"), FOUND)
def test_found(text: str, words: str, name: str) -> None:
    assert found(text)[0] == (words, (name,))


def test_loose_names_of_several_words_need_no_capitals() -> None:
    assert found("the ministry of people's security", loose=True) == [
        ("ministry of people's security", ("Ministry of People's Security",))
    ]
    assert found("matters of state security", loose=True) == []


def test_the_longest_name_wins_and_none_overlaps() -> None:
    matcher = Matcher([("A B", 1), ("A B C D", 2), ("C D E", 3), ("B", 4)])
    assert [hit.found for hit in matcher.find(split("A B C D E, A B C, B"))] == [(2,), (1,), (4,)]


def test_two_that_bear_one_name_are_both_given() -> None:
    assert Matcher([("Unsan", 1), ("Unsan", 2), ("Unsan", 1)]).find(split("Unsan"))[0].found == (1, 2)


def test_the_work_grows_with_the_length_only() -> None:
    matcher = Matcher([("a " * 40 + "b", 1), ("A", 2)])
    assert_proportional(lambda size: matcher.find(split("a " * size)), 1_000, 8)
