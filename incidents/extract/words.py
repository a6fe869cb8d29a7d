"""The words of a sentence, for matching phrases: no quotation marks, possessives and contractions split off."""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"['’](?:s|t|re|ve|ll|d|m)\b|(?:[A-Z]\.){2,}|\d[\d,.]*\d|\w+(?:[-–]\w+)*|[,;:()\[\]—!?…]|--|(?<=\s)[-–](?=\s)"
)
_CAPITALS = {"US": "u.s", "UN": "u.n", "WHO": "w.h.o", "IT": "i.t", "May": "may.", "March": "march."}
"""Abbreviations and months that without their capitals are ordinary words, or part of a name."""
_KEPT = 64
"""So many sentences and parts of them are kept ready."""
_MARKS = frozenset(",;:()[]—!?…–-") | {"--"}


class Word(NamedTuple):
    """A word or a mark with its offsets in the document's clean text; `key` is its lower case, `'` straight."""

    start: int
    end: int
    key: str
    name: bool = False
    """Written with a capital."""
    opens: bool = False
    """A quotation mark, or a comma with one, stands directly before it."""

    @property
    def mark(self) -> bool:
        """Whether it is punctuation."""
        return self.key in _MARKS


@lru_cache(_KEPT)
def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `text` from `start` to `end`, in order; kept for a while, for each act of a sentence asks anew."""
    return tuple(_word(text, found) for found in _WORD.finditer(text, start, end))


def _word(text: str, found: re.Match[str]) -> Word:
    raw = found[0]
    before = text[found.start() - 1] if found.start() else " "
    key = _CAPITALS.get(raw) or raw.lower().replace("’", "'").rstrip(".")
    return Word(found.start(), found.end(), key, raw[:1].isupper(), before in "\"“‘'")


def position(tokens: tuple[Word, ...], offset: int) -> int:
    """The index of the first word that starts at or after `offset`; their number if none does."""
    return next((k for k, word in enumerate(tokens) if word.start >= offset), len(tokens))
