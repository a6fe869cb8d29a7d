"""Operations that read parts of a year or month: halves, quarters, thirds, spans of months, first and last days."""

from incidents.extract.time import period
from incidents.extract.time.absolute import month, quarter
from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import given_year, operation, part_of
from incidents.extract.time.period import Period

_QUARTERS = 4
_WINTER = 4
_SPRUNG = 4
"""The last month in which this winter is the one just over."""


@operation
def half(node: Node, basis: Basis) -> Period:
    """`상반기`, `지난해 하반기`: of the given year, else of the anchor's."""
    when = given_year(node, basis)
    year = basis.day.year if when is None else when
    return period.months(year, node.number("ordinal") * 6 - 5, 6, "half")


@operation
def quarter_of(node: Node, basis: Basis) -> Period:
    """`1분기`, `지난해 4분기`."""
    when, number = given_year(node, basis), node.number("ordinal")
    if when is None:
        return quarter(node, basis)
    if not 1 <= number <= _QUARTERS:
        raise Unresolved("a year has four quarters", "no-such-day")
    return period.months(when, number * 3 - 2, 3, "quarter")


@operation
def third_of(node: Node, basis: Basis) -> Period:
    """`월말`, `연초`, `지난 연말`: the early, mid or late part of the anchor's month or year, or one away from it."""
    whole = period.around(basis.day, node.word("unit"), node.number("direction", 0))
    return period.third(whole, node.word("modifier"))


@operation
def third_span(node: Node, basis: Basis) -> Period:
    """`5월 초에서 중순 사이`, `이달 중하순`."""
    whole = part_of(node, "whole", basis)
    first, last = period.third(whole, node.word("first")), period.third(whole, node.word("modifier"))
    if first.start > last.end:
        raise Unresolved("it runs backwards", "backwards")
    return Period(first.first, last.last, "span")


@operation
def month_span(node: Node, basis: Basis) -> Period:
    """`3~5월`, `2023년 11월~2월`: the last month is read, the first is the nearest of its name before it."""
    last, first = month(node, basis), node.number("from_month")
    if not 1 <= first <= 12:
        raise ValueError("there is no such month")
    back = (last.start.month - first) % 12
    return Period(period.months(last.start.year, last.start.month - back).first, last.last, "span")


@operation
def this_season(node: Node, basis: Basis) -> Period:
    """`올여름`, `올겨울`: of the anchor's year; the winter that began the year before up to April."""
    number, now = node.number("season"), basis.day
    return period.season(now.year - (number == _WINTER and now.month <= _SPRUNG), number)


@operation
def first_day(node: Node, basis: Basis) -> Period:
    """`올해 첫날`, `3월 첫날`."""
    return period.day(part_of(node, "whole", basis).start)


@operation
def last_day(node: Node, basis: Basis) -> Period:
    """`3월 마지막 날`."""
    return period.day(part_of(node, "whole", basis).end)


@operation
def weekday_in_month(node: Node, basis: Basis) -> Period:
    """`3월 첫째 월요일`."""
    return period.weekday_in(part_of(node, "whole", basis), node.number("weekday"), node.number("ordinal"))
