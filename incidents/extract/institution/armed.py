"""Whose army "the military" is: the home country's, unless the army or a capital of another was spoken of before."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from incidents.extract.phrases import alternatives
from incidents.extract.place.phrase import HOME
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.reference import Institution

ARMED = "military"
_FOREIGN = "foreign-government"
_WHOLE = "military"
"""The last part of the code of all armed forces of a country; that of a branch is its own."""
_SHORTLY = 1500
"""How many characters before "the army" another one counts that is named."""


class Armies:
    """The armies of one document."""

    def __init__(
        self,
        document: Document,
        known: Sequence[InstitutionMention],
        places: Sequence[PlaceMention],
        lexicon: Lexicon,
    ) -> None:
        self.text, self.known = document.text, known
        self.starts = [mention.start for mention in known]
        self.sentences = [sentence.start for sentence in document.sentences]
        self.places = [place for place in places if place.code]
        self.place_starts = [place.start for place in self.places]
        self.country, self.under = lexicon.gazetteer.country, lexicon.institutions.under
        self.institution: Mapping[str, Institution] = lexicon.institutions.institution
        self.people = lexicon.compiled(_people)

    def meant(self, default: str, position: int) -> str:
        """The code of the army or of its branch for which a definite noun stands; empty where the reference has none.

        The last army named shortly before tells; later soldiers of a country, or a capital that spoke, outweigh it.
        """
        one, start = self._named(position)
        country = self._spoken(max(start, self._before(position)), position) or one
        if not country or country == HOME.lower():
            return default
        branch = default.rpartition(".")[2] if default.count(".") > 1 else _WHOLE
        code = f"{country}.{branch}"
        return code if code in self.institution else ""

    def _named(self, position: int) -> tuple[str, int]:
        """The country of the last army named before, and where its name ends."""
        for k in range(bisect_left(self.starts, position) - 1, -1, -1):
            if position - self.starts[k] > _SHORTLY:
                break
            mention = self.known[k]
            own = mention.made or self.institution[mention.code or ""]
            country = own.code.partition(".")[0]
            if own.kind == ARMED or (own.kind == _FOREIGN and self._armed(own.code, country)):
                return country, mention.end
        return "", 0

    def _armed(self, code: str, country: str) -> bool:
        """Whether it is the ministry that the armed forces of its country are under, or below that."""
        whole = self.institution.get(f"{country}.{_WHOLE}")
        return whole is not None and self.under(code, whole.parent)

    def _before(self, position: int) -> int:
        """Where the sentence before that of a position begins."""
        k = bisect_right(self.sentences, position)
        return self.sentences[max(0, k - 2)] if self.sentences else 0

    def _spoken(self, begin: int, position: int) -> str:
        """The country of the last soldiers or ships since `begin`, else of a capital that the sentence begins with."""
        near = self.places[bisect_left(self.place_starts, begin) : bisect_left(self.place_starts, position)]
        for place in reversed(near):
            if self.people.match(self.text, place.end, position):
                return self.country(place.code or "").lower()
        first = near[0] if near else None
        leads = first is not None and first.use == "metonym" and first.start in self.sentences
        return self.country(first.code or "").lower() if first and leads else ""


def _people(lexicon: Lexicon) -> re.Pattern[str]:
    """People and things of an army after its country: "Russian warships", "South Korea's air force"."""
    rows = [row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "armed"]
    return re.compile(rf"(?:'s?)? (?:[a-z-]+ )?{alternatives(rows)}\b")
