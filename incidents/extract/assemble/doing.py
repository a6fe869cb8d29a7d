"""The country that acts, told from the subject of an act: its name, its head, its police, what a clause belongs to."""

import re
from typing import NamedTuple, Self

from incidents.extract.assemble.place_words import PlaceWords
from incidents.extract.findings import Findings
from incidents.extract.phrases import Late, alternatives
from incidents.extract.place.rules import Context
from incidents.extract.place.use import preposition
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act, PlaceMention

_NAMED = frozenset({"actor", "metonym"})
_ROOM = 10


class Heads(NamedTuple):
    """Who acts for a country: heads of state by name, and offices behind its adjective."""

    place: dict[str, str]
    names: Late
    office: Late
    """Right after the adjective: " police", " Foreign Minister"."""
    relative: Late
    """What stands between a country and what a clause tells of it: ", which "."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `country_heads.csv` and the uses `office` and `relative` of `place_setting.csv`."""
        heads = {row["words"]: row["place"] for row in lexicon.rows("country_heads")}
        words = lexicon.compiled(PlaceWords.of).words
        return cls(
            heads,
            Late(rf"\b{alternatives(heads)}\b"),
            Late(rf" {alternatives(words('office'))}\b", re.IGNORECASE),
            Late(rf", {alternatives(words('relative'))} $"),
        )


class Doing:
    """Tells who acts in one document."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.heads = found.lexicon.compiled(Heads.of)

    def named(self, act: Act) -> list[PlaceMention]:
        """The places of the subject; of a relative clause the one that it belongs to: "North Korea, which sealed"."""
        text, (start, end) = self.found.document.text, act.subject
        if text[start:end].strip():
            return self.found.places_in(act.subject)
        opened = self.heads.relative.search(text, max(0, act.clause[0] - _ROOM), act.clause[0])
        before = self.found.places_in(self.found.around(act)) if opened else []
        return [m for m in before if opened and m.end == opened.start()]

    def states(self, act: Act) -> set[str]:
        """The countries that the subject names as acting: themselves, their heads, their police or ministers."""
        named = self.named(act)
        codes = {m.code for m in named if m.use in _NAMED} | {m.code for m in named if self._office(m)}
        text, context = self.found.document.text, self.found.lexicon.compiled(Context.of)
        head = self.heads.names.search(text, *act.subject)
        led = {self.heads.place[head[0]]} if head and not preposition(text, head.start(), context) else set()
        country = self.found.lexicon.gazetteer.country
        return {country(code) for code in codes if code} | led

    def _office(self, mention: PlaceMention) -> bool:
        office = self.heads.office.match(self.found.document.text, mention.end)
        return mention.use == "adjective" and office is not None and not mention.before
