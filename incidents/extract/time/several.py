"""Operations whose words give several numbers: two years and three months ago, 2~3 days ago, the winter of 2022-23."""

from incidents.extract.time import period
from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import given_year, operation, read
from incidents.extract.time.period import Period

_MONTHS = 12
_WINTER = 4


@operation
def years_and_months(node: Node, basis: Basis) -> Period:
    """`three years and six months ago`, `3년 6개월 뒤`: the month; `step` says to which side of what."""
    return _counted(node, "month", node.number("years") * _MONTHS + node.number("count"), basis)


@operation
def from_to_ago(node: Node, basis: Basis) -> Period:
    """`two or three days ago`, `2~3년 전`: from the one to the other."""
    fewer, more = node.number("fewer"), node.number("count")
    if fewer >= more:
        raise Unresolved("it runs backwards", "backwards")
    first, last = (_counted(node, node.word("unit"), count, basis) for count in (more, fewer))
    return Period(first.first, last.last, "span")


def _counted(node: Node, unit: str, count: int, basis: Basis) -> Period:
    """So much before the anchor, or `step` (1, -1) times as much from what was dated before."""
    step = node.maybe("step")
    if step is None:
        return read(Node("ago", {"unit": unit, "count": count}), basis)
    return read(Node("anaphor", {"unit": unit, "count": count, "step": step}), basis)


@operation
def season_over(node: Node, basis: Basis) -> Period:
    """`the winter of 2022-2023`: the one winter that lies in both years."""
    first, digits, last = node.number("from_year"), node.maybe("two_digits"), given_year(node, basis)
    if last is None:
        last = first - first % 100 + (digits or 0)
    if node.number("season") != _WINTER or last != first + 1:
        raise Unresolved("it is no season that runs from the one year into the other", "no-such-day")
    return period.season(first, _WINTER)


@operation
def dotted_day(node: Node, basis: Basis) -> Period:
    """`02.12`, where a date stands before it: 2024.02.10.~02.12."""
    month, day = map(int, node.word("dotted_day").split("."))
    return read(Node("day", {"month": month, "day": day}), basis)
