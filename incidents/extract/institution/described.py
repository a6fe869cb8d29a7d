"""Companies and groups by what is said of them: "X, a South Korean company", "the Seoul-based group X"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from incidents.extract.institution.rules import Tail, article, loose, tails_of
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution

FORM = "described"
_OWN = r"[A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,4}"
_BEFORE = re.compile(rf"(\S+ )({_OWN}), (\w+) ([\w'-]+(?: [\w'-]+){{0,5}} )$")
_BETWEEN = re.compile(r"(?:-[a-z]+)? (?:[a-z-]+ ){0,3}$")
_ROOM = 120


def find(
    document: Document, names: Names, places: Sequence[PlaceMention], lexicon: Lexicon
) -> Iterator[InstitutionMention]:
    """A mention for each own name that a noun with a country says to be a company or a group there."""
    reader = _Reader(document, [place for place in places if place.code], lexicon)
    for hit, tail in tails_of(names, {FORM}, lexicon):
        mention = reader.read(hit, tail)
        if mention:
            yield mention


class _Reader:
    def __init__(self, document: Document, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text, self.places = document.text, places
        self.starts = [place.start for place in places]
        self.gazetteer, self.loose = lexicon.gazetteer, lexicon.compiled(loose)
        self.article, self.dates = lexicon.compiled(article), lexicon.compiled(_dates)
        self.after = lexicon.compiled(_after)

    def read(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The name right after the noun, else the one to which the noun is said; None where no country is said."""
        place = self._country(hit.start)
        span = self._after(hit) or self._before(hit) if place else None
        if place is None or span is None or self._no_name(*span):
            return None
        name, country = self.text[slice(*span)], self.gazetteer.country(place.code or "")
        seat = place.code or "" if place.use != "adjective" else ""
        made = Institution(f"{country.lower()}.{fold(name).replace(' ', '-')}", name, tail.kind, "", seat)
        return InstitutionMention(*span, name, made.code, (), "by what is said of it", made=made)

    def _country(self, position: int) -> PlaceMention | None:
        """The place said of the noun: "South Korean", "Dandong-based"."""
        k = bisect_left(self.starts, position) - 1
        place = self.places[k] if k >= 0 else None
        near = place is not None and _BETWEEN.fullmatch(self.text, place.end, position)
        return place if place and near and self.gazetteer.country(place.code or "") else None

    def _after(self, hit: Hit[Tail]) -> tuple[int, int] | None:
        found = self.after.match(self.text, hit.end)
        return found.span(1) if found else None

    def _before(self, hit: Hit[Tail]) -> tuple[int, int] | None:
        """The name before a comma and an article; a noun that follows makes it a person of the company."""
        found = _BEFORE.search(self.text, max(0, hit.start - _ROOM), hit.start)
        following = re.match(r"[ ]([a-z]+)", self.text[hit.end : hit.end + _ROOM])
        if found is None or (following and following[1] not in self.loose) or self.loose & set(found[4].split()):
            return None
        begins = found[1][:-2].endswith((".", "?", "!", ":")) or not found[1][:1].islower()
        single = " " not in found[2]
        return None if (begins and single) or not self.article.search(f" {found[3]} ") else found.span(2)

    def _no_name(self, start: int, end: int) -> bool:
        """Whether it is a day ("On Monday, a Chinese company …") or holds the name of where something happens."""
        words = self.text[start:end].lower().split()
        k = bisect_left(self.starts, start)
        place = self.places[k] if k < len(self.places) else None
        placed = place is not None and place.end <= end and place.use != "adjective" and place.start == start
        return placed or words[0] in self.loose or bool(self.dates & set(words))


def _after(lexicon: Lexicon) -> re.Pattern[str]:
    """A name with what small words join to it: "Justice for North Korea"."""
    rows = [row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "small"]
    small = "|".join(map(re.escape, rows)) or "(?!)"
    return re.compile(rf" ({_OWN}(?: (?:(?:{small}) )+{_OWN})?)")


def _dates(lexicon: Lexicon) -> frozenset[str]:
    """The names of months and of days of the week."""
    tables = ("time_months", "time_weekdays")
    return frozenset(row["word"].lower() for table in tables for row in lexicon.rows(table))
