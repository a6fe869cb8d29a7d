"""Operations on other readings: parts, ranges, bounds, approximations."""

from datetime import date, timedelta

from incidents.extract.time import period
from incidents.extract.time.absolute import day, nearest
from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import given_year, operation, part_of, read
from incidents.extract.time.period import Period

_BARE = frozenset(("month", "day", "dotted_day", "weekday", "third", "third_month", "dom", "season", "named"))
"""Readings that lie near whatever they stand with, unless they have a year or a direction."""


@operation
def third(node: Node, basis: Basis) -> Period:
    """`late March`, `mid-2016`, `early last week`."""
    return period.third(part_of(node, "whole", basis), node.word("modifier"))


@operation
def third_month(node: Node, basis: Basis) -> Period:
    """`mid-March`, the month being one that could be another word."""
    return period.third(read(Node("month", node.arguments), basis), node.word("modifier"))


@operation
def third_range(node: Node, basis: Basis) -> Period:
    """`early to mid-March`."""
    whole = read(Node("month", node.arguments), basis)
    first, last = period.third(whole, node.word("first")), period.third(whole, node.word("modifier"))
    return _spanned(first.first, last.last, node)


@operation
def part(node: Node, basis: Basis) -> Period:
    """`the first half of 2016`, `the last week of March`, `the first three months of this year`."""
    whole = part_of(node, "year", basis)
    return period.part(whole, node.word("unit"), node.number("ordinal"), node.number("count", 1))


@operation
def part_range(node: Node, basis: Basis) -> Period:
    """`the third and fourth quarters of 2023`."""
    whole, name = part_of(node, "year", basis), node.word("unit")
    first = period.part(whole, name, node.number("first"))
    return _spanned(first.first, period.part(whole, name, node.number("ordinal")).last, node)


@operation
def weekday_in(node: Node, basis: Basis) -> Period:
    """`the last Friday of March`."""
    return period.weekday_in(part_of(node, "year", basis), node.number("weekday"), node.number("ordinal"))


@operation
def year_end(node: Node, basis: Basis) -> Period:
    """`year-end`: the December that the tense means."""
    return nearest([period.months(basis.day.year + k, 12) for k in (-1, 0)], node, basis)


@operation
def year_end_before(_node: Node, basis: Basis) -> Period:
    """`since year-end`: the last one that is over."""
    return bounded(period.day(date(basis.day.year - 1, 12, 31)), "since")


@operation
def bound_year_end(node: Node, basis: Basis) -> Period:
    """`by year-end`."""
    return bounded(period.around(basis.day, "year"), node.word("opener"))


@operation
def rest(node: Node, basis: Basis) -> Period:
    """`earlier this year`, `later this month`: up to the anchor, or from it on, if the anchor lies inside."""
    whole, now = part_of(node, "whole", basis), basis.day
    if not whole.start <= now <= whole.end:
        return whole
    ends = (whole.start, now) if node.number("rank") < 0 else (now, whole.end)
    return Period(*ends, "span")


@operation
def about(node: Node, basis: Basis) -> Period:
    """`around March 6`."""
    return part_of(node, "point", basis).marked("~")


@operation
def bound(node: Node, basis: Basis) -> Period:
    """`since 2016`, `after March 6`, `by the end of this year`."""
    opener = node.word("opener")
    if opener == "since":  # what lasts since a day has begun
        basis.forward = basis.unsettled = basis.near = False
    return bounded(part_of(node, "point", basis), opener)


def bounded(point: Period, opener: str) -> Period:
    """What lies since, from, after, before, by or until a period, its edge included; since and until lasted."""
    if opener in ("since", "from"):
        return Period(point.first, None, "span", point.mark, lasting=opener == "since")
    if opener == "after":
        return Period(point.last, None, "span", point.mark)
    last = point.last if opener in ("by", "until") else point.first
    return Period(None, last, "span", point.mark, lasting=opener == "until")


@operation
def range_(node: Node, basis: Basis) -> Period:
    """`from 2017 to February this year`, `between May and July`, `Dec. 28 to Jan. 3`."""
    left, right = node.node("first"), node.node("last")
    if not (left and right):
        raise KeyError("range")
    first, last = _ends(left, right, basis)
    return _spanned(first.first, last.last, node)


def _ends(left: Node, right: Node, basis: Basis) -> tuple[Period, Period]:
    """The side that says most is read first; a bare other side lies next to it."""
    first = _fixed(left, basis) or (None if _bare(left) else read(left, basis))
    if first and _bare(right) and first.unit not in ("year", "decade"):
        return first, read(right, Basis(first.start, basis.calendar, forward=True, before=basis.before))
    last = read(right, basis)
    return first or read(left, Basis(last.end, basis.calendar, before=basis.before)), last


def _fixed(node: Node, basis: Basis) -> Period | None:
    """The reading, if it needs nothing to count from."""
    try:
        return read(node, Basis(None, basis.calendar))
    except Unresolved:
        return None


def _bare(node: Node) -> bool:
    inner = node.node("whole") or node
    return inner.operation in _BARE and not {"year", "direction"} & set(inner.arguments)


def _spanned(first: date | None, last: date | None, node: Node) -> Period:
    if first and last and last < first:
        raise Unresolved("it runs backwards", "backwards")
    return Period(first, last, "span", lasting=node.word("extent") == "throughout")


@operation
def day_range(node: Node, basis: Basis) -> Period:
    """`July 13-14`, `13 to 14 July 2016`."""
    last = day(node, basis).end
    return Period(last.replace(day=node.number("from_day")), last) if _forward(node) else _backwards()


def _forward(node: Node) -> bool:
    return node.number("from_day") <= node.number("day")


def _backwards() -> Period:
    raise Unresolved("it runs backwards", "backwards")


@operation
def day_range_of(node: Node, basis: Basis) -> Period:
    """`the 3rd to the 5th of last month`."""
    if not _forward(node):
        return _backwards()
    first = part_of(node, "month_node", basis).start
    return Period(first.replace(day=node.number("from_day")), first.replace(day=node.number("day")))


@operation
def dom_range(node: Node, basis: Basis) -> Period:
    """`from the 3rd to the 5th`."""
    last = read(Node("dom", {"day": node.number("day")}), basis).end
    first = last.replace(day=1) if _forward(node) else last.replace(day=1) - timedelta(1)
    return Period(first.replace(day=node.number("from_day")), last)


@operation
def month_range(node: Node, basis: Basis) -> Period:
    """`May-July 2016`."""
    last = part_of(node, "last", basis)
    back = (last.start.month - node.number("from_month")) % 12
    return Period(period.months(last.start.year, last.start.month - back).first, last.last, "span")


@operation
def year_range(node: Node, _basis: Basis) -> Period:
    """`2016-17`."""
    first, digits = node.number("from_year"), node.number("two_digits")
    last = first - first % 100 + digits
    if not first < last:
        raise Unresolved("it is no range of years", "no-such-day")
    return Period(date(first, 1, 1), date(last, 12, 31), "span")


@operation
def year_span(node: Node, basis: Basis) -> Period:
    """`1994-1998`."""
    last = given_year(node, basis) or 0
    if last < node.number("from_year"):
        return _backwards()
    return Period(date(node.number("from_year"), 1, 1), date(last, 12, 31), "span")
