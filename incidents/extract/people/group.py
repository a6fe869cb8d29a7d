"""What was done to the counted people: the nearest verb or noun that says so."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from incidents.extract.people.number import choice
from incidents.lexicon.lexicon import Lexicon

_BE = r"(?:was|were|is|are|be|been|being|get|got|gets)"
_BEFORE, _AFTER = 60, 80
_STOP = re.compile(r"[.;:!?\"—]|,? (?:while|after|before|because|although|but|and then|when) |, and ")


@dataclass(frozen=True, slots=True)
class Groups:
    """Nouns for people, and the words that tell their group (`people_groups.csv`)."""

    nouns: frozenset[str]
    own: Mapping[str, str]
    """Nouns that tell the group themselves: "defectors"."""
    groups: Mapping[tuple[str, str], str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    bare: str
    """What follows a number that counts people without a noun: "300 were arrested"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the phrase table."""
        forms: dict[str, dict[str, str]] = defaultdict(dict)
        for row in lexicon.rows("people_groups"):
            forms[row["form"]][row["words"].lower()] = row["group"]
        done, alone = choice(forms["done"]), choice(forms["alone"])
        before = (
            rf"\b(?P<verb>{choice({**forms['verb'], **forms['done']})}|{choice(forms['noun-of'])})(?: [\w'-]+){{0,2}} $"
        )
        adverb = r"(?:[\w-]+ly |also |then |later |all |both |reportedly |to be ){0,2}"
        after = (
            rf"(?:[^.;:!?\"—]{{0,60}}?\b{_BE} {adverb}(?P<done>{done})\b"
            rf"|[^.;:!?\"—,]{{0,60}}?\b(?P<alone>{alone})\b|,? (?P<direct>{done})\b)"
        )
        bare = rf" (?:have |had |has )?(?:been |being )?(?:(?:{_BE} {adverb})?{done}|{alone})\b"
        groups = {(form, words): group for form, table in forms.items() for words, group in table.items()}
        return cls(frozenset(forms["noun"]), forms["own"], groups, re.compile(before), re.compile(after), bare)

    def find(self, text: str, start: int, end: int, sentence: tuple[int, int]) -> str:
        """The group of the people counted from `start` to `end`, or empty."""
        begin = max(sentence[0], start - _BEFORE)
        object_of = self.before.search(text, begin, start)
        if object_of and " and " not in object_of[0]:
            words = object_of["verb"].lower()
            passive = re.search(rf"\b{_BE} (?:\w+ly )?$", text[begin : object_of.start()])
            for form in () if passive else ("verb", "noun-of", "done"):
                if (form, words) in self.groups:
                    return self.groups[form, words]
        return self._after(text, end, sentence[1])

    def _after(self, text: str, end: int, limit: int) -> str:
        stop = _STOP.search(text, end, min(limit, end + _AFTER))
        found = self.after.match(text, end, stop.start() if stop else min(limit, end + _AFTER))
        if not found:
            return ""
        done = found["done"] or found["direct"]
        if done:
            return self.groups["done", done.lower()]
        return self.groups["alone", found["alone"].lower()]
