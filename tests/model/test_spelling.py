"""The Southern spelling of Northern words, and names in both."""

import pytest

from incidents.model.spelling import southern, spellings

LEFT_ALONE = ["", "평양", "나남", "신의주", "3호", "TV", "네팔", "누리"]


@pytest.mark.parametrize("word", LEFT_ALONE)
def test_left_alone(word: str) -> None:
    assert southern(word) == word


SPELLED = [
    ("량강", "양강"),
    ("라남", "나남"),
    ("락원", "낙원"),
    ("로동당", "노동당"),
    ("룡천", "용천"),
    ("류경", "유경"),
    ("렬사", "열사"),
    ("례성강", "예성강"),
    ("리원", "이원"),
    ("림강", "임강"),
    ("녕변", "영변"),
    ("녀성", "여성"),
    ("뉴경", "유경"),
]


@pytest.mark.parametrize(("north", "south"), SPELLED)
def test_first_syllable(north: str, south: str) -> None:
    assert southern(north) == south


def test_a_name_in_both_halves_spellings() -> None:
    pairs = [("로동", "노동"), ("련합", "연합")]
    assert set(spellings("조선로동당", pairs)) == {"조선로동당", "조선노동당"}
    assert set(spellings("락원기계연합기업소", pairs)) == {
        "락원기계연합기업소",
        "락원기계련합기업소",
        "낙원기계연합기업소",
        "낙원기계련합기업소",
    }
