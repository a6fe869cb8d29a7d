"""Whose army "the military" is, and whose ministry one is that is said to be in a city."""

from collections.abc import Callable

import pytest

from incidents.model.finding import InstitutionMention

Read = Callable[..., tuple[InstitutionMention, ...]]

AT_HOME = [
    ("Goods from China came to Hyesan. The military took them.", "kp.kpa"),
    ("Chinese traders came to Hyesan. The military arrested them.", "kp.kpa"),
    ("Russian officers came. North Korean soldiers met them. The military left.", "kp.kpa"),
    ("South Korea's military spoke. The Korean People's Army was silent. The military fired from Wonsan.", "kp.kpa"),
    ("Fog lay on Hyesan. Rain fell. The navy sailed.", "kp.kpa.navy"),
]


@pytest.mark.parametrize(("text", "code"), AT_HOME)
def test_left_to_the_country_of_the_report(bodies: Read, text: str, code: str) -> None:
    assert bodies(text)[-1].code == code


ELSEWHERE = [
    ("South Korea's Joint Chiefs of Staff said North Korea fired. The military said it flew far.", "kr.military"),
    ("South Korean officers said so. The military said North Korea had fired a missile.", "kr.military"),
    ("Seoul said North Korea fired a missile. The military is analyzing the launch.", "kr.military"),
    ("U.S. warships left Busan as North Korea fired. The navy sent more.", "us.navy"),
    ("The Ministry of National Defense in Seoul said North Korea fired a missile.", "kr.defence"),
    ("North Korea fired a missile. The Foreign Ministry in Tokyo said so.", "jp.foreign"),
]


@pytest.mark.parametrize(("text", "code"), ELSEWHERE)
def test_of_the_country_spoken_of_last(bodies: Read, text: str, code: str) -> None:
    assert bodies(text)[-1].code == code


def test_open_where_the_reference_has_none_of_that_country(bodies: Read) -> None:
    assert bodies("The Russian fleet came to Wonsan. The navy sailed.") == ()
