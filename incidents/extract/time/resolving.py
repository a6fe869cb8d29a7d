"""Expressions become time expressions with a value, or with the reason why they have none."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import read
from incidents.extract.time.period import Period, around
from incidents.lexicon.calendar import Calendar
from incidents.model.edtf import written
from incidents.model.proposal import Lack, Timex
from incidents.model.scales import Basis as Grounds
from incidents.model.when import When

_TRIED = 366
"""Days of a rough anchor that are tried one by one."""


Governing = Callable[[date | None], date | None]
"""From a day that the report may be of to the day that the story puts in its place; None leaves it."""


class Expression(NamedTuple):
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


class _Outcome(NamedTuple):
    period: Period | None
    derived: bool = False
    reason: str = ""
    lack: Lack = ""

    @property
    def days(self) -> tuple[date | None, date | None, str] | None:
        """What the value says, by whatever unit it was reached."""
        return (self.period.first, self.period.last, self.period.mark) if self.period else None


def resolve(
    expression: Expression,
    anchor: When,
    calendar: Calendar,
    before: tuple[Period | None, ...] = (),
    governing: Governing = lambda _day: None,
) -> tuple[Timex, Period | None]:
    """The expression's value counted from `anchor`, with its period for what may count from it in turn.

    `anchor` may be rough (a month, `~`): the value stands only if all days that it can be give the same one. An undated
    one with words is a day that the text gives and that has no value: nothing counts from it. `before` are the periods
    dated before it in the text, nearest last, None for what was found and could not be dated.
    """
    ground = Basis(None, calendar, before=before, lost=anchor.words if not anchor.dated else "")
    days = _days(anchor)
    found = _outcome(expression, next(days), ground, governing)
    others = (_outcome(expression, day, ground, governing) for day in days)
    if any(other.days != found.days for other in (others if found.derived else islice(others, 1))):
        found = _Outcome(None, reason=f"the day it counts from is only known as {anchor.edtf}", lack="other")
    return _timex(expression, found), found.period


def reach(expression: Expression, anchor: When, calendar: Calendar, before: tuple[Period | None, ...]) -> When | None:
    """From the first to the last day that it can be, counted from all days that a rough `anchor` can be.

    None where one of them gives no value, or an open one.
    """
    ground = Basis(None, calendar, before=before)
    periods = [_outcome(expression, day, ground, lambda _day: None).period for day in _days(anchor)]
    closed = [one for one in periods if one and one.first and one.last]
    if len(closed) < len(periods):
        return None
    return When.of(written(min(one.start for one in closed), max(one.end for one in closed)), expression.text)


def _days(anchor: When) -> Iterator[date | None]:
    """The days that an anchor can be: the last one second, because the ends differ most; None if an end is open.

    Of a day that is only about known (`~`, `?`) they are those of its month.

    Of more than a year so many days, evenly spread: what moves with the day on none of them moves on none.
    """
    first, last = anchor.earliest, anchor.latest
    if not (first and last):
        yield None
        return
    if first == last and anchor.qualifiers:
        first, last = around(first, "month").start, around(first, "month").end
    yield first
    if last > first:
        yield last
    size = (last - first).days
    for step in range(1, size, max(1, size // _TRIED)):
        yield first + timedelta(step)


def _outcome(expression: Expression, day: date | None, ground: Basis, governing: Governing) -> _Outcome:
    try:
        governed = governing(day)
        basis = replace(ground, anchor=governed) if governed else _leaning(expression, day, ground)
        return _Outcome(read(expression.node, basis), basis.derived)
    except Unresolved as reason:
        return _Outcome(None, reason=str(reason), lack=reason.lack)
    except (ValueError, OverflowError):
        return _Outcome(None, reason="the calendar has no such day", lack="no-such-day")
    except KeyError as missing:
        return _Outcome(None, reason=f"its row in time_patterns.csv does not give {missing}", lack="other")


def _leaning(expression: Expression, day: date | None, ground: Basis) -> Basis:
    return Basis(
        day,
        ground.calendar,
        expression.forward,
        near=expression.near,
        before=ground.before,
        unsettled=expression.unsettled,
        weak=expression.weak,
        lost=ground.lost,
    )


def _timex(expression: Expression, found: _Outcome) -> Timex:
    words = expression.text
    when = When(words=words) if found.period is None else _when(found.period, words, derived=found.derived)
    return Timex(expression.start, expression.end, words, when, found.reason, found.lack)


def _when(period: Period, words: str, *, derived: bool) -> When:
    edtf = written(period.first, period.last) or ""
    if period.mark:
        edtf = "/".join(end if end == ".." else end + period.mark for end in edtf.split("/"))
    bounded = period.first is None or period.last is None
    basis: Grounds = "bounded" if bounded else "derived" if derived else "stated"
    return When.of(edtf, words, basis=basis, extent="throughout" if period.lasting else "within")
