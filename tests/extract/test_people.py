"""Counts of people: what is left alone, numbers, groups."""

from collections.abc import Callable

import pytest

from incidents.extract import people
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PeopleMention

Prepared = Callable[..., Document]
Read = Callable[[str], tuple[PeopleMention, ...]]


@pytest.fixture
def read(lexicon: Lexicon, prepared: Prepared) -> Read:
    return lambda text: people.annotate(prepared(text), lexicon)


LEFT_ALONE = [
    "Rice rose to 1,000 won a kilo.",
    "He is 34 years old, a man of 34.",
    "A 34-year-old worker came.",
    "It lasted 70 days and cost 40 percent of the wages.",
    "It rose by 40% among workers.",
    "Bureau 39 officials came.",
    "Bureau 39 and Unit 731 men came.",
    "On May 18 workers came.",
    "On May 18, workers came.",
    "In 2020 officials came.",
    "Nobody came in 2020 or was arrested in 2021.",
    "They fired two missiles at soldiers.",
    "Some 300 families of workers moved.",
    "Three tons of rice for workers came.",
    "$500 workers paid, €20 workers lent.",
    "At 5 a.m. workers came.",
    "One resident said so.",
    "Three out of 10 soldiers are thin, and one in five workers is.",
    "The first officials and the second worker came.",
    "About half of the workers came.",
    "Three member states and two worker families and both worker families came.",
    "Over five million won of workers' wages was lost.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(read: Read, text: str) -> None:
    assert read(text) == ()


NUMBERS = [
    ("40 officials came.", "40 officials", 40, 40, False),
    ("About 40 officials came.", "About 40 officials", 40, 40, True),
    ("Some forty party officials came.", "Some forty party officials", 40, 40, True),
    ("Nearly 1,500 young people came.", "Nearly 1,500 young people", 1500, 1500, True),
    ("More than 100 workers came.", "More than 100 workers", 100, None, False),
    ("At least seven soldiers came.", "At least seven soldiers", 7, None, False),
    ("Up to 20 workers came.", "Up to 20 workers", None, 20, False),
    ("Between 20 and 30 workers came.", "Between 20 and 30 workers", 20, 30, False),
    ("From 20 to 30 workers came.", "From 20 to 30 workers", 20, 30, False),
    ("20 to 30 workers came.", "20 to 30 workers", 20, 30, False),
    ("He saw 20–30 workers.", "20-30 workers", 20, 30, False),
    ("He stood between two guards.", "two guards", 2, 2, False),
    ("Dozens of workers came.", "Dozens of workers", None, None, False),
    ("Several hundred traders came.", "Several hundred traders", None, None, False),
    ("Two dozen traders came.", "Two dozen traders", 24, 24, True),
    ("Two hundred and five traders came.", "Two hundred and five traders", 205, 205, False),
    ("Ten thousand soldiers came.", "Ten thousand soldiers", 10000, 10000, False),
    ("A hundred soldiers came.", "A hundred soldiers", 100, 100, False),
    ("Over 5 000 soldiers came.", "Over 5 000 soldiers", 5000, None, False),
    ("Forty-two miners came.", "Forty-two miners", 42, 42, False),
    ("Nine of the women came.", "Nine of the women", 9, 9, False),
]


@pytest.mark.parametrize(("text", "expected"), [(text, tuple(rest)) for text, *rest in NUMBERS])
def test_numbers(read: Read, text: str, expected: tuple[object, ...]) -> None:
    assert [(m.text, m.low, m.high, m.approximate) for m in read(text)] == [expected]


GROUPS = [
    ("Three traders stood by.", ""),
    ("Three traders were executed.", "executed"),
    ("Three traders, all from one street, were publicly executed.", "executed"),
    ("The court sentenced three traders to death in life.", "sentenced"),
    ("Police arrested three traders.", "detained"),
    ("Three traders were taken away by police.", "detained"),
    ("The arrest of three traders caused anger.", "detained"),
    ("The blast killed three traders.", "killed"),
    ("Three traders died.", "killed"),
    ("Three people were injured.", "injured"),
    ("Three officials were sacked.", "dismissed"),
    ("China deported three traders.", "repatriated"),
    ("Three traders were sent back to Sinuiju.", "repatriated"),
    ("Three workers fled to Seoul.", "defected"),
    ("Three defectors met.", "defected"),
    ("Three hundred students were mobilized.", "mobilized"),
    ("Three hundred students took part.", "participants"),
    ("About 40 officials of the county people's committee held a feast.", "participants"),
    ("Three hundred people were evacuated.", "affected"),
    ("Three hundred have volunteered.", "mobilized"),
    ("In all, 300 were arrested.", "detained"),
    ("The blast left two dead and three people injured.", "killed injured"),
    ("Three people came, and a bridge was hit. It killed nobody.", ""),
]


@pytest.mark.parametrize(("text", "group"), GROUPS)
def test_groups(read: Read, text: str, group: str) -> None:
    assert [mention.group for mention in read(text)] == (group.split() or [""])


def test_two_groups_of_one_sentence(read: Read) -> None:
    found = read("The flood killed three people and injured 12 others, and 40 soldiers were trapped.")
    assert [(m.low, m.group) for m in found] == [(3, "killed"), (12, "injured"), (40, "affected")]


def test_offsets_are_those_of_the_words(lexicon: Lexicon, prepared: Prepared) -> None:
    document = prepared("“He saw 20–30 workers,” she said, and “about 5,000 traders” too.")
    for mention in people.annotate(document, lexicon):
        assert document.text[mention.start : mention.end] == mention.text
