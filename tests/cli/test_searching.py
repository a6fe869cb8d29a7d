"""`place search` and `institution search`: what is there, in which order, and why."""

import json

import pytest

from tests.cli.conftest import Program

LEFT_OUT = [
    ("place", "Onchon", {"KP-03.sonchon.airfield", "KP-04.jonchon.rock-drill"}),
    ("institution", "NSA", {"kp.unsan-mine", "kp.wonsan-shipyard"}),
    ("place", "ang", {"KP-10", "KP-01"}),
]
"""What has the letters in the middle of a word only."""
FIRST = [
    ("place", "Onchon", "KP-14.onchon", "called"),
    ("place", "Chinnampo", "KP-14", "called"),
    ("place", "성진", "KP-09.kimchaek", "called"),
    ("place", "Ch\u2019\u014fngjin", "KP-09.chongjin", "called"),
    ("place", "Cheongjin", "KP-09.chongjin", "called"),
    ("place", "Hoiryung", "KP-09.hoeryong", "spelled"),
    ("place", "Hamheu", "KP-08.hamhung", "begins"),
    ("place", "Kang", "KP-07", "begins"),
    ("place", "KP-10.sams", "KP-10.samsu", "begins"),
    ("place", "Copper Hyesan", "KP-10.hyesan.youth-copper-mine", "word"),
    ("place", "무산광산", "KP-09.musan.mine", "called"),
    ("institution", "국가보", "kp.mss", "begins"),
    ("place", "Hyesna", "KP-10.hyesan", "similar"),
    ("institution", "보위부", "kp.mss", "called"),
    ("institution", "통일전선부", "kp.wpk.ufd", "called"),
    ("institution", "Organization and Guid", "kp.wpk.ogd", "begins"),
    ("institution", "guidance org", "kp.wpk.ogd", "word"),
]


def found(program: Program, noun: str, words: str) -> list[tuple[str, str]]:
    rows = json.loads(program.out(noun, "search", words, "--format", "json"))
    return [(row["code"], row["match"]) for row in rows]


@pytest.mark.parametrize(("noun", "words", "codes"), LEFT_OUT)
def test_letters_inside_a_word_are_not_found(stocked: Program, noun: str, words: str, codes: set[str]) -> None:
    rows = found(stocked, noun, words)
    assert not codes & {code for code, how in rows if how != "similar"}


@pytest.mark.parametrize("words", ["", "  ", "!?", "\u3000"])
@pytest.mark.parametrize("noun", ["place", "institution"])
def test_nothing_to_look_for_is_wrong_usage(stocked: Program, noun: str, words: str) -> None:
    assert "say what to look for" in stocked.said(noun, "search", words, code=2)


@pytest.mark.parametrize(("noun", "words", "code", "how"), FIRST)
def test_the_best_is_first_and_says_how(stocked: Program, noun: str, words: str, code: str, how: str) -> None:
    assert found(stocked, noun, words)[0] == (code, how)


def test_what_is_only_like_it_comes_last(stocked: Program) -> None:
    ways = [how for _, how in found(stocked, "place", "Onchon")]
    assert ways == sorted(ways, key=("called", "begins", "word", "similar").index)
    assert ("KP-03.sonchon", "similar") in found(stocked, "place", "Onchon")
    assert stocked.said("place", "search", "Onchon").startswith("3 found for 'Onchon', and 2 like it\n")
    assert stocked.said("place", "search", "Hyesna") == "0 found for 'Hyesna'; 3 like it\n"


def test_the_table_says_why(stocked: Program) -> None:
    shown = stocked.out("place", "search", "Chinnampo")
    assert shown.splitlines()[1].split("  ")[-1] == "called Chinnampo, until 1952"
    assert stocked.out("place", "search", "KP-10").splitlines()[1].endswith("its code")
    assert "called so" in stocked.out("place", "search", "Onchon")
    assert "in its name" in stocked.out("place", "search", "Copper Hyesan")


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "md"])
def test_every_format_says_what_matched(stocked: Program, form: str) -> None:
    shown = stocked.out("institution", "search", "보위부", "--format", form)
    assert "kp.mss" in shown
    assert "called" in shown


def test_a_full_list_says_that_there_may_be_more(stocked: Program) -> None:
    assert "--limit 4" in stocked.said("place", "search", "hyesan", "--limit", "2")
    assert "--limit" not in stocked.said("place", "search", "Chinnampo")
