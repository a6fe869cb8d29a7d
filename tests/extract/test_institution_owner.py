"""Whose institution a name means: of another country, of the man who heads it, of the abbreviation that is defined."""

from collections.abc import Callable

import pytest

from incidents.model.document import Document
from incidents.model.finding import InstitutionMention

Prepared = Callable[..., Document]
Read = Callable[..., tuple[InstitutionMention, ...]]


LEFT_ALONE = [
    "In Pyongyang they spoke of the party and state of Vietnam.",
    "In Pyongyang they spoke of the party, government and people of Vietnam.",
    "Ri teaches at Georgetown University and has been to Pyongyang.",
    "The ministers of the Xangdok Republic came to Pyongyang.",
    "The party for peace and unity met in Pyongyang.",
    "Love is a ministry, and its ministry is in Pyongyang.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(bodies: Read, text: str) -> None:
    assert [mention.text for mention in bodies(text) if mention.code] == []


OWNED = [
    ("Pyongyang wrote to the Foreign Ministry of Vietnam.", "vn.foreign"),
    ("He wrote to Ali, minister of Foreign Affairs and Expatriates of Syria.", "sy.foreign"),
    ("The Russian Deputy Foreign Minister came to Pyongyang.", "ru.foreign"),
    ("The DPRK Foreign Ministry denied it.", "kp.foreign"),
    ("The Japanese Defense Ministry denied it.", "jp.defence"),
    ("South Korea's Ministry of Defense denied it.", "kr.defence"),
    ("The defense minister of the puppet ROK denied it.", "kr.defence"),
    ("The foreign ministry of Nepal wrote to Pyongyang.", "np.foreign"),
    ("Nepal's Ministry of Labor and Employment wrote to Pyongyang.", "np.labor-and-employment"),
    ("Cambodia has closed North Korean restaurants by a notice of its labor ministry.", "kh.labor"),
    ("Pyongyang heard of the puppet Ministry of Defense.", "kr.defence"),
    ("The unification ministry wrote to Pyongyang.", "kr.unification"),
    ("The National Defense Committee in Seoul asked the minister about it.", "kr.assembly.defence"),
    ("The National Assembly's National Defense Committee asked about it.", "kr.assembly.defence"),
    ("Pyongyang's National Defense Committee denied it.", "kp.sac"),
    ("Pyongyang heard of the party's administration department.", "kp.wpk.administration"),
]


@pytest.mark.parametrize(("text", "code"), OWNED)
def test_the_country_beside_a_name_settles_it(bodies: Read, text: str, code: str) -> None:
    assert [mention.code for mention in bodies(text) if not mention.anaphoric] == [code]


def test_an_organ_of_another_country_is_made_with_its_name(bodies: Read) -> None:
    made = bodies("Pyongyang wrote to the Foreign Ministry of Vietnam.")[0].made
    assert made is not None
    assert (made.name, made.kind, made.place) == ("Ministry of Foreign Affairs of Vietnam", "foreign-government", "VN")


def test_one_that_the_reference_holds_is_not_made_again(bodies: Read) -> None:
    assert bodies("South Korea's Ministry of Defense denied it.")[0].made is None


PERSONS = [
    ("Russia is glad. Defense Minister Sergei Shoigu came to Pyongyang.", "ru.defence"),
    ("Russia is glad. Defense Minister Kang Sun Nam came to Wonsan.", "kp.defence"),
]


@pytest.mark.parametrize(("text", "code"), PERSONS)
def test_who_holds_an_office_tells_whose_it_is(bodies: Read, text: str, code: str) -> None:
    assert [mention.code for mention in bodies(text)] == [code]


ABBREVIATED = [
    ("The Ministry of State Security (MSS) and the Ministry of People's Security met. The MSS won.", "kp.mss"),
    ("The Ministry of Social Security (MSS) met. The MSS won.", "kp.mps"),
    ("The Ministry of State Security met. The MSS won.", "kp.mss"),
]


@pytest.mark.parametrize(("text", "code"), ABBREVIATED)
def test_an_abbreviation_is_what_the_report_says(bodies: Read, text: str, code: str) -> None:
    assert bodies(text)[-1].code == code


def test_an_abbreviation_that_no_full_name_fits_stays_open(bodies: Read) -> None:
    mention = bodies("The Ministry of People's Security met in Pyongyang. The MSS won.", None)[-1]
    assert (mention.code, mention.candidates) == (None, ("kp.mps", "kp.mss"))


def test_a_paper_is_no_institution_but_a_ministry_that_publishes_is(bodies: Read) -> None:
    found = bodies("The Daily NK and the US State Department wrote about it.")
    assert [mention.code for mention in found] == ["us.state"]
