"""The place of an act whose own words name none: the state's, the source's, that of what stands around it."""

from collections.abc import Callable, Iterable
from itertools import takewhile

from incidents.extract.assemble import dating
from incidents.extract.assemble.doing import Doing
from incidents.extract.assemble.draft import Scene
from incidents.extract.assemble.setting import CAPITAL, HOME, NATION, Setting
from incidents.extract.findings import Findings
from incidents.extract.words import words
from incidents.model.finding import Act, InstitutionMention, PlaceMention
from incidents.model.when import When

HELD = frozenset({"order", "levy", "mobilization", "market", "shortfall"})
_CENTRAL = frozenset({"meeting", "statement", "personnel", "dispatch"})
_RULE = frozenset(
    "execution release dissolution order crackdown mobilization levy market shortfall punishment other visit "
    "cross-border".split()
)
_FOLLOWS = frozenset({"crackdown", "arrest", "punishment", "other"})
_FLIGHT = "defection"
_FIRED = "military"
_SHORTLY = 8
_AREA = "region"
_NEXT, _NEAR = 1, 2
"""How many paragraphs back a place is borrowed from: one that fits the report, any other."""
_APART = 31
"""Acts so many days apart are not set in the same place because one is told after the other."""
_LONG_APART = 270
"""Acts so many days apart are not set in the same place because one report tells both."""
Acts = Callable[[Act, PlaceMention], bool]


class Around:
    """Places for the acts of one document that name none; `doer` says whether a place only acts."""

    def __init__(self, found: Findings, setting: Setting, doer: Acts, doing: Doing) -> None:
        self.found, self.setting, self.words, self.doer = found, setting, setting.words, doer
        self.doing = doing
        self._named = frozenset(mention.code for mention, _ in setting.about)
        self._whens: dict[Act, When] = {}

    def scenes(self, act: Act, *, central: bool = False) -> tuple[Scene, ...]:
        """What the paragraph, then what the report is about; for acts of the whole state (`central`) the country."""
        code = self.setting.nation() if central else self._code(act)
        role = "applies" if act.type in HELD else "scene"
        return (Scene(code, role, own=False, fine=self.setting.fine(code)),) if code else ()

    def _code(self, act: Act) -> str | None:
        told = self.setting.there(act)
        if told:
            return told
        if self._national(act):
            return self._centre(act)
        if act.type == _FIRED and act.nominal and not self._fired_near(act):
            return self.setting.nation()
        if self._from_afar(act):
            return self.nearby(act, 0, teller=True) or self.setting.nation()
        spoken = self._speaker(act)
        if spoken:
            return self.inside(act, spoken)
        code = self._beside(act) or self.nearby(act, 0) or self._continued(act) or self._where_told(act)
        code = code or self._set(act) or self._at_home(self.nearby(act, _NEAR))
        code = code or self._at_home(self.nearby(act, _NEAR, ends=True))
        code = code or self.setting.country()
        return self.setting.nation() if self._abroad(code) and self._ruled(act) else code

    def origin(self, act: Act) -> str | None:
        """Where that comes from which goes somewhere: named with it, in its paragraph, or what the report is about."""
        k, topic = act.sentence, self.setting.topic
        code = self.setting.fine_in(k, ends=True) or self.nearby(act, 0, ahead=False)
        return code or (topic if act.type == _FLIGHT and self.setting.fine(topic) else None)

    def _continued(self, act: Act) -> str | None:
        """The nation, where the sentence before tells of what its state does: "It will take effect"."""
        subject = self.found.document.text[slice(*act.subject)].lower().split()
        if not subject or subject[0] not in self.words.words("pointer") | self.words.words("pronoun"):
            return None
        paragraph = self.found.paragraph(act.sentence)
        before = (self.found.acts_of(k) for k in reversed(range(paragraph.start, act.sentence)))
        last = next((acts for acts in before if acts), [])
        return self.setting.nation() if any(self._national(one) for one in last) else None

    def _at_home(self, code: str | None) -> str | None:
        """The place, but of an earlier paragraph none abroad in a report that is not about what is abroad."""
        return None if self._abroad(code) and not self._abroad(self.setting.topic) else code

    def _fired_near(self, act: Act) -> bool:
        """Whether a test or a launch that is only mentioned was told shortly before."""
        before = range(max(0, act.sentence - _SHORTLY), act.sentence + 1)
        return any(other.type == _FIRED and other is not act for k in before for other in self.found.acts_of(k))

    def _beside(self, act: Act) -> str | None:
        """What another clause of its sentence names: a place, else a border or a coast of the nation."""
        named = self.found.places_in(self.found.around(act), self.found.told(act.sentence))
        text = self.found.document.text
        named = [m for m in named if "," not in text[act.end : m.start] and not self.doer(act, m)]
        code = self.setting.fine_of(named)[0]
        if code:
            return code
        places = [self.setting.reference.place[m.code] for m in named if m.code and m.use == "scene"]
        areas = {place.code for place in places if place.kind == _AREA and place.code.startswith(f"{NATION}.")}
        return min(areas) if len(areas) == 1 else None

    def _centre(self, act: Act) -> str | None:
        """The nation; for what its centre does in a report that is set in the capital, the capital."""
        in_capital = act.type in _CENTRAL and self.setting.topic == CAPITAL and not self.setting.turns(act.sentence)
        return CAPITAL if in_capital and self._then(act, _APART) else self.setting.nation()

    def _set(self, act: Act) -> str | None:
        """What the report is about, or what is named near and lies in it; not for an act of another time."""
        topic = self.setting.topic
        k = act.sentence
        turned = self.setting.turns(k) or self.setting.turned(k) or self.setting.item(k)
        if turned or not self.setting.fine(topic) or not self._then(act, 0 if act.type == _FIRED else _LONG_APART):
            return None
        near = self.nearby(act, _NEXT)
        known = self.setting.reference.place.get(near or "")
        return near if known and known.level == "county" and self._inside(known.code) else topic

    def inside(self, act: Act, code: str) -> str:
        """What stands near the act and lies in `code`, if it is a county or a place in one, else `code`."""
        near = self.nearby(act, _NEXT) or self.setting.topic or ""
        line = {place.code for place in self.setting.reference.ancestry(near)}
        return near if code in line and self.setting.reference.place[code].level == "province" else code

    def nearby(self, act: Act, far: int, *, ends: bool = False, ahead: bool = True, teller: bool = False) -> str | None:
        """The fine place nearest to the act, in a sentence whose acts are not of quite another time.

        `far` is in paragraphs; with `ends` a place that something comes from; `ahead`: in sentences after it too.
        """
        for k in self.setting.near(act.sentence, far):
            if k > act.sentence and not (ahead and act.type != _FIRED):
                continue
            if teller and not self._told_alike(act.sentence, k):
                continue
            code = self.setting.fine_in(k, ends=ends)
            if code and not self._apart(act, self.found.acts_of(k)) and not self._another(act, k):
                return code
        return None

    def _another(self, act: Act, k: int) -> bool:
        """Whether it is a test of a known day, and the k-th sentence, in another paragraph, not of that day."""
        if act.type != _FIRED or k in self.found.paragraph(act.sentence) or not self._when(act).dated:
            return False
        return all(self._apart(act, [one], 0) or not self._when(one).dated for one in self.found.acts_of(k))

    def _told_alike(self, one: int, two: int) -> bool:
        told = self.found.attributions
        return not told or told[one].source_type == told[two].source_type

    def _then(self, act: Act, days: int) -> bool:
        """Whether one of the dated acts told with what the report is about is not far from the act's time."""
        about = [mention for mention, _ in self.setting.about if self._inside(mention.code or "")]
        sentences = {self.found.sentence_at(mention.start) for mention in about}
        acts = [other for k in sentences if k is not None for other in self.found.acts_of(k)]
        dated = [other for other in acts if self._when(other).dated]
        return not dated or any(not self._apart(act, [other], days) for other in dated)

    def _inside(self, code: str) -> bool:
        """Whether a place lies in what the report is about."""
        return self.setting.topic in {place.code for place in self.setting.reference.ancestry(code)}

    def _apart(self, act: Act, others: Iterable[Act], days: int = _APART) -> bool:
        """Whether all the others are dated, and far from the act's own day."""
        own = self._when(act)
        whens = [self._when(other) for other in others]
        return bool(own.dated and whens) and all(when.dated and _far(own, when, days) for when in whens)

    def _when(self, act: Act) -> When:
        if act not in self._whens:
            self._whens[act] = dating.date(self.found, act).when
        return self._whens[act]

    def _national(self, act: Act) -> bool:
        """Whether the state as a whole acts: its authorities, or a type that only the centre does."""
        text = self.found.document.text
        if act.type == "release" and self.words.pardon.search(text, act.start, act.end):
            return not self._local(act)
        if act.type in _CENTRAL:
            return not self._elsewhere(act) and not self.words.spot.search(text, *self.found.around(act))
        ruled = act.type in _RULE and self._ruled(act) and not self._traced(act)
        return (ruled or self._itself(act) or self._of_ministry(act)) and not self._local(act)

    def _itself(self, act: Act) -> bool:
        """Whether the nation, by its name or that of its capital, is said to do it."""
        doing = [m for m in self.doing.named(act) if m.use in ("actor", "metonym")]
        return bool(doing) and not act.passive and all(m.code in (NATION, CAPITAL) for m in doing)

    def _traced(self, act: Act) -> bool:
        """Whether it follows up what was told before, and is set where that was: "hunt for who put up the leaflets"."""
        text = self.found.document.text
        seen = act.type == "visit" and self.words.seen.match(text, *act.object)
        return bool(seen) or (act.type in _FOLLOWS and self.words.trace.search(text, *act.clause) is not None)

    def _of_ministry(self, act: Act) -> bool:
        """Whether one of a ministry or commission is punished."""
        words = set(self.found.document.text[slice(*act.subject)].lower().split())
        return (
            act.type == "punishment"
            and bool(self.words.words("ministry") & words)
            and not self.words.words("below") & words
        )

    def _elsewhere(self, act: Act) -> bool:
        """Whether it is a meeting of the neighborhood, or of people who are abroad already."""
        if act.type == "meeting":
            said = (word.key for word in self.found.words(act.sentence, self.found.around(act)))
            return not self.words.words("local").isdisjoint(said)
        return act.type == "dispatch" and (self._abroad(self.setting.topic) or self._abroad(self.nearby(act, 0)))

    def _from_afar(self, act: Act) -> bool:
        """Whether another state tells it, behind the lead of a report not set abroad: no source of a place speaks."""
        if self._abroad(self.setting.topic) or self.found.paragraph(act.sentence).start == 0:
            return False
        told = self.found.attributions[act.sentence] if self.found.attributions else None
        return (told is not None and told.source_type == "government") or self._informed(act)

    def _informed(self, act: Act) -> bool:
        """Whether an organ of another state stands before the act: "the intelligence service told lawmakers that"."""
        before = self.found.institutions_in((self.found.around(act)[0], act.subject[0]))
        known = [self.setting.reference.institution.get(m.code or "") for m in before]
        return any(one is not None and one.kind == "foreign-government" for one in known)

    def _where_told(self, act: Act) -> str | None:
        """Where the source is, if the report names that as a scene too: a place abroad, or a small one.

        At home no other place may stand in the paragraph before.
        """
        told = self.found.attributions[act.sentence].place if self.found.attributions else None
        if told is None or told not in self._named:
            return None
        small = self.setting.reference.place[told].level in ("county", "settlement")
        alone = small and self.nearby(act, _NEXT) in (None, told)
        return told if alone or self._abroad(told) else None

    def _ruled(self, act: Act) -> bool:
        """Whether its authorities are said to do it: no organ of a county, none of another country."""
        text = self.found.document.text
        start, end = act.object if act.passive else act.subject
        foreign = [m for m in self.found.institutions_in((start, end)) if m.code and not m.code.startswith(HOME)]
        tokens = [word for word in words(text, start, end) if not _in_any(word.start, foreign)]
        keys = [word.key.removesuffix("'s") for word in tokens[:10]]
        if act.type not in HELD:
            keys = [*takewhile(lambda key: key not in self.words.words("from"), keys)]
        said = self.words.state.search(" ".join(keys))
        return bool(said) and self.words.words("below").isdisjoint(keys)

    def _abroad(self, code: str | None) -> bool:
        """Whether a place is outside the nation."""
        nation = self.setting.nation()
        return code is not None and all(place.code != nation for place in self.setting.reference.ancestry(code))

    def _local(self, act: Act) -> bool:
        """Whether the subject names a place that does not itself act, as the capital can."""
        near = self.found.places_in(act.subject)
        return any(m.code and self.setting.fine(m.code) and not self.doer(act, m) for m in near)

    def _speaker(self, act: Act) -> str | None:
        """Where the source is, if it speaks of "we" or "here", or the sentence of "his neighborhood"."""
        told = self.found.attributions[act.sentence] if self.found.attributions else None
        if told is None or told.place is None or self._abroad(told.place):
            return None
        text, sentence = self.found.document.text, self.found.around(act)
        if self.words.own.search(text, *sentence) or self.words.witness.search(told.words):
            return told.place
        near = self.found.paragraph(act.sentence)
        begin, end = self.found.sentence(near[0])[0], self.found.sentence(near[-1])[1]
        words = set(text[begin:end].lower().replace('"', " ").split())
        return told.place if told.quoted and self.words.words("self") & words else None


def _in_any(position: int, mentions: Iterable[InstitutionMention]) -> bool:
    return any(m.start <= position < m.end for m in mentions)


def _far(one: When, two: When, days: int) -> bool:
    """Whether more than so many days lie between two spans of time; open ends are near to all beyond them."""
    return any(
        first.latest and second.earliest and (second.earliest - first.latest).days > days
        for first, second in ((one, two), (two, one))
    )
