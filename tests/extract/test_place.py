"""Places: what is left alone, what a name is used for, appositions, ambiguity, what is unknown."""

import itertools
from collections.abc import Callable

import pytest

from incidents.extract import place
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceMention

Prepared = Callable[..., Document]


@pytest.fixture
def read(lexicon: Lexicon, prepared: Prepared) -> Callable[[str], tuple[PlaceMention, ...]]:
    return lambda text: place.annotate(prepared(text), lexicon)


Read = Callable[[str], tuple[PlaceMention, ...]]

NO_PLACE = [
    "He bought it on the Black Market, and the Free Market is closed.",
    "The Morning Market and the Housing Market fell, and the Emerging Market funds.",
    "They slept in the Olympic Village and in a Model Village.",
    "They were hard at work on a song when the rain began.",
    "The turkey was eaten in march, and the china broke.",
    "Nice weather, said the reading club, and nice it was.",
    "He was in the north, in the county and in the town.",
    "FILE PHOTO: A street in Hyesan. (Yonhap News)",
    "Translated by Ann Lee in Seoul.",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_left_alone(read: Read, text: str) -> None:
    assert read(text) == ()


WRITTEN_ON = [
    # no unit of that kind, a name of its own, a word
    ("He lives in Kangdong.", [("Kangdong", "KP-01.kangdong")]),
    ("Wonsando and Yanggangsi are no names.", []),
    ("Commando units stormed the Avocado farm.", []),
    ("It froze in Yanggangdo.", [("Yanggangdo", "KP-10")]),
    ("It froze in Hyesanshi and in Samsugun.", [("Hyesanshi", "KP-10.hyesan"), ("Samsugun", "KP-10.samsu")]),
    ("It froze in Musangun, Hamgyongbukdo.", [("Musangun, Hamgyongbukdo", "KP-09.musan")]),
    ("It froze in Hyesan-shi.", [("Hyesan-shi", "KP-10.hyesan")]),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN_ON)
def test_units_written_onto_names(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.text, one.code) for one in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It froze in N. Hamgyong Province.", "KP-09"),
        ("It froze in S. Pyongan.", "KP-02"),
        ("It froze in Soonan.", "KP-01.sunan"),
    ],
)
def test_names_as_papers_shorten_and_spell_them(read: Read, text: str, code: str) -> None:
    assert [one.code for one in read(text)] == [code]


NOT_A_SCENE = [
    ("A source in Ryanggang Province told the paper so.", "Ryanggang Province", "source"),
    ("Two sources in the border city of Hyesan said so.", "the border city of Hyesan", "source"),
    ("“Nobody came,” said a resident of Hoeryong.", "Hoeryong", "source"),
    (
        "A trader in the Chinese city of Dandong who sells fish said that prices rose.",
        "Chinese city of Dandong",
        "source",
    ),
    ("A source in Chagang province's Kanggye city said so.", "Chagang province's Kanggye city", "source"),
    ("A resident of Uiju in his 40s said so.", "Uiju", "source"),
    ("The Musan resident said that the mine is shut.", "Musan", "source"),
    ("According to a woman from Kaesong, prices rose.", "Kaesong", "source"),
    ("A source from North Hamgyong province, who saw it, explained why.", "North Hamgyong province", "source"),
    ("SEOUL, July 3 (Yonhap) -- The army fired.", "SEOUL", "dateline"),
    ("WASHINGTON — Nothing is known.", "WASHINGTON", "dateline"),
    ("[imText1]Shenyang, China — Nothing is known.", "Shenyang, China", "dateline"),
    ("Pyongyang, May 2 (KCNA) -- A meeting took place.", "Pyongyang", "dateline"),
    ("Russian trucks came.", "Russian", "adjective"),
    ("China's trucks came.", "China", "adjective"),
    ("It rose at a Seoul-based group.", "Seoul", "name-part"),
    ("He teaches at Hyesan University of Education.", "Hyesan", "name-part"),
    ("They keep to Pyongyang Time.", "Pyongyang", "name-part"),
    ("Pyongyang announced a ban.", "Pyongyang", "metonym"),
    ("Nothing moves Pyongyang's leaders.", "Pyongyang", "metonym"),
    ("Beijing has denied it.", "Beijing", "metonym"),
    ("South Korea said nothing.", "South Korea", "metonym"),
    ("Russia fired three rockets.", "Russia", "actor"),
    ("NAIROBI, Kenya (AP) _ Nothing is known.", "NAIROBI, Kenya", "dateline"),
    ("He went home to New Jersey in the end.", "Jersey", "name-part"),
    ("It was signed by President Jordan of the club.", "Jordan", "name-part"),
]


@pytest.mark.parametrize(("text", "words", "use"), NOT_A_SCENE)
def test_not_a_scene(read: Read, text: str, words: str, use: str) -> None:
    found = {mention.text: mention.use for mention in read(text)}
    assert found.get(words) == use


def test_an_outlet_is_no_place(read: Read) -> None:
    assert {mention.use for mention in read("The Seoul Shinmun and the Korea Herald wrote about it.")} <= {"outlet"}


SCENES = [
    ("Police searched homes in Hyesan.", [("Hyesan", "KP-10.hyesan")]),
    ("Police searched homes in Hyeson.", [("Hyeson", "KP-10.hyesan")]),
    ("It burned in Yanggang province.", [("Yanggang province", "KP-10")]),
    ("It burned in Yangkang Province.", [("Yangkang Province", "KP-10")]),
    ("It burned in Ryanggang-do.", [("Ryanggang-do", "KP-10")]),
    ("It burned in Onchon county.", [("Onchon county", "KP-14.onchon")]),
    ("It burned in Sonchon county.", [("Sonchon county", "KP-03.sonchon")]),
    ("It burned in Jonchon county.", [("Jonchon county", "KP-04.jonchon")]),
    ("It burned in the western city of Nampho.", [("the western city of Nampho", "KP-14")]),
    ("It burned in the village of Posong in Samsu county, Yanggang province.",
     [("the village of Posong in Samsu county, Yanggang province", "KP-10.samsu.posong")]),
    ("It burned in Hoiryeong, a city in North Hamkyung.",
     [("Hoiryeong", "KP-09.hoeryong"), ("North Hamkyung", "KP-09")]),
    ("It burned in Hoeryong city (North Hamgyong Province).",
     [("Hoeryong city (North Hamgyong Province", "KP-09.hoeryong")]),
    ("It burned in Onchon county, South Pyongan Province.",
     [("Onchon county, South Pyongan Province", "KP-14.onchon")]),
    ("It burned in Sinuiju, Hyesan and Musan.",
     [("Sinuiju", "KP-03.sinuiju"), ("Hyesan", "KP-10.hyesan"), ("Musan", "KP-09.musan")]),
    ("It burned in Irkutsk and in Vladivostok, Russia.",
     [("Irkutsk", "RU-IRK.irkutsk"), ("Vladivostok, Russia", "RU-PRI.vladivostok")]),
    ("Houses near the border with China fell.", [("border with China", "KP.china-border")]),
    ("In North Korea it rained. Posters came down across the country.",
     [("North Korea", "KP"), ("across the country", "KP")]),
    ("In North Korea it rained, and nationwide it froze.", [("North Korea", "KP"), ("nationwide", "KP")]),
    ("It rained in Hyesan, and later in the province too.", [("Hyesan", "KP-10.hyesan"), ("the province", "KP-10")]),
    ("According to the agency, some officials in Onchon county had a feast.", [("Onchon county", "KP-14.onchon")]),
    ("Workers in Vladivostok went on strike, said a man who knows.", [("Vladivostok", "RU-PRI.vladivostok")]),
    ("There was a rumored walkout of builders in Kuwait.", [("Kuwait", "KW")]),
    ("It burned in Hamhung's Sapo District.", [("Hamhung's Sapo District", "KP-08.hamhung.sapo")]),
    ("It burned in the Pyongyang district of Sadong.", [("Pyongyang district of Sadong", "KP-01.sadong")]),
    ("It burned in Helong, China's Jilin province.", [("Helong, China's Jilin province", "CN-JL.helong")]),
    ("Officers in Hyesan led them away, the same source said.", [("Hyesan", "KP-10.hyesan")]),
    ("They were caught in northeast China.", [("northeast China", "CN.northeast")]),
    ("It lies near the city of Nampo, not in South Pyongan. It rained in the province.",
     [("the city of Nampo", "KP-14"), ("South Pyongan", "KP-02"), ("the province", "KP-02")]),
    ("It rained at Posong station.", [("Posong station", "KP-10.samsu.posong-station")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SCENES)
def test_scenes(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.text, mention.code) for mention in read(text) if mention.use == "scene"] == expected


AMBIGUOUS = [
    ("A mine in Unsan was shut.", None, ("KP-02.unsan", "KP-03.unsan")),
    ("A mine in Unsan, South Pyongan Province, was shut.", "KP-02.unsan", ()),
    ("A mine in Unsan was shut, and so was one in Sinuiju.", "KP-03.unsan", ()),
    ("In North Pyongan it rained.\n\nA mine in Unsan was shut.", "KP-03.unsan", ()),
    ("In Unsan, North Pyongan Province, it rained.\n\nA mine in Unsan was shut.", "KP-03.unsan", ()),
    ("In Sinuiju and Sunchon it rained. A mine in Unsan was shut.", None, ("KP-02.unsan", "KP-03.unsan")),
]


@pytest.mark.parametrize(("text", "code", "candidates"), AMBIGUOUS)
def test_ambiguity(read: Read, text: str, code: str | None, candidates: tuple[str, ...]) -> None:
    last = [mention for mention in read(text) if "Unsan" in mention.text][-1]
    assert (last.code, last.candidates) == (code, candidates)
    assert last.reason


UNKNOWN = [
    ("It burned in Xangdok county.", "Xangdok county"),
    ("It burned in Xangdok-ri.", "Xangdok-ri"),
    ("It burned in the town of Xangdok.", "town of Xangdok"),
    ("It burned at the Xangdok Market.", "Xangdok Market"),
]


@pytest.mark.parametrize(("text", "words"), UNKNOWN)
def test_an_unknown_place_is_said(read: Read, text: str, words: str) -> None:
    assert [(m.text, m.code, m.candidates) for m in read(text)] == [(words, None, ())]


PREPOSITIONS = [
    ("They came from Hyesan.", "from"),
    ("They went to the city of Hyesan.", "to"),
    ("Near Hyesan it rained.", "near"),
    ("They burned Hyesan.", ""),
]


@pytest.mark.parametrize(("text", "word"), PREPOSITIONS)
def test_the_preposition_before(read: Read, text: str, word: str) -> None:
    assert [mention.before for mention in read(text)] == [word]


def test_no_mention_overlaps_another(read: Read) -> None:
    found = read("It burned at Xangdok-ri Port of Nampo, in the county of Samsu county city of Hyesan.")
    assert len(found) == 4
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_offsets_are_those_of_the_words(lexicon: Lexicon, prepared: Prepared) -> None:
    document = prepared("It burned in the U.S. and in “the border city” of Hyesan’s port, Ryanggang.")
    for mention in place.annotate(document, lexicon):
        assert document.text[mention.start : mention.end] == mention.text


RIVERS = [
    ("A squad leader crossed the frozen Tumen to China.", "KP.tumen"),
    ("Ten men drowned in the Taedong on May 4.", "KP.taedong"),
    ("The Taedong is frozen.", "KP.taedong"),
    ("The Taedong county party committee met.", "KP-02.taedong"),
    ("The Tumen market burned down.", "CN-JL.tumen"),
    ("Ten men were arrested in Tumen.", "CN-JL.tumen"),
]


@pytest.mark.parametrize(("text", "code"), RIVERS)
def test_a_river_has_an_article_and_no_noun_behind_it(read: Read, text: str, code: str) -> None:
    assert [one.code for one in read(text) if one.code != "CN"] == [code]
