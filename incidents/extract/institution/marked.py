"""Every institution that a document names in a script that writes units and endings onto names: 온천군당위원회에서.

A language with `name_endings.csv` is read here. `institution_patterns.csv` says what an area before a word makes
(`area`: 양강도 보위국), what a number does (`numbered`, `ordinal`: 25여단), and which words end a name of its own
(`proper`: 룡문탄광).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from incidents.extract import place as places_of
from incidents.extract.institution import named, numbered, site
from incidents.extract.institution.marked_areas import Area, Areas
from incidents.extract.institution.marked_missions import Missions
from incidents.extract.place.marked import readable
from incidents.lexicon.hangul import Hangul, Written
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.reference import Institution

Row = Mapping[str, str]
_BARE = frozenset({"mine", "enterprise", "farm", "hospital"})
"""Kinds of institutions that bear the name of a place without its unit: 온성탄광."""
_OFFICER = "officer"
_OF_AREAS = frozenset({"area", _OFFICER})
_NOTHING = "(?!)"


def annotate(
    document: Document, lexicon: Lexicon, places: Sequence[PlaceMention] | None = None
) -> tuple[InstitutionMention, ...]:
    """The institutions of the paragraphs and headings, in the order of the text, none overlapping another."""
    hangul = lexicon.hangul
    if hangul is None:
        return ()
    if places is None:
        places = places_of.annotate(document, lexicon)
    known = list(named.find(document, lexicon.names(document.text), places, lexicon))
    maker = _Maker(document.text, places, lexicon, hangul)
    written = hangul.find(document.text)
    sites = site.find(_alone(document.text, places, written), lexicon)
    missions = Missions(document.text, places, lexicon).find(written)
    found = [*known, *maker.organs(written), *maker.numbered(known), *missions, *sites, *maker.proper()]
    return tuple(_longest(one for one in found if readable(document, one.start)))


def _alone(text: str, places: Sequence[PlaceMention], written: Sequence[Written]) -> list[PlaceMention]:
    """The places without the larger ones that stand before them: of 함흥시의 룡성기계련합기업소 the works."""
    starts = {one.end: one.start for one in written if one.sort == "place"}
    begun = ((one, starts.get(one.end, one.start)) for one in places)
    return [one._replace(start=start, text=text[start : one.end]) for one, start in begun]


def _longest(mentions: Iterable[InstitutionMention]) -> Iterator[InstitutionMention]:
    """The mentions in the order of the text, of two that overlap the longer."""
    last: InstitutionMention | None = None
    for one in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if last is None or one.start >= last.end:
            if last:
                yield last
            last = one
        elif one.end - one.start > last.end - last.start:
            last = one
    if last:
        yield last


class _Patterns(NamedTuple):
    """`institution_patterns.csv`, ready to be looked for."""

    areas: Mapping[str, Sequence[Row]]
    numbers: Mapping[str, Row]
    number: re.Pattern[str]
    proper: re.Pattern[str]
    labels: Mapping[str, tuple[str, str]]
    """The word for an area in English names and that for its security organs, by the kind of place."""
    unnamed: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "_Patterns":
        areas, numbers, ends = defaultdict[str, list[Row]](list), dict[str, Row](), list[str]()
        for row in lexicon.rows("institution_patterns"):
            if row["form"] in _OF_AREAS:
                areas[row["words"]].append(row)
            elif row["form"] == "proper":
                ends.append(row["words"])
            elif row["form"] in numbered.FORMS:
                numbers[row["words"]] = row
        units = lexicon.rows("institution_units")
        words = defaultdict[str, list[str]](list)
        for row in lexicon.rows("name_words"):
            words[row["class"]].append(row["word"])
        opening, closing = _any(words["before-number"]), _any(words["after-number"])
        return cls(
            areas,
            numbers,
            re.compile(rf"(?<![\w.])(?:{opening})?(?P<n>\d{{1,4}})(?:{closing})? ?(?P<words>{_any(numbers)})"),
            re.compile(rf"(?<![^\s(\[·,\"'])(?P<own>[가-힣]{{2,8}})(?:{_any(ends)})"),
            {row["kinds"].split()[0]: (row["label"], row["organ"]) for row in units},
            frozenset(words["no-name"]),
        )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or _NOTHING


class _Maker:
    def __init__(self, text: str, places: Sequence[PlaceMention], lexicon: Lexicon, hangul: Hangul) -> None:
        self.text, self.lexicon, self.hangul = text, lexicon, hangul
        self.patterns = lexicon.compiled(_Patterns.of)
        self.areas = Areas(text, places, lexicon)

    def organs(self, found: Sequence[Written]) -> Iterator[InstitutionMention]:
        """What an organ's word is with the area before it: 양강도 보위국, 온천군당, 도 보위국."""
        near = [one for one in found if one.sort != "institution"]
        for k, one in enumerate(near):
            rows = self.patterns.areas.get(self._words(one), ()) if one.sort == "organ" else ()
            area = self.areas.before(near, k) if rows else None
            mentions = [made for row in rows if area and (made := self._organ(one, row, area))]
            if mentions:
                yield mentions[0]
            elif rows and area is None and rows[0]["form"] == _OFFICER:
                words = self.text[one.start : one.end]
                yield InstitutionMention(one.start, one.end, words, rows[0]["parent"], (), "by its officers")

    def _words(self, one: Written) -> str:
        return one.found[0][0]

    def _organ(self, one: Written, row: Row, area: Area) -> InstitutionMention | None:
        text, place = self.text[area.start : one.end], area.place
        if place is None:
            return InstitutionMention(area.start, one.end, text, None, (), "no area of that kind is named before it")
        if place.level not in row["levels"].split() or not place.code.startswith(row["country"]):
            return None
        bare = row["kind"] in _BARE and not area.unit
        plain = next(iter(self.patterns.labels.values()), ("", ""))
        label, organ = self.patterns.labels.get(place.kind, ("", plain[1]))
        name = row["name"].format(place=place.name, unit="" if bare else label, organ=organ)
        code = f"{row['parent'] or row['country'].lower()}.{row['slug']}@{place.code}"
        made = Institution(code, " ".join(name.split()), row["kind"], row["parent"], place.code)
        reason = "the nearest area of that kind that is named" if area.anaphoric else "by its area"
        return self._mention(area.start, one.end, made, reason, anaphoric=area.anaphoric)

    def _mention(
        self, start: int, end: int, made: Institution, reason: str, *, anaphoric: bool = False
    ) -> InstitutionMention:
        """The institution that the reference has of that name, else the one that is made."""
        held = self.lexicon.institutions.called(made.name)
        words = self.text[start:end]
        if len(held) == 1:
            return InstitutionMention(start, end, words, held[0], (), reason, anaphoric)
        return InstitutionMention(start, end, words, made.code, (), reason, anaphoric, made)

    def numbered(self, known: Sequence[InstitutionMention]) -> Iterator[InstitutionMention]:
        """A number with its noun: 25여단, 제4군단, 15호 관리소; of the force named right before it, here or earlier."""
        ending = {one.end: one.code for one in known if one.code}
        parents = dict[str, str]()
        for found in self.patterns.number.finditer(self.text):
            if self.hangul.ending(self.text, found.end()) is None:
                continue
            row, number = self.patterns.numbers[found["words"]], int(found["n"])
            name = row["name"].format(n=_ordinal(number) if row["form"] == "ordinal" else number)
            parent = ending.get(found.start() - 1) or parents.get(name) or row["parent"]
            parents[name] = parent
            slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            made = Institution(f"{parent or 'kp'}.{slug}", name, row["kind"], parent)
            yield self._mention(found.start(), found.end(), made, "by its number")

    def proper(self) -> Iterator[InstitutionMention]:
        """A name that ends as those of mines and farms do and that the reference has not; it is open."""
        for found in self.patterns.proper.finditer(self.text):
            if found["own"] not in self.patterns.unnamed and self.hangul.ending(self.text, found.end()):
                yield InstitutionMention(*found.span(), found[0], None, (), "no institution of that name is known")


def _ordinal(number: int) -> str:
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"
