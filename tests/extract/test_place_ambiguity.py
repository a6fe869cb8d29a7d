"""A name that several places bear: settled by what is named near it, with the reason, or left open."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from incidents.extract import place
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceMention
from incidents.model.reference import Place

Read = Callable[[str], tuple[PlaceMention, ...]]

MORE = (
    Place("KP-08.kumya.posong", "Posong", "ri", "settlement", "KP-08.kumya"),
    Place("KP-03.unsan.sinhung", "Sinhung", "ri", "settlement", "KP-03.unsan"),
    Place("KP-04.unsan-mine", "Unsan", "workers-district", "settlement", "KP-04.usi"),
)
"""More bearers of the names than the seeds need to hold."""


@pytest.fixture(scope="module")
def crowded(lexicon: Lexicon) -> Lexicon:
    places = (*lexicon.reference.places, *MORE)
    return Lexicon(replace(lexicon.reference, places=places), lexicon.phrases)


@pytest.fixture
def read(crowded: Lexicon, prepared: Callable[..., Document]) -> Read:
    return lambda text: place.annotate(prepared(text), crowded)


OPEN = [
    ("It burned in Unsan.", "Unsan"),
    ("It burned in Posong.", "Posong"),
    ("It burned in Sinhung.", "Sinhung"),
    ("It burned in Pyongyang. It rained in Posong.", "Posong"),
    ("It burned in Samsu and in Kumya. It rained in Posong.", "Posong"),
    ("It burned in the Congo.", "Congo"),
    ("It burned in Unsan.\n\nThe fire went out.\n\nIn Pukchang it rained.", "Unsan"),
    ("Russia and China met. It burned in Kangwon Province.", "Kangwon Province"),
]


@pytest.mark.parametrize(("text", "name"), OPEN)
def test_left_open_with_its_candidates(read: Read, text: str, name: str) -> None:
    [found] = [mention for mention in read(text) if mention.text == name]
    assert found.code is None
    assert len(found.candidates) > 1
    assert "several places" in found.reason


SETTLED = [
    ("It burned in Posong in Samsu county.", "KP-10.samsu.posong", "Samsu"),
    ("It burned in the Chonsong Youth Coal Mine.\n\nIt rained.\n\nIt burned in Unsan.", "KP-02.unsan", "a place in it"),
    ("It burned in Posong, Kumya County.", "KP-08.kumya.posong", "Kumya"),
    ("In Kumya it rained, and in Posong it burned.", "KP-08.kumya.posong", "sentence names what it lies in"),
    ("In Hyesan it rained, and in Posong it burned.", "KP-10.samsu.posong", "same province"),
    ("In Hyesan it rained. In Posong it burned.", "KP-10.samsu.posong", "paragraph"),
    ("HYESAN, May 3 (Yonhap) -- It rained. In Posong it burned.", "KP-10.samsu.posong", "paragraph"),
    ("In Hyesan it rained.\n\nIn Posong it burned.", "KP-10.samsu.posong", "paragraph before"),
    ("In Kumya it rained. In Hyesan it rained, and in Posong it burned.", "KP-10.samsu.posong", "sentence"),
    ("In Posong, Kumya County, it rained. In Hyesan it froze. In Posong it burned.", "KP-08.kumya.posong",
     "as named elsewhere"),
    ("It burned in Unsan county, South Pyongan Province.", "KP-02.unsan", "South Pyongan"),
    ("In Sinuiju it rained, and in Unsan it burned.", "KP-03.unsan", "same province"),
    ("It burned in Sinhung county.", "KP-08.sinhung", "named"),
    ("It burned in Sinhung-ri.", "KP-03.unsan.sinhung", "named"),
    ("It burned in Unsan workers' district.", "KP-04.unsan-mine", "named"),
    ("In North Korea it rained. In Wonsan and elsewhere in Kangwon it burned.", "KP-07", ""),
    ("In Seoul it rained. In South Korea it froze. It burned in Gangwon Province.", "KR-42", ""),
    ("It burned in Chongjin.", "KP-09.chongjin", "named"),
    ("It burned in Chongjin's Pohang District.", "KP-09.chongjin.pohang", "Chongjin"),
    ("It burned in Pohang, South Korea.", "KR-47.pohang", "South Korea"),
    ("It burned in Nampo city.", "KP-14", "named"),
    ("It burned in Nampo.", "KP-14", "named"),
    ("It burned in Congo, and in the capital Kinshasa.", "CD", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "reason"), SETTLED)
def test_settled_by_what_is_near(read: Read, text: str, code: str, reason: str) -> None:
    found = [mention for mention in read(text) if mention.code == code]
    assert found
    assert reason in found[-1].reason
    assert not found[-1].candidates


ELSEWHERE = [
    ("Men met in Sambong-ri, Onsong County.", "Sambong-ri, Onsong County", "KP-09.onsong.sambong"),
    ("Men met in Sambong-ri, Musan County.", "Sambong-ri", None),
    ("Men met in Sambong-ri in Musan County.", "Sambong-ri", None),
    ("Men met in Sambong-ri, South Hwanghae Province.", "Sambong-ri", None),
    ("Men met in Sambong, Musan and Hyesan.", "Sambong", "KP-09.onsong.sambong"),
]
"""A village said to be in another unit than the one of that name that is known; names in a list are left alone."""


@pytest.mark.parametrize(("text", "words", "code"), ELSEWHERE)
def test_a_village_of_another_unit_is_not_the_known_one(read: Read, text: str, words: str, code: str | None) -> None:
    assert [one.code for one in read(text) if one.text == words] == [code]
