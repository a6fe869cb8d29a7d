"""The area that stands before an organ's word, or that its unit alone stands for: 혜산시 안전부, 군당위원회."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incidents.lexicon.hangul import GAP, Written
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import PlaceMention
from incidents.model.reference import Place

_BACK = 12
"""How many places back a unit may reach."""
_AHEAD = 60
"""How near after a unit a place may be named that it stands for, where none was before: 함흥시 소식통 at the end."""
_LISTED = ("·", ",", "/", "각")
"""Before a unit they speak of all: 도·시·군당위원회, 각 군당."""


class Area(NamedTuple):
    """The place of an organ, None where a unit's place is not named; `unit`: whether a unit is written."""

    place: Place | None
    start: int
    unit: bool = False
    anaphoric: bool = False


class Areas:
    """Finds the areas of the organs of one document."""

    def __init__(self, text: str, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text = text
        self.place = lexicon.reference.place
        self.ending = {one.end: one for one in places}
        self.places = [one for one in places if one.code]
        self.starts = [one.start for one in self.places]
        self.kinds = {row["words"]: frozenset(row["kinds"].split()) for row in lexicon.rows("institution_units")}
        self.genitives = {f"{row['words']} " for row in lexicon.rows("name_endings") if row["class"] == "of"}
        self.units = tuple(row["words"] for row in lexicon.rows("place_units"))

    def before(self, found: Sequence[Written], k: int) -> Area | None:
        """The area before the k-th name, which is an organ."""
        organ, left = found[k], found[k - 1] if k else None
        if left is None or not self._beside(left.end, organ.start):
            return None
        if left.sort == "unit":
            return self._of_unit(left, found[k - 2] if k > 1 else None)
        mention = self.ending.get(left.end)
        if left.sort != "place" or mention is None:
            return None
        unit = self.text.endswith(self.units, left.start, left.end) if not left.unit else True
        if organ.end - organ.start == 1 and not unit:
            return None  # 당 alone is an organ after a unit only
        return self._area(mention, unit=unit)

    def _beside(self, end: int, start: int) -> bool:
        gap = self.text[end:start]
        return bool(GAP.fullmatch(gap)) or gap in self.genitives

    def _area(self, mention: PlaceMention, *, unit: bool) -> Area | None:
        place = self.place.get(mention.code or "")
        return Area(place, mention.start, unit=unit) if place else None

    def _of_unit(self, unit: Written, left: Written | None) -> Area | None:
        """The place right before a unit, else the nearest of that kind that was named before."""
        kinds = self.kinds[unit.found[0][0]]
        mention = self.ending.get(left.end) if left and self._beside(left.end, unit.start) else None
        if mention:
            own = next((place for place in self._above(mention.code or "") if place.kind in kinds), None)
            if own:
                return Area(own, mention.start, unit=True)
        if self.text[max(0, unit.start - 2) : unit.start].rstrip().endswith(_LISTED):
            return None
        return Area(self._nearest(unit.start, kinds), unit.start, unit=True, anaphoric=True)

    def _nearest(self, position: int, kinds: frozenset[str]) -> Place | None:
        last = bisect_left(self.starts, position)
        after = (one for one in self.places[last : last + 1] if one.start - position < _AHEAD)
        for mention in (*reversed(self.places[max(0, last - _BACK) : last]), *after):
            for place in self._above(mention.code or ""):
                if place.kind in kinds:
                    return place
        return None

    def _above(self, code: str) -> Iterator[Place]:
        while code and code in self.place:
            yield self.place[code]
            code = self.place[code].parent
