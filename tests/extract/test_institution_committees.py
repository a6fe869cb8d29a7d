"""Committees of works and schools, by the name of these or by "the mine"."""

from collections.abc import Callable

import pytest

from incidents.model.finding import InstitutionMention

Read = Callable[..., tuple[InstitutionMention, ...]]

MINE = "kp.musan-mine.party-committee"

LEFT_ALONE = [
    ("The Ministry of Railways' party committee met.", ["kp.railways"]),
    ("The party committee of Kosong County met.", ["kp.wpk.party-committee@KP-07.kosong"]),
    ("Workers left the Musan Mine. A party committee met.", ["kp.musan-mine"]),
]


@pytest.mark.parametrize(("text", "codes"), LEFT_ALONE)
def test_left_alone(bodies: Read, text: str, codes: list[str]) -> None:
    assert [mention.code for mention in bodies(text)] == codes


COMMITTEES = [
    ("The Musan Mine's party committee", MINE),
    ("The party committee of the Musan Mine", MINE),
    ("Workers left the Musan Mine. The mine's party committee", MINE),
    ("Workers left the Musan Mine. The party committee of the mine", MINE),
    ("The Kim Chaek University of Technology youth league committee", "kp.kcut.youth-league-committee"),
    ("The Hyesan Textile Factory's party committee", "kp.hyesan-textile-factory.party-committee@KP-10.hyesan"),
]


@pytest.mark.parametrize(("words", "code"), COMMITTEES)
def test_the_committee_of_works_is_under_the_party_or_the_league(bodies: Read, words: str, code: str) -> None:
    made = bodies(f"{words} met.")[-1].made
    assert made is not None
    assert (made.code, made.parent) == (code, "kp.youth-league" if "league" in words else "kp.wpk")
