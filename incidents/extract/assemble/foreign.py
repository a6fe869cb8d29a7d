"""The country of another state that acts, where no finer place is known: the police of China, its minister."""

from collections.abc import Sequence

from incidents.extract.assemble.doing import Doing
from incidents.extract.assemble.draft import Part, Scene
from incidents.extract.assemble.elsewhere import BEFALLS, TRAVEL
from incidents.extract.assemble.national import HELD
from incidents.extract.assemble.nearby import NEAR, Nearby
from incidents.extract.assemble.seats import institution
from incidents.extract.assemble.setting import HOME, NATION, Setting
from incidents.extract.findings import Findings
from incidents.model.finding import Act
from incidents.model.reference import Reference

_SAID = frozenset({"meeting", "statement", "personnel", "military", "cross-border"})
_DECIDED = frozenset({"meeting", "statement", "personnel", "order", "punishment"})
_INTERNATIONAL = "international"
_OF_STATE = frozenset({"actor", "metonym", "adjective"})


class Foreign:
    """Tells it in one document."""

    def __init__(self, found: Findings, setting: Setting, nearby: Nearby, doing: Doing) -> None:
        self.found, self.setting, self.nearby, self.doing = found, setting, nearby, doing
        self.reference: Reference = setting.reference
        self.country = found.lexicon.gazetteer.country

    def scenes(self, act: Act, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The country of another state that acts, where the report gives no finer place."""
        doers = [part for part in parts if part.role in ("actor", "authority")]
        if any(part.code.startswith(HOME) for part in doers):
            return ()
        for part in doers:
            known = institution(self.reference, part)
            country = known.place.partition("-")[0].partition(".")[0] if known and known.place else ""
            if self._other_state(country):
                return (self._within(act, country),)
        countries = self._acting(act)
        if len(countries) == 1 and self._other_state(min(countries)):
            return (Scene(min(countries), own=False, fine=False),)
        return self._of_state(act)

    def at_home(self, act: Act, scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """The scenes; but where they are only the nation at large, and another country acts, that one."""
        if [scene.code for scene in scenes] != [NATION]:
            return scenes
        doing = {m.code or "" for m in self.found.places_in(act.subject) if m.use in ("actor", "metonym")}
        others = {code for code in doing if self.setting.level(code) == "country" and code != NATION}
        return (
            tuple(Scene(code, own=False, fine=False) for code in others) if len(doing) == len(others) == 1 else scenes
        )

    def between_states(self, act: Act, parts: Sequence[Part]) -> bool:
        """Whether a body of many states, which has no country, says or decides it: the Security Council."""
        doers = [part for part in parts if part.role in ("actor", "authority")] if act.type in _DECIDED else []
        known = [institution(self.reference, part) for part in doers]
        return bool(known) and all(one is not None and one.kind == _INTERNATIONAL and not one.place for one in known)

    def _of_state(self, act: Act) -> tuple[Scene, ...]:
        """The country whose name, head or police the subject is, or a place in it that was just named."""
        states = self.doing.states(act) if act.type not in BEFALLS else set()
        other = min(states) if len(states) == 1 else ""
        return (self._within(act, other),) if self._other_state(other) else ()

    def _within(self, act: Act, country: str) -> Scene:
        """The country of who acts, or a place in it that was just named, unless words are all that they do."""
        own = self.setting.fine_in(act.sentence)
        told = self.found.attributions[act.sentence].place if self.found.attributions else None
        known = (own, told, self.nearby.place(act, NEAR, ahead=False), self.setting.topic)
        near = known if act.type not in _SAID else ()
        inside = [code for code in near if code and self.country(code) == country]
        code = inside[0] if inside else country
        return Scene(code, "applies" if act.type in HELD else "scene", own=False, fine=self.setting.fine(code))

    def _acting(self, act: Act) -> set[str]:
        """The countries whose organ says, meets or fires; or that are said to have sent somebody home."""
        if act.type not in _SAID | TRAVEL:
            return set()
        own = [m for m in self.doing.named(act) if m.use in _OF_STATE]
        moved = act.type in TRAVEL and all(m.code != NATION or m.use == "adjective" for m in own)
        if moved:
            said = [m for m in self.found.places_in(self.found.around(act)) if m.use == "metonym"]
            own = [m for m in own if m.code != NATION] or said
        codes = {m.code for m in own if m.code and (self.setting.level(m.code) == "country" or m.use == "metonym")}
        return {self.country(code) for code in codes}

    def _other_state(self, country: str) -> bool:
        return country in self.reference.place and country != NATION
