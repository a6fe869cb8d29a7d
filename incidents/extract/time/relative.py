"""Operations that count from the anchor or from what was dated before: last month, yesterday, the next day, ago."""

from datetime import timedelta

from incidents.extract.time import period
from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import operation, part_of, read
from incidents.extract.time.period import Period

_KEPT = ("month", "quarter", "half")
"""Periods that a year moves as they are: "a year earlier" said of a quarter is a quarter."""


@operation
def unit(node: Node, basis: Basis) -> Period:
    """`last month`, `this week`, `next year`; the weekend that the tense means."""
    steps, name = node.number("direction"), node.word("unit")
    if name == "weekend":
        return _weekend(steps, basis)
    return period.around(basis.day, name, steps)


def _weekend(steps: int, basis: Basis) -> Period:
    if steps == 0 and not basis.forward and basis.day.isoweekday() < 6:
        steps = -1
    return period.around(basis.day, "weekend", min(steps, 0) if not basis.forward else steps)


@operation
def offset(node: Node, basis: Basis) -> Period:
    """`yesterday`, `today`."""
    return period.day(basis.day + timedelta(node.number("days")))


@operation
def weekday(node: Node, basis: Basis) -> Period:
    """`Tuesday`: on or before the anchor, or after it; `last Tuesday` is before it."""
    now, number = basis.day, node.number("weekday")
    back, ahead = (now.isoweekday() - number) % 7, (number - now.isoweekday()) % 7
    direction = node.maybe("direction")
    if direction == -1:
        return period.day(now - timedelta(back or 7))
    if direction is None and basis.near and not basis.forward:
        return period.day(now + timedelta(ahead) if basis.unsettled or ahead < back else now - timedelta(back))
    if direction == 1 or (direction is None and basis.forward and not (basis.weak and back == 0)):
        return period.day(now + timedelta(ahead or 7))
    return period.day(now + timedelta(ahead) if direction == 0 and basis.forward else now - timedelta(back))


@operation
def weekday_of_week(node: Node, basis: Basis) -> Period:
    """`Tuesday last week`."""
    monday = period.around(basis.day, "week", node.number("direction")).start
    return period.day(monday + timedelta(node.number("weekday") - 1))


@operation
def anaphor(node: Node, basis: Basis) -> Period:
    """`the next day`, `that month`, `the same year`; with a count `a week later`, `six months earlier`."""
    name, count = node.word("unit"), node.maybe("count")
    steps = node.number("step") * (1 if count is None else count)
    if name == "day" or (name == "week" and count is not None):
        found = basis.previous("day")
        return period.day(period.moved(found.end if steps > 0 else found.start, name, steps))
    found = basis.previous(name if count is None or name != "year" else "decade")
    if name == "year" and count is not None and found.unit in _KEPT:
        return _year_away(found, steps)
    return period.around(period.moved(found.start, name, steps), name)


def _year_away(found: Period, years: int) -> Period:
    start = found.start
    size = {"month": 1, "quarter": 3, "half": 6}[found.unit]
    return period.months(start.year + years, start.month, size, found.unit)


@operation
def shift_from(_node: Node, _basis: Basis) -> Period:
    """`10 days after the collapse`: of what no date of the text is near to.

    Raises:
        Unresolved: always.
    """
    raise Unresolved("the text gives no date of what it counts from")


@operation
def last_quarter(_node: Node, basis: Basis) -> Period:
    """`the quarter`: the one that was named before, else the last that is over."""
    over = (found for found in reversed(basis.before) if found and not (basis.anchor and found.end > basis.anchor))
    named = next((found for found in over if found.unit == "quarter"), None)
    return named or period.around(basis.day, "quarter", -1)


@operation
def year_before(node: Node, basis: Basis) -> Period:
    """`the year-earlier quarter`, `year-ago`."""
    return _year_away(last_quarter(node, basis), -1) if _quarterly(basis) else period.around(basis.day, "year", -1)


@operation
def quarter_in(node: Node, basis: Basis) -> Period:
    """`the 1988 quarter`: the one that was named before, of that year; the year if none was."""
    whole = part_of(node, "year", basis)
    if not _quarterly(basis):
        return whole
    return period.months(whole.start.year, last_quarter(node, basis).start.month, 3, "quarter")


def _quarterly(basis: Basis) -> bool:
    return any(found and found.unit == "quarter" for found in basis.before)


@operation
def anaphor_weekday(node: Node, basis: Basis) -> Period:
    """`the following Tuesday`, `that Tuesday`."""
    found, number, step = basis.previous("week"), node.number("weekday"), node.number("step")
    if step > 0:
        return period.day(found.end + timedelta((number - found.end.isoweekday()) % 7 or 7))
    behind = (found.start.isoweekday() - number) % 7
    return period.day(found.start - timedelta((behind or 7) if step < 0 else behind))


@operation
def ago(node: Node, basis: Basis) -> Period:
    """`two weeks ago`: the week, month or year so far back; `10 days ago`: the day."""
    name, steps = node.word("unit"), node.number("step", -1) * node.number("count")
    last = basis.before[-1] if basis.before else None
    if name == "year" and last and last.unit == "quarter":
        return _year_away(last, steps)
    if name == "decade":
        name, steps = "year", steps * 10
    return period.around(basis.day, name, steps).marked(node.word("about"))


@operation
def ago_day(node: Node, basis: Basis) -> Period:
    """`a week ago Sunday`."""
    then = Basis(period.moved(basis.day, node.word("unit"), -node.number("count")), basis.calendar)
    return part_of(node, "daily", then)


@operation
def ago_exactly(node: Node, basis: Basis) -> Period:
    """`a month ago today`."""
    return period.day(period.moved(basis.day, node.word("unit"), -node.number("count")))


@operation
def ago_half(node: Node, basis: Basis) -> Period:
    """`two and a half years ago`: the month."""
    return period.around(basis.day, "month", -(12 * node.number("count") + 6))


@operation
def shift(node: Node, basis: Basis) -> Period:
    """`10 days after March 6`."""
    point, name = part_of(node, "point", basis), node.word("unit")
    steps = node.number("step") * node.number("count")
    edge = point.end if steps > 0 else point.start
    moved = period.moved(edge, name, steps)
    return period.day(moved) if name in ("day", "week") else period.around(moved, name)


@operation
def shift_days(node: Node, basis: Basis) -> Period:
    """`the night before the Day of the Sun`."""
    return period.day(part_of(node, "daily", basis).start + timedelta(node.number("days")))


@operation
def week_of(node: Node, basis: Basis) -> Period:
    """`the week of March 6`."""
    return period.around(part_of(node, "daily", basis).start, "week")


@operation
def weekend_of(node: Node, basis: Basis) -> Period:
    """`the weekend of March 5`."""
    return period.around(part_of(node, "daily", basis).start, "weekend")


@operation
def weekend_in(node: Node, basis: Basis) -> Period:
    """`the first weekend of November`: that of its first Saturday."""
    saturday = period.weekday_in(part_of(node, "year", basis), 6, node.number("ordinal"))
    return period.around(saturday.start, "weekend")


@operation
def rolling(node: Node, basis: Basis) -> Period:
    """`over the last year`, `the next two weeks`: up to the anchor, or from it on."""
    steps = node.number("step") * node.number("count", 1)
    then = period.moved(basis.day, node.word("unit"), steps)
    return Period(min(then, basis.day), max(then, basis.day), "span", lasting=True)


@operation
def month_of_direction(node: Node, basis: Basis) -> Period:
    """`last year in October`."""
    return period.months(basis.day.year + node.number("direction"), node.number("month"))


@operation
def weekday_before(node: Node, basis: Basis) -> Period:
    """`the Monday before Chuseok`."""
    edge = part_of(node, "point", basis).start
    return period.day(edge - timedelta((edge.isoweekday() - node.number("weekday")) % 7 or 7))


@operation
def weekday_after(node: Node, basis: Basis) -> Period:
    """`the Friday after March 6`."""
    edge = part_of(node, "point", basis).end
    return period.day(edge + timedelta((node.number("weekday") - edge.isoweekday()) % 7 or 7))


@operation
def same_in(node: Node, basis: Basis) -> Period:
    """`the same month in 2019`: what was dated before, in another year."""
    whole = part_of(node, "year", basis)
    if not basis.before and node.word("unit") == "year":
        return whole
    found, year = basis.previous(node.word("unit")), whole.start.year
    count = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
    if found.unit == "day":
        return period.day(found.start.replace(year=year))
    return period.months(year, found.start.month, count, found.unit)


@operation
def month_of_that(node: Node, basis: Basis) -> Period:
    """`that March`: of the year that was dated before."""
    return period.months(basis.previous("year").start.year, node.number("month"))


@operation
def weekday_before_last(node: Node, basis: Basis) -> Period:
    """`the Friday before last`."""
    behind = (basis.day.isoweekday() - node.number("weekday")) % 7 or 7
    return period.day(basis.day - timedelta(behind + 7))


@operation
def anaphor_season(node: Node, basis: Basis) -> Period:
    """`the following spring`, `that winter`: counted from what was dated before, else from the anchor."""
    if not basis.before:
        return read(Node("season", {"season": node.number("season")}), basis)
    found, number = basis.previous("year"), node.number("season")
    return _beside([period.season(found.start.year + k, number) for k in (-1, 0, 1)], found, node.number("step"))


@operation
def anaphor_month(node: Node, basis: Basis) -> Period:
    """`the previous November`."""
    found, number = basis.previous("year"), node.number("month")
    return _beside([period.months(found.start.year + k, number) for k in (-1, 0, 1)], found, node.number("step"))


def _beside(periods: list[Period], found: Period, step: int) -> Period:
    """Of like periods in their order the one before, in the year of, or after what was found."""
    if step == 0:
        return periods[1]
    fitting = [one for one in periods if (one.start > found.end if step > 0 else one.end < found.start)]
    if not fitting:
        raise ValueError("there is no such period")
    return fitting[0 if step > 0 else -1]


@operation
def same_year_before(node: Node, basis: Basis) -> Period:
    """`the same month a year earlier`."""
    found = basis.previous(node.word("unit"))
    return Period(period.moved(found.start, "year", -1), period.moved(found.end, "year", -1), found.unit)
