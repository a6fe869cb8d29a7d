"""All expressions of a text in their order: what each counts from, and what it leaves for the next ones."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple

from incidents.extract.time.node import Node
from incidents.extract.time.period import Period
from incidents.extract.time.resolving import Expression, reach, resolve
from incidents.extract.time.story import Story
from incidents.lexicon.calendar import Calendar
from incidents.model.document import Sentence
from incidents.model.proposal import Timex
from incidents.model.when import When

Anchors = Callable[[int], When | None]
"""From an offset of the text to the day that governs it; None leaves it to the publication date."""

Teller = Literal["", "anonymous", "public"]
"""Who tells, if anyone: of a public body (a government, an outlet) what it says on a day is an event of that day."""
Telling = Callable[[int], Teller]
"""Whether an offset of the text lies in the words that say who told it, and when; a dateline is anonymous."""

_KEPT = 8
"""How many dates before an expression it may count from."""
_COMPARED = frozenset(("ago", "year_before", "rolling", "quarter_in", "same_in"))
_ANAPHORS = frozenset(("anaphor", "anaphor_weekday"))
_DAY = timedelta(1)
_DAILY = frozenset(("dom", "offset", "weekday"))


class Setting(NamedTuple):
    """Where the expressions of a text stand: which of them only date the telling, and its sentences.

    `said` gives for an offset the day on which the cue of its own sentence says that this was told, if any.
    """

    telling: Telling = lambda _offset: ""
    sentences: Sequence[Sentence] = ()
    said: Anchors = lambda _offset: None


_NOWHERE = Setting()


def resolve_all(
    expressions: Iterable[Expression],
    published: When,
    calendar: Calendar,
    anchors: Anchors | None = None,
    setting: Setting = _NOWHERE,
) -> tuple[Timex, ...]:
    """All expressions of a text in their order, each against its anchor and what was dated before it (`_Dated`).

    A month or a year that the story gives governs bare days and months after it (`Story`).
    """
    walk = _Walk(published, calendar, anchors or (lambda _offset: None), setting)
    return tuple(walk.timex(expression) for expression in expressions)


class _Walk:
    """Goes along the expressions of a text and keeps what the next ones may count from."""

    def __init__(self, published: When, calendar: Calendar, anchors: Anchors, setting: Setting) -> None:
        self.published, self.calendar, self.anchors, self.setting = published, calendar, anchors, setting
        self.story, self.dated = Story(setting.sentences), _Dated()

    def timex(self, expression: Expression) -> Timex:
        """The next expression with its value."""
        node, start = expression.node, expression.start
        aside, here = self.setting.telling(start), self.story.sentence(start)
        anchor = self.anchors(start) or self.published
        ground = tuple(self.dated.ground(node, here, aside)[-_KEPT:])

        def governing(day: date | None) -> date | None:
            return None if aside else self.story.anchor(node, start, day)

        timex, period = resolve(expression, anchor, self.calendar, ground, governing)
        if aside and period is None:
            timex = timex._replace(within=reach(expression, anchor, self.calendar, ground))
        governed = period is not None and governing(anchor.latest) is not None
        if not (aside or expression.forward) and node.operation in _DAILY:
            timex, period = self._told(expression, timex, period)
        self.dated.note(node, period, here, aside)
        if not (aside or _compares(node)):
            stated = timex.when.basis == "stated"
            self.story.note(node, start, period, stated=stated, governed=governed)
        return timex

    def _told(self, expression: Expression, timex: Timex, period: Period | None) -> tuple[Timex, Period | None]:
        """What was told on a day had happened by then: "told RFA on Tuesday that it closed on Friday"."""
        said = self.setting.said(expression.start)
        if said is None or said.latest is None or period is None or period.first is None or period.first <= said.latest:
            return timex, period
        earlier, found = resolve(expression, said, self.calendar)
        return (earlier, found) if found and found.first and found.first <= said.latest else (timex, period)


@dataclass(slots=True)
class _Dated:
    """What was dated before: by the story, by the words that tell it, and by both, nearest last.

    A story counts from its own dates: "the next day" after "told Daily NK on Tuesday" is not Wednesday. But what lies
    "a day earlier" in the sentence that says when it was told counts from there, as does "the day before" where the
    story has just told of that very day. "That day" can be the day on which a public body spoke; that of an anonymous
    source only where the story gives none. In the telling, "that day" is the day of the telling before it, and "the day
    before" counts from there.
    """

    story: list[Period | None] = field(default_factory=list)
    telling: list[Period | None] = field(default_factory=list)
    events: list[Period | None] = field(default_factory=list)
    """Those of the story, and those on which a public body spoke."""
    both: list[Period | None] = field(default_factory=list)
    last: int | None = None
    """The sentence of the last date of the story."""
    told: int | None = None
    """The sentence of the last date of the telling."""

    def ground(self, node: Node, here: int | None, aside: Teller) -> list[Period | None]:
        """What a reading in the sentence `here` may count from; `aside`: it dates the telling."""
        step = _step(node)
        if aside:
            return (self.telling if step is not None else self.both) or self.both
        if step == 0:
            return self.events or self.both
        back = step is not None and step < 0 and self._counts_from_telling(node, here)
        return self.telling if back else self.story

    def note(self, node: Node, period: Period | None, here: int | None, aside: Teller) -> None:
        """Remembers what was dated, but no mere comparison: "a year ago" is not what "that month" goes back to."""
        self.both.append(period)
        if aside:
            self.telling += [] if _step(node) else [period]
            self.told = here
            self.events += [period] if aside == "public" else []
        elif not _compares(node):
            self.story.append(period)
            self.events.append(period)
            self.last = here

    def _counts_from_telling(self, node: Node, here: int | None) -> bool:
        """Whether what lies earlier lies before the telling, not before what was told."""
        said = self.telling[-1] if self.telling else None
        if said is None:
            return False
        if here is not None and self.told == here != self.last:
            return True
        told = self.story[-1] if self.story else None
        day = node.word("unit", "day") == "day" and node.maybe("count") is None
        return day and told is not None and told.last is not None and said.first == told.last + _DAY


def _step(node: Node) -> int | None:
    """How far a reading lies from what was dated before; None for one that counts from elsewhere."""
    return -1 if node.operation == "day_before" else node.maybe("step") if node.operation in _ANAPHORS else None


def _compares(node: Node) -> bool:
    earlier = node.operation == "anaphor" and node.word("unit") == "year" and (node.maybe("step") or 0) < 0
    return earlier or node.operation in _COMPARED
