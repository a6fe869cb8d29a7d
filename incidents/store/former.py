"""When a place was under one that it is not under today: the times of `place_former`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from incidents.model.edtf import bounds
from incidents.store.derived import FIRST_DAY, LAST_DAY
from incidents.store.tables import table_of

Span = tuple[str, str]
"""The first and the last day, both ISO text."""
ALWAYS: Span = (FIRST_DAY, LAST_DAY)


class Step(NamedTuple):
    """A parent of a place, of what kind, and from when until when."""

    parent: int
    kind: Literal["current", "usage", "former"]
    span: Span = ALWAYS


Steps = Mapping[int, list[Step]]


def times(connection: sa.Connection) -> set[tuple[Any, ...]]:
    """All rows of `place_former`: place, ancestor, first day, last day."""
    steps = _steps(connection)
    return {(place, *row) for place in list(steps) for row in times_of(place, steps)}


def times_of(place: int, steps: Steps) -> set[tuple[int, str, str]]:
    """The ancestors of one place by a former parent that it has not by those of today, each with first and last day.

    All steps of a way must have held at once. A ring of parents ends by itself.
    """
    today = _today(place, steps)
    found: dict[tuple[int, str], str] = {}
    for above, (first, last) in _ways(steps, [place], ALWAYS, former=False):
        if above not in today:
            found[above, first] = max(last, found.get((above, first), last))
    return {(above, first, last) for (above, first), last in found.items()}


def overlapping(place: Any, ancestor: Any, incident: Any) -> sa.Exists:
    """Whether the date of an incident (its columns) can lie in a time in which the place was under the ancestor."""
    table = table_of("place_former")
    same = (table.c.place_id == place) & (table.c.ancestor_id == ancestor) & incident.edtf.is_not(None)
    return sa.exists().where(same, table.c.first_day <= incident.day_to, table.c.last_day >= incident.day_from)


def _today(place: int, steps: Steps) -> set[int]:
    """The place and what it is under by the administrative parents of today."""
    found, waiting = {place}, [place]
    while waiting:
        above = {step.parent for step in steps.get(waiting.pop(), ()) if step.kind == "current"} - found
        waiting.extend(above)
        found |= above
    return found


def _ways(steps: Steps, way: list[int], span: Span, *, former: bool) -> Iterator[tuple[int, Span]]:
    """The end of every way up that has a former step in it, with the time in which all its steps held."""
    for parent, kind, held in steps.get(way[-1], ()):
        both = max(span[0], held[0]), min(span[1], held[1])
        if parent in way or both[0] > both[1]:
            continue
        gone = former or kind == "former"
        if gone:
            yield parent, both
        yield from _ways(steps, [*way, parent], both, former=gone)


def _steps(connection: sa.Connection) -> Steps:
    place, other = table_of("place"), table_of("place_parent")
    steps: dict[int, list[Step]] = defaultdict(list)
    for node, parent, since in connection.execute(sa.select(place.c.id, place.c.parent_id, place.c.since)):
        if parent is not None:
            steps[node].append(Step(parent, "current", _span(since, "")))
    columns = (other.c.place_id, other.c.parent_id, other.c.kind, other.c.since, other.c.until)
    for node, parent, kind, since, until in connection.execute(sa.select(*columns)):
        usual = kind == "usage"
        steps[node].append(Step(parent, "usage") if usual else Step(parent, "former", _span(since, until)))
    return steps


def _span(since: str, until: str) -> Span:
    """The days that times (EDTF, or empty) allow."""
    first = bounds(since)[0] if since else None
    last = bounds(until)[1] if until else None
    return first.isoformat() if first else FIRST_DAY, last.isoformat() if last else LAST_DAY
