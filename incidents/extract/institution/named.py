"""Institutions that the reference holds, each name settled to one of them where the report allows it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from incidents.lexicon.institutions import Named
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.edtf import bounds
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution
from incidents.model.when import When

_OWNED = re.compile(r"(?:'s?)? $")
_OF = re.compile(r" (?:of|in) (?:the )?$")
_PARTS = re.compile(r"(.+?) of (?:the )?(.+)")
_COUNTRIES = re.compile(r"([a-z]{2})\.")


def find(
    document: Document, names: Names, places: Sequence[PlaceMention], lexicon: Lexicon
) -> Iterator[InstitutionMention]:
    """A mention for each name of an institution that is not the name of an outlet."""
    outlets = {hit.end: hit.start for hit in names.outlets}
    hits = [hit for hit in names.institutions if outlets.get(hit.end, hit.start + 1) > hit.start]
    settler = _Settler(document, hits, places, lexicon)
    for hit in hits:
        codes, reason = settler.settle(hit)
        if not codes and all(kind == "holder" for _, kind in hit.found):
            continue
        mention = InstitutionMention(
            start=hit.start,
            end=hit.end,
            text=document.text[hit.start : hit.end],
            code=codes[0] if len(codes) == 1 else None,
            candidates=codes if len(codes) > 1 else (),
            reason=reason,
        )
        yield from _apart(mention, lexicon)


def _apart(mention: InstitutionMention, lexicon: Lexicon) -> Iterator[InstitutionMention]:
    """The mention; of "bureau of the ministry" two, because a report that says so names both."""
    found = _PARTS.fullmatch(mention.text)
    parent = _parent(mention.code, found[2], lexicon) if found and mention.code else ""
    if not found or not parent:
        yield mention
        return
    yield replace(mention, end=mention.start + found.end(1), text=found[1])
    yield replace(mention, start=mention.start + found.start(2), text=found[2], code=parent)


def _parent(code: str, words: str, lexicon: Lexicon) -> str:
    """The ministry above the institution `code` that the last words of its name are, or empty."""
    held = lexicon.institutions.called(words)
    if len(held) != 1 or held[0] == code or not lexicon.institutions.under(code, held[0]):
        return ""
    return held[0] if lexicon.compiled(_above_words) & set(fold(words).split()) else ""


def _above_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "above")


class _Settler:
    def __init__(
        self, document: Document, hits: Sequence[Hit[Named]], places: Sequence[PlaceMention], lexicon: Lexicon
    ) -> None:
        self.document = document
        self.lexicon = lexicon
        self.institution: Mapping[str, Institution] = lexicon.institutions.institution
        self.places = places
        self.starts = [place.start for place in places]
        self.sentences = [sentence.start for sentence in document.sentences]
        self.clear = {hit.found[0][0] for hit in hits if len(_codes(hit)) == 1}
        self.ending = {place.end: place for place in places if place.code}
        self.starting = {place.start: place for place in places if place.code}
        countries = {lexicon.gazetteer.country(place.code) for place in places if place.code}
        self.home = "kp" if "KP" in countries or not countries else ""

    def settle(self, hit: Hit[Named]) -> tuple[tuple[str, ...], str]:
        """The institutions that a name can be here, and why."""
        codes = _codes(hit)
        owner = self._owner(hit)
        if owner:
            fitting = tuple(code for code in codes if self._country(code) in (owner, ""))
            return fitting, "by the country named with it" if fitting else "an institution of another country"
        if len(codes) == 1:
            return codes, "named"
        for answer, reason in self._answers(hit, codes):
            if len(answer) == 1:
                return answer, reason
        return codes, "the name stands for several institutions and the report does not say which"

    def _answers(self, hit: Hit[Named], codes: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], str]]:
        yield tuple(code for code in codes if code in self.clear), "by the full name elsewhere in the report"
        valid = {code for code, kind in hit.found if self._valid(code, self.document.text[hit.start : hit.end])}
        yield tuple(code for code in codes if code in valid), "the only one of that name in the year of the report"
        near = {self.lexicon.gazetteer.country(code) for code in self._near(hit)}
        named = tuple(code for code in codes if self._country(code).upper() in near)
        yield named, "the one in the country that the sentence names"
        yield tuple(code for code in codes if self._country(code) == self.home), "the one in the country of the report"

    def _near(self, hit: Hit[Named]) -> Iterator[str]:
        """The places of the sentence of a hit."""
        k = bisect_right(self.sentences, hit.start)
        end = self.sentences[k] if k < len(self.sentences) else len(self.document.text)
        begin = self.sentences[k - 1] if k else 0
        first, last = bisect_left(self.starts, begin), bisect_left(self.starts, end)
        return (place.code for place in self.places[first:last] if place.code)

    def _valid(self, code: str, name: str) -> bool:
        """Whether the institution bore the name at the publication date."""
        published = self.document.published
        for one in self.institution[code].names:
            if one.text == name:
                return _overlaps(one.since, one.until, published)
        return True

    def _country(self, code: str) -> str:
        found = _COUNTRIES.match(code)
        return found[1] if found else ""

    def _owner(self, hit: Hit[Named]) -> str:
        """The country whose name stands right before ("China's", "Russian") or, with "of", after the institution."""
        text = self.document.text
        before = _OWNED.search(text, max(0, hit.start - 3), hit.start)
        place = self.ending.get(before.start()) if before else None
        if place is None:
            end = hit.end + len(" of the ")
            after = next((k for k in range(hit.end + 3, end + 1) if k in self.starting), None)
            place = self.starting[after] if after and _OF.match(text[hit.end : after]) else None
        code = place.code if place else None
        known = self.lexicon.gazetteer.place.get(code) if code else None
        return known.code.lower() if known and known.level == "country" else ""


def _codes(hit: Hit[Named]) -> tuple[str, ...]:
    return tuple(sorted({code for code, _ in hit.found}))


def _overlaps(since: str, until: str, published: When) -> bool:
    if not published.dated or published.earliest is None or published.latest is None:
        return True
    first = bounds(since)[0] if since else None
    last = bounds(until)[1] if until else None
    return (first is None or first <= published.latest) and (last is None or published.earliest <= last)
