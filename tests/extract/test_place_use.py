"""What a place name is used for: parts of other names, capitals and countries that act, lists, definite phrases."""

from collections.abc import Callable

import pytest

from incidents.extract import place
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceMention

Read = Callable[[str], tuple[PlaceMention, ...]]


@pytest.fixture
def read(lexicon: Lexicon, prepared: Callable[..., Document]) -> Read:
    return lambda text: place.annotate(prepared(text), lexicon)


def uses(mentions: tuple[PlaceMention, ...]) -> list[tuple[str, str]]:
    return [(mention.text, mention.use) for mention in mentions]


PART_OF_A_NAME = [
    "Students of Hamhung Choe Hui Suk Teacher Training College came.",
    "He left Pyongyang University early.",
    "They served Pyongyang cold noodles.",
    "They sold Kaesong ginseng.",
    "The Singapore summit agreement is dead.",
    "The Hanoi summit came to nothing.",
    "The crew set the clock to Pyongyang Time.",
    "They met at 10 a.m. Pyongyang time.",
    "Pyongyang time was set back by half an hour.",
    "The Pyongyang Times wrote so.",
    "It cost 5 million US dollars.",
    "The Seoul-based group wrote so.",
    "The Musan-born singer came.",
    "They mocked his Hamhung accent.",
    "The Qatar Foundation built it.",
    "It cost U.S. $300.",
    "It cost US$300.",
]


@pytest.mark.parametrize("text", PART_OF_A_NAME)
def test_no_scene_in_another_name(read: Read, text: str) -> None:
    assert {mention.use for mention in read(text)} <= {"name-part", "outlet", "adjective"}


LEFT_AS_SCENES = [
    "They landed at Pyongyang time and again.",
    "It burned in Hamhung, and the college was shut.",
    "In Hamhung the Teacher Training College was shut.",
    "It burned in Pyongyang, and cold noodles ran out.",
    "Floods hit Pyongyang.",
    "They visited Pyongyang in May.",
    "They took off for Pyongyang on Friday.",
    "A Pyongyang market was shut.",
    "In Pyongyang, residents fled.",
    "They were led through northern Pyongyang.",
    "They marched from Pyongyang to the sea.",
    "They were sent back to China.",
    "They met in the U.S. last week.",
    "They met in the U.S. and left.",
    "He fled China on foot.",
    "Workers in Thies, Senegal, met.",
    "It rained in all parts of North Korea.",
]


@pytest.mark.parametrize("text", LEFT_AS_SCENES)
def test_a_scene_is_left_one(read: Read, text: str) -> None:
    assert [mention.use for mention in read(text)][:1] == ["scene"]


ACTING = [
    ("The minister urged Pyongyang to halt it.", "metonym"),
    ("It prompted Seoul to switch them on.", "metonym"),
    ("The money is for Pyongyang.", "metonym"),
    ("The sanctions on Pyongyang failed.", "metonym"),
    ("Talks with Pyongyang failed.", "metonym"),
    ("Pyongyang first sent its consul.", "metonym"),
    ("Pyongyang quietly shipped troops.", "metonym"),
    ("Pyongyang refuses to talk.", "metonym"),
    ("The Pyongyang government refused.", "metonym"),
    ("The president of Cuba came.", "adjective"),
    ("The people of North Korea suffer.", "adjective"),
    ("The anti-Russia rally was long.", "adjective"),
    ("Bombs fell from the U.S. bomber.", "adjective"),
    ("The talks between Russia and China failed.", "actor"),
    ("Russia built a bridge.", "actor"),
    ("China said nothing.", "metonym"),
    ("Qatar, which once hosted them, told the council so.", "metonym"),
    ("The North seems to wait.", "actor"),
    ("Kathmandu filed a report.", "metonym"),
]


@pytest.mark.parametrize(("text", "use"), ACTING)
def test_a_capital_or_country_that_acts(read: Read, text: str, use: str) -> None:
    assert {mention.use for mention in read(text)} == {use}


TOLD = [
    ("They were handed to officials at the bridge in Tumen on Friday, said Kim Jae-sung.", "scene"),
    ("They were handed to officials at the bridge in Tumen on Friday, said a missionary.", "scene"),
    ("It rained, officials in Tumen said.", "source"),
    ("Officials in Tumen, however, said it rained.", "source"),
    ("Reporting partners of ASIAPRESS living in Hyesan looked into it.", "source"),
]


@pytest.mark.parametrize(("text", "use"), TOLD)
def test_where_one_who_tells_is(read: Read, text: str, use: str) -> None:
    assert [mention.use for mention in read(text)] == [use]


LISTS = [
    ("It rained in Nepal, Cambodia, Belarus and Serbia.", ["scene"] * 4, ["in"] * 4),
    ("It rained in Pyongsong, Hamhung, Chongjin and even Pyongyang.", ["scene"] * 4, ["in"] * 4),
    ("It rained in Seoul, Pusan, Ulsan, and elsewhere.", ["scene"] * 3, ["in"] * 3),
    ("Sources in Hyesan and Musan said so.", ["source"] * 2, ["in"] * 2),
    ("The talks between Russia and North Korea failed.", ["actor"] * 2, ["between"] * 2),
    ("It rained in China, Russia said.", ["scene", "metonym"], ["in", ""]),
]


@pytest.mark.parametrize(("text", "expected", "before"), LISTS)
def test_items_of_a_list_are_alike(read: Read, text: str, expected: list[str], before: list[str]) -> None:
    found = read(text)
    assert ([mention.use for mention in found], [mention.before for mention in found]) == (expected, before)


DEFINITE = [
    ("It burned at Musan Mine. The mine was shut.", "KP-09.musan.mine"),
    ("They went to Hyesan. The mine was shut.", None),
    ("It burned at Musan Mine. The mine at Onsong was shut.", None),
    ("He fled Hyesan, said Pyongyang. Others left out of the same city.", "KP-10.hyesan"),
    ("They live in Hyesan. It burned in the capital.", "KP-01"),
    ("They live in Seoul. It burned in the capital.", "KR-11"),
    ("SEOUL, May 3 (Yonhap) -- In North Korea it rained. It burned in the capital.", "KP-01"),
    ("In North Korea it rained. In Dandong, China, it snowed nationwide.", "KP"),
    ("In North Korea it rained.\n\nIn Seoul it snowed nationwide.", "KR"),
    ("In Hyesan it rained, and nationwide it froze.", "KP"),
]


@pytest.mark.parametrize(("text", "code"), DEFINITE)
def test_a_definite_phrase_is_the_place_before(read: Read, text: str, code: str | None) -> None:
    found = [mention.code for mention in read(text) if mention.anaphoric]
    assert found == ([code] if code else [])


UNITS = [
    ("It burned in Kumchon County of North Hwanghae Province.", [("KP-15.kumchon", "KP-06.kumchon")]),
    ("It burned in Nampho Municipality.", [("KP-14",)]),
    ("It burned in Usi and Kumya counties.", [("KP-04.usi",), ("KP-08.kumya",)]),
    ("It burned in North and South Pyongan provinces.", [("KP-03",), ("KP-02",)]),
    ("It burned in South or North Hamgyong.", [("KP-08",), ("KP-09",)]),
    ("Kim and South Pyongan officials came.", [("KP-02",)]),
    ("It burned in Pyongyang and South Pyongan.", [("KP-01",), ("KP-02",)]),
    ("It burned in Onchon-up.", [("KP-14.onchon",)]),
    ("It burned in Sinhung-ri.", [(None,)]),
    ("It burned in Posong of Onchon County.", [(None,), ("KP-14.onchon",)]),
    ("It burned in Posong, Hyesan and Musan.", [("KP-10.samsu.posong",), ("KP-10.hyesan",), ("KP-09.musan",)]),
    ("It burned in Sinhung-dong.", [(None,)]),
    ("It burned at the port of Nampo.", [("KP-14",)]),
]


@pytest.mark.parametrize(("text", "codes"), UNITS)
def test_the_unit_word_counts(read: Read, text: str, codes: list[tuple[str | None, ...]]) -> None:
    found = read(text)
    assert len(found) == len(codes)
    assert all(mention.code in allowed for mention, allowed in zip(found, codes, strict=True))
