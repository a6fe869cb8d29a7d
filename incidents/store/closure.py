"""The closures of the trees: every ancestor of every place and institution, so that a filter is one index range.

An incident's scope follows from them: who rebuilds a closure that has changed rebuilds the scope too (`store.scope`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from typing import Any

import sqlalchemy as sa

from incidents.store.tables import metadata
from incidents.store.tables.place import PATHS

Edges = Mapping[int, list[tuple[int, int]]]
"""Of a node its parents, each with the rank of the way to it in PATHS."""

Rows = set[tuple[Any, ...]]

_CURRENT, _FORMER, _USAGE = PATHS.index("current"), PATHS.index("former"), PATHS.index("usage")


def rebuild(connection: sa.Connection) -> bool:
    """Bring both closures up to date with the parents; True if a row was added or taken away."""
    changed = False
    for name in ("place", "institution"):
        missing, surplus = differences(connection, name)
        _delete(connection, name, surplus)
        _insert(connection, name, missing)
        changed |= bool(missing or surplus)
    return changed


def differences(connection: sa.Connection, name: str) -> tuple[Rows, Rows]:
    """Rows that the closure of `place` or `institution` lacks, and rows that it has and should not have."""
    table = metadata.tables[f"{name}_closure"]
    held = {tuple(row) for row in connection.execute(sa.select(*table.c))}
    wanted = _places(connection) if name == "place" else _institutions(connection)
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
    place, other = metadata.tables["place"], metadata.tables["place_parent"]
    edges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    nodes = []
    for node, parent in connection.execute(sa.select(place.c.id, place.c.parent_id)):
        nodes.append(node)
        if parent is not None:
            edges[node].append((parent, _CURRENT))
    for node, parent, kind in connection.execute(sa.select(other.c.place_id, other.c.parent_id, other.c.kind)):
        edges[node].append((parent, _USAGE if kind == "usage" else _FORMER))
    return {(node, above, PATHS[rank], depth) for node, above, rank, depth in _closed(nodes, edges)}


def _institutions(connection: sa.Connection) -> Rows:
    institution, other = metadata.tables["institution"], metadata.tables["institution_parent"]
    edges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    nodes = []
    for node, parent in connection.execute(sa.select(institution.c.id, institution.c.parent_id)):
        nodes.append(node)
        if parent is not None:
            edges[node].append((parent, _CURRENT))
    for node, parent in connection.execute(sa.select(other.c.institution_id, other.c.parent_id)):
        edges[node].append((parent, _CURRENT))
    return {(node, above, depth) for node, above, _, depth in _closed(nodes, edges)}


def _closed(nodes: Iterable[int], edges: Edges) -> Iterable[tuple[int, int, int, int]]:
    for node in nodes:
        for above, (rank, depth) in ancestors(node, edges).items():
            yield node, above, rank, depth


def _delete(connection: sa.Connection, name: str, rows: Rows) -> None:
    if not rows:
        return
    table = metadata.tables[f"{name}_closure"]
    here = (table.c[f"{name}_id"] == sa.bindparam("here")) & (table.c.ancestor_id == sa.bindparam("above"))
    connection.execute(sa.delete(table).where(here), [{"here": row[0], "above": row[1]} for row in rows])


def _insert(connection: sa.Connection, name: str, rows: Rows) -> None:
    if rows:
        table = metadata.tables[f"{name}_closure"]
        connection.execute(sa.insert(table), [dict(zip(table.c.keys(), row, strict=True)) for row in sorted(rows)])
