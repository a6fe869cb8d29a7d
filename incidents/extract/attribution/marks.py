"""The tables of a language that marks who tells with particles: `attribution_marks.csv`, `sources.csv`, the verbs.

A language that has `attribution_marks.csv` is read by `marked.py`, any other by word order (`cue.py`). Its classes:
`topic`, `subject` and `according` follow the noun of a source, `receiver` an outlet or a `reader` that was told;
`setting`, `setting-verb` and `manner` are how it was told; `definite`, `indefinite`, `another`, `several`, `modifier`
and `anonymous` stand before the noun, as do `place` names and what has the `genitive`; a word that ends in `closing`
does not. `pronoun` is one; `bygone` opens a day that is rather that of the act, `held` follows such a day; `quotative`
closes what was told, `thus` points to it; `ending` is any particle of a setting, `plural` that of a noun.
`public` are the types of sources who speak before all: what they say on a day is said on that day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from incidents.extract.act.tables import Kinds
from incidents.lexicon.lexicon import Lexicon

_BRACKET = re.compile(r"\([^()]{1,24}\)$")
_ASIDE = r"(?: ?\([^()\n]{1,24}\))?"


class Noun(NamedTuple):
    """A noun of a source: its type, the type where its place is abroad, a word for all that name one body."""

    type: str
    abroad: str = ""
    same: str = ""
    again: bool = False
    """Only for one named before: "통신은"."""
    outlet: str = ""
    """The code, where it is the name of an outlet."""


class Marks(NamedTuple):
    """`sources` finds a noun with what marks it, `outlets` the name of an outlet, `told` where what is told ends."""

    nouns: dict[str, Noun]
    kinds: Kinds
    sources: re.Pattern[str]
    outlets: re.Pattern[str]
    verb: re.Pattern[str]
    told: re.Pattern[str]
    anonymous: re.Pattern[str]
    speaker: re.Pattern[str]
    """A word with a topic's particle, right before a day."""
    endings: re.Pattern[str]
    """The particles of a word that only says how it was told."""
    place: re.Pattern[str]
    genitive: re.Pattern[str]

    def bare(self, word: str) -> str:
        """A word without brackets after it and the particle that makes it another's."""
        return self.genitive.sub("", _BRACKET.sub("", word))

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the phrase tables and the names of the outlets."""
        words: dict[str, list[str]] = defaultdict(list)
        for row in lexicon.rows("attribution_marks"):
            words[row["class"]].append(row["words"])
        outlets = dict(_outlets(lexicon))
        nouns = {**outlets, **{row["pattern"]: _noun(row) for row in lexicon.rows("sources")}}
        nouns.update((word, Noun("", same="pronoun")) for word in words["pronoun"])
        forms = [(row["kind"], form) for row in lexicon.rows("attribution_verbs") for form in row["forms"].split()]
        verb, quoting = _any(form for kind, form in forms if kind == "say"), _any(form for _, form in forms)
        marks = "|".join(f"(?P<{kind}>{_any(words[kind])})" for kind in ("according", "topic", "subject"))
        return cls(
            nouns=nouns,
            kinds=defaultdict(frozenset, {kind: frozenset(members) for kind, members in words.items()}),
            sources=re.compile(
                rf"(?P<noun>{_any(nouns)})(?P<many>{_any(words['plural'])})?{_ASIDE}(?:{marks})(?=[\s,.\"]|$)"
            ),
            outlets=re.compile(
                rf"(?P<outlet>{_any(outlets)}){_ASIDE}(?P<mark>{_any(words['receiver'])})?(?=[\s,\"]|$)"
            ),
            verb=re.compile(rf"\b(?:{verb})"),
            told=re.compile(
                rf"(?:{_any([*words['quotative'], *words['thus']])})\s+(?P<tail>(?:[^\s\"]+\s+){{0,5}}?(?:{quoting}))"
            ),
            anonymous=re.compile(rf"(?:{_any(words['anonymous'])})\s*$"),
            speaker=re.compile(rf"(?P<who>[\w.·-]{{1,20}}?){_ASIDE}(?:{_any(words['topic'])})\s+$"),
            endings=re.compile(rf"(?:{_any(words['ending'])})$"),
            place=re.compile(rf"(?:{_any(words['place'])})(?:{_any(words['genitive'])})?$"),
            genitive=re.compile(rf"(?:{_any(words['genitive'])})$"),
        )


def _noun(row: Mapping[str, str]) -> Noun:
    return Noun(row["type"], row["abroad"], row["same"], row["foreign"] == "again")


def _outlets(lexicon: Lexicon) -> Iterable[tuple[str, Noun]]:
    for outlet in lexicon.reference.outlets:
        kind = outlet.kind if outlet.kind in ("state-media", "government") else "media"
        for name in (outlet.name, *outlet.names):
            yield name, Noun(kind, outlet=outlet.code)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
