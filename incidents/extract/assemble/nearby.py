"""The place named near an act, in what the report tells before and after it."""

from collections.abc import Iterator

from incidents.extract.assemble.setting import Setting
from incidents.extract.assemble.times import Times
from incidents.extract.findings import Findings
from incidents.model.finding import Act

FLIGHT = "defection"
FIRED = "military"
NEXT, NEAR = 1, 2
"""How many paragraphs back a place is borrowed from: one that fits the report, any other."""


class Nearby:
    """Finds such places in one document."""

    def __init__(self, found: Findings, setting: Setting, times: Times) -> None:
        self.found, self.setting, self.times = found, setting, times

    def place(self, act: Act, far: int, *, ends: bool = False, ahead: bool = True, teller: bool = False) -> str | None:
        """The fine place named nearest to the act; that of another paragraph only if the act is tied to it.

        `far` is in paragraphs; with `ends` a place that something comes from; `ahead`: in sentences after it too.
        """
        k, code = next(self._places(act, far, ends=ends, ahead=ahead, teller=teller), (act.sentence, None))
        return code if code and (k in self.found.paragraph(act.sentence) or self._tied(act, code)) else None

    def named(self, act: Act, far: int) -> str | None:
        """The fine place named nearest to the act, tied to it or not."""
        return next((code for _, code in self._places(act, far)), None)

    def _places(
        self, act: Act, far: int, *, ends: bool = False, ahead: bool = True, teller: bool = False
    ) -> Iterator[tuple[int, str]]:
        """The sentences near an act that name a fine place, with it, the nearest first; none of quite another time."""
        for k in self.setting.near(act.sentence, far):
            after = k > act.sentence and not (ahead and act.type != FIRED)
            if after or (teller and not self._told_alike(act.sentence, k)):
                continue
            code = self.setting.fine_in(k, ends=ends)
            if code and not self.times.apart(act, self.found.acts_of(k)) and not self._another(act, k):
                yield k, code

    def origin(self, act: Act) -> str | None:
        """Where that comes from which goes somewhere: named with it, in its paragraph, or what the report is about."""
        k, topic = act.sentence, self.setting.topic
        code = self.setting.fine_in(k, ends=True) or self.place(act, 0, ahead=False)
        return code or (topic if act.type == FLIGHT and self.setting.fine(topic) else None)

    def inside(self, act: Act, code: str) -> str:
        """What stands near the act and lies in `code`, if it is a county or a place in one, else `code`."""
        near = self.place(act, NEXT) or self.setting.topic or ""
        held = code in self.setting.line(near) and self.setting.reference.place[code].level == "province"
        return near if held else code

    def _tied(self, act: Act, code: str) -> bool:
        """Whether it goes on with another paragraph: it takes that up, somebody there tells it, or it has no own day.

        What lies in what the report is about needs no tie.
        """
        topic = self.setting.topic or ""
        about = self.setting.fine(topic) and topic in self.setting.line(code)
        if about or not self.times.when(act).dated or self._takes_up(act):
            return True
        told = self.found.attributions[act.sentence].place if self.found.attributions else None
        return told is not None and bool(self.setting.line(told) & {code} or self.setting.line(code) & {told})

    def _takes_up(self, act: Act) -> bool:
        """Whether its subject points back: "the women", "they"."""
        subject = self.found.document.text[slice(*act.subject)].partition(",")[0]
        pronouns = self.setting.words.words("pronoun")
        return bool(self.setting.words.seen.search(subject)) or not pronouns.isdisjoint(subject.lower().split())

    def _another(self, act: Act, k: int) -> bool:
        """Whether it is a test of a known day, and the k-th sentence, in another paragraph, not of that day."""
        if act.type != FIRED or k in self.found.paragraph(act.sentence) or not self.times.when(act).dated:
            return False
        return all(self.times.apart(act, [one], 0) or not self.times.when(one).dated for one in self.found.acts_of(k))

    def _told_alike(self, one: int, two: int) -> bool:
        told = self.found.attributions
        return not told or told[one].source_type == told[two].source_type
