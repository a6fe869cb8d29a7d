"""The places that an act's own clause or sentence names, with their roles."""

from collections.abc import Sequence

from incidents.extract.assemble.draft import Scene
from incidents.extract.assemble.elsewhere import MOVES, TRAVEL, Elsewhere
from incidents.extract.assemble.national import HELD
from incidents.extract.assemble.place_words import PlaceWords
from incidents.extract.assemble.setting import Setting
from incidents.extract.findings import Findings, Span
from incidents.extract.place.listing import runs
from incidents.extract.place.rules import Context
from incidents.model.finding import Act, PlaceMention

_OTHER = "other"
_AREA = "region"
_CONTACT = "information"
"""A country behind such an act is the one with which somebody was in contact: "told people in South Korea"."""
_ORDER = {"scene": 0, "applies": 0, "from": 1, "to": 2}


class OwnPlaces:
    """Reads them in one document."""

    def __init__(self, found: Findings, setting: Setting, elsewhere: Elsewhere) -> None:
        self.found, self.setting, self.elsewhere = found, setting, elsewhere
        self.words: PlaceWords = setting.words

    def scenes(self, act: Act) -> tuple[Scene, ...]:
        told, toward = self.found.outside(act), self.words.words("toward")
        sentence = self.setting.usable(self._near(act, self.found.around(act), told))
        inside = self.setting.usable(self._near(act, act.clause, [*told, *self.found.further(act)]))
        clause = self._whole(inside, sentence)
        clause = self._without_homes(act, clause)
        others = [a.clause for a in self.found.acts_of(act.sentence) if a.clause != act.clause]
        fine = [p for p in sentence if self.setting.fine(p.code or "")]
        free = [p for p in fine if not any(a <= p.start < b for a, b in others)]
        ends = act.type in TRAVEL and all(m.before in toward | self.words.words("from") for m in clause)
        rough = all(self.setting.level(m.code or "") == _AREA for m in clause)
        chosen = [*clause, *(m for m in free if m not in clause)] if ends or rough else clause
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
            where = self.words.words("where") - (set() if self._moves(act) else self.words.words("toward"))
            beyond = aside or mention.before not in where
            abroad = act.type == _CONTACT and mention.start > act.start
            elsewhere = abroad or (after and beyond) or self.elsewhere.kin(mention)
            acts = mention.use == "actor" and not act.subject[0] <= mention.start < act.subject[1]
            other = self.elsewhere.told(act, mention) or self.setting.for_sake(mention)
            if not ((coarse and elsewhere) or acts or other):
                kept.append(mention)
        return kept

    def _scene(self, act: Act, mention: PlaceMention) -> Scene:
        role = "applies" if act.type in HELD else "scene"
        if self._moves(act) and mention.before in self.words.words("toward"):
            role = "to"
        elif act.type in MOVES and mention.before in self.words.words("from"):
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
        above = {place.code for code in kept for place in self.setting.reference.ancestry(code)[1:]}
        fine = [scene for code, scene in kept.items() if code not in above]
        return tuple(sorted(fine, key=lambda s: (self._line(s.code), _ORDER.get(s.role, 3), not s.fine)))

    def _line(self, code: str) -> bool:
        """Whether it is a river, a sea or a border, which says less than the country on its other side."""
        return not self.setting.fine(code) and self.setting.level(code) != "country"
