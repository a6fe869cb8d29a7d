"""The country that an institution is said to belong to: "China's", "Russian", "of the Republic of Lebanon"."""

import re
from collections.abc import Sequence

from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import PlaceMention
from incidents.model.reference import Institution, Place

_OWNED = re.compile(r"(?:'s?)? $")
_FAR = 32


class Owners:
    """The countries of one document, by where their names begin and end."""

    def __init__(self, text: str, places: Sequence[PlaceMention], lexicon: Lexicon) -> None:
        self.text = text
        self._place = lexicon.gazetteer.place
        self._ending = {place.end: place.code for place in places if place.code}
        self._starting = {place.start: place.code for place in places if place.code}
        self._ranks, self._of = lexicon.compiled(_phrases)
        self._words = lexicon.compiled(_words)

    def of(self, start: int, end: int) -> Place | None:
        """The country right before a name ("Russian Deputy") or after it ("of the Republic of Lebanon")."""
        return self._before(start) or self._after(end)

    def _before(self, start: int) -> Place | None:
        ranks = self._ranks.search(self.text, max(0, start - _FAR), start)
        begin = ranks.start() + 1 if ranks else start
        gap = _OWNED.search(self.text, max(0, begin - 3), begin)
        place = self._country(self._ending.get(gap.start())) if gap else None
        word = self.text[max(0, begin - _FAR) : begin].lower().split()[-1:]
        return place or self._country(self._words.get(word[0]) if word else None)

    def _after(self, end: int) -> Place | None:
        found = self._of.match(self.text, end)
        return self._country(self._starting.get(found.end())) if found else None

    def _country(self, code: str | None) -> Place | None:
        place = self._place.get(code or "")
        return place if place and place.level == "country" else None


def elsewhere(codes: Sequence[str], place: Place, lexicon: Lexicon) -> Institution | None:
    """The organ of `place`, a country, that is named like one of another: of "… of China" that "… of Vietnam"."""
    held = lexicon.institutions.institution
    for code in codes:
        whole, country = held[code].name, lexicon.gazetteer.place.get(code.partition(".")[0].upper())
        if country and whole.endswith(f" of {country.name}"):
            own = f"{place.code.lower()}.{code.partition('.')[2]}"
            name = whole.removesuffix(country.name) + place.name
            return held.get(own) or Institution(own, name, "foreign-government", "", place.code)
    return None


def _words(lexicon: Lexicon) -> dict[str, str]:
    """Words that are said of the organs of one country only: "the puppet army"."""
    return {r["words"]: r["institution"] for r in lexicon.rows("institution_offices") if r["use"] == "country"}


def _phrases(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand between a country and an office ("Deputy", "First"), and between an office and its country."""
    rows = [row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "rank"]
    ranks = "|".join(re.escape(word) for word in rows) or "(?!)"
    further = r"(?: and (?:[A-Z][\w'-]+ ?){1,4}?)?"
    return re.compile(rf" (?:(?:{ranks})[ -])+$", re.IGNORECASE), re.compile(
        rf"{further} ?\b(?:of|in) (?:the )?(?:[a-z]+ )?"
    )
