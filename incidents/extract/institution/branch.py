"""Organs of an institution in an area: "the Hyesan branch of the Ministry of …", "the ministry's Hyesan branch"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from incidents.extract.institution.areas import Area, Areas
from incidents.extract.institution.organ import Above, Organs
from incidents.extract.institution.rules import Rules, Tail, tails_of
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention

BELOW = "below"
"""The form of the word for an organ after the institution that it is under."""
SPOKEN = "spoken"
"""The form of such a word where the institution was spoken of before: "the provincial branch"."""
_SECURITY = "security"
"""The kind of the organs whose branches are spoken of without them."""
_OWNED = re.compile(r"(?: \([A-Z]{2,6}\))?(?:'s?)? $")
_ROOM = 12
"""The room for an abbreviation and a possessive."""


def find(
    document: Document,
    names: Names,
    known: Sequence[InstitutionMention],
    places: Sequence[PlaceMention],
    lexicon: Lexicon,
) -> Iterator[InstitutionMention]:
    """The branches of "the ministry", and "the provincial branch" of the organ that was spoken of."""
    spoken = [one for one in known if one.anaphoric and one.code and not one.made]
    branches = Branches(document.text, spoken, Areas(document.text, places, lexicon), lexicon)
    below = (branches.below(hit, tail) for hit, tail in tails_of(names, {BELOW}, lexicon))
    alone = (branches.of_one_before(hit, tail, known) for hit, tail in tails_of(names, {SPOKEN}, lexicon))
    yield from (mention for mention in (*below, *alone) if mention)


class Branches:
    """The branches of one document; `known` are the names of institutions that the reference holds."""

    def __init__(self, text: str, known: Sequence[InstitutionMention], areas: Areas, lexicon: Lexicon) -> None:
        self.text, self.areas, self.lexicon = text, areas, lexicon
        self.organs, self.names = Organs(text, lexicon), lexicon.compiled(Rules.of).names
        self.beginning = {mention.start: mention for mention in known}
        self.ending = {mention.end: mention for mention in known}

    def named(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The branch of the institution that follows, if its area stands before it or after both."""
        parent = self.beginning.get(hit.end + (5 if self.text.startswith(" the ", hit.end) else 1))
        area = self.areas.around(hit.start, parent.end) if parent else None
        if parent is None or area is None:
            return None
        if area.start == hit.start and not (self.areas.led(hit.start) and self._in_country(parent, area)):
            return None
        return self._organ((hit.start, parent.end), tail, area, parent)

    def below(self, hit: Hit[Tail], tail: Tail) -> InstitutionMention | None:
        """The same after the institution: "the ministry's Hyesan branch", "the Ministry of … office in Musan"."""
        parent = self._before(hit.start)
        area = self.areas.around(parent.start, hit.end) if parent else self.areas.before(hit.start)
        parent = self._before(area.start) if area and not parent else parent
        if parent is None or area is None or not self._in_country(parent, area):
            return None
        begin = min(parent.start, area.start)
        return self._organ((begin, hit.end), tail, area._replace(start=begin), parent)

    def of_one_before(
        self, hit: Hit[Tail], tail: Tail, known: Sequence[InstitutionMention]
    ) -> InstitutionMention | None:
        """The branch of the security organ named last: "the provincial branch" after "the Ministry of …"."""
        area = self.areas.around(hit.start, hit.end)
        held = self.lexicon.institutions.institution
        if area is None or not area.anaphoric or self._before(hit.start):
            return None
        for one in reversed(known[: bisect_left(known, hit.start, key=lambda one: one.start)]):
            above = held.get(one.made.parent if one.made else one.code or "")
            if above and above.kind == _SECURITY:
                return self._organ((hit.start, hit.end), tail, area, one._replace(code=above.code, made=None))
        return None

    def _before(self, position: int) -> InstitutionMention | None:
        """The name right before a position, a possessive or not."""
        gap = _OWNED.search(self.text, max(0, position - _ROOM), position)
        return self.ending.get(gap.start()) if gap else None

    def _in_country(self, parent: InstitutionMention, area: Area) -> bool:
        """Whether an area is known and lies in the country of an institution."""
        country = self.lexicon.gazetteer.country(area.place.code).lower() if area.place else ""
        return bool(country) and country == (parent.code or "").partition(".")[0]

    def _organ(
        self, span: tuple[int, int], tail: Tail, area: Area, parent: InstitutionMention
    ) -> InstitutionMention | None:
        if area.of_whole or not self.areas.fit(area, tail):
            return None
        held = self.lexicon.institutions.institution[parent.code or ""]
        named = tail._replace(name=self.names.get((held.code, tail.slug), tail.name))
        above = Above(held.code, held.name, held.kind)
        return self.organs.organ((span[0], max(span[1], area.end)), named, area, above)
