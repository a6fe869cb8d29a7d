"""Institutions known by a number: "Camp No. 15", "Kyohwaso No. 12", "the 25th Border Brigade", "Unit 131"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from incidents.extract.institution import site
from incidents.extract.institution.rules import Rules, Tail, tails_of
from incidents.extract.phrases import alternatives
from incidents.extract.place.phrase import HOME
from incidents.extract.place.rules import Context
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution

FORMS = frozenset({"numbered", "ordinal"})
_AFTER = re.compile(r"(?: |\.? )(?:[Nn]o\. ?|[Nn]umber |#)?(\d{1,4})(?![\w,.]*\d|\w)")
_SERIAL = re.compile(r"[\w-]*\d $")
"""A product before the noun: "Kwangmyongsong-3 Unit 2"."""
_BEFORE = re.compile(r"\b[Nn]o\. ?(\d{1,4}) (?:[a-z-]+ ){0,2}$")
_ORDINAL = re.compile(r"\b(\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+(?:st|nd|rd|th)|[IVX]{1,5}) ((?:[A-Z][\w'-]+ ){0,3})$")
_OF = re.compile(r" of (?:the )?")
_OWNED = re.compile(r"(?:'s?)? $")
_FAR = 48
_BACK, _ROOM = 4, 240


def find(  # noqa: PLR0913  the findings that it rests on
    document: Document,
    names: Names,
    known: Sequence[InstitutionMention],
    places: Sequence[PlaceMention],
    lexicon: Lexicon,
    *,
    home: bool,
) -> Iterator[InstitutionMention]:
    """A mention for each number with its noun, where the report is about the country of the tables."""
    if not home:
        return
    reader = _Reader(document.text, known, [place for place in places if place.code], lexicon)
    for hit, tail in tails_of(names, FORMS, lexicon):
        yield from reader.read(hit, tail)


class _Reader:
    def __init__(
        self, text: str, known: Sequence[InstitutionMention], places: Sequence[PlaceMention], lexicon: Lexicon
    ) -> None:
        self.text, self.places, self.lexicon = text, places, lexicon
        self.starts = [place.start for place in places]
        self.rules = lexicon.compiled(Rules.of)
        self.beginning = {one.start: one.code for one in known if one.code and not one.made}
        self.ending = {one.end: one.code for one in known if one.code and not one.made}
        self.spelled, self.further = lexicon.compiled(_spelled), lexicon.compiled(_further)

    def read(self, hit: Hit[Tail], tail: Tail) -> Iterator[InstitutionMention]:
        """The number before or after a noun, and a second one after it; nothing without one."""
        found = self._ordinal(hit) if tail.form == "ordinal" else self._numbered(hit)
        words = self.text[hit.start : hit.end].removesuffix(" No")
        while found is not None and not self._abroad(found[0]):
            start, end, number = found
            yield self._mention((start, end), number, words, tail)
            further = self.further.match(self.text, end) if tail.form != "ordinal" else None
            found = (further.start(1), further.end(1), further[2]) if further else None

    def _abroad(self, position: int) -> bool:
        """Whether of the places named right before it some are abroad and none is at home."""
        last = bisect_left(self.starts, position)
        near = [p for p in self.places[max(0, last - _BACK) : last] if position - p.end < _ROOM]
        countries = {self.lexicon.gazetteer.country(p.code or "") for p in near}
        return bool(countries) and HOME not in countries

    def _mention(self, span: tuple[int, int], number: str, words: str, tail: Tail) -> InstitutionMention:
        tail = self._owned(span, tail)
        name = tail.name.format(n=number, words=words)
        above = self.lexicon.institutions.institution.get(tail.parent)
        called = self.lexicon.institutions.called
        other = f"{words} {_DIGITS.sub('', number)}" if tail.form == "ordinal" else ""
        held = called(name) or (called(f"{name} of the {above.name}") if above else ()) or called(other)
        text = self.text[slice(*span)]
        if len(held) == 1:
            return InstitutionMention(*span, text, held[0], (), "by its number")
        code = f"{tail.parent or 'kp'}.{fold(name).replace(' ', '-')}"
        there = site.at(self._place(*span), self.lexicon)
        own = Institution(code, name, tail.kind, tail.parent, self._place(*span))
        made = there if there and there.code == code else own
        return InstitutionMention(*span, text, code, (), "by its number", made=made)

    def _owned(self, span: tuple[int, int], tail: Tail) -> Tail:
        """The tail under the institution whose it is said to be: "the 27th Bureau of the Ministry of …"."""
        of, owned = _OF.match(self.text, span[1]), _OWNED.search(self.text, max(0, span[0] - _ROOM), span[0])
        code = (self.beginning.get(of.end()) if of else None) or (self.ending.get(owned.start()) if owned else None)
        above = self.lexicon.institutions.institution.get(code or "")
        if above is None or self.lexicon.institutions.under(tail.parent, above.code):
            return tail
        named = tail._replace(parent=above.code, name=f"{tail.name} of the {above.name}")
        return self.rules.ordinal.get((above.code, tail.name.split()[-1]), named)

    def _ordinal(self, hit: Hit[Tail]) -> tuple[int, int, str] | None:
        found = _ORDINAL.search(self.text, max(0, hit.start - _FAR), hit.start)
        while found is not None:
            number = found[1] if found[1][0].isdigit() else self.spelled.get(found[1].lower()) or _roman(found[1])
            if number:
                return found.start(), hit.end, f"{number} {found[2]}".strip()
            found = _ORDINAL.search(self.text, found.end(1), hit.start)
        return None

    def _numbered(self, hit: Hit[Tail]) -> tuple[int, int, str] | None:
        after = _AFTER.match(self.text, hit.end)
        if after and not _SERIAL.search(self.text, max(0, hit.start - _FAR), hit.start):
            return hit.start, after.end(), after[1]
        before = _BEFORE.search(self.text, max(0, hit.start - _FAR), hit.start)
        return (before.start(), hit.end, before[1]) if before else None

    def _place(self, start: int, end: int) -> str:
        """The site of that name, if the gazetteer has it."""
        k = bisect_left(self.starts, start)
        near = self.places[k : k + 1]
        return next((place.code or "" for place in near if place.start < end), "")


def _roman(letters: str) -> str:
    """A Roman number as an ordinal with digits: "VII" is "7th"; empty if it is none."""
    values = [_LETTERS.get(letter, 0) for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    number = sum(-value if value < after else value for value, after in pairs)
    return _ordinal(str(number)) if all(values) else ""


def _ordinal(digits: str) -> str:
    return digits + _ENDINGS.get(digits[-1:] if digits[-2:-1] != "1" else "", "th")


def _further(lexicon: Lexicon) -> re.Pattern[str]:
    """A second number of the noun: "Camp No. 16 in Hwasong, and some to No. 25"; that of another noun is none."""
    context = lexicon.compiled(Context.of)
    joins = context.words("listing", "between")
    leads = joins | context.words("preposition", "before") | context.words("scene", "before")
    number = r"([Nn]o\. ?(\d{1,4}))(?![\w,.]*\d|\w)"
    return re.compile(
        rf"[^.;!?\n]{{0,60}}? (?={alternatives(joins)}\b)[^.;!?\n]{{0,30}}?\b{alternatives(leads)} {number}"
    )


def _spelled(lexicon: Lexicon) -> dict[str, str]:
    """Ordinals in words, as they are written with digits: "ninth", "9th"."""
    digits = {row["word"]: row["value"] for row in lexicon.rows("time_numbers") if row["class"] == "ordinal"}
    return {word: _ordinal(n) for word, n in digits.items()}


_DIGITS = re.compile(r"\D")
_LETTERS = {"I": 1, "V": 5, "X": 10}
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
