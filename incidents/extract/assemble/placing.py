"""The places of an act: those of its clause or sentence, else what its paragraph or the report is about."""

from collections.abc import Sequence

from incidents.extract.assemble.around import Around
from incidents.extract.assemble.doing import Doing
from incidents.extract.assemble.draft import Part, Scene
from incidents.extract.assemble.elsewhere import TRAVEL, Elsewhere
from incidents.extract.assemble.foreign import Foreign
from incidents.extract.assemble.national import HELD, National
from incidents.extract.assemble.nearby import NEAR, Nearby
from incidents.extract.assemble.own_places import OwnPlaces
from incidents.extract.assemble.place_words import PlaceWords
from incidents.extract.assemble.seats import Seats, central, institution
from incidents.extract.assemble.setting import NATION, Setting
from incidents.extract.assemble.times import Times
from incidents.extract.findings import Findings
from incidents.model.finding import Act
from incidents.model.reference import Reference

_WATERS = frozenset({"river", "sea"})
_DECREED = frozenset({"order", "release", "dissolution", "execution"})
_PUNISHED = frozenset({"arrest", "punishment", "execution"})
_SUFFERS = frozenset({"target", "affected"})
_OFFICES = frozenset({"state", "party", "legislature"})
_RULES = _OFFICES | {"security"}
"""Those of the security organs are everywhere: one of them who suffers something need not be at the centre."""


class Placer:
    """Places the acts of one document."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.reference: Reference = found.lexicon.reference
        self.words = found.lexicon.compiled(PlaceWords.of)
        self.setting = Setting(found)
        elsewhere, doing = Elsewhere(found, self.words), Doing(found)
        self.nearby = Nearby(found, self.setting, Times(found))
        national = National(found, self.setting, self.nearby, doing, elsewhere.told)
        self.own = OwnPlaces(found, self.setting, elsewhere)
        self.seats = Seats(found, self.setting, self.nearby, elsewhere)
        self.foreign = Foreign(found, self.setting, self.nearby, doing)
        self.around = Around(found, self.setting, national, elsewhere)

    def scenes(self, act: Act, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The places of an act, the main one first; empty if the report gives none."""
        own = self.own.scenes(act)
        if own and all(scene.role == "to" for scene in own):
            return self._origin(act, parts, own)
        if own and any(scene.fine or scene.role != "scene" for scene in own):
            return own
        if not own and (self._open(act) or self.foreign.between_states(act, parts)):
            return ()
        near = self.seats.scenes(act, parts) or self._river(act, own) or own or self.foreign.scenes(act, parts)
        ruled = any(self._central(act, part) for part in parts)
        return near or self.foreign.at_home(act, self.around.scenes(act, central=ruled))

    def _central(self, act: Act, part: Part) -> bool:
        """Whether an organ of the centre orders it, or one of its people suffers it: that is the whole nation's."""
        known = institution(self.reference, part) if part.mention else None
        if known is None or not central(known):
            return False
        if part.role == "authority":
            above = self.reference.institution.get(known.parent)
            ministry = above is not None and above.kind in _OFFICES
            return act.type in _DECREED and (known.kind in _RULES or ministry)
        suffers = act.type in _PUNISHED or (act.type in HELD and act.passive)
        return suffers and part.role in _SUFFERS and known.kind in _OFFICES and bool(known.parent)

    def _origin(self, act: Act, parts: Sequence[Part], goals: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """With where that comes from of which only is said where it goes: what the paragraph names, or who sends."""
        code = self.nearby.origin(act)
        line = {place.code for place in self.reference.ancestry(code or "")}
        if code and not any(goal.code in line for goal in goals):
            return (Scene(code, "from", own=False), *goals)
        return (*self.foreign.scenes(act, parts), *goals)

    def _open(self, act: Act) -> bool:
        """Whether its clause names where it was, but not which of several places of that name: nothing is borrowed."""
        inside = self.found.places_in(act.clause, [*self.found.outside(act), *self.found.further(act)])
        near = [*self.found.ahead(act), *inside]
        return any(m.candidates and m.use == "scene" and m.before in self.words.words("where") for m in near)

    def _river(self, act: Act, own: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """Near a river or a sea of the country a unit named close by says more."""
        if not own or act.type in TRAVEL or any(self.setting.level(s.code) == "country" for s in own if s.role != "to"):
            return ()
        if not any(self._kind(scene.code) in _WATERS for scene in own):
            return ()
        code = self.nearby.place(act, NEAR) or self.setting.topic
        country = self.found.lexicon.gazetteer.country
        shared = code is not None and (country(code) == country(own[0].code) or self._borders(own[0].code))
        found = Scene(code, own[0].role, own=False) if code and shared and self.setting.fine(code) else None
        return (found, *own) if found else ()

    def _borders(self, code: str) -> bool:
        """Whether a river or a sea is no country's alone, so that what lies near may be abroad."""
        return code in self.words.words("border") or self.found.lexicon.gazetteer.country(code) != NATION

    def _kind(self, code: str) -> str:
        place = self.reference.place.get(code)
        return place.kind if place else ""
