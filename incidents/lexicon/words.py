"""Running text as words for matching: one linear pass, shared by all sets of names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from incidents.model.key import fold

_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_GAP = re.compile(r"[ \t\n-]{1,3}|['’ʼ] |\. ?")
_DOTTED_BEFORE = 2
"""A full stop inside a name follows an initial or a word as short as "St"; after a longer one it ends a sentence."""


class Word(NamedTuple):
    """A word of the text: its place, its folded form, and, of a possessive, the form without and its end."""

    start: int
    end: int
    key: str
    bare: str
    bare_end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in their order, and which of them also stand there without a capital."""

    text: str
    words: Sequence[Word]
    lower: frozenset[str]

    def joined(self, first: int, last: int) -> bool:
        """Whether the words `first` to `last` stand so close that they can be one name."""
        return all(self._close(k) for k in range(first, last))

    def _close(self, k: int) -> bool:
        left, right = self.words[k], self.words[k + 1]
        gap = self.text[left.end : right.start]
        if gap == " ":
            return True
        if not _GAP.fullmatch(gap) or "\n\n" in gap:
            return False
        return "." not in gap or left.end - left.start <= _DOTTED_BEFORE


def split(text: str) -> Words:
    """The words of `text`."""
    words: list[Word] = []
    lower: set[str] = set()
    for found in _WORD.finditer(text):
        raw, start, end = found[0], found.start(), found.end()
        if raw.isascii() and raw.isalnum():
            key = bare = raw.lower()
            bare_end = end
        else:
            core = _POSSESSIVE.sub("", raw)
            key, bare, bare_end = fold(raw), fold(core), start + len(core)
        if raw[0].islower():
            lower.add(key)
        words.append(Word(start, end, key, bare, bare_end))
    return Words(text, words, frozenset(lower))
