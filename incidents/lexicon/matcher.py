"""All names of a set found in running text, in one pass over its words."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from incidents.lexicon.words import Words
from incidents.model.key import fold

T = TypeVar("T")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,}")
_PARTS = re.compile(r"[\s-]+")
_SHAPES = 16384
"""So many names are kept taken apart: all that texts come back to."""
_LONG = 3
"""A loose name of as many words is recognised without its capitals; a text in capitals must be longer than that."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Names found at one place of the text, and all that bear them; `first` and `last` are indexes of words."""

    start: int
    end: int
    first: int
    last: int
    found: tuple[T, ...]


Named = tuple[T, str, bool]
"""What bears a name, the name as it is written, and whether it is recognised without its capitals."""
Table = tuple[frozenset[str], dict[str, tuple[int, ...]], dict[str, list[Any]]]
"""Names as plain data: the words that names begin with; by the first two words of longer ones, how many words these

have, most first; and by the folded name what bears it (`Named`).
"""


class Matcher(Generic[T]):
    """Names as (name, value) pairs; `loose` names of several words need no capitals.

    Forms are compared folded (case, accents, apostrophes, hyphens, full stops). Then the capitals are held against the
    text: an abbreviation must be written in capitals, any other name must have its capitals where the name has them.
    A single word at the start of a sentence is no name if it also stands in the text without a capital.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, T]] = (),
        *,
        loose: bool = False,
        small: Collection[str] = (),
        table: Table | None = None,
    ) -> None:
        """`small` are words that need no capital beside a word that has one: "northeast China".

        With a `table`, which was that of a matcher of the same names, nothing else is needed.
        """
        self.table = table or _table(((_lowered(name, small), value) for name, value in names), loose=loose)
        self._firsts, self._lengths, self._named = self.table

    def exact(self, name: str) -> tuple[T, ...]:
        """What bears this very name, folded."""
        return tuple(value for value, _, _ in self._named.get(fold(name), ()))

    def find(self, words: Words) -> list[Hit[T]]:
        """The longest names from left to right, none overlapping another."""
        found: list[Hit[T]] = []
        free, keys, bare = 0, words.keys, words.bare
        for k in self._openings(words):
            if k < free:
                continue
            lengths = self._lengths.get(f"{keys[k]} {keys[k + 1]}") if k + 1 < len(keys) else None
            hit = self._longer(words, k, lengths or ()) if lengths or k + 1 in bare else None
            if hit is None and (keys[k] in self._named or k in bare):
                hit = self._ended(words, k, k)
            if hit:
                found.append(hit)
                free = hit.last + 1
        return found

    def _openings(self, words: Words) -> list[int]:
        """The words that a name can begin with."""
        firsts = self._firsts
        found = [k for k, key in enumerate(words.keys) if key in firsts]
        more = [k for k, (key, _) in words.bare.items() if key in firsts and words.keys[k] not in firsts]
        return sorted(found + more) if more else found

    def _longer(self, words: Words, first: int, lengths: Sequence[int]) -> Hit[T] | None:
        """The longest name of two words and more that begins there; only its last word can be a possessive."""
        if not words.close(first):
            return None
        for last in _lasts(words, first, lengths):
            if hit := self._ended(words, first, last):
                return hit
        return self._ended(words, first, first + 1) if first + 1 in words.bare else None

    def _ended(self, words: Words, first: int, last: int) -> Hit[T] | None:
        """The name from the word `first` to the word `last`, without the "'s" of a possessive if it is one so."""
        before = "".join([f"{key} " for key in words.keys[first:last]])
        if last in words.bare:
            key, end = words.bare[last]
            if found := self._fitting(words, first, last, end, before + key):
                return found
        return self._fitting(words, first, last, words.ends[last], before + words.keys[last])

    def _fitting(self, words: Words, first: int, last: int, end: int, name: str) -> Hit[T] | None:
        entries = self._named.get(name)
        found = _fitting(words, first, last, end, entries) if entries else ()
        if not found:
            return None
        stop = _with_stop(words.text, words.starts[last], end)
        return Hit(words.starts[first], stop, first, last, found)


def _lowered(name: str, small: Collection[str]) -> str:
    """`northeast China` for `Northeast China`; a name of such words only stays as it is."""
    words = name.split(" ")
    lowered = [word.lower() if word.lower() in small else word for word in words]
    return " ".join(lowered) if any(word[:1].isupper() for word in lowered) else name


def _table(names: Iterable[tuple[str, T]], *, loose: bool) -> Table:
    lengths: dict[str, set[int]] = {}
    named: dict[str, list[Named[T]]] = {}
    for name, value in names:
        words = fold(name).split()
        if words:
            named.setdefault(" ".join(words), []).append((value, name, loose and len(words) >= _LONG))
        if len(words) > 1:
            lengths.setdefault(" ".join(words[:2]), set()).add(len(words))
    most_first = {words: tuple(sorted(found, reverse=True)) for words, found in lengths.items()}
    return frozenset(name.partition(" ")[0] for name in named), most_first, named


def _lasts(words: Words, first: int, lengths: Sequence[int]) -> Iterator[int]:
    """The words where names of so many words end, as far as the words stand close."""
    if not lengths:
        return
    room, most = 2, min(lengths[0], len(words.keys) - first)
    while room < most and (words.close(first + room - 1) or words.parted(first + room - 1)):
        room += 1
    for length in lengths:
        if length <= room:
            yield first + length - 1


def _with_stop(text: str, start: int, end: int) -> int:
    """The end of "U.S." with its last full stop."""
    return end + 1 if "." in text[start:end] and text.startswith(".", end) else end


def _fitting(words: Words, first: int, last: int, end: int, entries: Sequence[Named[T]]) -> tuple[T, ...]:
    written = words.text[words.starts[first] : end]
    if "," in written:  # "C.C., WPK", "Trade, Industry and Energy", but no "U.S. Army" in "the U.S., army"
        entries = [entry for entry in entries if "," in entry[1]]
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
    bare, wanted = _shape(form)
    if bare:
        return written.replace(".", "") == bare
    if written.isupper() and len(written) > _LONG:
        return True
    given = _PARTS.split(written)
    if len(wanted) != len(given):
        return form[0].isupper() <= written[0].isupper()
    return all(not asked or word[:1].isupper() for asked, word in zip(wanted, given, strict=True))


@lru_cache(_SHAPES)
def _shape(form: str) -> tuple[str, tuple[bool, ...]]:
    """An abbreviation without its full stops; of any other name, which of its words must have a capital."""
    if _ABBREVIATION.fullmatch(form):
        return form.replace(".", ""), ()
    return "", tuple(word[:1].isupper() for word in _PARTS.split(form))
