"""All names of a set found in running text, in one pass over its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from incidents.lexicon.words import Words
from incidents.model.key import fold

T = TypeVar("T")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,}")
_LONG = 3
"""A loose name of as many words is recognised without its capitals; a text in capitals must be longer than that."""
_NAMES = ""
"""The key under which a node of the trie keeps the names that end there; no word is empty."""

_Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Names found at one place of the text, and all that bear them; `first` and `last` are indexes of words."""

    start: int
    end: int
    first: int
    last: int
    found: tuple[T, ...]


class Matcher(Generic[T]):
    """Names as (name, value) pairs; `loose` names of several words need no capitals.

    Forms are compared folded (case, accents, apostrophes, hyphens, full stops). Then the capitals are held against the
    text: an abbreviation must be written in capitals, any other name must have its capitals where the name has them.
    A single word at the start of a sentence is no name if it also stands in the text without a capital.
    """

    def __init__(self, names: Iterable[tuple[str, T]], *, loose: bool = False) -> None:
        self._root: _Node = {}
        for name, value in names:
            words = fold(name).split()
            node = self._root
            for word in words:
                node = node.setdefault(word, {})
            if words:
                node.setdefault(_NAMES, []).append((value, name, loose and len(words) >= _LONG))

    def exact(self, name: str) -> tuple[T, ...]:
        """What bears this very name, folded."""
        node: _Node | None = self._root
        for word in fold(name).split():
            node = node.get(word) if node else None
        return tuple(value for value, _, _ in node.get(_NAMES, ())) if node else ()

    def find(self, words: Words) -> list[Hit[T]]:
        """The longest names from left to right, none overlapping another."""
        return list(self._scan(words))

    def _scan(self, words: Words) -> Iterator[Hit[T]]:
        root, bare, free = self._root, words.bare, 0
        for k, key in enumerate(words.keys):
            if k >= free and (key in root or (k in bare and bare[k][0] in root)):
                hit = self._longest(words, k)
                if hit:
                    yield hit
                    free = hit.last + 1

    def _longest(self, words: Words, first: int) -> Hit[T] | None:
        """The longest name that begins with the word `first`; only the last word of a name can be a possessive."""
        best: Hit[T] | None = None
        node: _Node | None = self._root
        k, count = first, len(words.keys)
        while node is not None and k < count and (k == first or words.close(k - 1)):
            following: _Node | None = node.get(words.keys[k])
            best = self._ended(words, first, k, words.ends[k], following) or best
            if k in words.bare:
                key, end = words.bare[k]
                best = self._ended(words, first, k, end, node.get(key)) or best
            node, k = following, k + 1
        return best

    def _ended(self, words: Words, first: int, last: int, end: int, node: _Node | None) -> Hit[T] | None:
        entries = node.get(_NAMES) if node else None
        found = _fitting(words, first, last, end, entries) if entries else ()
        if not found:
            return None
        stop = _with_stop(words.text, words.starts[last], end)
        return Hit(words.starts[first], stop, first, last, found)


def _with_stop(text: str, start: int, end: int) -> int:
    """The end of "U.S." with its last full stop."""
    return end + 1 if "." in text[start:end] and text.startswith(".", end) else end


def _fitting(words: Words, first: int, last: int, end: int, entries: list[tuple[T, str, bool]]) -> tuple[T, ...]:
    written = words.text[words.starts[first] : end]
    found = dict.fromkeys(value for value, form, loose in entries if loose or _capitals(form, written))
    if found and first == last and _ordinary(words, first):
        return ()
    return tuple(found)


def _ordinary(words: Words, k: int) -> bool:
    """Whether a capitalised word at the start of a sentence also stands in the text as an ordinary one."""
    start = words.starts[k]
    if not words.text[start].isupper():
        return False
    before = words.text[max(0, start - 3) : start].rstrip("\"'“‘( ")
    return (not before or before[-1] in ".!?\n:") and words.keys[k] in words.lower


def _capitals(form: str, written: str) -> bool:
    """Whether `written` has the capitals of `form`, or is in capitals altogether."""
    if form == written:
        return True
    if _ABBREVIATION.fullmatch(form):
        return written.replace(".", "") == form.replace(".", "")
    if written.isupper() and len(written) > _LONG:
        return True
    wanted, given = re.split(r"[\s-]+", form), re.split(r"[\s-]+", written)
    if len(wanted) != len(given):
        return form[0].isupper() <= written[0].isupper()
    return all(w[:1].isupper() <= g[:1].isupper() or w in _DIRECTIONS for w, g in zip(wanted, given, strict=True))


_DIRECTIONS = frozenset("Northeast Northwest Southeast Southwest Northern Southern Eastern Western Central".split())
"""Words of a name that are also written small: "northeast China"."""
