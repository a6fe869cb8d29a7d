"""The characters of a report as the screen shows them, and how many columns each takes."""

from functools import cache
from unicodedata import category

from incidents.output.width import width

UNSHOWN = "\ufffd"
"""Stands for a control character, which would command the terminal."""


@cache
def glyph(character: str) -> str:
    """What is shown of one character: nothing of a direction mark, a space for a tab, itself for most."""
    kind = category(character)
    if character in "\t\n\r\v\f\x85" or kind in ("Zl", "Zp", "Zs"):
        return " "
    if kind == "Cf":
        return ""
    return UNSHOWN if kind in ("Cc", "Cs", "Cn", "Co") else character


@cache
def columns(character: str) -> int:
    """The columns that it takes: two for Hangul and Chinese, none for a combining mark."""
    return width(glyph(character))


def shown(text: str) -> str:
    """A text as it is shown."""
    return text if text.isascii() and text.isprintable() else "".join(map(glyph, text))
