"""Phrases that stand for a place: "across the country", "the North", "in the city", "the mine"."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from incidents.extract.place.rules import Context, Kinds, Units
from incidents.extract.place.span import Span
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.model.document import Document
from incidents.model.finding import PlaceMention

_NOT_PROPER = re.compile(r"(?![ -][A-Z])")
_NAMED = frozenset({"scene", "source", "dateline", "actor", "name-part"})
_ROOM = 16
_BACK = 12
"""How many mentions back a definite unit may reach."""
HOME = "KP"
"""The country that a report is about, where it names it at all."""


def find(document: Document, names: Names, known: Sequence[PlaceMention], lexicon: Lexicon) -> Iterator[Span]:
    """Spans of phrases, where no named place stands; `known` in the order of the text."""
    context = _Known(document, known, lexicon)
    for hit in lexicon.compiled(Context.of).phrases.find(names.words):
        code = hit.found[0] or context.country(hit.start)
        if code and context.free(hit.start, hit.end) and _NOT_PROPER.match(document.text, hit.end):
            anaphoric = not hit.found[0]
            yield Span(hit.start, hit.end, hit.start, hit.end, (code,), reason="by a phrase", anaphoric=anaphoric)
    yield from _definite(document.text, context, lexicon.compiled(Definite.of), lexicon.compiled(Context.of))


class _Known:
    """The named places of a document, as what a phrase can mean."""

    def __init__(self, document: Document, known: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.gazetteer = gazetteer = lexicon.gazetteer
        self.ends = lexicon.compiled(Context.of).words("definite", "ends")
        self.blocks = [block.start for block in document.blocks]
        self.taken = [(one.start, one.end) for one in known]
        self.clear = [one for one in known if one.code and one.use in _NAMED]
        self.starts = [one.start for one in self.clear]
        self.sentences = [(sentence.start, sentence.end) for sentence in document.sentences]
        countries = Counter(gazetteer.country(one.code or one.candidates[0]) for one in known if one.code)
        self.most = HOME if HOME in countries or not countries else countries.most_common(1)[0][0]

    def free(self, start: int, end: int) -> bool:
        """Whether no named place stands there."""
        k = bisect_left(self.taken, (end, end))
        return k == 0 or self.taken[k - 1][1] <= start

    def country(self, position: int) -> str:
        """The country of all scenes of the paragraph so far if it is one, else that of the report."""
        first = self.blocks[max(0, bisect_right(self.blocks, position) - 1)] if self.blocks else 0
        near = self.clear[bisect_left(self.starts, first) : bisect_left(self.starts, position)]
        countries = {self.gazetteer.country(one.code or "") for one in near if one.use == "scene"}
        states = {code for code in countries if self.gazetteer.place[code].level == "country"}
        return states.pop() if len(states) == 1 else self.most

    def near(self, position: int) -> Iterator[PlaceMention]:
        """The places last named before a position, the nearest first."""
        last = bisect_right(self.starts, position)
        return reversed(self.clear[max(0, last - _BACK) : last])

    def nearest(self, position: int, kinds: Kinds, *, site: bool = False) -> str:
        """One of the kinds, or what holds one: the last of its paragraph, its teller's, or the one named most."""
        first = self.blocks[max(0, bisect_right(self.blocks, position) - 1)] if self.blocks else 0
        named: Counter[str] = Counter()
        near = [*self.near(position)]
        for one in [m for m in near if site or m.before not in self.ends] or near:
            code = self._of_kind(one.code or "", kinds)
            if code and one.start >= first:
                return code
            named[code] += bool(code)
        told = "" if site else self._told(position, kinds)
        return told or max(named, key=lambda code: named[code], default="")

    def _told(self, position: int, kinds: Kinds) -> str:
        """Where the one is who is named behind the words of a sentence: "in the city," a source in Sinuiju said."""
        k = bisect_right(self.sentences, (position, position)) - 1
        last = self.sentences[k][1] if k >= 0 else position
        after = self.clear[bisect_left(self.starts, position) : bisect_left(self.starts, last)]
        return next((code for m in after if m.use == "source" and (code := self._of_kind(m.code or "", kinds))), "")

    def _of_kind(self, code: str, kinds: Kinds) -> str:
        place = self.gazetteer.place[code]
        while place.kind not in kinds and place.parent:
            place = self.gazetteer.place[place.parent]
        return place.code if place.kind in kinds else ""

    def capital(self, position: int, capitals: frozenset[str]) -> str:
        """The capital last named where something is, or that of the country at hand."""
        country = self.country(position)
        home = (c for c in sorted(capitals) if self.gazetteer.country(c) == country)
        near = (one.code or "" for one in self.near(position) if one.use == "scene")
        return next((code for code in near if code in capitals), next(home, ""))


class Definite(NamedTuple):
    """Definite units, sites and "the capital": the pattern, and what its words can mean."""

    pattern: re.Pattern[str]
    units: Mapping[str, Kinds]
    sites: Mapping[str, Kinds]
    where: frozenset[str]
    """The prepositions of which one must stand before a unit; a site needs none."""
    capitals: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `place_units.csv` and the rows `definite` and `capital` of `place_context.csv`."""
        units, context = lexicon.compiled(Units.of), lexicon.compiled(Context.of)
        never = context.words("definite", "never")
        named = {word: kinds for word, kinds in units.before.items() if kinds and word not in never}
        sites = {word: kinds for word, kinds in (*units.site.items(), *units.definite.items()) if word not in named}
        known = {*named, *sites, *context.words("capital", "after")}
        choice = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
        within = "|".join(sorted(context.words("within", "between")))
        days = {row["word"] for table in _DAYS for row in lexicon.rows(table) if row["word"][0].isupper()}
        day = "|".join(sorted(map(re.escape, days))) or "(?!)"
        proper = rf"(?:{within}) (?!(?:{day})\b)[A-Z]"
        marks = "|".join(sorted(map(re.escape, context.words("definite", "mark")), key=len, reverse=True))
        capitals = (code for word in context.words("capital", "any") for code in lexicon.gazetteer.codes(word))
        return cls(
            re.compile(rf"\b[Tt]h(?:e|at|is)(?: (?:{marks}))? ({choice})\b(?! of\b| {proper}|[ -][a-z]*-)"),
            named,
            sites,
            context.words("definite", "before"),
            frozenset(capitals),
        )


_DAYS = ("time_months", "time_weekdays")
"""What may follow a definite unit with a preposition, as no name of a place does: "at the mine on Monday"."""


def _definite(text: str, known: _Known, rules: Definite, context: Context) -> Iterator[Span]:
    """A definite unit or site is the nearest place of that kind named before."""
    for found in rules.pattern.finditer(text):
        word, start = found[1], found.start()
        if word in rules.sites:
            yield from _anaphor(known, found, known.nearest(start, rules.sites[word], site=True))
        elif _where(text, start, rules) or context.going.search(text, max(0, start - _ROOM), start):
            kinds = rules.units.get(word)
            code = known.nearest(start, kinds) if kinds else known.capital(start, rules.capitals)
            yield from _anaphor(known, found, code)


def _where(text: str, start: int, rules: Definite) -> bool:
    """Whether a preposition of place stands right before."""
    return text[max(0, start - _ROOM) : start].lower().rpartition(" ")[0].rpartition(" ")[2] in rules.where


def _anaphor(known: _Known, found: re.Match[str], code: str) -> Iterator[Span]:
    start, end = found.span()
    if code and known.free(start, end):
        yield Span(start, end, start, end, (code,), reason="the one named before", anaphoric=True)
