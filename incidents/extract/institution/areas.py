"""The area of an organ: the place beside its words, or the one named before that "county" or "there" stands for."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from incidents.extract.institution.rules import Rules, Tail, listed, there
from incidents.extract.place.rules import Context
from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.matcher import Hit
from incidents.model.finding import PlaceMention
from incidents.model.reference import Place

_OWNED = re.compile(r"(?:'s?)? $")
_OF = re.compile(r" (?:of|in|for|at) (?:the )?")
_AREA_WORDS = 40
_BACK = 12
_SEATS = frozenset({"county", "settlement"})


class Area(NamedTuple):
    """Where the area of an organ is named: the place, and where its words begin. `anaphoric`: named earlier."""

    place: Place | None
    start: int
    end: int = 0
    anaphoric: bool = False


class Areas:
    """The areas of one document; `places` are its settled places, in the order of the text."""

    def __init__(self, text: str, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text, self.gazetteer = text, lexicon.gazetteer
        self.rules, self.listed = lexicon.compiled(Rules.of), lexicon.compiled(listed)
        self.there = lexicon.compiled(there)
        self.ends = lexicon.compiled(Context.of).words("definite", "ends")
        self.places = [place for place in places if place.code]
        self.starts = [place.start for place in self.places]
        self.ending = {place.end: place for place in places}
        self.starting = {place.start: place for place in self.places}

    def before(self, start: int, country: str = "") -> Area | None:
        """The place right before `start`, or the unit word there, which stands for the nearest earlier place.

        `country`: in which that one has to lie, if any.
        """
        unit = self._unit(start)
        for position in (start, unit.start(2)) if unit else (start,):
            gap = _OWNED.search(self.text, max(0, position - 3), position)
            mention = self.ending.get(gap.start()) if gap else None
            if mention and mention.use != "adjective":
                place = self.gazetteer.place.get(mention.code or "")
                return Area(place, mention.start, anaphoric=mention.anaphoric)
        if not unit or (not unit[1] and self.listed.search(self.text, max(0, unit.start() - 6), unit.start())):
            return None
        meant = self.rules.units[unit[2].lower()]
        near = (self._of_kind(unit.start(), kinds, country) for kinds in (meant.kinds, meant.fallback))
        place = next((place for place in near if place), None)
        return Area(place, unit.start(), anaphoric=True) if place or unit[1] else None

    def after(self, hit: Hit[Tail]) -> Area | None:
        """The place that follows with "of" or "in"; of "there" the last one named."""
        if self.there.match(self.text, hit.end):
            place = self._last(hit.start)
            return Area(place, hit.start, anaphoric=True) if place else None
        found = _OF.match(self.text, hit.end)
        mention = self.starting.get(found.end()) if found else None
        if mention is None or mention.code is None:
            return None
        return Area(self.gazetteer.place[mention.code], hit.start, mention.end)

    def said_after(self, hit: Hit[Tail], before: Area | None, after: Area | None) -> Area | None:
        """What follows, if it is what the unit before stands for: "the provincial party committee of Ryanggang"."""
        unit = self._unit(hit.start)
        if not (unit and before and before.anaphoric and after and after.place):
            return None
        fits = after.place.kind in self.rules.units[unit[2].lower()].kinds
        return after._replace(start=before.start) if fits else None

    def _last(self, position: int) -> Place | None:
        """The last town or county that is named before a position, or in which the last place lies."""
        near = (place for mention in self._near(position) for place in self._above(mention.code or ""))
        return next((place for place in near if place.level in _SEATS), None)

    def _unit(self, start: int) -> re.Match[str] | None:
        return self.rules.unit_before.search(self.text, max(0, start - _AREA_WORDS), start)

    def _of_kind(self, position: int, kinds: frozenset[str], country: str) -> Place | None:
        return self.meant(position, lambda place: place.kind in kinds, country)

    def meant(self, position: int, fits: Callable[[Place], bool], country: str = "") -> Place | None:
        """The last fitting place of its paragraph, else that named most so far; in `country`, if one is given."""
        begin = self.text.rfind("\n", 0, position)
        named: Counter[Place] = Counter()
        for mention in self._near(position):
            if country and self.gazetteer.country(mention.code or "") != country:
                continue
            place = next((one for one in self._above(mention.code or "") if fits(one)), None)
            if place and mention.start > begin and mention.before not in self.ends:
                return place
            named.update([place] if place else [])
        return max(named, key=lambda place: named[place], default=None)

    def _near(self, position: int) -> list[PlaceMention]:
        """The last places before a position, the nearest first."""
        last = bisect_left(self.starts, position)
        return [m for m in reversed(self.places[max(0, last - _BACK) : last]) if m.use != "metonym"]

    def _above(self, code: str) -> Iterator[Place]:
        while code and code in self.gazetteer.place:
            yield self.gazetteer.place[code]
            code = self.gazetteer.place[code].parent
