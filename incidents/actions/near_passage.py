"""The passage of a text that is most like words which do not stand in it: shown to who typed them, never taken."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from heapq import nlargest

_WORD = re.compile(r"\w+")
_LIKE = 0.8
_TRIED = 8
"""So many passages that share the most words are compared letter by letter."""
_FAR = 2_000_000
"""Characters of a text that are looked through: a hint is not worth more than a second."""
_LONG = 40
"""Passages of more words are compared word by word."""


def nearest(text: str, quote: str) -> str:
    """The passage of as many words as `quote` that is very like it; empty if none is."""
    asked = [word.casefold() for word in _WORD.findall(quote)]
    words = [(found.start(), found.end(), found[0].casefold()) for found in _WORD.finditer(text, 0, _FAR)]
    plain = [word for _, _, word in words]
    best = nlargest(_TRIED, _shared(plain, asked))
    scored = [(_likeness(plain[-at : len(asked) - at], asked), at) for _, at in best]
    likeness, at = max(scored, default=(0.0, 0))
    return text[words[-at][0] : words[len(asked) - at - 1][1]] if likeness >= _LIKE else ""


def _shared(words: Sequence[str], asked: Sequence[str]) -> Iterator[tuple[int, int]]:
    """For each place where so many words stand: how many are shared, and minus the place (so that the first wins)."""
    need, have, shared = Counter(asked), Counter[str](), 0
    for at, word in enumerate(words):
        have[word] += 1
        shared += have[word] <= need[word]
        start = at + 1 - len(asked)
        if start < 0 or not asked:
            continue
        yield shared, -start
        shared -= have[words[start]] <= need[words[start]]
        have[words[start]] -= 1


def _likeness(words: Sequence[str], asked: Sequence[str]) -> float:
    if len(asked) > _LONG:
        return SequenceMatcher(None, words, asked, autojunk=False).ratio()
    return SequenceMatcher(None, " ".join(words), " ".join(asked), autojunk=False).ratio()
