"""The pattern language: forms, alternatives, gaps, and what a gap does not cross."""

import pytest

from incidents.extract.inflect import noun_forms, verb_forms
from incidents.extract.pattern import Grammar, Matcher
from incidents.extract.words import words

GRAMMAR = Grammar({"people": frozenset({"soldier", "man"})}, {"man": ("men", "men"), "hold": ("held", "held")})


def found(pattern: str, text: str) -> list[str]:
    tokens = words(text, 0, len(text))
    matches = Matcher([GRAMMAR.compile(pattern)]).find(tokens)
    return [text[tokens[m.start].start : tokens[m.end - 1].end] for m in matches]


CASES = [
    ("hold:v ~ meeting:n", "They talked about the meeting.", []),
    ("hold:v ~ meeting:n", "They held, it is said, a meeting.", []),
    ("hold:v ~1 meeting:n", "They held a very long meeting.", []),
    ("hold:pp", "They hold it.", []),
    ("hold:v ~ meeting:n", "They held a long meeting.", ["held a long meeting"]),
    ("hold:v ~ meeting:n", 'They held a "secret" meeting.', ['held a "secret" meeting']),
    ("meeting:n ~ hold:pp", "The meeting, which was held in May, was long.", ["meeting, which was held"]),
    ("price:n ~ rise:v|fall:v", "The price in Hyesan, Ryanggang Province, fell.", []),
    ("price:n ~ rise:v|drop:v", "The price in Hyesan, Ryanggang Province, dropped.", [
        "price in Hyesan, Ryanggang Province, dropped"
    ]),
    ("arrest:v ~ <people>", "They arrested two men.", ["arrested two men"]),
    ("arrest:v ~ #", "They arrested some 40.", ["arrested some 40"]),
    ("carry:v out? ~ drill:n", "It carried out drills and carries a drill.", ["carried out drills", "carries a drill"]),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "text", "expected"), CASES)
def test_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["", "~ word", "out? of", "<nobody>", "word:x"])
def test_refused(pattern: str) -> None:
    if pattern == "~ word":
        assert GRAMMAR.compile(pattern).elements[0].gap == 3
        return
    with pytest.raises(ValueError, match=r"pattern|class|kind"):
        GRAMMAR.compile(pattern)


VERBS = [
    ("execute", {"executes", "executed", "executing"}),
    ("stop", {"stops", "stopped", "stopping"}),
    ("deny", {"denies", "denied", "denying"}),
    ("flee", {"flees", "fleed", "fleeing"}),
    ("crash", {"crashes", "crashed", "crashing"}),
    ("deploy", {"deploys", "deployed", "deploying"}),
]


@pytest.mark.parametrize(("lemma", "forms"), VERBS)
def test_regular_verbs(lemma: str, forms: set[str]) -> None:
    assert set(verb_forms(lemma, {})) == {lemma, *forms}


def test_irregular_words() -> None:
    assert verb_forms("hold", {"hold": ("held", "held")})["held"] == {"past", "pp"}
    assert noun_forms("man", {"man": ("men", "men")}) == {"man": {"n"}, "men": {"ns"}}
    assert noun_forms("troops", {"troops": ("troops", "troops")}) == {"troops": {"n", "ns"}}
