"""Organisations written as names that no row and no other pattern knows."""

from collections.abc import Callable

import pytest

from incidents.model.finding import InstitutionMention
from incidents.model.proposal import Proposal

Read = Callable[..., tuple[InstitutionMention, ...]]

LEFT_ALONE = [
    "In Hyesan people spoke of Party Foundation Day.",
    "Hyesan saw the Committee Chairman Kim.",
    "The new command reached Musan.",
    "Hyesan honored a Special Committee.",
    "In Hyesan, the Musan Road Agency Building burned.",
    "The Ministry of State Security met in Hyesan.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(bodies: Read, text: str) -> None:
    by_name = [one for one in bodies(text) if one.made and one.reason == "by the form of its name"]
    assert [one.text for one in by_name] == []


NEW = [
    ("The State Flood Prevention Command sent boats to Musan.", "State Flood Prevention Command",
     "kp.state-flood-prevention-command"),
    ("In Haeju, the General Bureau of Tideland Construction closed the dike.",
     "General Bureau of Tideland Construction", "kp.general-bureau-of-tideland-construction"),
    ("Boats left Nampo for the Coast Artillery Bureau.", "Coast Artillery Bureau", "kp.coast-artillery-bureau"),
    ("Silk of Musan went to the Sericulture and Silk Bureau's store.", "Sericulture and Silk Bureau",
     "kp.sericulture-and-silk-bureau"),
    ("Boats of Nampo met the Russian Ice Patrol Agency.", "Ice Patrol Agency", "ru.ice-patrol-agency"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "code"), NEW)
def test_a_new_name(bodies: Read, text: str, words: str, code: str) -> None:
    assert [(one.text, one.code) for one in bodies(text) if one.made] == [(words, code)]


OPEN = [
    ("In Dandong, the Blue Sky Trading Corporation dismissed its director.", "Blue Sky Trading Corporation", ()),
    ("Snow fell. The Harvest Song Agency paid.", "Harvest Song Agency", ()),
    ("The Far Harbor Institute wrote of Hyesan.", "Far Harbor Institute", ()),
    ("Rain fell on Hyesan.\n\nThe Blue Dawn Command paid.", "Blue Dawn Command", ()),
]


@pytest.mark.parametrize(("text", "words", "candidates"), OPEN)
def test_a_name_of_no_country_is_open(bodies: Read, text: str, words: str, candidates: tuple[str, ...]) -> None:
    found = [one for one in bodies(text) if one.text == words]
    assert [(one.code, one.candidates, one.made) for one in found] == [(None, candidates, None)]


def test_an_open_name_is_told_in_the_record(proposals: Callable[..., list[Proposal]]) -> None:
    text = "On May 3, 2024, the Blue Sky Trading Corporation dismissed its director in Dandong, a source said."
    told = [problem for one in proposals(text) for problem in one.problems if problem.field == "institution"]
    assert [text[problem.start : problem.end] for problem in told] == ["Blue Sky Trading Corporation"]


@pytest.mark.parametrize("owner", ["the ruling party", "the Workers' Party of Korea"])
def test_a_noun_of_many_is_the_party_s_where_that_follows(bodies: Read, owner: str) -> None:
    found = bodies(f"Hyesan waited. The audit was led by the Political Bureau of {owner}.")
    assert "kp.wpk.politburo" in [one.code for one in found]
