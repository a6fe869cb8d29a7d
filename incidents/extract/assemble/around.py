"""The place of an act whose own words name none: the state's, the source's, that of what stands around it."""

from incidents.extract.assemble.draft import Scene
from incidents.extract.assemble.elsewhere import Elsewhere
from incidents.extract.assemble.national import HELD, National
from incidents.extract.assemble.nearby import FIRED, NEAR, NEXT, Nearby
from incidents.extract.assemble.setting import NATION, Setting
from incidents.extract.assemble.times import LONG_APART
from incidents.extract.findings import Findings
from incidents.model.finding import Act

_SHORTLY = 8
_AREA = "region"
_TOLD = "source"
_SMALL = frozenset({"county", "settlement"})


class Around:
    """Places for the acts of one document that name none."""

    def __init__(self, found: Findings, setting: Setting, national: National, elsewhere: Elsewhere) -> None:
        self.found, self.setting, self.words = found, setting, setting.words
        self.national, self.elsewhere = national, elsewhere
        self.nearby: Nearby = national.nearby
        self.times = self.nearby.times
        self._named = frozenset(mention.code for mention, _ in setting.about)

    def scenes(self, act: Act, *, central: bool = False) -> tuple[Scene, ...]:
        """What the paragraph, then what the report is about; for acts of the whole state (`central`) the country."""
        code = self._code(act, central=central)
        role = "applies" if act.type in HELD else "scene"
        return (Scene(code, role, own=False, fine=self.setting.fine(code)),) if code else ()

    def _code(self, act: Act, *, central: bool) -> str | None:
        told = self.setting.there(act)
        if told:
            return told
        if central or self.national.acts(act):
            return self.setting.nation() if central else self.national.centre(act)
        if act.type == FIRED and act.nominal and not self._fired_near(act):
            return self.setting.nation()
        if self._from_afar(act):
            return self.nearby.place(act, 0, teller=True) or self.setting.nation()
        spoken = self._speaker(act)
        if spoken:
            return self.nearby.inside(act, spoken)
        code = self._beside(act) or self.nearby.place(act, 0) or self._continued(act) or self._where_told(act)
        code = code or self._set(act) or self._at_home(self.nearby.place(act, NEAR))
        code = code or self._at_home(self.nearby.place(act, NEAR, ends=True))
        code = code or self.setting.country()
        return self.setting.nation() if self.national.abroad(code) and self.national.ruled(act) else code

    def _continued(self, act: Act) -> str | None:
        """The nation, where the sentence before tells of what its state does: "It will take effect"."""
        subject = self.found.document.text[slice(*act.subject)].lower().split()
        if not subject or subject[0] not in self.words.words("pointer") | self.words.words("pronoun"):
            return None
        paragraph = self.found.paragraph(act.sentence)
        before = (self.found.acts_of(k) for k in reversed(range(paragraph.start, act.sentence)))
        last = next((acts for acts in before if acts), [])
        return self.setting.nation() if any(self.national.acts(one) for one in last) else None

    def _at_home(self, code: str | None) -> str | None:
        """The place, but of an earlier paragraph none abroad in a report that is not about what is abroad."""
        return None if self.national.abroad(code) and not self.national.abroad(self.setting.topic) else code

    def _fired_near(self, act: Act) -> bool:
        """Whether a test or a launch that is only mentioned was told shortly before."""
        before = range(max(0, act.sentence - _SHORTLY), act.sentence + 1)
        return any(other.type == FIRED and other is not act for k in before for other in self.found.acts_of(k))

    def _beside(self, act: Act) -> str | None:
        """What another clause of its sentence names: a place, else a border or a coast of the nation."""
        named = self.found.places_in(self.found.around(act), self.found.told(act.sentence))
        text = self.found.document.text
        named = [m for m in named if "," not in text[act.end : m.start] and not self.elsewhere.told(act, m)]
        code = self.setting.fine_of(named)[0]
        if code:
            return code
        places = [self.setting.reference.place[m.code] for m in named if m.code and m.use == "scene"]
        areas = {place.code for place in places if place.kind == _AREA and place.code.startswith(f"{NATION}.")}
        return min(areas) if len(areas) == 1 else None

    def _set(self, act: Act) -> str | None:
        """What the report is about, or what is named near and lies in it; not for an act of another time."""
        topic = self.setting.topic
        k = act.sentence
        turned = self.setting.turns(k) or self.setting.turned(k) or self.setting.item(k)
        if turned or not self.setting.fine(topic) or not self._then(act, 0 if act.type == FIRED else LONG_APART):
            return None
        near = self.nearby.place(act, NEXT)
        known = self.setting.reference.place.get(near or "")
        return near if known and known.level == "county" and self._inside(known.code) else topic

    def _then(self, act: Act, days: int) -> bool:
        """Whether one of the dated acts told with what the report is about is not far from the act's time."""
        about = [mention for mention, _ in self.setting.about if self._inside(mention.code or "")]
        sentences = {self.found.sentence_at(mention.start) for mention in about}
        acts = [other for k in sentences if k is not None for other in self.found.acts_of(k)]
        dated = [other for other in acts if self.times.when(other).dated]
        return not dated or any(not self.times.apart(act, [other], days) for other in dated)

    def _inside(self, code: str) -> bool:
        """Whether a place lies in what the report is about."""
        return self.setting.topic in self.setting.line(code)

    def _from_afar(self, act: Act) -> bool:
        """Whether another state tells it, behind the lead of a report not set abroad: no source of a place speaks."""
        if self.national.abroad(self.setting.topic) or self.found.paragraph(act.sentence).start == 0:
            return False
        told = self.found.attributions[act.sentence] if self.found.attributions else None
        return (told is not None and told.source_type == "government") or self._informed(act)

    def _informed(self, act: Act) -> bool:
        """Whether an organ of another state stands before the act: "the intelligence service told lawmakers that"."""
        before = self.found.institutions_in((self.found.around(act)[0], act.subject[0]))
        known = [self.setting.reference.institution.get(m.code or "") for m in before]
        return any(one is not None and one.kind == "foreign-government" for one in known)

    def _where_told(self, act: Act) -> str | None:
        """Where those are who tell it: a small place in the province told of, or one that is named as a scene too.

        Of the latter a place abroad, or a small one if no other place stands in the paragraph before.
        """
        own = [m.code for m in self.found.places_in(self.found.around(act)) if m.use == _TOLD and m.code]
        if own and self.setting.level(own[0]) in _SMALL and self._of_province(own[0], act):
            return own[0]
        told = self.found.attributions[act.sentence].place if self.found.attributions else None
        if told is None or told not in self._named:
            return None
        alone = self.setting.level(told) in _SMALL and self.nearby.named(act, NEXT) in (None, told)
        return told if alone or self.national.abroad(told) else None

    def _of_province(self, code: str, act: Act) -> bool:
        """Whether a place is in the province of what is named near, or of what the report is about."""
        first = self.setting.reference.first_level
        near = self.nearby.named(act, NEXT), self.setting.topic
        return any(first(code) == first(other) for other in near if other and self.setting.fine(other))

    def _speaker(self, act: Act) -> str | None:
        """Where the source is, if it speaks of "we" or "here", or the sentence of "his neighborhood"."""
        told = self.found.attributions[act.sentence] if self.found.attributions else None
        if told is None or told.place is None or self.national.abroad(told.place):
            return None
        text, sentence = self.found.document.text, self.found.around(act)
        if self.words.own.search(text, *sentence) or self.words.witness.search(told.words):
            return told.place
        near = self.found.paragraph(act.sentence)
        begin, end = self.found.sentence(near[0])[0], self.found.sentence(near[-1])[1]
        words = set(text[begin:end].lower().replace('"', " ").split())
        return told.place if told.quoted and self.words.words("self") & words else None
