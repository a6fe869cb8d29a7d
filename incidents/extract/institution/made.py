"""Institutions that a pattern makes: "Onchon county party committee", "the Hyesan branch of the Ministry of …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from incidents.extract.institution import abroad, mission, numbered, site
from incidents.extract.institution.home import about_home
from incidents.extract.institution.proper import Proper
from incidents.extract.institution.rules import Rules, Tail, listed, loose, owners
from incidents.extract.place.phrase import HOME
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution, Place

_OWNED = re.compile(r"(?:'s?)? $")
_OF = re.compile(r" (?:of|in|for|at) (?:the )?")
_MATTER = re.compile(r"(?:[a-z]+ ){1,4}$")
_NONE = "none"
"""Words that are longer than a tail and make nothing: "party committees" of all areas."""
_SITE = "site"
"""A word that names an institution only where the gazetteer has such a site there: "the camp at Yodok"."""
_STAFF = "staff"
"""People of an organ: "county safety officers", but not whoever is "in" the county."""
_HERE = "here"
"""An office that every town has one of: "the harbor office" is of the town named last."""
_AREA_WORDS = 40
_ELSEWHERE = numbered.FORMS | {mission.FORM, abroad.FORM}
_BACK = 12


@dataclass(frozen=True, slots=True)
class _Area:
    """Where the area of an organ is named: the place, and where its words begin. `anaphoric`: named earlier."""

    place: Place | None
    start: int
    end: int = 0
    anaphoric: bool = False


def find(
    document: Document,
    names: Names,
    places: Sequence[PlaceMention],
    known: Sequence[InstitutionMention],
    lexicon: Lexicon,
) -> Iterator[InstitutionMention]:
    """A mention for each institution that a pattern makes; it may hold a shorter one of `known`."""
    maker = _Maker(document, places, known, lexicon)
    for hit in maker.rules.tails.find(names.words):
        by_form = [(tail.form, mention) for tail in hit.found if (mention := maker.make(hit, tail))]
        own = [mention for form, mention in by_form if form == "proper"]
        mentions = own or [mention for _, mention in by_form]
        if mentions:
            yield maker.chosen(mentions)


@dataclass(frozen=True, slots=True)
class _Above:
    """The institution that an organ is under."""

    code: str
    name: str = ""
    kind: str = "other"


class _Maker:
    def __init__(
        self,
        document: Document,
        places: Sequence[PlaceMention],
        known: Sequence[InstitutionMention],
        lexicon: Lexicon,
    ) -> None:
        self.text = document.text
        self.lexicon = lexicon
        self.gazetteer = lexicon.gazetteer
        self.rules = lexicon.compiled(Rules.of)
        choice = "|".join(map(re.escape, lexicon.compiled(owners))) or "(?!)"
        self.owners = re.compile(rf"\b({choice}) ((?:[A-Za-z-]+ ){{1,4}})$", re.IGNORECASE)
        self.loose, self.listed = lexicon.compiled(loose), lexicon.compiled(listed)
        self.places = [place for place in places if place.code]
        self.place_starts = [place.start for place in self.places]
        self.ending = {place.end: place for place in places}
        self.starting = {place.start: place for place in self.places}
        self.known = {mention.start: mention for mention in known if mention.code}
        self.parents = {mention.code for mention in known}
        self.spans = sorted((mention.start, mention.end) for mention in known)
        home = HOME.lower() if about_home(places, known, lexicon) else ""
        self.proper = Proper(document.text, places, self.spans, home, lexicon)

    def make(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The mention that a tail is the end of, if what it asks for stands near."""
        if tail.form == "proper":
            found = self.proper.read(hit, tail)
            return self._mention(*found, "by the form of its name") if found else None
        if tail.form == "branch":
            return self._branch(hit, tail)
        if tail.form in _ELSEWHERE or tail.form == _NONE or self._held(hit):
            return None
        if tail.form == _SITE:
            return self._site(hit)
        if tail.form == "local":
            return self._local(hit, tail) or self._owned(hit)
        return self._placed(hit, tail) or (self._here(hit, tail) if tail.form == _HERE else None)

    def _placed(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        before, after = self._area_before(hit.start), self._area_after(hit) if tail.form != _STAFF else None
        area = self._said_after(hit, before, after) or before or after
        if area is None or not self._fits(area, tail):
            return None
        return self._organ((hit.start, max(self._whole(hit), area.end)), tail, area, _Above(tail.parent))

    def _said_after(self, hit: Hit[Tail], before: _Area | None, after: _Area | None) -> _Area | None:
        """What follows, if it is what the unit before stands for: "the provincial party committee of Ryanggang"."""
        unit = self.rules.unit_before.search(self.text, max(0, hit.start - _AREA_WORDS), hit.start)
        if not (unit and before and before.anaphoric and after and after.place):
            return None
        fits = after.place.kind in self.rules.units[unit[2].lower()].kinds
        return replace(after, start=before.start) if fits else None

    def _here(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The office of the nearest area before it that has one."""
        if not self.text.lower().endswith(("the ", " a "), 0, hit.start):
            return None
        last = bisect_left(self.place_starts, hit.start)
        near = reversed([m for m in self.places[max(0, last - _BACK) : last] if m.use != "metonym"])
        place = next((p for m in near for p in self._above(m.code or "") if p.level in tail.levels), None)
        area = _Area(place, hit.start, anaphoric=True)
        fits = place is not None and self._fits(area, tail)
        return self._organ((hit.start, hit.end), tail, area, _Above(tail.parent)) if fits else None

    def _site(self, hit: Hit[Tail]) -> InstitutionMention | None:
        area = self._area_after(hit) or self._area_before(hit.start)
        if area is None or area.place is None or area.anaphoric:
            return None
        name = f"{area.place.name} {self.text[hit.start : hit.end]}"
        code, there = site.called(name, self.lexicon)
        begin, end = min(area.start, hit.start), max(hit.end, area.end)
        if not code:
            return None
        return InstitutionMention(begin, end, self.text[begin:end], code, (), "the site of that name", made=there)

    def chosen(self, mentions: Sequence[InstitutionMention]) -> InstitutionMention:
        """The one mention, or of several (state or social security) that whose parent the report names, else open."""
        if len(mentions) == 1:
            return mentions[0]
        named = [mention for mention in mentions if mention.made and mention.made.parent in self.parents]
        if len(named) == 1:
            return named[0]
        codes = tuple(mention.code for mention in mentions if mention.code)
        reason = "it can be under several and the report does not say which" if codes else mentions[0].reason
        return replace(mentions[0], code=None, candidates=codes, made=None, reason=reason)

    def _held(self, hit: Hit[Tail]) -> bool:
        """Whether the tail stands inside a longer name that the reference holds."""
        k = bisect_left(self.spans, (hit.end, 0))
        start, end = self.spans[k - 1] if k else (0, 0)
        return end >= hit.end and start <= hit.start and (start, end) != (hit.start, hit.end)

    def _whole(self, hit: Hit[Tail]) -> int:
        """The end of a tail, past the name that it ends in: "Committee of the Workers' Party of Korea"."""
        k = bisect_left(self.spans, (hit.end, 0))
        start, end = self.spans[k - 1] if k else (0, 0)
        return end if hit.start < start < hit.end else hit.end

    def _fits(self, area: _Area, tail: Tail) -> bool:
        if area.place is None:
            return True
        at_home = not tail.country or self.gazetteer.country(area.place.code) == tail.country
        return at_home and area.place.level in tail.levels

    def _area_before(self, start: int) -> _Area | None:
        """The place right before `start`, or the unit word there, which stands for the nearest earlier place."""
        unit = self.rules.unit_before.search(self.text, max(0, start - _AREA_WORDS), start)
        for position in (start, unit.start(2)) if unit else (start,):
            gap = _OWNED.search(self.text, max(0, position - 3), position)
            mention = self.ending.get(gap.start()) if gap else None
            if mention and mention.use != "adjective":
                place = self.gazetteer.place.get(mention.code or "")
                return _Area(place, mention.start, anaphoric=mention.anaphoric)
        if not unit:
            return None
        if not unit[1] and self.listed.search(self.text, max(0, unit.start() - 6), unit.start()):
            return None
        meant = self.rules.units[unit[2].lower()]
        place = self._nearest(unit.start(), meant.kinds) or self._nearest(unit.start(), meant.fallback)
        return _Area(place, unit.start(), anaphoric=True) if place or unit[1] else None

    def _nearest(self, position: int, kinds: frozenset[str]) -> Place | None:
        last = bisect_left(self.place_starts, position)
        for mention in reversed([m for m in self.places[max(0, last - _BACK) : last] if m.use != "metonym"]):
            for place in self._above(mention.code or ""):
                if place.kind in kinds:
                    return place
        return None

    def _above(self, code: str) -> Iterator[Place]:
        while code and code in self.gazetteer.place:
            yield self.gazetteer.place[code]
            code = self.gazetteer.place[code].parent

    def _area_after(self, hit: Hit[Tail]) -> _Area | None:
        found = _OF.match(self.text, hit.end)
        mention = self.starting.get(found.end()) if found else None
        if mention is None or mention.code is None:
            return None
        return _Area(self.gazetteer.place[mention.code], hit.start, mention.end)

    def _branch(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """An organ below the institution that follows: "the Hyesan branch of the Ministry of State Security"."""
        begin = hit.end + (5 if self.text.startswith(" the ", hit.end) else 1)
        parent = self.known.get(begin)
        area = self._area_before(hit.start)
        institution = self.lexicon.institutions.institution.get(parent.code or "") if parent else None
        if parent is None or institution is None or area is None or not self._fits(area, tail):
            return None
        above = _Above(institution.code, institution.name, institution.kind)
        return self._organ((hit.start, parent.end), tail, area, above)

    def _local(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """An office of an area that says what it is for: "the county's agricultural supervision office"."""
        matter = _MATTER.search(self.text, max(0, hit.start - 2 * _AREA_WORDS), hit.start)
        starts = [matter.start() + word.start() for word in re.finditer(r"\S+", matter[0])] if matter else []
        for begin in starts:
            if self.loose & set(self.text[begin : hit.start].lower().split()):
                continue
            area = self._area_before(begin) or self._area_of_the(begin, hit)
            if area and area.place and self._fits(area, tail):
                words = self.text[begin : hit.end]
                named = tail._replace(slug=fold(words).replace(" ", "-"), name=f"{{place}} {{unit}} {words.title()}")
                return self._organ((begin, max(hit.end, area.end)), named, area, _Above(tail.parent))
        return None

    def _owned(self, hit: Hit[Tail]) -> InstitutionMention | None:
        """A department by what it is for and whose it is: "the party's administrative department"."""
        before = self.owners.search(self.text, max(0, hit.start - 2 * _AREA_WORDS), hit.start)
        if before is None:
            return None
        begin = before.start(2)
        whose = self.lexicon.compiled(owners)[before[1].lower()]
        words = " ".join(word if word == "and" else word.capitalize() for word in self.text[begin : hit.end].split())
        held = self.lexicon.institutions.called(f"{words} of the {whose}")
        if len(held) != 1:
            return None
        return InstitutionMention(begin, hit.end, self.text[begin : hit.end], held[0], (), "by whose it is")

    def _area_of_the(self, begin: int, hit: Hit[Tail]) -> _Area | None:
        """The area after the office, if an article stands before its words."""
        area = self._area_after(hit) if self.text.endswith(("the ", "a ", "an "), 0, begin) else None
        return replace(area, start=begin) if area else None

    def _organ(self, span: tuple[int, int], tail: Tail, area: _Area, above: _Above) -> InstitutionMention:
        begin, end = min(area.start, span[0]), span[1]
        text = self.text[begin:end]
        place = area.place
        if place is None:
            return InstitutionMention(begin, end, text, None, (), "no area of that kind is named before it")
        unit = next((unit.label for unit in self.rules.units.values() if place.kind == unit.main), "")
        name = tail.name.format(place=place.name, unit=unit, institution=above.name)
        made = Institution(
            code=f"{above.code or self.gazetteer.country(place.code).lower()}.{tail.slug}@{place.code}",
            name=" ".join(name.split()),
            kind=tail.kind or above.kind,
            parent=above.code,
            place=place.code,
        )
        reason = "the nearest area of that kind named before" if area.anaphoric else "by its area"
        return self._mention(begin, end, made, reason, anaphoric=area.anaphoric)

    def _mention(
        self, begin: int, end: int, made: Institution, reason: str, *, anaphoric: bool = False
    ) -> InstitutionMention:
        held = self.lexicon.institutions.called(made.name)
        if len(held) == 1:
            return InstitutionMention(begin, end, self.text[begin:end], held[0], (), reason, anaphoric)
        code, there = self._at_site(made)
        if code:
            return InstitutionMention(begin, end, self.text[begin:end], code, (), reason, anaphoric, there)
        return InstitutionMention(begin, end, self.text[begin:end], made.code, (), reason, anaphoric, made)

    def _at_site(self, made: Institution) -> tuple[str, Institution | None]:
        """What stands at a site that is called so, with or without the word for the area."""
        place = self.gazetteer.place.get(made.place)
        for unit in self.rules.units.values() if place else ():
            short = made.name.replace(f" {unit.label} ", " ", 1)
            code, there = site.called(short, self.lexicon) if unit.main == getattr(place, "kind", "") else ("", None)
            if code:
                return code, there
        return "", None
