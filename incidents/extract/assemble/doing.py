"""The country that acts, told from the subject of an act: its name, its head, its police, what a clause belongs to."""

import re
from typing import NamedTuple, Self

from incidents.extract.assemble.place_words import PlaceWords
from incidents.extract.assemble.setting import NATION
from incidents.extract.findings import Findings
from incidents.extract.phrases import Late, alternatives
from incidents.extract.place.rules import Context
from incidents.extract.place.use import preposition
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act, PlaceMention

_NAMED = frozenset({"actor", "metonym"})
_ATTRIBUTES = frozenset({"adjective", "name-part"})
_ROOM = 10
_BACK = 2
"""How many paragraphs back the country of a president is looked for."""


class Heads(NamedTuple):
    """Who acts for a country: heads of state by name, and offices behind its adjective."""

    place: dict[str, str]
    names: Late
    office: Late
    """Behind the adjective: " police", " Foreign Minister", " border patrol agents"."""
    title: Late
    """Before the name of a head of state who is not known: "President ", "Prime Minister "; the nation has none."""
    relative: Late
    """What stands between a country and what a clause tells of it: ", which "."""
    clause: Late
    """What opens a clause inside a subject: " that "."""
    agent: frozenset[str]
    """The preposition before who does it: "by"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `country_heads.csv` and the uses `office` and `relative` of `place_setting.csv`."""
        heads = {row["words"]: row["place"] for row in lexicon.rows("country_heads")}
        words = lexicon.compiled(PlaceWords.of).words
        return cls(
            heads,
            Late(rf"\b{alternatives(heads)}\b"),
            Late(rf"(?: [\w-]+){{0,2}} {alternatives(words('office'))}\b", re.IGNORECASE),
            Late(rf"\b{alternatives(words('title'))} (?=[A-Z])"),
            Late(rf", {alternatives(words('relative'))} $"),
            Late(rf" {alternatives(words('relative') | words('clause'))} "),
            words("agent"),
        )


class Doing:
    """Tells who acts in one document."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.heads = found.lexicon.compiled(Heads.of)
        self.country = found.lexicon.gazetteer.country

    def named(self, act: Act) -> list[PlaceMention]:
        """The places of the subject; of a relative clause the one that it belongs to: "North Korea, which sealed"."""
        text, (start, end) = self.found.document.text, act.subject
        if text[start:end].strip():
            clause = self.heads.clause.search(text, start, end)
            return self.found.places_in((start, clause.start() if clause else end))
        opened = self.heads.relative.search(text, max(0, act.clause[0] - _ROOM), act.clause[0])
        before = self.found.places_in(self.found.around(act)) if opened else []
        return [m for m in before if opened and m.end == opened.start()]

    def states(self, act: Act) -> set[str]:
        """The countries that the subject names as acting: themselves, their heads, their police or ministers.

        Of a passive act those whose people do it, or suffer it: "by Chinese police", "a Mongolian border guard".
        """
        named = self.named(act)
        agents = [m for m in self.found.places_in(act.object) if m.before in self.heads.agent] if act.passive else []
        codes = {m.code for m in named if m.use in _NAMED and not act.passive}
        codes |= {m.code for m in agents or named if self._office(m)}
        return {self.country(code) for code in codes if code} | (set() if act.passive else self._led(act))

    def _led(self, act: Act) -> set[str]:
        """The country of the head of state who acts; of one who is not known the other country named last."""
        text, context = self.found.document.text, self.found.lexicon.compiled(Context.of)
        known, titled = (one.search(text, *act.subject) for one in (self.heads.names, self.heads.title))
        head = known or titled
        if head is None or preposition(text, head.start(), context):
            return set()
        return {self.heads.place[known[0]]} if known else self._last(act)

    def _last(self, act: Act) -> set[str]:
        """The country, not the nation, in which what was named last lies: "Ukraine's army … President Zelensky"."""
        own = self.found.paragraph(act.sentence)
        before = self.found.paragraphs_before(act.sentence, _BACK)
        first = self.found.sentence(min([own.start, *before]))[0]
        named = (self.country(m.code) for m in reversed(self.found.places_in((first, act.start))) if m.code)
        return {next((code for code in named if code != NATION), "")} - {""}

    def _office(self, mention: PlaceMention) -> bool:
        office = self.heads.office.match(self.found.document.text, mention.end)
        return mention.use in _ATTRIBUTES and office is not None and mention.before in {"", *self.heads.agent}
