"""What lies below a place or institution, as a tree with the number of incidents at each node."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from incidents.store.query.connect import Reader
from incidents.store.query.sql import chunks, marks, number

_NODES = """SELECT l.id, n.parent_id, l.code, l.name, l.korean, l.kind FROM {0}_closure c JOIN {0} a
    ON a.id = c.ancestor_id JOIN {0} n ON n.id = c.{0}_id JOIN {0}_listing l ON l.id = n.id
    WHERE a.code = ? AND (n.retired = 0 OR n.id = a.id) ORDER BY l.name, l.code"""
_OTHERS = {
    "place": """SELECT parent_id, place_id, kind, since, until FROM place_parent
        WHERE parent_id IN ({}) ORDER BY since, kind""",
    "institution": """SELECT parent_id, institution_id, CASE WHEN until = '' THEN 'second' ELSE 'administrative' END,
        since, until FROM institution_parent WHERE parent_id IN ({}) ORDER BY since""",
}
_HOW = {"usage": "by usage", "second": "also"}
_ALL = "SELECT node, count(*) FROM incident_scope WHERE kind = '{}' AND node IN ({}) GROUP BY node"
_BOTH = """SELECT count(*) FROM incident_scope s JOIN incident_scope t ON t.kind = s.kind AND t.node = ?
    AND t.sort_from = s.sort_from AND t.sort_to = s.sort_to AND t.incident_id = s.incident_id
    WHERE s.kind = ? AND s.node = ?"""


class Node(NamedTuple):
    """A node of the tree, `depth` steps below its root; `why` is empty where it lies there today.

    Else `why` says since when and until when it lay there, or that usage puts it there. `last`: nothing follows it
    below the same parent; `incidents` counts those of the node and everything below it: of what lay there once, those
    that a filter by the parent finds, which are those of that time.
    """

    depth: int
    code: str
    name: str
    korean: str
    kind: str
    why: str
    incidents: int
    last: bool


class _Thing(NamedTuple):
    id: int
    parent: int | None
    code: str
    name: str
    korean: str | None
    kind: str


class _Child(NamedTuple):
    thing: _Thing
    why: str


class _Step(NamedTuple):
    depth: int
    thing: _Thing
    why: str
    last: bool
    above: int = 0
    """The number of the parent in the tree."""


def below(reader: Reader, noun: str, code: str, depth: int | None = None) -> list[Node]:
    """The thing with this code and what is below it, each after its parent, at most `depth` steps down.

    What belonged there earlier, or is only commonly written under it, stands there too, without what is below it.
    """
    things = {row[0]: _Thing(*row) for row in reader.rows(_NODES.format(noun), (code,))}
    root = next(thing for thing in things.values() if thing.code == code)
    children = _children(reader, noun, things)
    found = list(_walked(_Step(0, root, "", last=True), children, depth))
    counts = _counts(reader, noun, found)
    return [
        Node(deep, one.code, one.name, one.korean or "", one.kind, why, counts.get((one.id, above), 0), last)
        for deep, one, why, last, above in found
    ]


def _children(reader: Reader, noun: str, things: Mapping[int, _Thing]) -> dict[int, list[_Child]]:
    found: dict[int, list[_Child]] = defaultdict(list)
    for thing in things.values():
        if thing.parent is not None:
            found[thing.parent].append(_Child(thing, ""))
    for some in chunks(list(things)):
        for parent, own, kind, since, until in reader.rows(_OTHERS[noun].format(marks(some)), some):
            if own in things and things[own].parent != parent:
                found[parent].append(_Child(things[own], _why(kind, since, until)))
    return {parent: _each_once(some) for parent, some in found.items()}


def _each_once(children: Sequence[_Child]) -> list[_Child]:
    """In the order of names; one that lay there twice, or also by usage, stands there once with both reasons."""
    whys: dict[_Thing, list[str]] = defaultdict(list)
    for child in children:
        whys[child.thing].append(child.why)
    order = sorted(whys, key=lambda thing: (thing.name, thing.code))
    return [_Child(thing, "; ".join(filter(None, whys[thing]))) for thing in order]


def _why(kind: str, since: str, until: str) -> str:
    times = " ".join(filter(None, (f"from {since}" * bool(since), f"until {until}" * bool(until))))
    return " ".join(filter(None, (_HOW.get(kind, "" if times else "formerly"), times)))


def _walked(
    step: _Step, children: Mapping[int, Sequence[_Child]], most: int | None, above: Collection[int] = ()
) -> Iterator[_Step]:
    yield step
    if step.why or step.depth == most or step.thing.id in above:
        return
    some = children.get(step.thing.id, ())
    for place, child in enumerate(some, 1):
        lower = _Step(step.depth + 1, *child, last=place == len(some), above=step.thing.id)
        yield from _walked(lower, children, most, {*above, step.thing.id})


def _counts(reader: Reader, noun: str, steps: Sequence[_Step]) -> dict[tuple[int, int], int]:
    """The incidents of each node below its parent in the tree, by both their numbers."""
    whole: dict[int, int] = {}
    for some in chunks(sorted({step.thing.id for step in steps})):
        whole |= {row[0]: int(row[1]) for row in reader.rows(_ALL.format(noun, marks(some)), some)}
    counts = {(step.thing.id, step.above): whole[step.thing.id] for step in steps if step.thing.id in whole}
    for step in steps:
        pair = step.thing.id, step.above
        if step.why and pair in counts:
            counts[pair] = number(reader, _BOTH, (step.above, noun, step.thing.id))
    return counts
