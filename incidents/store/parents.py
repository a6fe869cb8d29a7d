"""Parents that nothing of ours writes: rings of them, and parents and names of what is not there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import sqlalchemy as sa

from incidents.store.tables import table_of

Edges = Mapping[int, list[int]]
"""Of a node the nodes right above it, by whatever kind of parent."""
_LISTED = 20
_ANY = {"place": "a place", "institution": "an institution"}


def wrong(connection: sa.Connection, noun: str) -> list[str]:
    """A sentence for each ring of parents, and for each parent or name that belongs to nothing; the first ones."""
    rows = table_of(noun)
    codes = {row.id: str(row.code) for row in connection.execute(sa.select(rows.c.id, rows.c.code))}
    edges = _edges(connection, noun)
    found = [_told(noun, [codes[node] for node in ring]) for ring in rings(edges) if all(one in codes for one in ring)]
    found += _lost(noun, edges, codes)
    names = table_of(f"{noun}_name")
    query = sa.select(names.c.name, names.c[f"{noun}_id"]).order_by(names.c.id)
    found += (
        f"the name {name!r} is of {_ANY[noun]} that is not there"
        for name, of in connection.execute(query)
        if of not in codes
    )
    return found[:_LISTED]


def _told(noun: str, ring: list[str]) -> str:
    return f"the {noun} {ring[0]} lies in itself, by way of {', '.join(ring[1:]) or 'nothing else'}"


def _edges(connection: sa.Connection, noun: str) -> Edges:
    rows, more = table_of(noun), table_of(f"{noun}_parent")
    edges: dict[int, list[int]] = defaultdict(list)
    query = sa.select(rows.c.id, rows.c.parent_id).where(rows.c.parent_id.is_not(None))
    further = sa.select(more.c[f"{noun}_id"], more.c.parent_id)
    for node, above in (*connection.execute(query), *connection.execute(further)):
        edges[node].append(above)
    return edges


def _lost(noun: str, edges: Edges, codes: Mapping[int, str]) -> Iterator[str]:
    for node in sorted(edges):
        if node not in codes:
            yield f"a parent is of {_ANY[noun]} that is not there"
        elif any(above not in codes for above in edges[node]):
            yield f"the {noun} {codes[node]} has a parent that is not there"


def rings(edges: Edges) -> Iterator[list[int]]:
    """Each ring of parents once, as the nodes on the way from one of them back to it; a node is gone through once."""
    done: set[int] = set()
    for start in sorted(edges):
        way: list[int] = []
        waiting = [(start, 0)]
        while waiting:
            node, depth = waiting.pop()
            del way[depth:]
            if node in way:
                yield way[way.index(node) :]
            elif node not in done:
                done.add(node)
                way.append(node)
                waiting += [(above, depth + 1) for above in edges.get(node, ())]
