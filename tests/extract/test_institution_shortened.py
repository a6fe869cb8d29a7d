"""An institution that is named in full and then by the end of its name."""

from collections.abc import Callable

import pytest

from incidents.model.finding import InstitutionMention

Read = Callable[..., tuple[InstitutionMention, ...]]

FULL = "The Hyesan Shoe Trading Company was shut. "

LEFT_ALONE = [
    ("The Russian defense ministry spoke. Then the defense ministry spoke.", "defense ministry"),
    (FULL + "Another trading company was shut.", "trading company"),
    (FULL + "Trading company staff fled.", "Trading company"),
    (FULL + "The trading company of Musan was shut.", "trading company"),
    ("Then the trading company was shut. " + FULL, "trading company"),
    (FULL + "Then the company was shut.", "company"),
    (FULL + "The Musan Coal Trading Company was shut. The trading company had paid.", "trading company"),
]


@pytest.mark.parametrize(("text", "words"), LEFT_ALONE)
def test_left_alone(bodies: Read, text: str, words: str) -> None:
    assert [one.text for one in bodies(text) if "in short" in one.reason and one.text == words] == []


TWO = "The cement factory in Sariwon burned. The cement factory in Sunchon did too. The cement factory had no water."


def test_of_two_of_a_kind_it_stands_for_neither(bodies: Read) -> None:
    assert [one.text for one in bodies(TWO)] == ["cement factory in Sariwon", "cement factory in Sunchon"]


NAME = "Hyesan Shoe Trading Company"
SHORTENED = [
    (FULL + "The trading company had no shoes.", "trading company", NAME),
    (FULL + "Its Shoe Trading Company was shut for good.", "Shoe Trading Company", NAME),
    (FULL + "Nobody trusts the Trading Company's clerks.", "Trading Company", NAME),
    (FULL + "In Musan it froze. A mine fell in. That trading company owned it.", "trading company", NAME),
    (
        "The cement factory in Sariwon burned. The cement factory had no water.",
        "cement factory",
        "cement factory in Sariwon",
    ),
    (
        "The Joint Chiefs of Staff in Seoul spoke of North Korea. The Joint Chiefs said more.",
        "Joint Chiefs",
        "Joint Chiefs of Staff",
    ),
    (
        "The State Emergency Anti-Epidemic Headquarters met. The anti-epidemic headquarters sealed the town.",
        "anti-epidemic headquarters",
        "State Emergency Anti-Epidemic Headquarters",
    ),
]


@pytest.mark.parametrize(("text", "words", "full"), SHORTENED)
def test_the_end_of_a_name_stands_for_it(bodies: Read, text: str, words: str, full: str) -> None:
    first = next(one for one in bodies(text) if one.text == full)
    short = next(one for one in bodies(text) if one.text == words)
    assert (short.code, short.made, short.anaphoric) == (first.code, first.made, True)
    assert short.reason == f"“{full}” before, in short"
