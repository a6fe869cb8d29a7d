"""The area of an organ: the place beside its words, or the one named before that "county" or "there" stands for."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from incidents.extract.institution.rules import Rules, Tail, article, listed, there
from incidents.extract.place.phrase import HOME
from incidents.extract.place.rules import Context
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import PlaceMention
from incidents.model.reference import Place

_OWNED = re.compile(r"(?:'s?|\))? $")
_OF = re.compile(r"(?: \([A-Z]{2,6}\))? (?:of|in|for|at) (?:the )?")
"""With the abbreviation of an organ before it: "the State Security Department (SSD) in Hyesan"."""
_AREA_WORDS = 40
_ARTICLE = 5
"""The room for an article before a name."""
_BACK = 12
_SOON = 300
"""How far ahead the first place may stand: in the first paragraph or the next."""
_CITY_OF_RANK = "metropolitan"
_FOREIGN = "foreign-government"
"""The kind of the offices of other countries; those at home have rows of their own."""
_SEATS = frozenset({"county", "settlement"})


class Area(NamedTuple):
    """Where the area of an organ is named: the place, and where its words begin. `anaphoric`: named earlier."""

    place: Place | None
    start: int
    end: int = 0
    anaphoric: bool = False

    @property
    def of_whole(self) -> bool:
        """Whether it is a city of the first rank after an organ, which can be where the whole of it is."""
        return bool(self.end and self.place and self.place.kind == _CITY_OF_RANK)


class Areas:
    """The areas of one document; `places` are its settled places, in the order of the text."""

    def __init__(self, text: str, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text, self.gazetteer = text, lexicon.gazetteer
        self.rules, self.listed = lexicon.compiled(Rules.of), lexicon.compiled(listed)
        self.there, self.article = lexicon.compiled(there), lexicon.compiled(article)
        self.ends = lexicon.compiled(Context.of).words("definite", "ends")
        self.places = [place for place in places if place.code]
        self.starts = [place.start for place in self.places]
        self.ending = {place.end: place for place in places}
        self.starting = {place.start: place for place in places if place.code or place.candidates}

    def before(self, start: int, country: str = "") -> Area | None:
        """The place right before `start`, or the unit word there, which stands for the nearest earlier place.

        `country`: in which that one has to lie, if any.
        """
        unit = self.unit(start)
        for position in (start, unit.start(2)) if unit else (start,):
            gap = _OWNED.search(self.text, max(0, position - 3), position)
            mention = self.ending.get(gap.start()) if gap else None
            aside = gap is not None and gap[0].startswith(")")
            if mention and mention.use != "adjective" and (not aside or self.text[mention.start - 1] == "("):
                place = self.gazetteer.place.get(mention.code or "")
                begin = position if aside else mention.start
                return Area(place, begin, anaphoric=mention.anaphoric)
        if not unit or (not unit[1] and self.listed.search(self.text, max(0, unit.start() - 6), unit.start())):
            return None
        meant = self.rules.units[unit[2].lower()]
        near = (self._of_kind(unit.start(), kinds, country) for kinds in (meant.kinds, meant.fallback))
        place = next((place for place in near if place), None) or self._ahead(unit.end(), meant.kinds, country)
        return Area(place, unit.start(), anaphoric=True) if place or unit[1] else None

    def after(self, start: int, end: int) -> Area | None:
        """The place that follows an organ with "of" or "in", None if it can be several; of "there" the last one."""
        if self.there.match(self.text, end):
            place = self._last(start)
            return Area(place, start, anaphoric=True) if place else None
        found = _OF.match(self.text, end)
        mention = self.starting.get(found.end()) if found else None
        return Area(self.gazetteer.place.get(mention.code or ""), start, mention.end) if mention else None

    def led(self, position: int) -> bool:
        """Whether an article stands right before a position."""
        return self.article.search(self.text, max(0, position - _ARTICLE), position) is not None

    def fit(self, area: Area, tail: Tail) -> bool:
        """Whether a tail can be that of an area of its level and country."""
        if area.place is None:
            return True
        country = self.gazetteer.country(area.place.code)
        if tail.kind == _FOREIGN and country == HOME:
            return False
        return tail.country in ("", country) and area.place.level in tail.levels

    def around(self, start: int, end: int, country: str = "") -> Area | None:
        """The place that follows, if the unit before stands for it, else what is before, else what follows."""
        before, after = self.before(start, country), self.after(start, end)
        return self._said_after(start, before, after) or before or after

    def _said_after(self, start: int, before: Area | None, after: Area | None) -> Area | None:
        """What follows, or what that lies in, if the unit before stands for it: "the provincial hospital in Hyesan"."""
        unit = self.unit(start)
        if not (unit and before and before.anaphoric and after and after.place):
            return None
        place = self._in_kind(after.place.code, self.rules.units[unit[2].lower()].kinds)
        end = after.end if place is after.place else 0
        return Area(place, before.start, end) if place else None

    def _in_kind(self, code: str, kinds: frozenset[str]) -> Place | None:
        return next((place for place in self._above(code) if place.kind in kinds), None)

    def _ahead(self, position: int, kinds: frozenset[str], country: str) -> Place | None:
        """The first fitting place soon after a position, for an organ that is named before all places."""
        first, last = bisect_left(self.starts, position), bisect_left(self.starts, position + _SOON)
        near = (mention.code or "" for mention in self.places[first:last])
        found = (self._in_kind(code, kinds) for code in near if not country or self.gazetteer.country(code) == country)
        return next((place for place in found if place), None)

    def _last(self, position: int) -> Place | None:
        """The last town or county that is named before a position, or in which the last place lies."""
        near = (place for mention in self._near(position) for place in self._above(mention.code or ""))
        return next((place for place in near if place.level in _SEATS), None)

    def unit(self, start: int) -> re.Match[str] | None:
        """The word for an area right before `start`: "provincial"."""
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
