"""The places of an act: those of its clause or sentence, else what its paragraph or the report is about."""

from collections.abc import Sequence

from incidents.extract.assemble.around import HELD, Around
from incidents.extract.assemble.doing import Doing
from incidents.extract.assemble.draft import Part, Scene
from incidents.extract.assemble.elsewhere import BEFALLS, MOVES, Elsewhere
from incidents.extract.assemble.place_words import PlaceWords
from incidents.extract.assemble.setting import CAPITAL, HOME, NATION, Setting
from incidents.extract.findings import Findings, Span
from incidents.extract.place.listing import runs
from incidents.extract.place.rules import Context
from incidents.model.finding import Act, PlaceMention
from incidents.model.reference import Institution, Reference

_TRAVEL = frozenset({"repatriation", "dispatch", "defection"})
_NEAR = 2
_FAR = 80
_SAID = frozenset({"meeting", "statement", "personnel", "military", "cross-border"})
_DECIDED = frozenset({"meeting", "statement", "personnel", "order", "punishment"})
_INTERNATIONAL = "international"
_OF_STATE = frozenset({"actor", "metonym", "adjective"})
_OTHER = "other"
_WATERS = frozenset({"river", "sea"})
_DECREED = frozenset({"order", "release", "dissolution", "execution"})
_CENTRE = frozenset({"state", "party", "legislature", "security"})
_ARMED = "military"
"""What has its seat somewhere and acts elsewhere."""
_HOUSES = frozenset({"school", "hospital", "mine", "factory", "farm", "court"})
"""Kinds of institutions that act where they stand."""


class Placer:
    """Places the acts of one document."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.reference: Reference = found.lexicon.reference
        self.words = found.lexicon.compiled(PlaceWords.of)
        self.setting = Setting(found)
        self.elsewhere = Elsewhere(found, self.words)
        self.doing = Doing(found)
        self.around = Around(found, self.setting, self.elsewhere.told, self.doing)

    def scenes(self, act: Act, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The places of an act, the main one first; empty if the report gives none."""
        own = self._own(act)
        if own and all(scene.role == "to" for scene in own):
            return self._origin(act, parts, own)
        if own and any(scene.fine or scene.role != "scene" for scene in own):
            return own
        if not own and (self._open(act) or self._between_states(act, parts)):
            return ()
        near = self._of_institution(act, parts) or self._river(act, own) or own or self._foreign(act, parts)
        return near or self._at_home(act, self.around.scenes(act, central=self._central(act, parts)))

    def _central(self, act: Act, parts: Sequence[Part]) -> bool:
        """Whether an organ of the centre is named that orders it: that holds in the whole nation, of itself."""
        ordering = [part for part in parts if part.role == "authority" and part.mention] if act.type in _DECREED else []
        known = [self.reference.institution.get(part.code) for part in ordering]
        return any(
            one is not None and one.kind in _CENTRE and one.code.startswith(HOME) and one.place in ("", NATION)
            for one in known
        )

    def _at_home(self, act: Act, scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """The scenes; but where they are only the nation at large, and another country acts, that one."""
        if [scene.code for scene in scenes] != [NATION]:
            return scenes
        doing = {m.code or "" for m in self.found.places_in(act.subject) if m.use in ("actor", "metonym")}
        others = {code for code in doing if self._level(code) == "country" and code != NATION}
        return (
            tuple(Scene(code, own=False, fine=False) for code in others) if len(doing) == len(others) == 1 else scenes
        )

    def _origin(self, act: Act, parts: Sequence[Part], goals: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """With where that comes from of which only is said where it goes: what the paragraph names, or who sends."""
        code = self.around.origin(act)
        line = {place.code for place in self.reference.ancestry(code or "")}
        if code and not any(goal.code in line for goal in goals):
            return (Scene(code, "from", own=False), *goals)
        return (*self._foreign(act, parts), *goals)

    def _open(self, act: Act) -> bool:
        """Whether its clause names where it was, but not which of several places of that name: nothing is borrowed."""
        inside = self.found.places_in(act.clause, [*self.found.outside(act), *self.found.further(act)])
        near = [*self.found.ahead(act), *inside]
        return any(m.candidates and m.use == "scene" and m.before in self.words.words("where") for m in near)

    def _between_states(self, act: Act, parts: Sequence[Part]) -> bool:
        """Whether a body of many states, which has no country, says or decides it: the Security Council."""
        doers = [part for part in parts if part.role in ("actor", "authority")] if act.type in _DECIDED else []
        known = [self._institution(part) for part in doers]
        return bool(known) and all(one is not None and one.kind == _INTERNATIONAL and not one.place for one in known)

    def _foreign(self, act: Act, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The country of another state that acts, where the report gives no finer place."""
        doers = [part for part in parts if part.role in ("actor", "authority")]
        if any(part.code.startswith(HOME) for part in doers):
            return ()
        for part in doers:
            known = self._institution(part)
            country = known.place.partition("-")[0].partition(".")[0] if known and known.place else ""
            if self._other_state(country):
                return (self._within(act, country),)
        countries = self._acting(act)
        if len(countries) == 1 and self._other_state(min(countries)):
            return (Scene(min(countries), own=False, fine=False),)
        return self._of_state(act)

    def _of_state(self, act: Act) -> tuple[Scene, ...]:
        """The country whose name, head or police the subject is, or a place in it that was just named."""
        states = self.doing.states(act) if not act.passive and act.type not in BEFALLS else set()
        other = min(states) if len(states) == 1 else ""
        return (self._within(act, other),) if self._other_state(other) else ()

    def _within(self, act: Act, country: str) -> Scene:
        """The country of who acts, or a place in it that was just named, unless words are all that they do."""
        near = (self.around.nearby(act, _NEAR, ahead=False), self.setting.topic) if act.type not in _SAID else ()
        inside = [code for code in near if code and self.found.lexicon.gazetteer.country(code) == country]
        code = inside[0] if inside else country
        return Scene(code, "applies" if act.type in HELD else "scene", own=False, fine=self.setting.fine(code))

    def _acting(self, act: Act) -> set[str]:
        """The countries whose organ says, meets or fires; or that are said to have sent somebody home."""
        if act.type not in _SAID | _TRAVEL:
            return set()
        own = [m for m in self.found.places_in(act.subject) if m.use in _OF_STATE]
        moved = act.type in _TRAVEL and all(m.code != NATION or m.use == "adjective" for m in own)
        if moved:
            said = [m for m in self.found.places_in(self.found.around(act)) if m.use == "metonym"]
            own = [m for m in own if m.code != NATION] or said
        codes = {m.code for m in own if m.code and (self._level(m.code) == "country" or m.use == "metonym")}
        return {self.found.lexicon.gazetteer.country(code) for code in codes}

    def _other_state(self, country: str) -> bool:
        return country in self.reference.place and country != NATION

    def _river(self, act: Act, own: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """Near a river or a sea of the country a unit named close by says more."""
        if not own or act.type in _TRAVEL or any(self._level(s.code) == "country" for s in own if s.role != "to"):
            return ()
        if not any(self._kind(scene.code) in _WATERS for scene in own):
            return ()
        code = self.around.nearby(act, _NEAR) or self.setting.topic
        country = self.found.lexicon.gazetteer.country
        shared = code is not None and (country(code) == country(own[0].code) or self._borders(own[0].code))
        found = Scene(code, own[0].role, own=False) if code and shared and self.setting.fine(code) else None
        return (found, *own) if found else ()

    def _borders(self, code: str) -> bool:
        """Whether a river or a sea is no country's alone, so that what lies near may be abroad."""
        return code in self.words.words("border") or self.found.lexicon.gazetteer.country(code) != NATION

    def _level(self, code: str) -> str:
        place = self.reference.place.get(code)
        return place.level if place else ""

    def _kind(self, code: str) -> str:
        place = self.reference.place.get(code)
        return place.kind if place else ""

    def _own(self, act: Act) -> tuple[Scene, ...]:
        told, toward = self.found.outside(act), self.words.words("toward")
        sentence = self.setting.usable(self._near(act, self.found.around(act), told))
        inside = self.setting.usable(self._near(act, act.clause, [*told, *self.found.further(act)]))
        clause = self._whole(inside, sentence)
        clause = self._without_homes(act, clause)
        others = [a.clause for a in self.found.acts_of(act.sentence) if a.clause != act.clause]
        fine = [p for p in sentence if self.setting.fine(p.code or "")]
        free = [p for p in fine if not any(a <= p.start < b for a, b in others)]
        ends = act.type in _TRAVEL and all(m.before in toward | self.words.words("from") for m in clause)
        chosen = [*clause, *(m for m in free if m not in clause)] if ends else clause or free
        goals = [m for m in self.found.places_in(act.clause, told) if act.type in MOVES and m.before in toward]
        ways = [m for m in chosen if m.before not in self.words.words("passing")]
        return self._finest([self._scene(act, mention) for mention in (*(ways or chosen), *goals) if mention.code])

    def _without_homes(self, act: Act, inside: list[PlaceMention]) -> list[PlaceMention]:
        """Without where its subject is from, if it is said where it happened: "a student at Kim Il Sung University"."""
        where = self.words.words("where") - self.words.words("toward") - self.words.words("from")
        told = [m for m in inside if m.before in where and self.setting.fine(m.code) and self._at_act(act, m)]
        homes = [
            m for m in inside if act.subject[0] < m.start < act.subject[1] and m.before in self.words.words("home")
        ]
        under = self.found.lexicon.gazetteer.under
        homes = [m for m in homes if not any(under(m.code or "", other.code or "") for other in told)]
        return [m for m in inside if m not in homes] if told else inside

    def _at_act(self, act: Act, mention: PlaceMention) -> bool:
        """Whether it stands after the act's words, and nothing between says that somebody went there."""
        between = self.found.document.text[act.end : mention.start].lower().split()
        return mention.start >= act.end and self.words.words("toward").isdisjoint(between)

    def _whole(self, inside: list[PlaceMention], sentence: Sequence[PlaceMention]) -> list[PlaceMention]:
        """With the items of a list that the clause cuts off: "In Hyesan, Musan and Pyongyang they …"."""
        text, context = self.found.document.text, self.found.lexicon.compiled(Context.of)
        for first, last in runs(text, sentence, context):
            if any(mention in inside for mention in sentence[first:last]):
                inside = [*sentence[first:last], *(m for m in inside if m not in sentence[first:last])]
        return inside

    def _near(self, act: Act, span: Span, told: Sequence[Span]) -> list[PlaceMention]:
        """The places of a span without countries that only receive the act or stand in an aside after it."""
        kept = []
        for mention in self.found.places_in(span, told):
            coarse = mention.code is not None and not self.setting.fine(mention.code)
            after = mention.start > act.end
            aside = after and "," in self.found.document.text[act.end : mention.start]
            elsewhere = (after and (aside or mention.before not in self.words.words("where"))) or self.elsewhere.kin(
                mention
            )
            acts = mention.use == "actor" and not act.subject[0] <= mention.start < act.subject[1]
            other = self.elsewhere.told(act, mention) or self.setting.for_sake(mention)
            if not ((coarse and elsewhere) or acts or other):
                kept.append(mention)
        return kept

    def _scene(self, act: Act, mention: PlaceMention) -> Scene:
        role = "applies" if act.type in HELD else "scene"
        if self._moves(act) and mention.before in self.words.words("toward"):
            role = "to"
        elif act.type in MOVES and mention.before == "from":
            role = "from"
        if act.type == "military" and role == "from":
            role = "scene"
        code = self.setting.at(mention)
        return Scene(code, role, (mention.start, mention.end), fine=self.setting.fine(code))

    def _moves(self, act: Act) -> bool:
        """Whether people or things are moved: by its type, or by its verb where no phrase knows the act."""
        if act.type in MOVES:
            return True
        verbs = self.found.document.text[act.start : act.end].lower().split() if act.type == _OTHER else ()
        return not self.words.words("motion").isdisjoint(verbs)

    def _finest(self, scenes: Sequence[Scene]) -> tuple[Scene, ...]:
        """Without places that lie above another one; scenes before ends of a movement, finer ones first."""
        kept: dict[str, Scene] = {}
        for scene in scenes:
            kept.setdefault(scene.code, scene)
        above = {place.code for code in kept for place in self.reference.ancestry(code)[1:]}
        fine = [scene for code, scene in kept.items() if code not in above]
        order = {"scene": 0, "applies": 0, "from": 1, "to": 2}
        return tuple(sorted(fine, key=lambda s: (order.get(s.role, 3), not s.fine)))

    def _of_institution(self, act: Act, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The place where an institution of the act is, or the house that it takes place in."""
        for part in parts:
            place = self._lent(part)
            span = (part.mention.start, part.mention.end) if part.mention else (0, 0)
            if self.elsewhere.later(act, span[0]):
                continue
            if place and act.type in HELD:
                return (Scene(place, "applies", span, own=False),)
            if place:
                return (Scene(self.around.inside(act, place), span=span, own=False),)
        text = self.found.document.text
        for mention in self.found.institutions_in(self.found.around(act)):
            if mention.code and self.words.seat.search(text, max(0, mention.start - _FAR), mention.start):
                seat = self._seat(mention.code)
                return (Scene(seat, span=(mention.start, mention.end), own=False),) if seat else ()
        return ()

    def _lent(self, part: Part) -> str:
        """The place of a part that says where its acts are: not that of an organ of the centre, or of another state."""
        known = self._institution(part)
        if known is None or not self.setting.fine(known.place):
            return ""
        made = part.made or (part.mention and part.mention.made)
        home = known.place.startswith(f"{NATION}-") and (known.place != CAPITAL or self._municipal(known))
        garrison = known.kind == _ARMED and not made
        return known.place if made or (home and not garrison) or known.kind in _HOUSES else ""

    def _municipal(self, known: Institution) -> bool:
        """Whether an organ in the capital is the capital's own: its name begins with that of the city."""
        return known.name.startswith(self.reference.place[CAPITAL].name)

    def _institution(self, part: Part) -> Institution | None:
        made = part.made or (part.mention.made if part.mention else None)
        return made or self.reference.institution.get(part.code)

    def _seat(self, code: str) -> str:
        """Where an organ has its house: its place, that above it, or the capital for one of the nation's centre."""
        known = self.reference.institution.get(code)
        while known and not known.place and known.parent:
            known = self.reference.institution.get(known.parent)
        place = known.place if known else ""
        return place or (CAPITAL if code.startswith(HOME) and CAPITAL in self.reference.place else "")
