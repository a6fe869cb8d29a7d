"""When a place or an institution was under one that it is not under today: `place_former`, `institution_former`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from incidents.errors import DatabaseProblem
from incidents.model.edtf import bounds
from incidents.store.derived import FIRST_DAY, LAST_DAY
from incidents.store.tables import table_of

Span = tuple[str, str]
"""The first and the last day, both ISO text."""
ALWAYS: Span = (FIRST_DAY, LAST_DAY)


class Step(NamedTuple):
    """A parent of a node, of what kind, and from when until when."""

    parent: int
    kind: Literal["current", "usage", "former"]
    span: Span = ALWAYS


Steps = Mapping[int, list[Step]]


def times(connection: sa.Connection, noun: str) -> set[tuple[Any, ...]]:
    """All rows of the former times of `place` or `institution`: node, ancestor, first day, last day."""
    steps = _steps(connection, noun)
    return {(node, *row) for node in _moved(steps) for row in times_of(node, steps)}


def _moved(steps: Steps) -> set[int]:
    """The nodes that have a former parent themselves, or stand below one that has."""
    below = defaultdict[int, list[int]](list)
    for node, ways in steps.items():
        for step in ways:
            below[step.parent].append(node)
    found = {node for node, ways in steps.items() if any(step.kind == "former" for step in ways)}
    waiting = [*found]
    while waiting:
        further = set(below[waiting.pop()]) - found
        waiting.extend(further)
        found |= further
    return found


def times_of(node: int, steps: Steps) -> set[tuple[int, str, str]]:
    """The ancestors of one node by a former parent that it has not by those of today, each with first and last day.

    All steps of a way must have held at once. A ring of parents ends by itself.
    """
    today = _today(node, steps)
    found: dict[tuple[int, str], str] = {}
    for above, (first, last) in _ways(steps, [node], ALWAYS, former=False):
        if above not in today:
            found[above, first] = max(last, found.get((above, first), last))
    return {(above, first, last) for (above, first), last in found.items()}


def at_the_time(noun: str, incident: Any) -> sa.ColumnElement[bool]:
    """Whether a row of the closure of a noun holds for an incident (its columns): today, or when it can have happened.

    A former ancestor that usage gives a place always holds.
    """
    closure, table = table_of(f"{noun}_closure"), table_of(f"{noun}_former")
    same = (table.c[f"{noun}_id"] == closure.c[f"{noun}_id"]) & (table.c.ancestor_id == closure.c.ancestor_id)
    then = (table.c.first_day <= incident.day_to) & (table.c.last_day >= incident.day_from)
    always = closure.c.via != "former" if noun == "place" else ~sa.exists().where(same)
    return always | sa.exists().where(same, incident.edtf.is_not(None), then)


def _today(node: int, steps: Steps) -> set[int]:
    """The node and what it is under by the parents of today."""
    found, waiting = {node}, [node]
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


def _steps(connection: sa.Connection, noun: str) -> Steps:
    things, steps = table_of(noun), defaultdict[int, list[Step]](list)
    began = things.c.since if noun == "place" else _last_end(things.c.id)
    for node, parent, since in connection.execute(sa.select(things.c.id, things.c.parent_id, began)):
        if parent is not None:
            steps[node].append(Step(parent, "current", _span(since, "")))
    for node, parent, kind, since, until in connection.execute(_OTHERS[noun]()):
        steps[node].append(Step(parent, kind) if kind == "usage" else Step(parent, kind, _span(since, until)))
    return steps


def _last_end(institution: Any) -> sa.ScalarSelect[Any]:
    """Until when an institution lay elsewhere: its parent of today has no time of its own."""
    rows = table_of("institution_parent")
    latest = sa.func.coalesce(sa.func.max(rows.c.until), "")
    return sa.select(latest).where(rows.c.institution_id == institution).scalar_subquery()


def _parents_of_places() -> sa.Select[Any]:
    rows = table_of("place_parent")
    kind = sa.case((rows.c.kind == "usage", "usage"), else_="former")
    return sa.select(rows.c.place_id, rows.c.parent_id, kind, rows.c.since, rows.c.until)


def _parents_of_institutions() -> sa.Select[Any]:
    rows = table_of("institution_parent")
    kind = sa.case((rows.c.until == sa.literal_column("''"), "current"), else_="former")
    return sa.select(rows.c.institution_id, rows.c.parent_id, kind, rows.c.since, rows.c.until)


_OTHERS = {"place": _parents_of_places, "institution": _parents_of_institutions}
"""The parents besides those of today by kind: `usage` always counts, as a second parent of an institution does."""


def _span(since: str, until: str) -> Span:
    """The days that times (EDTF, or empty) allow.

    Raises:
        DatabaseProblem: one is no date, which only a hand in the tables can make.
    """
    try:
        first = bounds(since)[0] if since else None
        last = bounds(until)[1] if until else None
    except ValueError as error:
        told = f"a parent holds from {since!r} to {until!r}, which is no time"
        raise DatabaseProblem(f"{told}: incidents db check says more.") from error
    return first.isoformat() if first else FIRST_DAY, last.isoformat() if last else LAST_DAY


def untimely(connection: sa.Connection, noun: str) -> list[str]:
    """A sentence for each thing whose times are none that EDTF knows: only a hand in the tables can make them."""
    things, more = table_of(noun), table_of(f"{noun}_parent")
    own = more.c[f"{noun}_id"] == things.c.id
    until = sa.literal("") if noun == "place" else things.c.until
    queries = (
        sa.select(things.c.code, things.c.since, until),
        sa.select(things.c.code, more.c.since, more.c.until).join_from(more, things, own),
    )
    rows = [row for query in queries for row in connection.execute(query)]
    told = ((code, time) for code, *ends in rows for time in ends if time and not _known(time))
    return [f"the {noun} {code} has the time {time!r}, which is no date in EDTF" for code, time in sorted(set(told))]


def _known(time: str) -> bool:
    try:
        bounds(time)
    except ValueError:
        return False
    return True
