r"""A text in one line that a person can edit: what cannot be seen or typed stands as `\x1b`, a backslash as `\\`."""

import re
import unicodedata

_ESCAPED = re.compile(r"\\(?:(\\)|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_LONE = range(0xD800, 0xE000)


def written(text: str, also: str = "") -> str:
    r"""`text` in one line: line ends, control characters, blanks at the ends and the characters of `also` escaped.

    `typed` gives the very same text back.
    """
    body = "".join(_one(letter, also) for letter in text)
    head = len(body) - len(body.lstrip())
    tail = len(body.rstrip()) if body.strip() else head
    return "".join((*map(_escaped, body[:head]), body[head:tail], *map(_escaped, body[tail:])))


def typed(words: str) -> str:
    """The text of words that somebody typed; a backslash that begins no escape stands for itself."""
    return _ESCAPED.sub(_meant, words.strip())


def _one(letter: str, also: str) -> str:
    if letter == "\\":
        return r"\\"
    seen = letter.isprintable() or unicodedata.category(letter) == "Zs"
    return letter if seen and letter not in also else _escaped(letter)


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _meant(found: re.Match[str]) -> str:
    if found[1]:
        return "\\"
    code = int(found[2] or found[3] or found[4], 16)
    return found[0] if code > 0x10FFFF or code in _LONE else chr(code)
