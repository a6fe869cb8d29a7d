"""Operations whose words send a reading back or ahead of the anchor: 지난 8일, 오는 15일, 전날, 새해."""

from dataclasses import replace
from datetime import timedelta

from incidents.extract.time import period
from incidents.extract.time.absolute import nearest
from incidents.extract.time.basis import Basis, Lost, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import operation, part_of
from incidents.extract.time.period import Period

_TURN = 11
"""From this month on the new year is the one to come."""


@operation
def past(node: Node, basis: Basis) -> Period:
    """`지난 8일`: the last one, the anchor's own day included, whatever the tense of its sentence."""
    return _leaning(node, basis, forward=False)


@operation
def coming(node: Node, basis: Basis) -> Period:
    """`오는 15일`: the next one, the anchor's own day included."""
    return _leaning(node, basis, forward=True)


def _leaning(node: Node, basis: Basis, *, forward: bool) -> Period:
    inner = replace(basis, forward=forward, near=False, unsettled=False, weak=False)
    try:
        return part_of(node, "point", inner)
    finally:
        basis.derived = basis.derived or inner.derived


@operation
def month_ahead(node: Node, basis: Basis) -> Period:
    """`오는 4월`: the month that the anchor lies in, or the next of its name."""
    found = [period.months(basis.day.year + k, node.number("month")) for k in (0, 1)]
    return nearest(found, node, replace(basis, forward=True, near=False, unsettled=False, weak=False))


@operation
def day_before(_node: Node, basis: Basis) -> Period:
    """`전날`: the day before what was dated before; with nothing dated the day before the anchor."""
    try:
        return period.day(basis.previous("day").start - timedelta(1))
    except Lost:
        raise
    except Unresolved:
        return period.day(basis.day - timedelta(1))


@operation
def period_before(node: Node, basis: Basis) -> Period:
    """`전달 대비`: the month before the one that was dated before; with none dated the one before the anchor's."""
    unit = node.word("unit")
    try:
        then = basis.previous(unit).start
    except Lost:
        raise
    except Unresolved:
        then = basis.day
    return period.around(then, unit, -1)


@operation
def new_year(_node: Node, basis: Basis) -> Period:
    """`새해`: the year that has just begun, or is about to."""
    return period.months(basis.day.year + (basis.day.month >= _TURN), 1, 12, "year")


@operation
def new_year_day(node: Node, basis: Basis) -> Period:
    """`새해 첫날`."""
    return period.day(new_year(node, basis).start)


@operation
def same_time_ago(node: Node, basis: Basis) -> Period:
    """`작년 이맘때`: about the anchor's month so many years away."""
    then = period.moved(basis.day, "year", node.number("year_word"))
    return period.around(then, "month").marked("~")


@operation
def year_from(node: Node, basis: Basis) -> Period:
    """`그해`, `이듬해`: the year of what was dated before, or so many years from it; never a month of it."""
    return period.around(basis.previous("year").start, "year", node.number("step"))
