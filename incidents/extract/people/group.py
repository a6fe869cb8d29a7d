"""What was done to the counted people: the nearest verb or noun that says so."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple, Self

from incidents.extract.people.number import choice
from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon

_BEFORE, _AFTER = 60, 80


class Groups(NamedTuple):
    """Nouns for people, and the words that tell their group (`people_groups.csv`)."""

    nouns: frozenset[str]
    own: Mapping[str, str]
    """Nouns that tell the group themselves: "defectors"."""
    groups: Mapping[tuple[str, str], str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    bare: str
    """What follows a number that counts people without a noun: "300 were arrested"."""
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
        done, alone = choice(forms["done"]), choice(forms["alone"])
        before = (
            rf"\b(?P<verb>{choice({**forms['verb'], **forms['done']})}|{choice(forms['noun-of'])})(?: [\w'-]+){{0,2}} $"
        )
        words: dict[str, list[str]] = defaultdict(list)
        for row in lexicon.rows("people_context"):
            words[row["use"]].append(row["words"])
        be, joins = alternatives(words["be"]), alternatives(words["joins"])
        adverb = rf"(?:(?:[\w-]+{alternatives(words['adverb-ending'])}|{alternatives(words['adverb'])}) ){{0,2}}"
        after = (
            rf"(?:[^.;:!?\"—]{{0,60}}?\b{be} {adverb}(?P<done>{done})\b"
            rf"|[^.;:!?\"—,]{{0,60}}?\b(?P<alone>{alone})\b|,? (?P<direct>{done})\b)"
        )
        had, been = alternatives(words["perfect"]), alternatives(words["passive"])
        bare = rf" (?:{had} )?(?:{been} )?(?:(?:{be} {adverb})?{done}|{alone})\b"
        return cls(
            nouns=frozenset(forms["noun"]),
            own=forms["own"],
            groups={(form, word): group for form, table in forms.items() for word, group in table.items()},
            before=re.compile(before),
            after=re.compile(after),
            bare=bare,
            passive=re.compile(rf"\b{be} (?:\w+{alternatives(words['adverb-ending'])} )?$"),
            joins=tuple(f" {word} " for word in words["joins"]),
            stop=re.compile(rf"[.;:!?\"—]|,? {alternatives(words['stop'])} |, {joins} "),
        )

    def find(self, text: str, start: int, end: int, sentence: tuple[int, int]) -> str:
        """The group of the people counted from `start` to `end`, or empty."""
        begin = max(sentence[0], start - _BEFORE)
        object_of = self.before.search(text, begin, start)
        if object_of and not any(word in object_of[0] for word in self.joins):
            words = object_of["verb"].lower()
            passive = self.passive.search(text[begin : object_of.start()])
            for form in () if passive else ("verb", "noun-of", "done"):
                if (form, words) in self.groups:
                    return self.groups[form, words]
        return self._after(text, end, sentence[1])

    def _after(self, text: str, end: int, limit: int) -> str:
        stop = self.stop.search(text, end, min(limit, end + _AFTER))
        found = self.after.match(text, end, stop.start() if stop else min(limit, end + _AFTER))
        if not found:
            return ""
        done = found["done"] or found["direct"]
        if done:
            return self.groups["done", done.lower()]
        return self.groups["alone", found["alone"].lower()]
