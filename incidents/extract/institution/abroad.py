"""Ministries by what they are for: "the unification ministry", "Cambodia's labor ministry", "Nepal's Ministry of …"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from incidents.extract.institution.owner import Owners, elsewhere
from incidents.extract.institution.rules import Tail, loose, tails_of
from incidents.extract.place.phrase import HOME
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution, Place

FORM = "ministry"
_MATTER = re.compile(r"\b((?:[A-Za-z]+ and )?[A-Za-z]+) $")
_AFTER = re.compile(r" (?:the )?([A-Z][\w'-]+(?:(?:,| and|, and)? [A-Z][\w'-]+){0,4})")
_FORMS = ("{} Ministry", "Ministry of {}")
_ACTING = frozenset({"scene", "actor", "metonym"})
_FAR = 40


def find(
    document: Document, names: Names, places: Sequence[PlaceMention], lexicon: Lexicon
) -> Iterator[InstitutionMention]:
    """A mention for each ministry with its matter whose country is named in its sentence and is not that of home."""
    reader = _Reader(document, places, lexicon)
    for hit, tail in tails_of(names, {FORM}, lexicon):
        mention = reader.read(hit, tail)
        if mention:
            yield mention


class _Reader:
    def __init__(self, document: Document, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text, self.lexicon = document.text, lexicon
        self.owners = Owners(document.text, places, lexicon)
        self.places = [place for place in places if place.code]
        self.starts = [place.start for place in self.places]
        self.ends = {place.end for place in self.places}
        self.sentences = [sentence.start for sentence in document.sentences]

    def read(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The ministry that a tail ends or begins; None without a matter, or where it is not known whose it is."""
        found = self._matter(hit, tail)
        if found is None:
            return None
        start, end, matter = found
        owner = self.owners.of(start, end)
        country = owner or self._said(start)
        codes = dict.fromkeys(code for form in _FORMS for code in self.lexicon.institutions.called(form.format(matter)))
        own = [code for code in codes if country and code.partition(".")[0] == country.code.lower()]
        known = own or (list(codes) if country is None or (owner is None and len(codes) == 1) else [])
        text = self.text[start:end]
        if len(known) == 1:
            return InstitutionMention(start, end, text, known[0], (), "by what it is for")
        if country is None or country.code == HOME:
            return None
        made = elsewhere(list(codes), country, self.lexicon) or self._made(matter, tail, country)
        new = None if made.code in self.lexicon.institutions.institution else made
        return InstitutionMention(start, end, text, made.code, (), "by the country named with it", made=new)

    def _made(self, matter: str, tail: Tail, country: Place) -> Institution:
        name = tail.name.format(matter=matter, country=country.name)
        code = f"{country.code.lower()}.{fold(matter).replace(' ', '-')}"
        return Institution(code, name, tail.kind, tail.parent, country.code)

    def _matter(self, hit: Hit[Tail], tail: Tail) -> tuple[int, int, str] | None:
        """Where the name begins and ends, and what it is for; a place before it is its country."""
        if tail.slug == "after":
            after = _AFTER.match(self.text, hit.end)
            return (hit.start, after.end(), after[1]) if after else None
        before = _MATTER.search(self.text, max(0, hit.start - _FAR), hit.start)
        if before is None or before.end(1) in self.ends or before[1].lower() in self.lexicon.compiled(_vague):
            return None
        words = [word if word == "and" else word.capitalize() for word in before[1].split()]
        return before.start(), hit.end, " ".join(words)

    def _said(self, start: int) -> Place | None:
        """The last country before it in its sentence."""
        begin = self.sentences[max(0, bisect_right(self.sentences, start) - 1)] if self.sentences else 0
        near = self.places[bisect_left(self.starts, begin) : bisect_left(self.starts, start)]
        known = [self.lexicon.gazetteer.place.get(p.code or "") for p in near if p.use in _ACTING]
        return next((place for place in reversed(known) if place and place.level == "country"), None)


def _vague(lexicon: Lexicon) -> frozenset[str]:
    """Words before "ministry" that do not say what it is for: "the", "deputy", "whole"."""
    rows = [row["words"] for row in lexicon.rows("institution_offices") if row["use"] in ("rank", "vague")]
    return loose(lexicon) | frozenset(rows)
