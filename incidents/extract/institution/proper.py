"""Proper names by their form: "Hyesan Shoe Factory", "May 18 Factory", "O Jin U Artillery Academy"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from incidents.extract.institution.romanized import korean
from incidents.extract.institution.rules import Tail, loose
from incidents.extract.place.rules import Context
from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.matcher import Hit
from incidents.model.finding import PlaceMention
from incidents.model.key import fold
from incidents.model.reference import Institution

_NAME = re.compile(r"(?:\b[A-Z][\w'.-]*(?: \d{1,2})? ){1,4}$")
_LONGER = re.compile(r"( of(?: the)?(?: [A-Z][\w'-]+)+)( and(?: [A-Z][\w'-]+)+)?")
_WORD = re.compile(r"[A-Za-z-]+|\d+")
_INSIDE = re.compile(r"[a-z,;)] $")
"""A capital after it is that of a name, not that of a sentence: "the Moran trading company"."""
_ROOM = 80


class Proper:
    """The proper names of one document that the reference does not hold; `home`: the country where none is named."""

    def __init__(
        self,
        text: str,
        places: Sequence[PlaceMention],
        spans: Sequence[tuple[int, int]],
        home: str,
        lexicon: Lexicon,
    ) -> None:
        self.text, self.spans, self.home = text, spans, home
        self.gazetteer = lexicon.gazetteer
        self.generic = lexicon.compiled(Context.of).words("no-name", "any")
        self.loose = lexicon.compiled(loose)
        self.places = [place for place in places if place.code]
        self.starts = [place.start for place in self.places]
        self.ending = {place.end: place for place in places}

    def read(self, hit: Hit[Tail], tail: Tail) -> tuple[int, int, Institution] | None:
        """Where the name that ends in a tail stands, and the institution of that name."""
        found = _NAME.search(self.text, max(0, hit.start - _ROOM), hit.start)
        begin = self._start(found.start(), hit.start) if found else hit.start
        small = self.text[hit.start : hit.end].islower()
        if small and not _INSIDE.search(self.text, max(0, begin - _ROOM), begin):
            return None
        k = bisect_right(self.spans, (hit.end, hit.end))
        if begin == hit.start or self._generic(begin, hit.start) or (k and self.spans[k - 1][1] > begin):
            return None
        end = self._end(hit.end)
        place = self._place(begin, hit.start)
        if place and small:
            return None
        country = self._country(begin) or self.home
        home = self.gazetteer.country(place).lower() if place else country
        if not home or not (place or self._own(begin, hit.start)):
            return None
        name = self.text[begin:end]
        code = f"{home}.{fold(name).replace(' ', '-')}" + (f"@{place}" if place else "")
        return begin, end, Institution(code, name, tail.kind, "", place)

    def _place(self, begin: int, end: int) -> str:
        last = bisect_left(self.starts, end)
        inside = (p for p in self.places[max(0, last - 2) : last] if begin <= p.start and p.use != "adjective")
        return next((p.code or "" for p in inside), "")

    def _country(self, begin: int) -> str:
        """The country said right before a name: "the Chinese Sunrise Trading Company"."""
        mention = self.ending.get(begin - 1)
        return self.gazetteer.country(mention.code or "").lower() if mention and mention.use == "adjective" else ""

    def _own(self, start: int, end: int) -> bool:
        """Whether a name without a place has a word that can be Korean, or a number: "May 18 Factory"."""
        words = _WORD.findall(self.text[start:end])
        return any(word.isdigit() or (word.lower() not in self.generic and korean(word)) for word in words)

    def _generic(self, start: int, end: int) -> bool:
        """Whether no word of a name is its own: "National University"."""
        return all(word in self.generic for word in self.text[start:end].lower().split())

    def _end(self, end: int) -> int:
        """Where "Pyongyang University of Education" ends; a place that follows with "of" is no part of the name."""
        longer = _LONGER.match(self.text, end)
        k = bisect_left(self.starts, end)
        stop = self.starts[k] if k < len(self.starts) else len(self.text)
        ends = (longer.end(), longer.end(1)) if longer else ()
        return next((last for last in ends if last <= stop), end)

    def _start(self, start: int, end: int) -> int:
        """Where the proper name begins after articles and words that only begin the sentence."""
        for word in re.finditer(r"\S+ ", self.text[start:end]):
            if word[0].strip().lower() not in self.loose and not self._ends_adjective(start + word.end() - 1):
                return start + word.start()
        return end

    def _ends_adjective(self, end: int) -> bool:
        mention = self.ending.get(end) or self.ending.get(end - 2)
        return mention is not None and mention.use == "adjective"
