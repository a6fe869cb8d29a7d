"""Committees of works, schools and farms: "the Musan Mine's party committee", "the party committee of the factory"."""

import re
from collections.abc import Iterator, Sequence

from incidents.extract.institution.rules import Tail, tails_of
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention
from incidents.model.reference import Institution

FORM = "part"
_KINDS = frozenset({"bank", "enterprise", "farm", "hospital", "mine", "school", "trading-company"})
_OWNED = re.compile(r"(?:'s?)? $")
_OF = re.compile(r" (?:of|at) ")
_ROOM, _THE = 3, 4
"""The room for a possessive, and for an article."""


def find(
    document: Document, names: Names, known: Sequence[InstitutionMention], lexicon: Lexicon
) -> Iterator[InstitutionMention]:
    """A mention for each committee beside one of `known` that has it; it holds the name of that."""
    beginning, ending = {one.start: one for one in known}, {one.end: one for one in known}
    for hit, tail in tails_of(names, {FORM}, lexicon):
        gap = _OWNED.search(document.text, max(0, hit.start - _ROOM), hit.start)
        of = _OF.match(document.text, hit.end)
        after = (of.end(), of.end() + _THE) if of else ()
        one = next((beginning[at] for at in after if at in beginning), ending.get(gap.start()) if gap else None)
        works = (one.made or lexicon.institutions.institution.get(one.code or "")) if one else None
        if one and works and works.kind in _KINDS:
            yield _mention(document.text, hit, tail, one, works)


def _mention(text: str, hit: Hit[Tail], tail: Tail, one: InstitutionMention, works: Institution) -> InstitutionMention:
    own, _, place = works.code.partition("@")
    code = f"{own}.{tail.slug}" + (f"@{place}" if place else "")
    made = Institution(code, tail.name.format(institution=works.name), tail.kind, tail.parent, works.place)
    start, end = min(one.start, hit.start), max(one.end, hit.end)
    return InstitutionMention(start, end, text[start:end], code, (), "by whose it is", one.anaphoric, made)
