"""Columns of a terminal: Hangul takes two."""

import pytest

from incidents.output.width import cut, pad, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("Hyesan", 6), ("혜산", 4), ("혜산 (Hyesan)", 13), ("e\u0301", 1), ("\u200bHyesan", 6), ("…–", 2)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("Hyesan", 6, "Hyesan"),
        ("혜산시", 6, "혜산시"),
        ("Hyesan", 5, "Hyes…"),
        ("Two words", 5, "Two…"),
        ("혜산시", 5, "혜산…"),
        ("혜산시", 4, "혜…"),
        ("Hyesan", 1, "…"),
    ],
)
def test_cut(text: str, columns: int, expected: str) -> None:
    assert cut(text, columns) == expected
    assert width(cut(text, columns)) <= columns


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("", 5, [""]),
        ("short", 5, ["short"]),
        ("two words", 9, ["two words"]),
        ("two words", 8, ["two", "words"]),
        ("a long-word here", 6, ["a", "long-w", "ord", "here"]),
        ("양강도 혜산시", 8, ["양강도", "혜산시"]),
        ("양강도혜산시", 5, ["양강", "도혜", "산시"]),
        ("양", 1, ["양"]),
    ],
)
def test_wrap(text: str, columns: int, expected: list[str]) -> None:
    assert wrap(text, columns) == expected


def test_wrap_loses_no_word() -> None:
    words = "The 양강도 party committee met for 3 days in 혜산 about supercalifragilistic matters"
    for columns in range(2, 90):
        assert "".join(wrap(words, columns)).replace(" ", "") == words.replace(" ", "")
        assert all(width(line) <= columns for line in wrap(words, columns))


def test_pad_counts_columns() -> None:
    assert pad("혜산", 6) == "혜산  "
    assert pad("12", 4, right=True) == "  12"


def test_wrap_breaks_alike_whether_plain_or_not() -> None:
    words = "a long-word-without-any-end here, and then  some more of it to go on with"
    for columns in range(1, 80):
        plain = wrap(words, columns)
        assert wrap(words.replace("a", "à"), columns) == [line.replace("a", "à") for line in plain]
