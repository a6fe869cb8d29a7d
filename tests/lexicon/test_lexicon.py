"""The lexicon over the shipped seeds: lookups by name, trees, and the work that it costs."""

import pytest

from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from tests.work import steps

MOST = 100
"""Steps a word; a matcher made anew takes ten times as many for such a text (seconds: tests/benchmarks/names.py)."""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(read_reference(), read_phrases("en"))


SPELLINGS = [
    ("KP-10", ("Ryanggang", "yanggang", "Yangkang", "Ryanggang-do", "Ryanggang Province", "량강도", "양강도", "량강")),
    ("KP-09", ("North Hamgyong", "North Hamkyung", "함경북도")),
    ("KP-10.hyesan", ("Hyesan", "Hyeson", "혜산", "혜산시", "Hyesan City")),
    ("KP-14", ("Nampo", "Nampho", "남포", "남포시")),
    ("KP-09.hoeryong", ("Hoeryong", "Hoiryeong", "회령")),
]


@pytest.mark.parametrize(("code", "names"), SPELLINGS)
def test_spellings_are_one_place(lexicon: Lexicon, code: str, names: tuple[str, ...]) -> None:
    assert {name: lexicon.gazetteer.codes(name) for name in names} == dict.fromkeys(names, (code,))


def test_an_ambiguous_name_gives_all(lexicon: Lexicon) -> None:
    assert set(lexicon.gazetteer.codes("Unsan")) >= {"KP-02.unsan", "KP-03.unsan"}


def test_a_near_miss_is_suggested_and_never_found(lexicon: Lexicon) -> None:
    assert lexicon.gazetteer.codes("Hyesann") == ()
    assert lexicon.gazetteer.suggest("Hyesann")[0] == "KP-10.hyesan"
    assert lexicon.institutions.codes("Ministry of State Securty") == ()
    assert "kp.mss" in lexicon.institutions.suggest("Ministry of State Securty")


def test_a_place_is_under_its_parents_of_today_then_and_by_usage(lexicon: Lexicon) -> None:
    above = lexicon.gazetteer.above("KP-14.onchon")
    assert {"KP-14.onchon", "KP-14", "KP-02", "KP"} <= above
    assert not lexicon.gazetteer.under("KP-14.onchon", "KP-03")
    assert lexicon.gazetteer.country("KP-10.samsu.posong") == "KP"


def test_names_of_one_organ_are_one(lexicon: Lexicon) -> None:
    names = ("State Security Department", "bowibu", "국가보위성", "보위부")
    assert {lexicon.institutions.codes(name) for name in names} == {("kp.mss",)}
    assert lexicon.institutions.codes("National Security Agency") == ("kp.mss", "us.nsa")
    assert lexicon.institutions.under("kp.mss.overseas-counterintelligence", "kp.mss")


def test_names_are_taken_apart_once_and_a_text_is_then_matched_in_a_few_steps_a_word(lexicon: Lexicon) -> None:
    text = "The Ministry of State Security searched homes in Hyesan, Ryanggang Province, a source said on Monday. " * 20
    words = len(text.split())
    lexicon.names("Hyesan")
    assert steps(lambda: lexicon.names(text)) < MOST * words
    assert steps(lambda: lexicon.names(text)) < words, "the last answer is kept"


def test_the_rules_of_an_annotator_are_made_once(lexicon: Lexicon) -> None:
    assert lexicon.compiled(_rules) is lexicon.compiled(_rules)


def _rules(lexicon: Lexicon) -> list[str]:
    return [lexicon.reference.version]
