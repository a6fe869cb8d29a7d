"""What was done to the counted people: the nearest verb or noun that says so."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from incidents.extract.phrases import Phrases, alternatives
from incidents.lexicon.lexicon import Lexicon

Span = tuple[int, int]
_BEFORE, _AFTER = 60, 80
_BETWEEN = 2
"""So many words at most stand between a verb and the number of those it is done to."""
_WORD = re.compile(r"\b\w+")
_WHOLE_WORD = re.compile(r"[\w'-]+")


class Groups(NamedTuple):
    """Nouns for people, and the words that tell their group (`people_groups.csv`)."""

    nouns: frozenset[str]
    own: Mapping[str, str]
    """Nouns that tell the group themselves: "defectors"."""
    groups: Mapping[tuple[str, str], str]
    object_of: tuple[Phrases, Phrases]
    """Verbs, and nouns with "of", before those to whom it is done."""
    done: Phrases
    alone: Phrases
    """Words about those who were counted: participles, and verbs that stand alone."""
    be: re.Pattern[str]
    adverb: re.Pattern[str]
    had: re.Pattern[str]
    been: re.Pattern[str]
    passive: re.Pattern[str]
    """The auxiliary of a passive, before its participle."""
    joins: tuple[str, ...]
    """Before them a verb is that of others: "and"."""
    stop: re.Pattern[str]
    """Where the words about those who were counted end."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables people_groups and people_context."""
        forms: dict[str, dict[str, str]] = defaultdict(dict)
        for row in lexicon.rows("people_groups"):
            forms[row["form"]][row["words"].lower()] = row["group"]
        words: dict[str, list[str]] = defaultdict(list)
        for row in lexicon.rows("people_context"):
            words[row["use"]].append(row["words"])
        be, joins, ending = (alternatives(words[use]) for use in ("be", "joins", "adverb-ending"))
        return cls(
            nouns=frozenset(forms["noun"]),
            own=forms["own"],
            groups={(form, word): group for form, table in forms.items() for word, group in table.items()},
            object_of=(Phrases((*forms["verb"], *forms["done"])), Phrases(forms["noun-of"])),
            done=Phrases(forms["done"]),
            alone=Phrases(forms["alone"]),
            be=re.compile(rf"\b{be} "),
            adverb=re.compile(rf"(?:[\w-]+{ending}|{alternatives(words['adverb'])}) "),
            had=re.compile(rf"{alternatives(words['perfect'])} "),
            been=re.compile(rf"{alternatives(words['passive'])} "),
            passive=re.compile(rf"\b{be} (?:\w+{ending} )?$"),
            joins=tuple(f" {word} " for word in words["joins"]),
            stop=re.compile(rf"[.;:!?\"—]|,? {alternatives(words['stop'])} |, {joins} "),
        )

    def find(self, text: str, start: int, end: int, sentence: Span) -> str:
        """The group of the people counted from `start` to `end`, or empty."""
        begin = max(sentence[0], start - _BEFORE)
        found = self._object_of(text, begin, start)
        if found and not any(word in text[found[0] : start] for word in self.joins):
            words = text[slice(*found)].lower()
            passive = self.passive.search(text[begin : found[0]])
            for form in () if passive else ("verb", "noun-of", "done"):
                if (form, words) in self.groups:
                    return self.groups[form, words]
        return self._after(text, end, sentence[1])

    def _object_of(self, text: str, begin: int, start: int) -> Span | None:
        """The first words between `begin` and `start` that tell what is done to those whose number stands there."""
        if text[start - 1 : start] != " ":
            return None
        stops = [start - 1]
        while len(stops) <= _BETWEEN and (cut := text.rfind(" ", begin, stops[-1])) >= 0:
            if not _WHOLE_WORD.fullmatch(text, cut + 1, stops[-1]):
                break
            stops.append(cut)
        for word in _WORD.finditer(text, begin, start):
            for table in self.object_of:
                for stop in table.ends(text, word.start(), start):
                    if stop in stops:
                        return word.start(), stop
        return None

    def _after(self, text: str, end: int, limit: int) -> str:
        stop = self.stop.search(text, end, min(limit, end + _AFTER))
        last = stop.start() if stop else min(limit, end + _AFTER)
        for be in self.be.finditer(text, end, last):
            if be.start() <= end + _BEFORE and (done := self._done(text, be.end(), last)):
                return self.groups["done", done]
        comma = text.find(",", end, last)
        for word in _WORD.finditer(text, end, last if comma < 0 else comma):
            if word.start() <= end + _BEFORE and (to := self.alone.end(text, word.start(), last)):
                return self.groups["alone", text[word.start() : to].lower()]
        begin = end + (2 if text.startswith(", ", end) else 1)
        to = self.done.end(text, begin, last) if text[begin - 1 : begin] == " " else 0
        return self.groups["done", text[begin:to].lower()] if to else ""

    def _done(self, text: str, start: int, end: int) -> str:
        """What was done, after "were" and as many as two adverbs."""
        for at in reversed([*self._on(text, start, end)]):
            if to := self.done.end(text, at, end):
                return text[at:to].lower()
        return ""

    def _on(self, text: str, at: int, end: int) -> Iterator[int]:
        yield at
        for _ in range(2):
            adverb = self.adverb.match(text, at, end)
            if not adverb:
                return
            at = adverb.end()
            yield at

    def bare(self, text: str, at: int, end: int) -> bool:
        """Whether what follows a number counts people without a noun: "300 were arrested"."""
        if text[at : at + 1] != " ":
            return False
        starts = {at + 1}
        for pattern in (self.had, self.been):
            starts |= {found.end() for start in starts if (found := pattern.match(text, start, end))}
        return any(self._told(text, start, end) for start in starts)

    def _told(self, text: str, start: int, end: int) -> bool:
        be = self.be.match(text, start, end)
        done = self.done.end(text, start, end) or self.alone.end(text, start, end)
        return bool(done or (be and self._done(text, be.end(), end)))
