"""All names of a set found in running text, in one pass over its words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from incidents.lexicon.words import Word, Words
from incidents.model.key import fold

T = TypeVar("T")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,}")
_LATIN = re.compile(r"[A-Za-z]")
_LONG = 3
"""A name of an institution with as many words is recognised without its capitals too."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Names found at one place of the text, and all that bear them; `first` and `last` are indexes of words."""

    start: int
    end: int
    first: int
    last: int
    found: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    value: T
    form: str
    """The name as written; its capitals are asked for in the text."""
    loose: bool


class Matcher(Generic[T]):
    """Names as (name, value) pairs; `loose` names of several words need no capitals.

    Forms are compared folded (case, accents, apostrophes, hyphens, full stops). Then the capitals are held against the
    text: an abbreviation must be written in capitals, any other name must have its capitals where the name has them.
    A single word at the start of a sentence is no name if it also stands in the text without a capital.
    """

    def __init__(self, names: Iterable[tuple[str, T]], *, loose: bool = False) -> None:
        self._entries: dict[str, list[_Entry[T]]] = defaultdict(list)
        self._lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for name, value in names:
            key = fold(name)
            if not key or not _LATIN.search(key):
                continue
            self._entries[key].append(_Entry(value, name, loose and key.count(" ") >= _LONG - 1))
            lengths[key.partition(" ")[0]].add(key.count(" ") + 1)
        for first, found in lengths.items():
            self._lengths[first] = tuple(sorted(found, reverse=True))

    def find(self, words: Words) -> list[Hit[T]]:
        """The longest names from left to right, none overlapping another."""
        return list(self._scan(words))

    def _scan(self, words: Words) -> Iterator[Hit[T]]:
        tokens, lengths, k = words.words, self._lengths, 0
        while k < len(tokens):
            token = tokens[k]
            wanted = lengths.get(token.key) or (lengths.get(token.bare) if token.bare != token.key else None)
            hit = self._longest(words, k, wanted) if wanted else None
            if hit:
                yield hit
            k = hit.last + 1 if hit else k + 1

    def _longest(self, words: Words, k: int, lengths: Sequence[int]) -> Hit[T] | None:
        tokens = words.words
        for length in lengths:
            last = k + length - 1
            if last >= len(tokens):
                continue
            head = " ".join([word.key for word in tokens[k:last]])
            for tail, end in _endings(tokens[last]):
                entries = self._entries.get(f"{head} {tail}" if head else tail)
                if entries and words.joined(k, last):
                    found = _fitting(words, k, last, end, entries)
                    if found:
                        return Hit(tokens[k].start, end, k, last, found)
        return None


def _endings(word: Word) -> tuple[tuple[str, int], ...]:
    whole = (word.key, word.end)
    return (whole,) if word.bare == word.key else (whole, (word.bare, word.bare_end))


def _fitting(words: Words, first: int, last: int, end: int, entries: list[_Entry[T]]) -> tuple[T, ...]:
    written = words.text[words.words[first].start : end]
    found = dict.fromkeys(entry.value for entry in entries if entry.loose or _capitals(entry.form, written))
    if found and first == last and _ordinary(words, words.words[first]):
        return ()
    return tuple(found)


def _ordinary(words: Words, word: Word) -> bool:
    """Whether a capitalised word at the start of a sentence also stands in the text as an ordinary one."""
    if word.key not in words.lower or not words.text[word.start].isupper():
        return False
    before = words.text[max(0, word.start - 3) : word.start].rstrip("\"'“‘( ")
    return not before or before[-1] in ".!?\n:"


def _capitals(form: str, written: str) -> bool:
    """Whether `written` has the capitals of `form`, or is in capitals altogether."""
    if _ABBREVIATION.fullmatch(form):
        return written.replace(".", "") == form.replace(".", "")
    if written.isupper() and len(written) > _LONG:
        return True
    wanted, given = re.split(r"[\s-]+", form), re.split(r"[\s-]+", written)
    if len(wanted) != len(given):
        return form[0].isupper() <= written[0].isupper()
    return all(w[:1].isupper() <= g[:1].isupper() for w, g in zip(wanted, given, strict=True))
