"""Embassies and consulates of the home country: 북한 대사관, 나홋카의 북한총영사관."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from incidents.extract.place.phrase import HOME
from incidents.lexicon.hangul import GAP, Written
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.reference import Institution, Place

_BACK = 6
"""How many places back one abroad may stand that a mission is in."""


class Missions:
    """Finds the missions of one document; `institution_patterns.csv` has their words with the form `mission`."""

    def __init__(self, text: str, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text, self.gazetteer = text, lexicon.gazetteer
        self.rows = {row["words"]: row for row in lexicon.rows("institution_patterns") if row["form"] == "mission"}
        self.places = [one for one in places if one.code]
        self.starts = [one.start for one in self.places]

    def find(self, found: Sequence[Written]) -> Iterator[InstitutionMention]:
        """A mention for each mission before whose word the country is named, where a place abroad was named."""
        for left, one in pairwise(found):
            row = self.rows.get(one.found[0][0]) if one.sort == "organ" else None
            home = left.sort == "place" and any(code == HOME for code, _ in left.found)
            place = self._abroad(left.start) if row and home and GAP.fullmatch(self.text, left.end, one.start) else None
            if row and place:
                yield self._made(row, place, left.start, one.end)

    def _abroad(self, position: int) -> Place | None:
        """The last place outside Korea before `position`, a city rather than a country."""
        last = bisect_left(self.starts, position)
        near = [self.gazetteer.place[one.code or ""] for one in self.places[max(0, last - _BACK) : last][::-1]]
        abroad = [one for one in near if self.gazetteer.country(one.code) not in (HOME, "KR", "")]
        return next((one for one in abroad if one.level != "country"), next(iter(abroad), None))

    def _made(self, row: Mapping[str, str], place: Place, start: int, end: int) -> InstitutionMention:
        country = self.gazetteer.place.get(self.gazetteer.country(place.code), place)
        seat = place if "{city}" in row["name"] else country
        name = row["name"].format(city=seat.name, country=seat.name)
        code = f"{row['parent']}.{row['slug']}@{seat.code}"
        made = Institution(code, name, row["kind"], row["parent"], place.code)
        return InstitutionMention(
            start, end, self.text[start:end], code, (), "at the place abroad named before", made=made
        )
