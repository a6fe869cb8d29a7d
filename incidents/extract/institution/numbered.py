"""Institutions known by a number: "Camp No. 15", "Kyohwaso No. 12", "the 25th Border Brigade", "Unit 131"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from incidents.extract.institution.rules import Rules, Tail
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution

FORMS = frozenset({"numbered", "ordinal"})
_AFTER = re.compile(r" (?:[Nn]o\. ?|[Nn]umber )?(\d{1,4})(?![\w,.]*\d|\w)")
_BEFORE = re.compile(r"\b[Nn]o\. ?(\d{1,4}) (?:[a-z-]+ ){0,2}$")
_ORDINAL = re.compile(r"\b(\d{1,3}(?:st|nd|rd|th)) ((?:[A-Z][\w'-]+ ){0,3})$")
_FAR = 48


def find(
    document: Document, names: Names, places: Sequence[PlaceMention], lexicon: Lexicon, *, home: bool
) -> Iterator[InstitutionMention]:
    """A mention for each number with its noun, where the report is about the country of the tables."""
    if not home:
        return
    reader = _Reader(document.text, [place for place in places if place.code], lexicon)
    for hit in lexicon.compiled(Rules.of).tails.find(names.words):
        for tail in hit.found:
            mention = reader.read(hit, tail) if tail.form in FORMS else None
            if mention:
                yield mention


class _Reader:
    def __init__(self, text: str, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text, self.places, self.lexicon = text, places, lexicon
        self.starts = [place.start for place in places]

    def read(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The number before or after a noun; None without one."""
        found = self._ordinal(hit) if tail.form == "ordinal" else self._numbered(hit)
        if found is None:
            return None
        start, end, number = found
        name = tail.name.format(n=number, words=self.text[hit.start : hit.end])
        held = self.lexicon.institutions.called(name)
        words = self.text[start:end]
        if len(held) == 1:
            return InstitutionMention(start, end, words, held[0], (), "by its number")
        code = f"{tail.parent or 'kp'}.{fold(name).replace(' ', '-')}"
        made = Institution(code, name, tail.kind, tail.parent, self._place(start, end))
        return InstitutionMention(start, end, words, code, (), "by its number", made=made)

    def _ordinal(self, hit: Hit[Tail]) -> tuple[int, int, str] | None:
        found = _ORDINAL.search(self.text, max(0, hit.start - _FAR), hit.start)
        return (found.start(), hit.end, f"{found[1]} {found[2]}".strip()) if found else None

    def _numbered(self, hit: Hit[Tail]) -> tuple[int, int, str] | None:
        after = _AFTER.match(self.text, hit.end)
        if after:
            return hit.start, after.end(), after[1]
        before = _BEFORE.search(self.text, max(0, hit.start - _FAR), hit.start)
        return (before.start(), hit.end, before[1]) if before else None

    def _place(self, start: int, end: int) -> str:
        """The site of that name, if the gazetteer has it."""
        k = bisect_left(self.starts, start)
        near = self.places[k : k + 1]
        return next((place.code or "" for place in near if place.start < end), "")
