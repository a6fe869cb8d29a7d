"""Embassies and consulates, most of the home country: "the consulate in Shenyang", "the North Korean embassy"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incidents.extract.institution.rules import Tail, tails_of
from incidents.extract.place.phrase import HOME
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.reference import Institution, Place

FORM = "mission"
SEVERAL = "missions"
"""The form of the plural: "embassies in Angola and Uganda"."""
FORMS = frozenset({FORM, SEVERAL})
_OF = re.compile(r" (?:general |staff |officials )?(?:in|at|(of)) (?:the )?")
_THEN = re.compile(r" (?:to (?:the )?(?:[A-Z][\w.]* ){1,4})?(?:in|at) (?:the )?")
_LIST = re.compile(r"(?:, and|,| and) (?:in )?(?:the )?")
_FROM = re.compile(r" [a-z]+ (?:[a-z]+ ){1,3}from (?:the )?")
"""Of people of an embassy who came from where it is."""
_OWNED = re.compile(r"(?:'s?)? $")
_OWN_CODES = f"{HOME.lower()}."
_BACK = 40
_OWN_ROOM = 30
"""The place that is said with a mission stands so near after it."""


def find(
    document: Document, names: Names, places: Sequence[PlaceMention], lexicon: Lexicon, *, home: bool
) -> Iterator[InstitutionMention]:
    """A mention for each embassy or consulate; without `home` only for those that are said to be another country's."""
    reader = _Reader(document, [place for place in places if place.code], lexicon)
    for hit, tail in tails_of(names, FORMS, lexicon):
        for mention in reader.read(hit, tail):
            if home or not mention.code or not mention.code.startswith(_OWN_CODES):
                yield mention


class _Said(NamedTuple):
    """The place said after a mission and whose it is, if that is said; `of`: it can be either."""

    place: PlaceMention
    owner: Place | None
    of: bool


class _Reader:
    def __init__(self, document: Document, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text, self.places, self.gazetteer = document.text, places, lexicon.gazetteer
        self.sentences = [sentence.start for sentence in document.sentences]
        self.own = lexicon.compiled(_own)
        self.institution = lexicon.institutions.institution
        self.starts = [place.start for place in places]
        self.ending = {place.end: place for place in places}
        self.said: tuple[int, Place] | None = None
        """Where the last mission ends whose place is said, and that place."""

    def read(self, hit: Hit[Tail], tail: Tail) -> Iterator[InstitutionMention]:
        """The mission; of several that at each place of the list after them."""
        said = self._said(hit.end)
        first = self._mission(hit, tail, said) if said or tail.form != SEVERAL else None
        if first:
            yield first
        while tail.form == SEVERAL and said:
            said = self._next(said)
            further = self._mission(hit, tail, said) if said else None
            if said and further:
                span = said.place.start, said.place.end
                yield further._replace(start=span[0], end=span[1], text=self.text[slice(*span)])

    def _mission(self, hit: Hit[Tail], tail: Tail, said: _Said | None) -> InstitutionMention | None:
        """The mission at the place said with it, else at the last one abroad; None if it is another state's."""
        after = self.gazetteer.place.get(said.place.code or "") if said else None
        before = (said.owner if said else None) or self._before(hit) or self._owner(hit)
        if before and before.level == "country" and before.code != HOME:
            there = self._earlier(hit.start) if after is None else None
            after = after or (self._country(there) if there and "{city}" not in tail.name else there)
            return self._of_another(hit, tail, before, after) if after else None
        at = next((p for p in (after, before, self._from(hit)) if p and p.code != HOME), None)
        self.said = (hit.end, at) if at else self.said
        place = at or self._earlier(hit.start)
        if place is None or (said and said.of and after and after.level == "country" and after.code != HOME):
            return None
        seat = place if "{city}" in tail.name else self._country(place)
        name = tail.name.format(city=seat.name, country=seat.name)
        made = Institution(f"kp.foreign.{tail.slug}@{seat.code}", name, tail.kind, tail.parent, place.code)
        reason = "by the place named with it" if at else "by the last place abroad that is named before"
        return self._whole(hit, made, reason)

    def _of_another(self, hit: Hit[Tail], tail: Tail, owner: Place, after: Place) -> InstitutionMention | None:
        """The mission of another country whose place is said after it: "the Chinese Embassy in Seoul"."""
        country = self._country(after)
        home = self.gazetteer.place.get(HOME)
        if country.code == owner.code or country.level != "country" or home is None:
            return None
        seat = after if "{city}" in tail.name and after is not country else country
        name = tail.name.format(city=seat.name, country=seat.name).replace(home.name, owner.name, 1)
        parent = f"{owner.code.lower()}.foreign"
        held = parent if parent in self.institution else ""
        made = Institution(f"{parent}.{tail.slug}@{seat.code}", name, "foreign-government", held, after.code)
        return self._whole(hit, made, "by the country named with it")

    def _whole(self, hit: Hit[Tail], made: Institution, reason: str) -> InstitutionMention:
        """The mention with the word for whose it is: "Chinese Embassy"."""
        owner = self.ending.get(hit.start - 1)
        start = owner.start if owner and owner.use == "adjective" else hit.start
        return InstitutionMention(start, hit.end, self.text[start : hit.end], made.code, (), reason, made=made)

    def _before(self, hit: Hit[Tail]) -> Place | None:
        gap = _OWNED.search(self.text, max(0, hit.start - 3), hit.start)
        mention = self.ending.get(gap.start()) if gap else None
        return self.gazetteer.place.get(mention.code or "") if mention else None

    def _owner(self, hit: Hit[Tail]) -> Place | None:
        """The country that "its" stands for: the one with which the sentence begins, past its dateline."""
        if not self.own.search(self.text, max(0, hit.start - _OWN_ROOM), hit.start):
            return None
        k = bisect_right(self.sentences, hit.start)
        begin = self.sentences[k - 1] if k else 0
        near = self.places[bisect_left(self.starts, begin) : bisect_left(self.starts, hit.start)]
        known = (self.gazetteer.place.get(place.code or "") for place in near if place.use in _ACTING)
        return next((place for place in known if place and place.level == "country"), None)

    def _said(self, end: int) -> _Said | None:
        """The place that follows; of "the embassy of Spain in Beijing" the second one, the first is whose it is."""
        found = _OF.match(self.text, end)
        place = self._at(found)
        then = self._at(_THEN.match(self.text, place.end)) if place and found and found[1] else None
        owner = self.gazetteer.place.get(place.code or "") if place and then else None
        return _Said(then or place, owner, of=bool(found and found[1]) and not then) if place else None

    def _next(self, said: _Said) -> _Said | None:
        place = self._at(_LIST.match(self.text, said.place.end))
        return said._replace(place=place) if place else None

    def _from(self, hit: Hit[Tail]) -> Place | None:
        place = self._at(_FROM.match(self.text, hit.end))
        return self.gazetteer.place.get(place.code or "") if place else None

    def _at(self, found: re.Match[str] | None) -> PlaceMention | None:
        """The place that begins where the words before it end."""
        k = bisect_left(self.starts, found.end()) if found else len(self.places)
        here = k < len(self.places) and found is not None and self.starts[k] == found.end()
        return self.places[k] if here else None

    def _earlier(self, position: int) -> Place | None:
        """The last spot abroad before `position`, unless the place of a mission was said and no place abroad since."""
        last = bisect_left(self.starts, position)
        since, said = self.said or (0, None)
        for mention in reversed(self.places[max(0, last - _BACK) : last]):
            place = self.gazetteer.place.get(mention.code or "")
            if said and mention.start < since + _OWN_ROOM:
                return said
            if place and self._abroad(place) and place.level not in ("country", "province", "region"):
                return place
        return said

    def _abroad(self, place: Place) -> bool:
        return self.gazetteer.country(place.code) not in (HOME, "KR", "XZ")

    def _country(self, place: Place) -> Place:
        return self.gazetteer.place.get(self.gazetteer.country(place.code), place)


def _own(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for whose it is before a mission: "its", "its own"."""
    rows = [row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "own"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, rows)) or '(?!)'}) $", re.IGNORECASE)


_ACTING = frozenset({"scene", "actor", "metonym"})
"""The uses of a country's name that can be whom "its" is said of."""
