"""Whether the nation as a whole acts or suffers it, and not some place that the report names."""

from itertools import takewhile
from typing import Protocol

from incidents.extract.assemble.doing import Doing
from incidents.extract.assemble.nearby import Nearby
from incidents.extract.assemble.setting import CAPITAL, HOME, NATION, Setting
from incidents.extract.assemble.times import APART, Times
from incidents.extract.findings import Findings
from incidents.extract.words import words
from incidents.model.finding import Act, InstitutionMention, PlaceMention

HELD = frozenset({"order", "levy", "mobilization", "market", "shortfall"})
_CENTRAL = frozenset({"meeting", "statement", "personnel", "dispatch"})
_RULE = frozenset(
    "execution release dissolution order crackdown mobilization levy market shortfall punishment other visit "
    "cross-border".split()
)
_FOLLOWS = frozenset({"crackdown", "arrest", "punishment", "other"})
_OFFICIAL = "state-media"
_REACH = 10
"""So many words of who acts are looked at."""


class Doer(Protocol):
    """Says whether a place only acts."""

    def __call__(self, act: Act, mention: PlaceMention) -> bool:
        """Whether nothing happens there."""
        ...


class National:
    """Tells the acts of the whole nation in one document."""

    def __init__(self, found: Findings, setting: Setting, nearby: Nearby, doing: Doing, doer: Doer) -> None:
        self.found, self.setting, self.words = found, setting, setting.words
        self.nearby, self.doing, self.doer = nearby, doing, doer
        self.times: Times = nearby.times

    def acts(self, act: Act) -> bool:
        """Whether the state as a whole acts: its authorities, or a type that only the centre does."""
        text = self.found.document.text
        if act.type == "release" and self.words.pardon.search(text, act.start, act.end):
            return not self._local(act)
        if act.type in _CENTRAL:
            there = self.words.spot.search(text, *self.found.around(act)) is not None
            return not (there or self._below(act) or self._elsewhere(act))
        ruled = act.type in _RULE and self.ruled(act) and not self._traced(act)
        return (ruled or self._itself(act)) and not self._local(act)

    def centre(self, act: Act) -> str | None:
        """The nation; for what its centre does in a report of what the centre does in the capital, the capital."""
        in_capital = act.type in _CENTRAL and self.setting.topic == CAPITAL and not self.setting.turns(act.sentence)
        met = [one for one in self.found.acts if self._met(one)] if in_capital else []
        return CAPITAL if met and not self.times.apart(act, met, APART) else self.setting.nation()

    def ruled(self, act: Act) -> bool:
        """Whether its authorities are said to do it: no organ of a county, none of another country."""
        if NATION not in (self.doing.states(act) or {NATION}):
            return False
        text = self.found.document.text
        start, end = act.object if act.passive else act.subject
        foreign = [m for m in self.found.institutions_in((start, end)) if m.code and not m.code.startswith(HOME)]
        tokens = [word for word in words(text, start, end) if not _in_any(word.start, foreign)]
        keys = [word.key.removesuffix("'s") for word in tokens[:_REACH]]
        if act.type not in HELD:
            keys = [*takewhile(lambda key: key not in self.words.words("from"), keys)]
        said = self.words.state.search(" ".join(keys))
        return bool(said) and self.words.words("below").isdisjoint(keys)

    def abroad(self, code: str | None) -> bool:
        """Whether a place is outside the nation."""
        return code is not None and NATION not in self.setting.line(code)

    def _met(self, act: Act) -> bool:
        """Whether it is an act of the centre that is said to be in the capital."""
        return act.type in _CENTRAL and self.setting.fine_in(act.sentence) == CAPITAL

    def _itself(self, act: Act) -> bool:
        """Whether the nation, by its name or that of its capital, is said to do it."""
        doing = [m for m in self.doing.named(act) if m.use in ("actor", "metonym")]
        return bool(doing) and not act.passive and all(m.code in (NATION, CAPITAL) for m in doing)

    def _traced(self, act: Act) -> bool:
        """Whether it follows up what was told before, and is set where that was: "hunt for who put up the leaflets"."""
        text = self.found.document.text
        seen = act.type == "visit" and self.words.seen.match(text, *act.object)
        return bool(seen) or (act.type in _FOLLOWS and self.words.trace.search(text, *act.clause) is not None)

    def _elsewhere(self, act: Act) -> bool:
        """Whether it is a meeting of a neighborhood or of nobody at the centre, or of people who are abroad already."""
        if act.type == "meeting":
            said = [word.key.removesuffix("'s") for word in self.found.words(act.sentence, self.found.around(act))]
            local = not self.words.words("local").isdisjoint(said)
            return local or not (self.words.state.search(" ".join(said)) or self._official(act))
        return act.type == "dispatch" and (self.abroad(self.setting.topic) or self.abroad(self.nearby.place(act, 0)))

    def _below(self, act: Act) -> bool:
        """Whether the organ of an area does it: "the county committee"."""
        said = self.found.document.text[slice(*act.subject)].lower().split()
        return not act.passive and not self.words.words("below").isdisjoint(said[:_REACH])

    def _official(self, act: Act) -> bool:
        """Whether the media of the state tell it."""
        told = self.found.attributions[act.sentence] if self.found.attributions else None
        return told is not None and told.source_type == _OFFICIAL

    def _local(self, act: Act) -> bool:
        """Whether the subject names a place that does not itself act, as the capital can."""
        near = self.found.places_in(act.subject)
        return any(m.code and self.setting.fine(m.code) and not self.doer(act, m) for m in near)


def _in_any(position: int, mentions: list[InstitutionMention]) -> bool:
    return any(m.start <= position < m.end for m in mentions)
