"""The sequences of each rule as a tree of shared beginnings, so that a place is read once for all that begin alike."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from incidents.extract.time.patterns import Item, Sequence

Edge = tuple[Item, "Branch"]
Keys = tuple[str, ...]
"""What a token is in patterns: its word, and its classes in angle brackets, as far as any pattern has them."""


class Way(NamedTuple):
    """Edges with one class or rule, or with words (no name); the branch that each leads to, by the alias."""

    name: str
    glued: bool
    children: tuple[tuple[str, "Branch"], ...]


@dataclass(slots=True, eq=False)
class Branch:
    """What can follow here: edges by the key of the token they can begin with, and the sequences that are whole."""

    edges: dict[Item, "Branch"] = field(default_factory=dict)
    index: dict[str, list[Edge]] = field(default_factory=dict)
    whole: list[tuple[int, Sequence]] = field(default_factory=list)
    """With their rank: of two readings of the same words the one that stands first in the seeds holds."""
    same: list[tuple[int, str]] = field(default_factory=list)
    """Of the first branch of a rule: rules whose every reading is one of it too, with the rank of the sequence."""
    ways: dict[int, tuple[Way, ...]] = field(default_factory=dict)
    """What `taken` gave, by the number that a grammar gives to a pair of tokens."""
    passed: dict[int, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """Those of `same` that can begin with that pair."""

    def taken(self, keys: Keys, may: Callable[[Edge], bool]) -> tuple[Way, ...]:
        """The ways on that a token with these keys can take, of edges that `may` be taken."""
        edges = {id(edge): edge for key in keys for edge in self.index.get(key, ())}
        found: dict[tuple[str, bool], list[tuple[str, Branch]]] = defaultdict(list)
        for item, child in filter(may, edges.values()):
            found[item.name, item.glued].append((item.alias, child))
        return tuple(Way(name, glued, tuple(children)) for (name, glued), children in found.items())

    def grow(self, rank: int, sequence: Sequence) -> None:
        """Adds a sequence."""
        branch = self
        for item in sequence.items:
            branch = branch.edges.get(item) or branch.edges.setdefault(item, Branch())
        branch.whole.append((rank, sequence))

    def part(self, rules: Collection[str]) -> None:
        """Takes the edges that do no more than name another rule out of the ways: their readings are passed on."""
        for item, child in self.edges.items():
            if item.name in rules and not item.glued:
                named = [(rank, item.name) for rank, sequence in child.whole if _only_names(sequence)]
                self.same += named
                child.whole[:] = [pair for pair in child.whole if not _only_names(pair[1])]
        for edges in self.index.values():
            edges[:] = [(item, child) for item, child in edges if child.whole or child.edges]


def _only_names(sequence: Sequence) -> bool:
    return not (sequence.operation or sequence.before or sequence.after)


def grown(sequences: Iterable[Sequence]) -> dict[str, Branch]:
    """The tree of each rule.

    Raises:
        ValueError: a rule begins with itself.
    """
    trees: dict[str, Branch] = defaultdict(Branch)
    for rank, sequence in enumerate(sequences):
        trees[sequence.rule].grow(rank, sequence)
    first: dict[str, frozenset[str]] = {}
    for tree in list(trees.values()):
        _index(tree, trees, first)
    return dict(trees)


def _index(branch: Branch, trees: dict[str, Branch], first: dict[str, frozenset[str]]) -> None:
    for item, child in branch.edges.items():
        edge = item, child
        for key in _keys(item, trees, first, ()):
            branch.index.setdefault(key, []).append(edge)
        _index(child, trees, first)


def _keys(
    item: Item, trees: dict[str, Branch], first: dict[str, frozenset[str]], above: tuple[str, ...]
) -> frozenset[str]:
    """What `item` can begin with: words as they are, classes in angle brackets."""
    if item.words:
        return item.words
    if item.name not in trees:
        return frozenset((f"<{item.name}>",))
    if item.name in above:
        raise ValueError(f"time_patterns.csv: the rule {item.name} begins with itself.")
    if item.name not in first:
        parts = (_keys(edge, trees, first, (*above, item.name)) for edge in trees[item.name].edges)
        first[item.name] = frozenset().union(*parts)
    return first[item.name]


def seconds(trees: dict[str, Branch]) -> dict[str, frozenset[str] | None]:
    """For each word or class that a sequence begins with, what can follow it there; None: anything.

    Every expression begins with the first item of some sequence, so this one look ahead holds for all.
    """
    found: dict[str, frozenset[str] | None] = {}
    for tree in trees.values():
        for item, child in tree.edges.items():
            if item.name not in trees:
                for key in item.words or (f"<{item.name}>",):
                    found[key] = either(found.get(key, frozenset()), None if child.whole else frozenset(child.index))
    return found


class Following(NamedTuple):
    """What can stand after the first token of a rule, and whether the rule can end with that token."""

    keys: frozenset[str]
    ends: bool


Followings = dict[str, Following | None]
"""By the word or class that a rule begins with; None: anything, for the class is of several tokens."""


def followings(trees: dict[str, Branch], several: Callable[[str], bool]) -> dict[str, Followings]:
    """For each rule what can follow its first token; `several` says whether a class can be of more than one."""
    found: dict[str, Followings] = {}
    for rule in trees:
        _followings(rule, trees, several, found)
    return found


def _followings(
    rule: str, trees: dict[str, Branch], several: Callable[[str], bool], found: dict[str, Followings]
) -> Followings:
    if rule not in found:
        made: Followings = {}
        for item, child in trees[rule].edges.items():
            if item.name in trees:
                inner = _followings(item.name, trees, several, found)
                pairs = [(key, _then(one, child)) for key, one in inner.items()]
            else:
                after = None if several(item.name) else Following(frozenset(child.index), bool(child.whole))
                pairs = [(key, after) for key in item.words or (f"<{item.name}>",)]
            for key, one in pairs:
                made[key] = _both(made[key], one) if key in made else one
        found[rule] = made
    return found[rule]


def _then(one: Following | None, child: Branch) -> Following | None:
    """What follows where `child` goes on from the end of a part."""
    if one is None or not one.ends:
        return one
    return Following(one.keys | frozenset(child.index), bool(child.whole))


def _both(one: Following | None, other: Following | None) -> Following | None:
    return None if one is None or other is None else Following(one.keys | other.keys, one.ends or other.ends)


def keys_of(trees: dict[str, Branch]) -> frozenset[str]:
    """All words and classes that stand anywhere in the trees."""
    found, waiting = set[str](), list(trees.values())
    while waiting:
        branch = waiting.pop()
        found.update(branch.index)
        waiting.extend(branch.edges.values())
    return frozenset(found)


def either(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """What one or the other allows; None: anything."""
    return None if one is None or other is None else one | other
