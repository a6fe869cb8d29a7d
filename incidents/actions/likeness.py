"""How like two incidents are in time, place, type and who took part, and the reasons in words."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from incidents.store.query.nearby import Facts, Kinship, Node

_LEAST = 2.0
"""Of place, type, institutions and report together: what is only near in time is not near."""
DAYS = 10
"""So far apart two dates of one act may be told."""
BEFORE_REPORT = 60
"""So long before its report an undated act is looked for."""
_MONTH = 31
_DAY, _TOWN = 3.0, 2.0
"""The scores of one day and of one county or city."""
_OPEN = "other"
_DEPTH = {"province": 1.0, "county": _TOWN, "settlement": 3.0, "site": 3.5, "region": 1.0}
_WORDS = {
    "city": "city",
    "county": "county",
    "district": "district",
    "federal-city": "city",
    "metropolitan": "city",
    "municipality": "city",
}
"""How people call the kinds of units that two different places can share."""
_LEVELS = {"province": "province", "county": "county", "region": "area"}
_COARSE = ("country", "region")


class Subject(NamedTuple):
    """What is compared with candidates. `days`: the first and last of its date; `places`: its own and those above."""

    edtf: str | None
    days: tuple[date, date] | None
    reported: tuple[date, date] | None
    type: str
    kin: Kinship | None
    places: Mapping[int, Node]
    own: frozenset[str]
    institutions: tuple[str, ...]
    same_report: frozenset[int]


class Likeness(NamedTuple):
    """A higher score is likelier the same."""

    score: float
    reasons: tuple[str, ...]


Part = tuple[float, str]
_NOTHING: Part = (0.0, "")


def likeness(subject: Subject, other: Facts) -> Likeness | None:
    """How like a candidate is; None if it is not near."""
    time = _in_time(subject, other)
    if time is None:
        return None
    place = _in_place(subject, other)
    kind = _in_type(subject, other)
    took_part = _in_institutions(other)
    report = (1.0, "same report") if other.id in subject.same_report else _NOTHING
    if not took_part[0] and ((not place[0] and _elsewhere(subject, other)) or _other_act(subject, other, time, place)):
        return None
    parts = (place, kind, took_part, report)
    if sum(score for score, _ in parts) < _LEAST:
        return None
    reasons = tuple(words for _, words in (time, *parts) if words)
    return Likeness(sum(score for score, _ in (time, *parts)), reasons)


def _in_time(subject: Subject, other: Facts) -> Part | None:
    days = date.fromisoformat(other.sort_from), date.fromisoformat(other.sort_to)
    if other.edtf is None or subject.days is None:
        return _by_report(subject, days, dated=other.edtf is not None)
    gap = _gap(subject.days, days)
    rough = max(_width(subject.days), _width(days)) > _MONTH
    if other.edtf == subject.edtf:
        return (_DAY, "same day") if days[0] == days[1] else (1.5 if rough else 2.5, "same date")
    if gap == 0:
        return (1.0 if rough else 2.0), "dates overlap"
    return (2.0 - gap / 6, f"{_days(gap)} apart") if gap <= DAYS and not rough else None


def _by_report(subject: Subject, days: tuple[date, date], *, dated: bool) -> Part | None:
    """Where one of the two is undated, the day of a report stands for its date."""
    against = (subject.reported or subject.days) if not dated else subject.reported
    if against is None:
        return None
    gap = _gap(against, days)
    if gap > (BEFORE_REPORT if dated else DAYS):
        return None
    score = 1.0 - gap / (2 * BEFORE_REPORT)
    if not dated:
        return score, f"undated, reported {f'{_days(gap)} apart' if gap else 'at the same time'}"
    side = "before" if days[1] < against[0] else "after"
    return score, f"{_days(gap)} {side} the report" if gap else "on the day of the report"


def _gap(one: tuple[date, date], two: tuple[date, date]) -> int:
    """The days between two spans; 0 where they meet."""
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)


def _width(days: tuple[date, date]) -> int:
    return (days[1] - days[0]).days


def _days(count: int) -> str:
    return f"{count} day{'s' * (count > 1)}"


def _in_place(subject: Subject, other: Facts) -> Part:
    """The finest place that holds both."""
    shared = [subject.places[number] for number in other.nodes if number in subject.places]
    best = max(shared, key=lambda node: (_DEPTH.get(node.level, 0.0), node.code), default=None)
    score = _DEPTH.get(best.level, 0.0) if best else 0.0
    if best is None or not score:
        return _NOTHING
    both = best.code in subject.own and any(number == best.id for number, _ in other.places)
    if both and best.level not in ("province", "region"):
        return score + 0.5, f"same place ({best.name})"
    return score, f"same {_WORDS.get(best.kind) or _LEVELS.get(best.level, 'place')} ({best.name})"


def _elsewhere(subject: Subject, other: Facts) -> bool:
    """Whether both name a place finer than a country."""
    named = any(node.level not in _COARSE for node in subject.places.values())
    return named and any(level not in _COARSE for _, level in other.places)


def _other_act(subject: Subject, other: Facts, time: Part, place: Part) -> bool:
    """Whether the types have nothing in common, and it was not on one day in one town either."""
    kin = subject.kin is None or other.family in ("", subject.kin.code) or _OPEN in (subject.type, other.type)
    return not kin and not (time[0] >= _DAY and place[0] >= _TOWN)


def _in_type(subject: Subject, other: Facts) -> Part:
    if subject.type == other.type:
        return 2.0, f"same type ({other.type})"
    if subject.kin and subject.kin.code == other.family:
        return 1.0, f"same family ({other.family})"
    return _NOTHING


def _in_institutions(other: Facts) -> Part:
    return (min(2.0, len(other.institutions)), f"{other.institutions[0]} in both") if other.institutions else _NOTHING
