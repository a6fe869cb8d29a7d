"""Counts of people in a document."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from incidents.extract.people.group import Groups
from incidents.extract.people.number import Numbers, Written
from incidents.extract.phrases import Phrases, alternatives
from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.words import Words
from incidents.model.document import Document, Sentence
from incidents.model.finding import PeopleMention

_NEXT = re.compile(r" [\w'-]+")
_BETWEEN = 3
"""So many words at most stand between a number and the noun."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\.? $")


class _Counted(NamedTuple):
    """A number with what it counts; `noun` is empty where there is none."""

    start: int
    end: int
    written: Written
    between: str = ""
    noun: str = ""


def annotate(document: Document, lexicon: Lexicon) -> tuple[PeopleMention, ...]:
    """The counted people of the paragraphs, in the order of the text.

    One person is a mention only where a word near says what was done to them.
    """
    reader = lexicon.compiled(_Reader)
    return tuple(reader.read(document, lexicon.names(document.text).words))


class _Reader:
    def __init__(self, lexicon: Lexicon) -> None:
        self.numbers = lexicon.compiled(Numbers.of)
        self.groups = lexicon.compiled(Groups.of)
        rows = [(row["use"], row["words"]) for row in lexicon.rows("people_context")]
        self.never = frozenset(words for use, words in rows if use == "never-between")
        self.not_after = frozenset(words.lower() for use, words in rows if use in {"month", "never-before"})
        of, whose, share = (
            alternatives(words for use, words in rows if use == wanted) for wanted in ("of", "whose", "proportion")
        )
        self.of_those = re.compile(rf" {of} {whose}\b")
        self.nouns = Phrases(self.groups.nouns)
        self.proportion = re.compile(rf"\b{share} $")

    def read(self, document: Document, words: Words) -> Iterator[PeopleMention]:
        """The counts of the document; only where a number, or a word that begins one, stands is looked closer."""
        free = k = 0
        for sentence in document.sentences:
            k = bisect_left(words.starts, sentence.start, k)
            while k < len(words.starts) and words.starts[k] < sentence.end:
                start = words.starts[k]
                if start >= free and (words.keys[k][0].isdigit() or words.keys[k] in self.numbers.first):
                    found = self._counted(document.text, start, sentence.end)
                    mention = self._mention(document.text, found, sentence) if found else None
                    if found and mention:
                        yield mention
                        free = found.end
                k += 1

    def _counted(self, text: str, start: int, end: int) -> _Counted | None:
        for written in self.numbers.written(text, start, end):
            if noun := self._noun(text, written.end, end):
                begin, middle, stop = noun
                return _Counted(start, stop, written, text[begin:middle], text[middle + 1 : stop].lower())
            if self.groups.bare(text, written.end, end):
                return _Counted(start, written.end, written)
        return None

    def _noun(self, text: str, start: int, end: int) -> tuple[int, int, int] | None:
        """Where the words between a number and its noun begin, where they end, and where the noun does."""
        of = self.of_those.match(text, start, end)
        for begin in (of.end(), start) if of else (start,):
            at = begin
            for _ in range(_BETWEEN + 1):
                for stop in self.nouns.ends(text, at + 1, end) if text[at : at + 1] == " " else ():
                    if stop == end or text[stop] not in "-'":
                        return begin, at, stop
                word = _NEXT.match(text, at, end)
                if not word:
                    break
                at = word.end()
        return None

    def _mention(self, text: str, found: _Counted, sentence: Sentence) -> PeopleMention | None:
        if self._of_something_else(text, found):
            return None
        quantity, noun = self.numbers.read(found.written), found.noun
        if quantity is None or ((quantity.low != quantity.high or quantity.low != 1) and self._singular(noun)):
            return None
        span = (sentence.start, sentence.end)
        group = self.groups.own.get(noun, "") or self.groups.find(text, found.start, found.end, span)
        if quantity.high == 1 and not group:
            return None
        start = found.written.begin if self._loose(found.written) else found.start
        return PeopleMention(
            start=start,
            end=found.end,
            text=text[start : found.end],
            noun=noun,
            low=quantity.low,
            high=quantity.high,
            approximate=quantity.approximate,
            group=group,
        )

    def _of_something_else(self, text: str, found: _Counted) -> bool:
        """Whether the number is a date, a name ("Bureau 39") or counts what stands between it and the people."""
        between, begin = found.between.lower().split(), max(0, found.start - 12)
        if any(word in self.never or word.rstrip("'") in self.never for word in between):
            return True
        if _YEAR.fullmatch(found.written.first) and not found.written.sign:
            return True
        if self.proportion.search(text, begin, found.start):
            return True
        before = None if found.written.sign else _WORD_BEFORE.search(text, begin, found.start)
        return before is not None and before[1].lower() in self.not_after

    def _singular(self, noun: str) -> bool:
        """Whether a noun is the first part of a longer one after this number: "three member states"."""
        return f"{noun}s" in self.groups.nouns or noun.endswith(("man", "child"))

    def _loose(self, found: Written) -> bool:
        """Whether the sign is only a preposition: "between two guards"."""
        return bool(found.first) and not found.last and self.numbers.signs.get(found.sign) == "between"
