"""Matching the patterns of dates over tokens: a memoised descent, so each rule reads each place once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from incidents.extract.time import absolute, composed, relative
from incidents.extract.time.branches import Branch, Edge, grown, keys_of, seconds
from incidents.extract.time.node import Argument, Node
from incidents.extract.time.operations import known
from incidents.extract.time.patterns import Context, Item, Sequence, compiled
from incidents.extract.time.tokens import Tokens
from incidents.extract.time.vocabulary import NUMERIC, Matches, Vocabulary
from incidents.lexicon.lexicon import Lexicon

OPERATIONS = (absolute, relative, composed)
"""The modules whose operations the patterns name; importing them makes them known."""

_KEPT = 500
"""Readings kept at least; an expression is far shorter than what they cover."""

Arguments = tuple[tuple[str, Argument], ...]
Readings = dict[int, tuple[int, Node]]
"""The index after the last token -> the rank of the sequence and what it means."""


class Grammar:
    """The rules of a language and the words that an expression can begin with."""

    def __init__(self, vocabulary: Vocabulary, sequences: tuple[Sequence, ...]) -> None:
        self.vocabulary = vocabulary
        self.rules = grown(sequences)
        tops = [self.rules[rule] for rule in ("expression", "none") if rule in self.rules]
        self._first = frozenset().union(*(tree.index for tree in tops))
        self._words = frozenset(key for key in self._first if not key.startswith("<"))
        self._classes = frozenset(key[1:-1] for key in self._first - self._words)
        self._second = seconds(self.rules)
        self.used = keys_of(self.rules)
        """All words and classes that a pattern has inside."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The grammar of the lexicon's language; one without patterns finds nothing.

        Raises:
            ValueError: a pattern that cannot be read or names an operation that is none; says the line.
        """
        sequences = compiled(lexicon.phrases.get("time_patterns", ()), known())
        return cls(lexicon.compiled(Vocabulary.of), sequences)

    def may_open(self, tokens: Tokens, index: int) -> bool:
        """Whether the token is of a kind that an expression can begin with; a quick look."""
        key = tokens.keys[index]
        if tokens.kinds[index] == "inside":
            return False
        return key in self._words or tokens.kinds[index] in NUMERIC or self.vocabulary.begins(key, self._classes)

    def goes_on(self, key: str, following: frozenset[str]) -> bool:
        """Whether an expression that begins with `key` (a word or class) can go on with one of `following`, or end."""
        if key not in self._first:
            return False
        second = self._second[key]
        return second is None or not second.isdisjoint(following)


@dataclass(slots=True)
class Parser:
    """One text being read; it remembers what each rule found at each place."""

    grammar: Grammar
    tokens: Tokens
    _seen: dict[tuple[str, int], Readings] = field(default_factory=dict)
    _matches: dict[int, Matches] = field(default_factory=dict)
    _known: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def matches(self, index: int) -> Matches:
        """The classes of the tokens from `index` on."""
        found = self._matches.get(index)
        if found is None:
            found = self._matches[index] = self.grammar.vocabulary.at(self.tokens, index)
        return found

    def forget(self) -> None:
        """Drops what was read of places that are passed: memory stays flat, and the collector has little to walk."""
        if len(self._seen) > _KEPT:
            self._seen.clear()

    def opens(self, index: int) -> bool:
        """Whether an expression can begin at the token, by what it and the next one are."""
        if not self.grammar.may_open(self.tokens, index):
            return False
        following = frozenset(self._keys(index + 1)) if index + 1 < len(self.tokens.keys) else frozenset()
        if self.grammar.goes_on(self.tokens.keys[index], following):
            return True
        return any(
            self.grammar.goes_on(f"<{name}>", following) or any(end > index + 1 for end, _ in found)
            for name, found in self.matches(index).items()
        )

    def _keys(self, index: int) -> tuple[str, ...]:
        """What the token can be in patterns: its word, and its classes in angle brackets."""
        found = self._known.get(index)
        if found is None:
            used = self.grammar.used
            keys = (self.tokens.keys[index], *(f"<{name}>" for name in self.matches(index)))
            found = self._known[index] = tuple(key for key in keys if key in used)
        return found

    def parse(self, rule: str, index: int) -> Readings:
        """The readings of `rule` from `index` on."""
        seen = self._seen.get((rule, index))
        if seen is None:
            seen = self._seen[rule, index] = {}
            if rule in self.grammar.rules:
                self._walk(self.grammar.rules[rule], index, index, (), seen)
        return seen

    def _walk(self, branch: Branch, start: int, index: int, arguments: Arguments, seen: Readings) -> None:
        for rank, sequence in branch.whole:
            known = seen.get(index)
            if (known is None or rank < known[0]) and self._fits(sequence, start, index):
                seen[index] = rank, _node(sequence, arguments)
        if not branch.index or index >= len(self.tokens.keys):
            return
        for item, child in self._edges(branch, index):
            if item.words:
                self._walk(child, start, index + 1, arguments, seen)
                continue
            for end, argument in self._item(item, index):
                self._walk(child, start, end, (*arguments, (item.alias, argument)), seen)

    def _edges(self, branch: Branch, index: int) -> Iterable[Edge]:
        """The ways on from `branch` that the token can be the beginning of, each once."""
        edges = branch.ways(self._keys(index))
        if any(item.glued for item, _ in edges) and not self.tokens.glued(index):
            return [edge for edge in edges if not edge[0].glued]
        return edges

    def _item(self, item: Item, index: int) -> list[tuple[int, Argument]]:
        """What `item` matches from `index` on, with the index after it."""
        if item.name in self.grammar.rules:
            return [(end, node) for end, (_, node) in self.parse(item.name, index).items()]
        found: list[tuple[int, Argument]] = list(self.matches(index).get(item.name, ()))
        return found

    def _fits(self, sequence: Sequence, start: int, end: int) -> bool:
        return all(self._beside(context, start - 1) for context in sequence.before) and all(
            self._beside(context, end) for context in sequence.after
        )

    def _beside(self, context: Context, index: int) -> bool:
        return self._stands(context.item, index) == context.wanted

    def _stands(self, item: Item, index: int) -> bool:
        if item.name in ("end", "mark"):
            return self.grammar.vocabulary.ends(self.tokens, index, marked=item.name == "mark")
        if not 0 <= index < len(self.tokens):
            return False
        if item.name in self.grammar.rules:
            return bool(self.parse(item.name, index))
        return self.tokens.keys[index] in item.words or item.name in self.matches(index)


def _node(sequence: Sequence, arguments: Arguments) -> Node:
    nodes = [value for _, value in arguments if isinstance(value, Node)]
    if not sequence.operation and nodes:
        return next((node for node in nodes if node.operation), nodes[0])
    return Node(sequence.operation, {**dict(arguments), **sequence.constants})
