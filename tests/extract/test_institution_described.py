"""Companies, groups and offices that no row holds: by their form and by what is said of them."""

from collections.abc import Callable

import pytest

from incidents.model.finding import InstitutionMention

Read = Callable[..., tuple[InstitutionMention, ...]]

LEFT_ALONE = [
    "On Monday, a Chinese company left Hyesan.",
    "Hyesan froze. Last May, a Chinese firm came.",
    "In North Pyongan, a Chinese company bought coal.",
    "Kim Yong Chol, a South Korean company official, spoke in Hyesan.",
    "In Hyesan he met Kim, the head of a Chinese company.",
    "The South Korean company said no in Hyesan.",
    "Hyesan froze. Major trading company staff fled.",
    "Rumors spread in Hyesan. A logging company shut.",
    "Sunrise, a company that sells coal, left Hyesan.",
    "In Hyesan the city and county security departments met.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(bodies: Read, text: str) -> None:
    assert [one.text for one in bodies(text) if one.made] == []


DESCRIBED = [
    ("The lodge at Kosong was built by Emerald Sea, a South Korean company.", "Emerald Sea", "kr.emerald-sea", ""),
    ("Men from Musan met Morning Star, a Dandong-based firm that buys coal.", "Morning Star", "cn.morning-star",
     "CN-LN.dandong"),
    ("The Dandong-based trading company Minghua met men from Musan.", "Minghua", "cn.minghua", "CN-LN.dandong"),
    ("Ice froze. The Seoul-based group Voices for Musan met.", "Voices for Musan", "kr.voices-for-musan", "KR-11"),
    ("A crew from Musan works for the Moran construction company.", "Moran construction company",
     "kp.moran-construction-company", ""),
    ("Men from Musan work for the Chinese Sunhung Trading Company.", "Sunhung Trading Company",
     "cn.sunhung-trading-company", ""),
    ("In Hyesan the city hygiene and anti-epidemic station was shut.", "city hygiene and anti-epidemic station",
     "kp.hygiene-and-anti-epidemic-station@KP-10.hyesan", "KP-10.hyesan"),
    ("They came to Dandong. The city's labor bureau checked.", "The city's labor bureau",
     "cn.labor-bureau@CN-LN.dandong", "CN-LN.dandong"),
    ("Fog lay low. The Spanish Embassy in Beijing let men from Musan in.", "Spanish Embassy",
     "es.foreign.embassy@CN", "CN-BJ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "code", "place"), DESCRIBED)
def test_a_name_with_its_country(bodies: Read, text: str, words: str, code: str, place: str) -> None:
    found = [one for one in bodies(text) if one.text.removeprefix("the ") == words]
    assert [(one.code, one.made.place) for one in found if one.made] == [(code, place)]
