"""Institutions that a pattern makes: "Onchon county party committee", "the Hyesan branch of the Ministry of …"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from incidents.extract.institution import mission, numbered, site
from incidents.extract.institution.home import about_home
from incidents.extract.institution.romanized import korean
from incidents.extract.institution.rules import Rules, Tail
from incidents.extract.place.rules import Context
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution, Place

_OWNED = re.compile(r"(?:'s?)? $")
_PROPER = re.compile(r"(?:\b[A-Z][\w'.-]*(?: \d{1,2})? ){1,4}$")
_OF = re.compile(r" (?:of|in|for|at) (?:the )?")
_LISTED = re.compile(r"(?:\b(?:and|or|all|every|each)|,) $")
"""Before a unit without an article it speaks of all of them: "city and county party committees"."""
_LONGER = re.compile(r"( of(?: the)?(?: [A-Z][\w'-]+)+)( and(?: [A-Z][\w'-]+)+)?")
_OWN_WORD = re.compile(r"[A-Za-z-]+|\d+")
_MATTER = re.compile(r"(?:[a-z]+ ){1,4}$")
_LOOSE = frozenset(
    "a an the and or to of in on at for with from by as that who which its their his her every each all some many more "
    "is are was were be been has have had told said will would not no new same".split()
)
"""Words that are no part of what an office is for."""
_NONE = "none"
"""Words that are longer than a tail and make nothing: "party committees" of all areas."""
_STAFF = "staff"
"""People of an organ: "county safety officers", but not whoever is "in" the county."""
_AREA_WORDS = 40
_ELSEWHERE = numbered.FORMS | {mission.FORM}
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
        self.generic = lexicon.compiled(Context.of).words("no-name", "any")
        self.places = [place for place in places if place.code]
        self.place_starts = [place.start for place in self.places]
        self.ending = {place.end: place for place in places}
        self.starting = {place.start: place for place in self.places}
        self.known = {mention.start: mention for mention in known if mention.code}
        self.home = "kp" if about_home(places, known, lexicon) else ""
        self.parents = {mention.code for mention in known}
        self.spans = sorted((mention.start, mention.end) for mention in known)

    def make(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The mention that a tail is the end of, if what it asks for stands near."""
        if tail.form == "proper":
            return self._proper(hit, tail)
        if tail.form == "branch":
            return self._branch(hit, tail)
        if tail.form in _ELSEWHERE or tail.form == _NONE or self._held(hit):
            return None
        return self._local(hit, tail) if tail.form == "local" else self._placed(hit, tail)

    def _placed(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        area = self._area_before(hit.start) or (self._area_after(hit) if tail.form != _STAFF else None)
        if area is None or not self._fits(area, tail):
            return None
        return self._organ((hit.start, max(hit.end, area.end)), tail, area, _Above(tail.parent))

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
        return k > 0 and self.spans[k - 1][1] >= hit.end and self.spans[k - 1] != (hit.start, hit.end)

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
        if not unit[1] and _LISTED.search(self.text, max(0, unit.start() - 6), unit.start()):
            return None
        place = self._nearest(unit.start(), self.rules.units[unit[2].lower()].kinds)
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
            if _LOOSE & set(self.text[begin : hit.start].lower().split()):
                continue
            area = self._area_before(begin) or self._area_of_the(begin, hit)
            if area and area.place and self._fits(area, tail):
                words = self.text[begin : hit.end]
                named = replace(tail, slug=fold(words).replace(" ", "-"), name=f"{{place}} {{unit}} {words.title()}")
                return self._organ((begin, max(hit.end, area.end)), named, area, _Above(tail.parent))
        return None

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

    def _proper(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """A proper name that ends in "Mine", "Factory", "University" and that the reference does not hold."""
        found = _PROPER.search(self.text, max(0, hit.start - 2 * _AREA_WORDS), hit.start)
        begin = self._name_start(found.start(), hit.start) if found else hit.start
        k = bisect_right(self.spans, (hit.end, hit.end))
        if begin == hit.start or self._generic(begin, hit.start) or (k and self.spans[k - 1][1] > begin):
            return None
        end = self._name_end(hit.end)
        name = self.text[begin:end]
        last = bisect_left(self.place_starts, hit.start)
        inside = (p for p in self.places[max(0, last - 2) : last] if begin <= p.start and p.use != "adjective")
        place = next((p.code or "" for p in inside), "")
        home = self.gazetteer.country(place).lower() if place else self.home
        if not home or not (place or self._own(begin, hit.start)):
            return None
        code = f"{home}.{fold(name).replace(' ', '-')}" + (f"@{place}" if place else "")
        return self._mention(begin, end, Institution(code, name, tail.kind, "", place), "by the form of its name")

    def _own(self, start: int, end: int) -> bool:
        """Whether a name without a place has a word that can be Korean, or a number: "May 18 Factory"."""
        words = _OWN_WORD.findall(self.text[start:end])
        return any(word.isdigit() or (word.lower() not in self.generic and korean(word)) for word in words)

    def _generic(self, start: int, end: int) -> bool:
        """Whether no word of a name is its own: "National University"."""
        words = self.text[start:end].lower().split()
        return all(word in self.generic for word in words)

    def _name_end(self, end: int) -> int:
        """Where "Pyongyang University of Education" ends; a place that follows with "of" is no part of the name."""
        longer = _LONGER.match(self.text, end)
        k = bisect_left(self.place_starts, end)
        stop = self.place_starts[k] if k < len(self.place_starts) else len(self.text)
        ends = (longer.end(), longer.end(1)) if longer else ()
        return next((last for last in ends if last <= stop), end)

    def _name_start(self, start: int, end: int) -> int:
        """Where the proper name begins after articles and words that only begin the sentence."""
        for word in re.finditer(r"\S+ ", self.text[start:end]):
            plain = word[0].strip()
            if plain not in _NO_NAME and not self._ends_adjective(start + word.end() - 1):
                return start + word.start()
        return end

    def _ends_adjective(self, end: int) -> bool:
        mention = self.ending.get(end) or self.ending.get(end - 2)
        return mention is not None and mention.use == "adjective"


_NO_NAME = frozenset(
    "The A An At In On Of For From And But Its Their His Her This That These Those Some Many Each Every Our New".split()
)
