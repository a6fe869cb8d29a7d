"""Incidents near another one in time, place and type: perhaps the same, told again. Read lightly, by index ranges."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from incidents.actions.likeness import BEFORE_REPORT, DAYS, Subject, likeness
from incidents.model.incident import Incident
from incidents.store.location import Location
from incidents.store.query import nearby as rows
from incidents.store.query.connect import Reader, open_reader
from incidents.store.query.nearby import Window

_MOST = 400
"""So many candidates, the nearest in time, are compared."""


class Near(NamedTuple):
    """A standing incident, and in words what makes it near."""

    id: int
    code: str
    title: str
    edtf: str | None
    reasons: tuple[str, ...]


def nearby(location: Location, incident: Incident, limit: int = 5, *, but: Sequence[str] = ()) -> list[Near]:
    """Standing incidents near this one in time, place and type, the likest first, without those of `but`.

    `but` holds uids or codes; the incident itself is never among them. An undated incident is compared by the day of
    its report; without that nothing is near.

    Raises:
        DatabaseProblem: the database cannot be read.
    """
    with open_reader(location) as reader:
        subject = _subject(reader, incident)
        windows = _windows(subject)
        numbers = _candidates(reader, subject, windows) if windows else []
        found = rows.facts(reader, numbers, list(subject.places), subject.institutions)
    left_out = {incident.uid, incident.code, *but} - {""}
    compared = ((likeness(subject, one), one) for one in found if not {one.uid, one.code} & left_out)
    kept = sorted(((like, one) for like, one in compared if like), key=lambda pair: (-pair[0].score, pair[1].id))
    return [Near(one.id, one.code, one.title, one.edtf, like.reasons) for like, one in kept[:limit]]


def _subject(reader: Reader, incident: Incident) -> Subject:
    texts = tuple(dict.fromkeys(one.text for one in incident.evidence if one.text))
    days = rows.published(reader, texts) if texts else None
    kin = rows.kinship(reader, incident.type)
    when = incident.when
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return Subject(
        edtf=when.edtf,
        days=(first, last) if first and last else None,
        reported=(_day(days[0]), _day(days[1])) if days else None,
        type=incident.type,
        kin=kin,
        places=rows.above(reader, [link.place for link in incident.places]),
        own=frozenset(link.place for link in incident.places),
        institutions=tuple(link.institution for link in incident.institutions),
        same_report=frozenset(rows.of_texts(reader, texts)) if texts else frozenset(),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _windows(subject: Subject) -> list[Window]:
    """The days around its date; and around its report, where undated incidents stand, or it is undated itself."""
    windows = [_window(*subject.days, DAYS)] if subject.days else []
    if subject.reported:
        windows.append(_window(*subject.reported, DAYS if subject.days else BEFORE_REPORT))
    return windows


def _window(first: date, last: date, before: int) -> Window:
    begin, end = _moved(first, -before), _moved(last, DAYS)
    return Window(begin.isoformat(), end.isoformat(), _moved(begin, -rows.LONG).isoformat())


def _moved(day: date, days: int) -> date:
    """Some days on, at most to the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _candidates(reader: Reader, subject: Subject, windows: Sequence[Window]) -> list[int]:
    """The nearest in time of those under its provinces and of its type; without a place, of its family too."""
    found: dict[int, tuple[str, str]] = {}
    for kind, node in _scopes(subject):
        for window in windows:
            found |= rows.in_scope(reader, kind, node, window)
    middle = _middle(windows[0])
    nearest = sorted(found, key=lambda number: (_distance(found[number], middle), number))
    return list(dict.fromkeys((*nearest[:_MOST], *sorted(subject.same_report)[:_MOST])))


def _scopes(subject: Subject) -> Iterator[tuple[str, int]]:
    provinces = [node.id for node in subject.places.values() if node.level in ("province", "region")]
    yield from (("place", number) for number in provinces)
    if subject.kin:
        yield "type", subject.kin.type
        if not provinces:
            yield "family", subject.kin.family


def _middle(window: Window) -> int:
    return (_day(window.first).toordinal() + _day(window.last).toordinal()) // 2


def _distance(days: tuple[str, str], middle: int) -> int:
    first, last = (_day(one).toordinal() for one in days)
    return abs((first + last) // 2 - middle)
