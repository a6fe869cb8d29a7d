"""Sentences of a block."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon

_CANDIDATE = re.compile(r"(?:\.{1,4}|[!?…]{1,3}|。)[\"')\]]{0,3}(?=\s+[\"'(\[]{0,2}(\w+))")
_LAST_WORD = re.compile(r"[\w.'&-]{1,20}$")
_LOOK_BACK = 24
_SHORT = frozenset({"title", "number", "open"})
"""The kinds of abbreviations."""
_LONGEST = 1500
"""No sentence is longer; a text without full stops is read in pieces, so that the time grows with its length only."""


class Abbreviations(NamedTuple):
    """Words with a full stop after which a sentence does not end; `kinds` by the word in lower case."""

    kinds: Mapping[str, str]
    starters: frozenset[str]
    says: re.Pattern[str]
    """What goes on with a sentence after a question in quotation marks: " the guard asked"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `abbreviations.csv`: `title` never ends one, `number` not before a digit, `open` before a starter."""
        rows = [(row["kind"], row["words"].lower()) for row in lexicon.rows("abbreviations")]
        starters, articles, verbs = (
            frozenset(words for kind, words in rows if kind == wanted) for wanted in ("starter", "article", "says")
        )
        name = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}"
        says = rf"\s+[\"']?(?:{alternatives(articles)} )?{name} {alternatives(verbs)}\b"
        return cls({words: kind for kind, words in rows if kind in _SHORT}, starters, re.compile(says))

    def end(self, word: str, following: str) -> bool:
        """Whether a sentence can end after `word` and its full stop if `following` comes next."""
        if len(word) == 1 and word.isupper():
            return False
        kind = self.kinds.get(word.lower())
        if kind is None:
            return True
        if kind == "number":
            return not following[0].isdigit()
        return kind == "open" and following.lower() in self.starters


def split(text: str, start: int, end: int, abbreviations: Abbreviations) -> Iterator[tuple[int, int]]:
    """The spans of the sentences between `start` and `end`, without the white space around them."""
    begin = start
    for found in _CANDIDATE.finditer(text, start, end):
        if found.start() < begin or not _ends(text, found, abbreviations):
            continue
        yield from _pieces(text, *_trimmed(text, begin, found.end()))
        begin = found.end()
    if text[begin:end].strip():
        yield from _pieces(text, *_trimmed(text, begin, end))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence; one that is too long to be one in pieces, parted at its last white space."""
    while end - start > _LONGEST:
        last = max(text.rfind(space, start + 1, start + _LONGEST) for space in " \n\t")
        part = last if last > 0 else start + _LONGEST
        yield _trimmed(text, start, part)
        start, end = _trimmed(text, part, end)
    yield start, end


def _ends(text: str, found: re.Match[str], abbreviations: Abbreviations) -> bool:
    following = found[1]
    if following[0].islower():
        return False
    if found[0].rstrip("\"')]") == ".":
        before = _LAST_WORD.search(text, max(0, found.start() - _LOOK_BACK), found.start())
        if before and not abbreviations.end(before[0].strip("'-"), following):
            return False
    return not (found[0][-1] == '"' and found[0][0] in "!?" and abbreviations.says.match(text, found.end()))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
