"""Where institutions are: the place that one lends to what it does, and the house that something takes place in."""

from collections.abc import Sequence

from incidents.extract.assemble.draft import Part, Scene
from incidents.extract.assemble.elsewhere import Elsewhere
from incidents.extract.assemble.national import HELD
from incidents.extract.assemble.nearby import Nearby
from incidents.extract.assemble.setting import CAPITAL, HOME, NATION, Setting
from incidents.extract.findings import Findings
from incidents.model.finding import Act
from incidents.model.reference import Institution, Reference

_FAR = 80
_SAID = frozenset({"meeting", "statement"})
_ARMED = "military"
"""What has its seat somewhere and acts elsewhere."""
_HOUSES = frozenset({"school", "hospital", "mine", "factory", "farm", "court"})
"""Kinds of institutions that act where they stand."""


class Seats:
    """Tells them for the acts of one document."""

    def __init__(self, found: Findings, setting: Setting, nearby: Nearby, elsewhere: Elsewhere) -> None:
        self.found, self.setting, self.words = found, setting, setting.words
        self.nearby, self.elsewhere = nearby, elsewhere
        self.reference: Reference = setting.reference

    def scenes(self, act: Act, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The place where an institution of the act is, or the house that it takes place in."""
        for part in () if self._of_centre(act, parts) else parts:
            place = self._lent(part)
            span = (part.mention.start, part.mention.end) if part.mention else (0, 0)
            before = max(0, span[0] - _FAR), span[0]
            if self.elsewhere.later(act, span[0]) or self.words.through.search(self.found.document.text, *before):
                continue
            if place and act.type in HELD:
                return (Scene(place, "applies", span, own=False),)
            if place:
                return (Scene(self.nearby.inside(act, place), span=span, own=False),)
        text = self.found.document.text
        for mention in self.found.institutions_in(self.found.around(act)):
            if mention.code and self.words.seat.search(text, max(0, mention.start - _FAR), mention.start):
                seat = self._seat(mention.code)
                return (Scene(seat, span=(mention.start, mention.end), own=False),) if seat else ()
        return ()

    def _of_centre(self, act: Act, parts: Sequence[Part]) -> bool:
        """Whether an organ of the centre meets or says something, whomever else that is about."""
        doers = [part for part in parts if part.role == "actor"] if act.type in _SAID else []
        return any(central(institution(self.reference, part)) for part in doers)

    def _lent(self, part: Part) -> str:
        """The place of a part that says where its acts are: not that of an organ of the centre, or of another state."""
        known = institution(self.reference, part)
        if known is None or not self.setting.fine(known.place):
            return ""
        made = part.made or (part.mention and part.mention.made)
        home = known.place.startswith(f"{NATION}-") and (known.place != CAPITAL or self._municipal(known))
        garrison = known.kind == _ARMED and not made
        return known.place if made or (home and not garrison) or known.kind in _HOUSES else ""

    def _municipal(self, known: Institution) -> bool:
        """Whether an organ in the capital is the capital's own: its name begins with that of the city."""
        return known.name.startswith(self.reference.place[CAPITAL].name)

    def _seat(self, code: str) -> str:
        """Where an organ has its house: its place, that above it, or the capital for one of the nation's centre."""
        known = self.reference.institution.get(code)
        while known and not known.place and known.parent:
            known = self.reference.institution.get(known.parent)
        place = known.place if known else ""
        return place or (CAPITAL if code.startswith(HOME) and CAPITAL in self.reference.place else "")


def institution(reference: Reference, part: Part) -> Institution | None:
    """What a part stands for: the value that a pattern made, or a row of the reference."""
    made = part.made or (part.mention.made if part.mention else None)
    return made or reference.institution.get(part.code)


def central(known: Institution | None) -> bool:
    """Whether it is an organ of the nation that has no place of its own in it."""
    return known is not None and known.code.startswith(HOME) and known.place in ("", NATION)
