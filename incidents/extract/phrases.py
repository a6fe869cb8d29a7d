"""Words of a phrase table: as one regular expression, or looked up where they can stand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from sys import maxsize

_FIRST = re.compile(r"\w+")


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; it matches nothing where there is none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})"


class Late:
    """A regular expression that is compiled when it is first used: many texts need only some."""

    __slots__ = ("_compiled", "_flags", "text")

    def __init__(self, text: str, flags: int = 0) -> None:
        self.text = text
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.text, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`; the next two as well."""
        return self._ready().search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """At the start."""
        return self._ready().match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The whole."""
        return self._ready().fullmatch(text, start, end)


class Phrases:
    """Words and phrases in any case, by their first word: ready at once, where hundreds take long to compile."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Each phrase begins with a letter or a digit."""
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for phrase in sorted({phrase.lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase)):
            if first := _FIRST.match(phrase):
                self._by_first[first[0]].append(phrase)

    def ends(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where those end that stand whole at `start` and before `end`, the longest first."""
        first = _FIRST.match(text, start, end)
        for phrase in self._by_first.get(first[0].lower(), ()) if first else ():
            stop = start + len(phrase)
            if stop <= end and text[start:stop].lower() == phrase and bounded(text, stop, end):
                yield stop

    def end(self, text: str, start: int, end: int) -> int:
        """Where the longest of them ends, or 0."""
        return next(self.ends(text, start, end), 0)


def bounded(text: str, at: int, end: int) -> bool:
    """Whether a word begins or ends there, if the text ends at `end`."""
    return _in_word(text[at - 1 : at]) != (at < end and _in_word(text[at]))


def _in_word(letter: str) -> bool:
    return letter == "_" or letter.isalnum()
