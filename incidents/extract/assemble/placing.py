"""The places of an act: those of its clause or sentence, else what its paragraph or the report is about."""

import re
from collections.abc import Sequence

from incidents.extract.assemble.draft import Part, Scene
from incidents.extract.assemble.setting import NATION, Setting
from incidents.extract.findings import Findings, Span
from incidents.model.finding import Act, PlaceMention
from incidents.model.reference import Reference

_MOVES = frozenset("repatriation dispatch defection smuggling release eviction military cross-border".split())
_TRAVEL = frozenset({"repatriation", "dispatch", "defection"})
_HELD = frozenset({"order", "levy", "mobilization", "market", "shortfall"})
_CENTRAL = frozenset({"meeting", "statement", "personnel", "dispatch"})
_RULE = frozenset(
    "execution release dissolution order crackdown mobilization levy market shortfall punishment other visit "
    "cross-border".split()
)
_STATE = frozenset("authorities regime government leadership kim party korea pyongyang state cabinet".split())
_SELF = frozenset("we our us here".split())
_HIS = re.compile(
    r"\b(?:his|her|my|our|their) (?:own )?"
    r"(?:neighbou?rs?|neighbou?rhood|village|factory|workplace|county|city|town|farm)\b"
)
_PARDON = re.compile(r"\b(?:pardon|amnesty)\b", re.IGNORECASE)
_SITE = re.compile(r"\bat the (?:site|scene|spot)\b")
_NEAR = 2
_FAR = 40
_SHORT = 2
_BEFALLS = frozenset({"accident", "epidemic", "market", "shortfall"})
_COMES_FROM = frozenset("crackdown visit arrest order meeting statement mobilization".split())
_TOWARDS = frozenset({"to", "into", "toward", "towards", "for"})
_LOCATIVE = frozenset(
    "in at near on across around throughout inside outside from to into toward towards within off".split()
)
_KIN = re.compile(
    r"\b(?:relatives?|famil(?:y|ies)|friends?|defectors?|refugees|contacts|parents|acquaintances|koreans)"
    r" (?:in|from|of) $"
)


class Placer:
    """Places the acts of one document."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.reference: Reference = found.lexicon.reference
        self.setting = Setting(found)

    def scenes(self, act: Act, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The places of an act, the main one first; empty if the report gives none."""
        own = self._own(act)
        if own and any(scene.fine or scene.role != "scene" for scene in own):
            return own
        return self._of_institution(parts) or self._river(act, own) or own or self._foreign(parts) or self._around(act)

    def _foreign(self, parts: Sequence[Part]) -> tuple[Scene, ...]:
        """The country of another state's organ that acts, where the report gives no finer place."""
        for part in parts:
            known = self.reference.institution.get(part.code)
            country = known.place.partition("-")[0].partition(".")[0] if known and known.place else ""
            if part.role in ("actor", "authority") and country in self.reference.place and country != NATION:
                return (Scene(country, own=False, fine=False),)
        return ()

    def _river(self, act: Act, own: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """Near a river or a sea of the country a unit named close by says more."""
        if not own or act.type in _TRAVEL or any(self._level(s.code) == "country" for s in own if s.role != "to"):
            return ()
        code = self.setting.nearby(act.sentence, _NEAR) or self.setting.topic
        found = Scene(code, own[0].role, own=False) if code and self.setting.fine(code) else None
        return (found, *own) if found else ()

    def _level(self, code: str) -> str:
        place = self.reference.place.get(code)
        return place.level if place else ""

    def _own(self, act: Act) -> tuple[Scene, ...]:
        told = self.found.outside(act)
        clause = self.setting.usable(self._near(act, act.clause, [*told, *self.found.further(act)]))
        sentence = self.setting.usable(self._near(act, self.found.around(act), told))
        others = [a.clause for a in self.found.acts_of(act.sentence) if a.clause != act.clause]
        fine = [p for p in sentence if self.setting.fine(p.code or "")]
        free = [p for p in fine if not any(a <= p.start < b for a, b in others)]
        ends = act.type in _TRAVEL and all(m.before in _TOWARDS | {"from"} for m in clause)
        chosen = [*clause, *(m for m in free if m not in clause)] if ends else clause or free
        goals = [m for m in self.found.places_in(act.clause, told) if act.type in _MOVES and m.before in _TOWARDS]
        return self._finest([self._scene(act, mention) for mention in (*chosen, *goals) if mention.code])

    def _near(self, act: Act, span: Span, told: Sequence[Span]) -> list[PlaceMention]:
        """The places of a span without countries that only receive the act or stand in an aside after it."""
        kept = []
        for mention in self.found.places_in(span, told):
            coarse = mention.code is not None and not self.setting.fine(mention.code)
            after = mention.start > act.end
            aside = after and "," in self.found.document.text[act.end : mention.start]
            elsewhere = (after and (aside or mention.before not in _LOCATIVE)) or self._kin(mention)
            if not (coarse and elsewhere) and not self._doer(act, mention):
                kept.append(mention)
        return kept

    def _doer(self, act: Act, mention: PlaceMention) -> bool:
        """A capital that acts ("Pyongyang recalled"), and where those come from who act or are sent."""
        subject = self.found.document.text[slice(*act.subject)].split()
        alone = act.subject[0] <= mention.start < act.subject[1] and mention.text.split() == subject[-2:][-1:]
        if alone and len(subject) <= _SHORT and act.type not in _BEFALLS:
            return True
        return mention.before == "from" and act.type in _COMES_FROM

    def _kin(self, mention: PlaceMention) -> bool:
        """Where people are whom the act only concerns: "relatives in South Korea"."""
        before = self.found.document.text[max(0, mention.start - _FAR) : mention.start].lower()
        return _KIN.search(before) is not None

    def _scene(self, act: Act, mention: PlaceMention) -> Scene:
        role = "applies" if act.type in _HELD else "scene"
        if act.type in _MOVES and mention.before in _TOWARDS:
            role = "to"
        elif act.type in _MOVES and mention.before == "from":
            role = "from"
        if act.type == "military" and role == "from":
            role = "scene"
        code = mention.code or ""
        return Scene(code, role, (mention.start, mention.end), fine=self.setting.fine(code))

    def _finest(self, scenes: Sequence[Scene]) -> tuple[Scene, ...]:
        """Without places that lie above another one; scenes before ends of a movement, finer ones first."""
        kept: dict[str, Scene] = {}
        for scene in scenes:
            kept.setdefault(scene.code, scene)
        above = {place.code for code in kept for place in self.reference.ancestry(code)[1:]}
        fine = [scene for code, scene in kept.items() if code not in above]
        order = {"scene": 0, "applies": 0, "from": 1, "to": 2}
        return tuple(sorted(fine, key=lambda s: (order.get(s.role, 3), not s.fine)))

    def _of_institution(self, parts: Sequence[Part]) -> tuple[Scene, ...]:
        for part in parts:
            made = part.mention.made if part.mention else None
            known = made or self.reference.institution.get(part.code)
            if known and known.place and self.setting.fine(known.place):
                span = (part.mention.start, part.mention.end) if part.mention else (0, 0)
                return (Scene(known.place, span=span, own=False),)
        return ()

    def _around(self, act: Act) -> tuple[Scene, ...]:
        """What the paragraph, then what the report is about; for acts of the whole state the country."""
        code = self.setting.nation() if self._national(act) else None
        code = code or self._speaker(act) or self.setting.nearby(act.sentence, 0)
        if code is None:
            fine = self.setting.topic if self.setting.topic and self.setting.fine(self.setting.topic) else None
            code = fine or self.setting.nearby(act.sentence, _NEAR) or self.setting.topic
        role = "applies" if act.type in _HELD else "scene"
        return (Scene(code, role, own=False, fine=self.setting.fine(code)),) if code else ()

    def _national(self, act: Act) -> bool:
        """Whether the state as a whole acts: its authorities, or a type that only the centre does."""
        if act.type == "release" and _PARDON.search(self.found.document.text, act.start, act.end):
            return not self._local(act)
        if act.type in _CENTRAL:
            return not _SITE.search(self.found.document.text, *self.found.around(act))
        if act.type not in _RULE:
            return False
        text = self.found.document.text
        span = act.object if act.passive else act.subject
        words = {word.strip(",.'\"()[]").removesuffix("'s") for word in text[slice(*span)].lower().split()[:8]}
        return bool(_STATE & words) and "security" not in words and not self._local(act)

    def _local(self, act: Act) -> bool:
        """Whether the subject names a place that does not itself act, as the capital can."""
        near = self.found.places_in(act.subject)
        return any(m.code and self.setting.fine(m.code) and not self._doer(act, m) for m in near)

    def _speaker(self, act: Act) -> str | None:
        """Where the source is, if it speaks of "we" or "here", or the sentence of "his neighborhood"."""
        told = self.found.attributions[act.sentence] if self.found.attributions else None
        if told is None or told.place is None or not self._in_country(told.place):
            return None
        text, sentence = self.found.document.text, self.found.around(act)
        if _HIS.search(text, *sentence):
            return told.place
        near = self.found.paragraph(act.sentence)
        begin, end = self.found.sentence(near[0])[0], self.found.sentence(near[-1])[1]
        words = set(text[begin:end].lower().replace('"', " ").split())
        return told.place if told.quoted and _SELF & words else None

    def _in_country(self, code: str) -> bool:
        return code.startswith("KP-")
