"""Places that an act's words name and that are not where it is: who acts from there, is from there, is taken there."""

from bisect import bisect_left

from incidents.extract.assemble.place_words import PlaceWords
from incidents.extract.assemble.preceding import Preceding
from incidents.extract.findings import Findings
from incidents.model.finding import Act, PlaceMention

MOVES = frozenset("repatriation dispatch defection smuggling release eviction military cross-border".split())
"""Types of acts that have a place from which and one to which."""
TRAVEL = frozenset({"repatriation", "dispatch", "defection"})
"""Of those the ones that are a journey and no more."""
_STAYS = frozenset({"military", "cross-border"})
"""Of those the ones whose people act where they are."""
_FAR = 80
_SHORT = 2
_SOON = 40
_EXILE = "punishment"
BEFALLS = frozenset({"accident", "epidemic", "market", "shortfall"})
"""Types of acts that nobody does."""
_COMES_FROM = frozenset(
    "abuse accident arrest crackdown epidemic execution meeting mobilization order personnel protest punishment "
    "statement violence visit".split()
)


class Elsewhere:
    """Tells such places of one document."""

    def __init__(self, found: Findings, words: PlaceWords) -> None:
        self.found, self.words = found, words
        self._scenes = [m.start for m in found.places if m.code and m.use == "scene"]
        self._preceded = Preceding(found)
        self._seconds: dict[tuple[int, int, int], bool] = {}

    def told(self, act: Act, mention: PlaceMention) -> bool:
        """Whether it is where somebody acts from or is from, not where the act is."""
        return self.acts(act, mention) or self.native(act, mention) or self.later(act, mention.start)

    def later(self, act: Act, start: int) -> bool:
        """Whether others were brought there afterwards: "one was shot, and two were taken to the station in".

        So it is with the second act of a sentence, if the paragraph names where: "arrested and taken to a prison in".
        """
        if act.type in MOVES:
            return False
        second = self._second(act)
        begin = act.start if second else act.end
        said = self.found.document.text[begin:start].lower().split()
        motion, joins = self.words.words("motion"), self.words.words("joins")
        moved = next((k for k, word in enumerate(said) if word in motion), len(said))
        apart = second or any(word.endswith(",") or word in joins for word in said[:moved])
        return apart and not self.words.words("toward").isdisjoint(said[moved:])

    def _second(self, act: Act) -> bool:
        """Whether another act of its subject is told before it in its sentence, and a place in its paragraph."""
        key = (act.sentence, act.subject[0], act.start)
        if key not in self._seconds:
            first = self.found.sentence(self.found.paragraph(act.sentence).start)[0]
            others = self.found.acts_of(act.sentence)
            before = any(act.subject[0] <= other.start and other.end <= act.start for other in others)
            there = bisect_left(self._scenes, first) < bisect_left(self._scenes, act.start)
            self._seconds[key] = before and there
        return self._seconds[key]

    def acts(self, act: Act, mention: PlaceMention) -> bool:
        """A capital that acts ("Pyongyang recalled"), and where those come from who act or are sent."""
        subject = self.found.document.text[slice(*act.subject)].split()
        alone = act.subject[0] <= mention.start < act.subject[1] and mention.text.split() == subject[-2:][-1:]
        if alone and len(subject) <= _SHORT and act.type not in BEFALLS:
            return True
        comes = mention.before in self.words.words("from") and act.type in _COMES_FROM
        return comes and not (act.type == _EXILE and self._leads_on(mention))

    def _leads_on(self, mention: PlaceMention) -> bool:
        """Whether it is said at once where somebody is brought from there: "banished from Hyesan to Kapsan"."""
        after = self.found.places_in((mention.end, mention.end + _SOON))
        return bool(after) and after[0].before in self.words.words("toward")

    def native(self, act: Act, mention: PlaceMention) -> bool:
        """Where somebody is from, or is otherwise: "residents from Hoeryong", "his brother, who works in"."""
        if act.type in MOVES - _STAYS:
            return False
        text, first = self.found.document.text, max(act.subject[0], mention.start - _FAR)
        inside = act.subject[0] <= mention.start < act.subject[1]
        told = inside and self.words.whose.search(text, first, mention.start)
        return bool(told) or self._preceded(self.words.native, mention)

    def kin(self, mention: PlaceMention) -> bool:
        """Where people are whom the act only concerns: "relatives in South Korea"."""
        return self._preceded(self.words.kin, mention)
