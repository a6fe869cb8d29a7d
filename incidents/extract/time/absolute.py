"""Operations that read calendar dates: years, months, days, seasons, decades."""

from dataclasses import replace
from datetime import date, timedelta

from incidents.extract.time import period
from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import given_year, operation, part_of
from incidents.extract.time.period import Period

_JUCHE = 1911
"""Juche 1 is 1912, the year in which Kim Il Sung was born."""
_LEAP = 8
"""Years between two leap days at most."""
_AHEAD = 4
"""How many times nearer a date without a past verb must be ahead than behind to lie ahead: some ten weeks."""
_DUE = 3
"""How many times farther it may be ahead where it is the end of what was to come: "it would stop until Dec. 31"."""
_YEAR_AHEAD = 361
"""Days after which no day without a year lies ahead, whatever the verb: it was some days ago, the report is late."""
_RECENT = 30
"""Decades of a century that can be those of two: the '20s, but not the '90s."""
_HALF_YEAR = 183
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ROUND = 100
_QUARTER = 92
"""Days of the longest quarter."""


@operation
def year(node: Node, _basis: Basis) -> Period:
    """`2016`, `2016 (Juche 105)`."""
    number, when = node.maybe("juche"), node.number("year")
    return period.months(when if number is None else _juche(number, when, None), 1, 12, "year")


@operation
def juche(node: Node, basis: Basis) -> Period:
    """`Juche 105`, `Juche 105 (2016)`."""
    return period.months(_juche(node.number("year"), node.maybe("year4"), basis.anchor), 1, 12, "year")


def _juche(number: int, given: int | None, now: date | None) -> int:
    """The year of a Juche number; one without its year beside it does not lie beyond the next."""
    when = number + _JUCHE
    if given not in (None, when):
        raise Unresolved(f"Juche {number} is {when}, not {given}", "no-such-day")
    if number < 1 or (given is None and now and when > now.year + 1):
        raise Unresolved(f"there is no year Juche {number}", "no-such-day")
    return when


@operation
def spoken(node: Node, _basis: Basis) -> Period:
    """`nineteen ninety-six`."""
    return period.months(node.number("base") + node.number("tens"), 1, 12, "year")


@operation
def short_year(node: Node, basis: Basis) -> Period:
    """`'98`: the latest such year that is not ahead of the anchor."""
    digits, now = node.number("two_digits"), basis.day.year
    return period.months(now - (now - digits) % 100, 1, 12, "year")


@operation
def decade(node: Node, basis: Basis) -> Period:
    """`the 1990s`, `the '90s`: of two digits, the latest that has begun."""
    first = node.number("year")
    if first % 10:
        raise Unresolved("it names no decade", "no-such-day")
    return period.months(first if first > 99 else _begun(first, basis), 1, 120, "decade")


def _begun(digits: int, basis: Basis) -> int:
    """The latest year of these digits that is not ahead; what is no recent decade needs no day to count from."""
    if basis.anchor is None and digits >= _RECENT:
        return 1900 + digits
    now = (basis.anchor or basis.day).year
    return now - (now - digits) % 100


@operation
def century(node: Node, _basis: Basis) -> Period:
    """`the 20th century`."""
    number = node.number("ordinal")
    return period.months(max(1, (number - 1) * 100), 1, 1200 if number > 1 else 1188, "century")


@operation
def month(node: Node, basis: Basis) -> Period:
    """`March`, `March 2016`, `last October`."""
    number, when = node.number("month"), _year_of(node, basis)
    if when is not None:
        return period.months(when, number)
    return nearest([period.months(basis.day.year + k, number) for k in (-1, 0, 1)], node, basis)


def _year_of(node: Node, basis: Basis) -> int | None:
    """The year that is given; a round number before what can be counted may be no year: "in May 2000 people"."""
    when = given_year(node, basis)
    if when and when % _ROUND == 0 and node.maybe("counted"):
        raise Unresolved(f"ambiguous: the year {when}, or {when} of what follows")
    return when


@operation
def season(node: Node, basis: Basis) -> Period:
    """`last summer`, `the winter of 1994`."""
    number, when = node.number("season"), given_year(node, basis)
    if when is not None:
        return period.season(when, number)
    return nearest([period.season(basis.day.year + k, number) for k in (-2, -1, 0, 1)], node, basis)


@operation
def quarter(node: Node, basis: Basis) -> Period:
    """`the third quarter`: the last that has begun; of one to come, also the one just over, which is reported on."""
    number = node.number("ordinal")
    if number > 4:
        raise Unresolved("a year has four quarters", "no-such-day")
    found = [period.months(basis.day.year + k, number * 3 - 2, 3, "quarter") for k in (-1, 0, 1)]
    if basis.forward and node.maybe("direction") is None:
        basis = replace(basis, anchor=basis.day - timedelta(_QUARTER))
    return nearest(found, node, basis)


@operation
def day(node: Node, basis: Basis) -> Period:
    """`March 6`, `6 March 2016`, `last March 6`."""
    number, when = node.number("month"), _year_of(node, basis)
    if when is not None:
        return period.day(date(when, number, node.number("day")))
    reach = _LEAP if number == 2 and node.number("day") == 29 else 1
    dates = (exact(basis.day.year + k, number, node.number("day")) for k in range(-reach, reach + 1))
    found = [period.day(date_) for date_ in dates if date_]
    if not found:
        raise ValueError("there is no such day")
    one = nearest(found, node, basis)
    if basis.forward and node.maybe("direction") is None and reach == 1 and (one.start - basis.day).days > _YEAR_AHEAD:
        return nearest(found, node, replace(basis, forward=False, near=False, unsettled=False))
    return one


@operation
def weekday_date(node: Node, basis: Basis) -> Period:
    """`Tuesday, March 6`: of the last and the next one that which is a Tuesday."""
    found = [part_of(node, "calendar_day", side) for side in _sides(basis)]
    return _on(found, node.number("weekday"), basis)


def _sides(basis: Basis) -> tuple[Basis, ...]:
    """The same, what looks ahead, and what looks back."""
    ahead, back = replace(basis, forward=True, weak=False), replace(basis, forward=False, near=False, unsettled=False)
    return basis, ahead, back


def _on(found: list[Period], weekday: int, basis: Basis) -> Period:
    """The first that is that weekday; a day far ahead only where the words around it look ahead.

    Raises:
        Unresolved: none is; says what the first is.
    """
    for one in found:
        if one.start.isoweekday() == weekday and (one is found[0] or not _far(one, basis)):
            return one
    day = found[0].start
    said, named = _WEEKDAYS[weekday - 1], _WEEKDAYS[day.weekday()]
    raise Unresolved(f"{day.day} {day:%B} {day.year} is a {named}, not a {said}", "no-such-day")


def _far(one: Period, basis: Basis) -> bool:
    """Whether it is far ahead though nothing around it looks ahead."""
    return not basis.forward and bool(basis.anchor) and (one.start - basis.day).days > _HALF_YEAR


@operation
def dom(node: Node, basis: Basis) -> Period:
    """`the 27th`, `Monday the 27th`: the nearest one on or before the anchor, or after it."""
    weekday = node.maybe("weekday")
    if weekday is not None:
        return _on([_dom(node, side) for side in _sides(basis)], weekday, basis)
    return _dom(node, basis)


def _dom(node: Node, basis: Basis) -> Period:
    now, number = basis.day, node.number("ordinal", node.number("day", 0))
    found = [period.months(now.year, now.month + k).start for k in (-2, -1, 0, 1, 2)]
    days = [period.day(when) for first in found if (when := exact(first.year, first.month, number))]
    return nearest(days, node, replace(basis, near=False, unsettled=False))


@operation
def dom_now(node: Node, basis: Basis) -> Period:
    """`as of the 10th`: counted from the anchor, whatever month the story told of."""
    return dom(node, basis)


@operation
def dom_due(node: Node, basis: Basis) -> Period:
    """`until the 20th`: still to come, unless a verb in the past stands near."""
    basis.derived = True
    return dom(node, replace(basis, forward=basis.forward or basis.unsettled))


@operation
def day_of(node: Node, basis: Basis) -> Period:
    """`the 27th of last month`."""
    return period.day(part_of(node, "month", basis).start.replace(day=node.number("day")))


@operation
def day_of_this(node: Node, basis: Basis) -> Period:
    """`the 9th of this month`."""
    return period.day(basis.day.replace(day=node.number("day")))


@operation
def day_of_that(node: Node, basis: Basis) -> Period:
    """`the 9th of the same month`."""
    return period.day(basis.previous("month").start.replace(day=node.number("day")))


@operation
def iso(node: Node, _basis: Basis) -> Period:
    """`2016-05-02`, `2016.5.2`."""
    parts = node.word("iso").replace(".", "-").replace("/", "-").split("-")
    return period.day(date(*map(int, parts)))


@operation
def slash(node: Node, _basis: Basis) -> Period:
    """`13/6/2016`; said to be ambiguous if both readings are days and no other date of the text shows its order."""
    first, second, when = map(int, node.word("slash").replace(".", "/").split("/"))
    orders = {"month": ((first, second),), "day": ((second, first),)}
    either = ((first, second), (second, first))
    readings = {found for pair in orders.get(node.word("order"), either) if (found := exact(when, *pair))}
    if len(readings) > 1:
        raise Unresolved("ambiguous: " + " or ".join(day.isoformat() for day in sorted(readings)), "ambiguous")
    if not readings:
        raise ValueError("there is no such day")
    return period.day(readings.pop())


def exact(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(found: list[Period], node: Node, basis: Basis) -> Period:
    """Of like periods in their order the one that the direction means: without one, the tense decides.

    Raises:
        ValueError: the calendar has none there.
    """
    now, direction = basis.day, node.maybe("direction")
    if direction == 0:
        fitting = sorted(found, key=lambda p: (not p.start <= now <= p.end, p.start.year != now.year))
    elif direction == -1:
        fitting = [p for p in reversed(found) if p.end < now]
    elif direction == 1:
        fitting = [p for p in found if p.start > now]
    elif basis.forward and not basis.weak:
        fitting = [p for p in found if p.end >= now]
    elif basis.near or basis.unsettled or basis.forward:
        weight = 1 / _DUE if basis.near and basis.forward else 1 if basis.near or basis.forward else _AHEAD
        fitting = sorted(found, key=lambda p: max((p.start - now) * weight, now - p.end))
    else:
        fitting = [p for p in reversed(found) if p.start <= now]
    if not fitting:
        raise ValueError("there is no such day")
    return fitting[0]
