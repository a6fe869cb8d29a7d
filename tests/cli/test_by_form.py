"""`--institution` takes an organ under any form in which reports name it, once a record has it."""

import json

import pytest

from tests.cli.conftest import Program
from tests.cli.things import found

SENTENCE = "The Samsu county party committee punished two traders in Samsu on 2024-03-05"
LEFT_ALONE = [
    ("county party", 4, "there is no institution 'county party'"),
    ("Samsu county party committee and Musan county party committee", 4, "there is no institution"),
    ("a trader in Samsu", 4, "there is no institution"),
    ("Samsu county security department", 4, "there is no institution"),
    ("MSS", 2, "'MSS' can be several"),
    ("ex Samsu county party committee", 4, "there is no institution 'ex Samsu county party committee'"),
    ("old WPK", 4, "there is no institution 'old WPK'"),
    ("Hyesan city party committee", 4, "no record names the Hyesan City Party Committee yet"),
]
FORMS = [
    "Samsu county party committee",
    "the Samsu County Party",
    "samsu county party committee",
    "Samsu party committee",
    "삼수군 당위원회",
    "삼수군당",
]


@pytest.fixture
def punished(copied: Program) -> Program:
    copied.said("add", SENTENCE)
    return copied


@pytest.mark.parametrize(("words", "code", "told"), LEFT_ALONE, ids=[one[0] for one in LEFT_ALONE])
def test_what_names_no_organ_or_several_is_not_guessed(punished: Program, words: str, code: int, told: str) -> None:
    assert told in punished.said("list", "--institution", words, code=code)


@pytest.mark.parametrize("words", FORMS)
def test_an_organ_is_found_by_the_form_of_its_name(punished: Program, words: str) -> None:
    assert found(punished, "--institution", words) == [10]


def test_before_a_record_has_it_that_is_said(copied: Program) -> None:
    told = "no record names the Samsu County Party Committee yet: it is added with the first that does"
    assert told in copied.said("list", "--institution", FORMS[0], code=4)
    copied.said("add", SENTENCE)
    assert found(copied, "--institution", FORMS[0]) == [10]
    copied.said("undo")
    assert told in copied.said("list", "--institution", FORMS[0], code=4)


@pytest.mark.parametrize(("words", "code", "told"), LEFT_ALONE, ids=[one[0] for one in LEFT_ALONE])
def test_show_guesses_no_more_than_filters_do(punished: Program, words: str, code: int, told: str) -> None:
    assert told in punished.said("institution", "show", words, code=code)


@pytest.mark.parametrize("words", ["the Samsu County Party", "삼수군 당위원회"])
def test_every_command_takes_a_form_of_the_name(punished: Program, words: str) -> None:
    assert punished.out("institution", "show", words).startswith("Samsu County Party Committee\ncode")
    assert punished.out("institution", "tree", words).startswith("Samsu County Party Committee")
    (hit,) = json.loads(punished.out("institution", "search", words, "--limit", "1", "--format", "json"))
    assert hit["name"] == "Samsu County Party Committee"
    assert "recorded\n  name: Samsu County Party Committee\n" in punished.out("history", "--institution", words)
    assert "institutions" in punished.said("edit", "1", "--institution", f"{words}: target")
    assert "called the Party there" in punished.said("institution", "alias", "add", words, "the Party there")


def test_an_open_name_is_settled_by_a_form(punished: Program) -> None:
    punished.said("edit", "10", "--open-institution", "the committee")
    said = punished.said("institution", "resolve", "the committee", "Samsu county party", "--yes")
    assert "the committee is Samsu County Party Committee" in said


def test_searching_finds_no_organ_before_a_record_has_it(copied: Program) -> None:
    assert "0 found for 'Samsu county party'" in copied.said("institution", "search", "Samsu county party")
