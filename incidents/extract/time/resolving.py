"""Expressions become time expressions with a value, or with the reason why they have none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import read
from incidents.extract.time.period import Period
from incidents.extract.time.story import Story
from incidents.lexicon.calendar import Calendar
from incidents.model.document import Sentence
from incidents.model.edtf import written
from incidents.model.proposal import Timex
from incidents.model.scales import Basis as Grounds
from incidents.model.when import UNDATED, When

_KEPT = 8
"""How many dates before an expression it may count from."""
_COMPARED = frozenset(("ago", "year_before", "rolling"))

Anchors = Callable[[int], When | None]
"""From an offset of the text to the day that governs it; None leaves it to the publication date."""

Telling = Callable[[int], bool]
"""Whether an offset of the text lies in the words that say who told it, and when."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A found time expression, not yet dated. It can be resolved against any anchor, any number of times."""

    start: int
    end: int
    text: str
    node: Node
    forward: bool = False
    """Whether its sentence speaks of what is to come."""
    near: bool = False
    """Whether it is a deadline: by, until."""
    unsettled: bool = False
    """Whether no verb in the past stands near, so that a date just ahead is meant."""
    weak: bool = False
    """Whether what sends it forward was said of the past: "would", "was to"."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    period: Period | None
    derived: bool = False
    reason: str = ""

    @property
    def days(self) -> tuple[date | None, date | None, str] | None:
        """What the value says, by whatever unit it was reached."""
        return (self.period.first, self.period.last, self.period.mark) if self.period else None


def resolve(
    expression: Expression, anchor: When, calendar: Calendar, before: tuple[Period | None, ...] = ()
) -> tuple[Timex, Period | None]:
    """The expression's value counted from `anchor`, with its period for what may count from it in turn.

    `anchor` may be rough (a month, `~`): the value stands only if all days that it allows give the same one. `before`
    are the periods dated before it in the text, nearest last, None for what was found and could not be dated.
    """
    days = _days(anchor)
    found = _outcome(expression, next(days), calendar, before)
    others = (_outcome(expression, day, calendar, before) for day in days)
    if any(other.days != found.days for other in (others if found.derived else islice(others, 1))):
        found = _Outcome(None, reason=f"the day it counts from is only known as {anchor.edtf}")
    return _timex(expression, found), found.period


def _days(anchor: When) -> Iterator[date | None]:
    """The days that an anchor can be: the last one second, because the ends differ most; None if an end is open."""
    first, last = anchor.earliest, anchor.latest
    if not (first and last):
        yield None
        return
    yield first
    if last > first:
        yield last
    for step in range(1, (last - first).days):
        yield first + timedelta(step)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the expressions of a text stand: which of them only date the telling, and its sentences."""

    telling: Telling = lambda _offset: False
    sentences: Sequence[Sentence] = ()


def resolve_all(
    expressions: Iterable[Expression],
    published: When,
    calendar: Calendar,
    anchors: Anchors | None = None,
    setting: Setting = Setting(),
) -> tuple[Timex, ...]:
    """All expressions of a text in their order, each against its anchor and what was dated before it.

    What dates the telling of a story is no ground for "the next day" in it, but is that of "that day" where the story
    gives no day of its own. A month or a year that the story gives governs bare days and months after it (`Story`).
    """
    walk = _Walk(published, calendar, anchors or (lambda _offset: None), setting)
    return tuple(walk.timex(expression) for expression in expressions)


class _Walk:
    """Goes along the expressions of a text and keeps what the next ones may count from."""

    def __init__(self, published: When, calendar: Calendar, anchors: Anchors, setting: Setting) -> None:
        self.published, self.calendar, self.anchors, self.telling = published, calendar, anchors, setting.telling
        self.story = Story(setting.sentences)
        self.told: list[Period | None] = []
        self.all: list[Period | None] = []

    def timex(self, expression: Expression) -> Timex:
        """The next expression with its value."""
        node, aside = expression.node, self.telling(expression.start)
        anchor = self.anchors(expression.start) or self.published
        governed = None if aside else self.story.anchor(node, expression.start, anchor.latest)
        if governed:
            expression = Expression(expression.start, expression.end, expression.text, node)
            anchor = When.of(governed.isoformat())
        timex, period = resolve(expression, anchor, self.calendar, self._ground(node, aside=aside))
        self.all.append(period)
        if not aside and not _aside(node):
            self.told.append(period)
            stated = timex.when.basis == "stated"
            self.story.note(node, expression.start, period, stated=stated, governed=governed is not None)
        return timex

    def _ground(self, node: Node, *, aside: bool) -> tuple[Period | None, ...]:
        same = node.operation == "anaphor" and node.maybe("step") == 0
        found = self.all if aside or (same and not self.told) else self.told
        return tuple(found[-_KEPT:])


def _aside(node: Node) -> bool:
    """Whether it only compares: "a year ago" is not what "that month" goes back to."""
    earlier = node.operation == "anaphor" and node.word("unit") == "year" and (node.maybe("step") or 0) < 0
    return earlier or node.operation in _COMPARED


def _outcome(
    expression: Expression, day: date | None, calendar: Calendar, before: tuple[Period | None, ...]
) -> _Outcome:
    lean = {"near": expression.near, "unsettled": expression.unsettled, "weak": expression.weak}
    basis = Basis(day, calendar, expression.forward, before=before, **lean)
    try:
        return _Outcome(read(expression.node, basis), basis.derived)
    except Unresolved as reason:
        return _Outcome(None, reason=str(reason))
    except (ValueError, OverflowError):
        return _Outcome(None, reason="the calendar has no such day")


def _timex(expression: Expression, found: _Outcome) -> Timex:
    when = UNDATED if found.period is None else _when(found.period, derived=found.derived)
    dated = When(when.edtf, when.earliest, when.latest, when.extent, when.basis, expression.text)
    return Timex(expression.start, expression.end, expression.text, dated, found.reason)


def _when(period: Period, *, derived: bool) -> When:
    edtf = written(period.first, period.last) or ""
    if period.mark:
        edtf = "/".join(end if end == ".." else end + period.mark for end in edtf.split("/"))
    bounded = period.first is None or period.last is None
    basis: Grounds = "bounded" if bounded else "derived" if derived else "stated"
    return When.of(edtf, basis=basis, extent="throughout" if period.lasting else "within")
