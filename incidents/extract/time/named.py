"""Operations that read named days, periods and events by the calendar of the seeds."""

from dataclasses import replace
from datetime import date, timedelta

from incidents.extract.time import period
from incidents.extract.time.absolute import nearest
from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Node
from incidents.extract.time.operations import given_year, operation
from incidents.extract.time.period import Period
from incidents.lexicon.calendar import Ambiguous, Days, Occasion

_UNKNOWN = "the calendar has no such day then"
_YOUNGER = "there was no such day then"


@operation
def named(node: Node, basis: Basis) -> Period:
    """`the Day of the Sun`, `last New Year's Day`, `Chuseok 2020`, `the 70-day battle`, `Russia's Victory Day`."""
    occasion = basis.calendar.named(node.word("named"), node.word("country"))
    try:
        found = _occurrence(occasion, node, basis)
    except Ambiguous as days:
        raise Unresolved(f"ambiguous: {days}", "ambiguous") from days
    if not found:
        reason = _YOUNGER if occasion.too_early(_asked(node, basis)) else _UNKNOWN
        raise Unresolved(reason, "no-such-day")
    return _period(occasion, found)


@operation
def named_eve(node: Node, basis: Basis) -> Period:
    """`the eve of the Day of the Sun`."""
    return period.day(named(node, basis).start - timedelta(1))


@operation
def event(node: Node, basis: Basis) -> Period:
    """`the currency reform`: as a named day, but it must be seen to date something (see `events`)."""
    return named(node, basis)


@operation
def numbered(node: Node, basis: Basis) -> Period:
    """`the Eighth Party Congress`, `the Ninth Plenary Meeting of the Eighth Central Committee`."""
    numbers = [found for part in ("term", "number") if (found := node.maybe(part)) is not None]
    occasion = basis.calendar.numbered(node.word("series"), *numbers)
    if not (occasion and occasion.only):
        raise Unresolved("the calendar does not know when it was held", "unknown-day")
    return _period(occasion, occasion.only)


def _asked(node: Node, basis: Basis) -> date:
    """A day of the time that it is looked for in."""
    year = given_year(node, basis)
    return basis.day if year is None else date(year, 12, 31)


def _occurrence(occasion: Occasion, node: Node, basis: Basis) -> Days | None:
    counted = _anniversary(occasion, node, basis)
    if counted:
        return counted
    year = given_year(node, basis)
    if year is not None:
        return occasion.within(date(year, 1, 1), date(year, 12, 31))
    return occasion.only or (_lived(occasion, basis) if occasion.lasting else _day(occasion, node, basis))


def _anniversary(occasion: Occasion, node: Node, basis: Basis) -> Days | None:
    """`the 76th founding anniversary`: by the year of what is remembered, whenever it is told."""
    number = node.maybe("anniversary")
    return None if number is None else occasion.anniversary(number, basis.anchor)


def _lived(occasion: Occasion, basis: Basis) -> Days | None:
    """Of several periods of a name the last that had begun; one to come only if none had."""
    ahead = occasion.after(basis.day) if basis.forward else None
    return ahead or occasion.before(basis.day) or occasion.after(basis.day)


def _day(occasion: Occasion, node: Node, basis: Basis) -> Days | None:
    now = basis.day
    if node.maybe("direction") == 0:
        return occasion.within(now.replace(month=1, day=1), now.replace(month=12, day=31))
    last, coming = occasion.before(now), occasion.after(now)
    earlier = occasion.before(last[0] - timedelta(1)) if last else None
    found = [Period(*days) for days in dict.fromkeys((earlier, last, coming)) if days]
    try:
        chosen = nearest(found, node, replace(basis, near=False))
    except ValueError:
        return None
    return chosen.start, chosen.end


def _period(occasion: Occasion, found: Days) -> Period:
    unit, mark = "day" if found[0] == found[1] else "week", "~" if occasion.rough else ""
    return Period(*found, unit, mark, lasting=occasion.lasting)
