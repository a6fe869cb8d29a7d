"""How many columns of a terminal a text takes: Hangul and Chinese characters take two."""

from functools import cache

ELLIPSIS = "…"


def width(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_one, text))


def cut(text: str, columns: int) -> str:
    """`text` in at most so many columns, ending in an ellipsis if something was cut off."""
    if width(text) <= columns:
        return text
    head, _ = _split(text, max(columns - 1, 0))
    return head.rstrip() + ELLIPSIS


def wrap(text: str, columns: int) -> list[str]:
    """The lines of `text` at most so many columns wide, broken at spaces; a longer word is broken where it must be."""
    if width(text) <= columns:
        return [text]
    if text.isascii():
        return _wrapped_ascii(" ".join(text.split()), columns)
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined) > columns and line:
            lines.append(line)
            joined = word
        *full, line = _broken(joined, columns)
        lines += full
    return [*lines, line] if line else lines or [""]


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """`text` filled up with spaces to so many columns."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def _wrapped_ascii(text: str, columns: int) -> list[str]:
    """The same where every character takes one column, several times as fast."""
    lines = []
    while len(text) > columns:
        end = text.rfind(" ", 0, columns + 1)
        if end <= 0:
            end = columns
        lines.append(text[:end])
        text = text[end:].lstrip()
    return [*lines, text] if text else lines or [""]


def _broken(word: str, columns: int) -> list[str]:
    pieces: list[str] = []
    while width(word) > columns:
        head, word = _split(word, columns)
        if not head:
            return [*pieces, word]
        pieces.append(head)
    return [*pieces, word]


def _split(text: str, columns: int) -> tuple[str, str]:
    taken = 0
    for index, character in enumerate(text):
        taken += _one(character)
        if taken > columns:
            return text[:index], text[index:]
    return text, ""


@cache
def _one(character: str) -> int:
    from unicodedata import combining, east_asian_width  # noqa: PLC0415  most texts need it for no character

    if combining(character) or character in "\u200b\u200c\u200d\ufeff":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
