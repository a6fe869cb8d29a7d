"""Expressions become time expressions with a value, or with the reason why they have none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import read
from incidents.extract.time.period import Period
from incidents.lexicon.calendar import Calendar
from incidents.model.edtf import written
from incidents.model.proposal import Timex
from incidents.model.scales import Basis as Grounds
from incidents.model.when import UNDATED, When

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


def resolve(
    expression: Expression, anchor: When, calendar: Calendar, before: tuple[Period | None, ...] = ()
) -> tuple[Timex, Period | None]:
    """The expression's value counted from `anchor`, with its period for what may count from it in turn.

    `anchor` may be rough (a month, `~`): the value stands only if the first and the last day that it allows give the
    same one. All readings move forward with the anchor, so the days between them then give it too. `before` are the
    periods dated before it in the text, nearest last, None for what was found and could not be dated.
    """
    days = dict.fromkeys((anchor.earliest, anchor.latest) if anchor.earliest and anchor.latest else (None,))
    outcomes = [_outcome(expression, day, calendar, before) for day in days]
    found = outcomes[0]
    if any(other.period != found.period for other in outcomes):
        found = _Outcome(None, reason=f"the day it counts from is only known as {anchor.edtf}")
    return _timex(expression, found), found.period


def resolve_all(
    expressions: Iterable[Expression],
    published: When,
    calendar: Calendar,
    anchors: Anchors | None = None,
    telling: Telling | None = None,
) -> tuple[Timex, ...]:
    """All expressions of a text in their order, each against its anchor and what was dated before it.

    What `telling` holds dates the telling of the story: "the next day" in the story does not count from it.
    """
    timexes, before = [], list[Period | None]()
    for expression in expressions:
        anchor = (anchors and anchors(expression.start)) or published
        timex, period = resolve(expression, anchor, calendar, tuple(before[-8:]))
        timexes.append(timex)
        if not _aside(expression.node) and not (telling and telling(expression.start)):
            before.append(period)
    return tuple(timexes)


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
