"""The closures of the trees: every ancestor of every place and institution, so that a filter is one index range.

What a thing was under once, it was under for a time: `place_former`, `institution_former` (`store.former`).
An incident's scope follows from them: who rebuilds a closure that has changed rebuilds the scope too (`store.scope`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from heapq import heappop, heappush
from typing import Any

import sqlalchemy as sa

from incidents.store.former import times
from incidents.store.tables import metadata

Edges = Mapping[int, list[tuple[int, int]]]
"""Of a node its parents, each with the rank of the way to it in RANKS."""

Rows = set[tuple[Any, ...]]

RANKS = ("self", "current", "usage", "former")
"""The ways by rank, the best first: usage always counts, a former parent only for its time."""
_CURRENT, _USAGE, _FORMER = RANKS.index("current"), RANKS.index("usage"), RANKS.index("former")


def rebuild(connection: sa.Connection) -> bool:
    """Bring both closures and the former times up to date with the parents; True if a row was added or taken away."""
    changed = False
    for name, wanted in _WANTED.items():
        table = metadata.tables[name]
        missing, surplus = _differences(connection, name, wanted(connection))
        _delete(connection, table, surplus)
        if missing:
            connection.execute(
                sa.insert(table), [dict(zip(table.c.keys(), row, strict=True)) for row in sorted(missing)]
            )
        changed |= bool(missing or surplus)
    return changed


def differences(connection: sa.Connection, name: str) -> tuple[Rows, Rows]:
    """Rows that the closure of `place` or `institution` lacks, and rows that it has and should not have.

    Those of the former times are among them.
    """
    tables = [table for table in _WANTED if table.startswith(f"{name}_")]
    found = [_differences(connection, table, _WANTED[table](connection)) for table in tables]
    return set().union(*(missing for missing, _ in found)), set().union(*(surplus for _, surplus in found))


def _differences(connection: sa.Connection, table: str, wanted: Rows) -> tuple[Rows, Rows]:
    held = {tuple(row) for row in connection.execute(sa.select(*metadata.tables[table].c))}
    return wanted - held, held - wanted


def ancestors(node: int, edges: Edges) -> dict[int, tuple[int, int]]:
    """Every ancestor of a node, itself too, with the rank of the best way to it and the steps of that way.

    A way is as good as its worst step: under a former parent everything is former. A ring of parents ends by itself.
    """
    found: dict[int, tuple[int, int]] = {}
    waiting = [(0, 0, node)]
    while waiting:
        rank, depth, here = heappop(waiting)
        if here in found:
            continue
        found[here] = (rank, depth)
        for parent, step in edges.get(here, ()):
            heappush(waiting, (max(rank, step), depth + 1, parent))
    return found


def _places(connection: sa.Connection) -> Rows:
    other = metadata.tables["place_parent"]
    ranks = sa.case((other.c.kind == "usage", _USAGE), else_=_FORMER)
    further = sa.select(other.c.place_id, other.c.parent_id, ranks)
    return {(node, above, RANKS[rank], depth) for node, above, rank, depth in _closed(connection, "place", further)}


def _institutions(connection: sa.Connection) -> Rows:
    other = metadata.tables["institution_parent"]
    ranks = sa.case((other.c.until == sa.literal_column("''"), _CURRENT), else_=_FORMER)
    further = sa.select(other.c.institution_id, other.c.parent_id, ranks)
    then = {(node, above) for node, above, *_ in times(connection, "institution")}  # a row without a time always holds
    rows = _closed(connection, "institution", further)
    return {(node, above, depth) for node, above, rank, depth in rows if rank != _FORMER or (node, above) in then}


def _closed(connection: sa.Connection, noun: str, further: sa.Select[Any]) -> Iterator[tuple[int, int, int, int]]:
    """Node, ancestor, rank, depth; `further` are the parents besides those of today: node, parent, rank."""
    rows, edges, nodes = metadata.tables[noun], defaultdict[int, list[tuple[int, int]]](list), []
    for node, parent in connection.execute(sa.select(rows.c.id, rows.c.parent_id)):
        nodes.append(node)
        if parent is not None:
            edges[node].append((parent, _CURRENT))
    for node, parent, rank in connection.execute(further):
        edges[node].append((parent, rank))
    for node in nodes:
        for above, (rank, depth) in ancestors(node, edges).items():
            yield node, above, rank, depth


_WANTED: Mapping[str, Callable[[sa.Connection], Rows]] = {
    "place_closure": _places,
    "place_former": lambda connection: times(connection, "place"),
    "institution_closure": _institutions,
    "institution_former": lambda connection: times(connection, "institution"),
}
"""The rows that each table must hold."""


def _delete(connection: sa.Connection, table: sa.Table, rows: Rows) -> None:
    if rows:
        keys = [column.name for column in table.primary_key]
        here = sa.and_(*(table.c[key] == sa.bindparam(f"the_{key}") for key in keys))
        held = [dict(zip(table.c.keys(), row, strict=True)) for row in rows]
        connection.execute(sa.delete(table).where(here), [{f"the_{key}": row[key] for key in keys} for row in held])
