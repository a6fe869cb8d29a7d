"""Matching the patterns of dates over tokens: a memoised descent, so each rule reads each place once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from incidents.extract.time.branches import Branch, Keys
from incidents.extract.time.cutting import glued_script
from incidents.extract.time.entries import Value
from incidents.extract.time.grammar import Glance, Grammar, Window
from incidents.extract.time.node import Argument, Node
from incidents.extract.time.patterns import Item, Sequence
from incidents.extract.time.tokens import Tokens
from incidents.extract.time.vocabulary import Matches

_LEAD = 8
"""Tokens of the longest words that must stand before an expression."""

_ENDINGS = 5
"""Endings that one word carries at most."""

_KEPT = 40
"""Places of which readings are kept at least; an expression is far shorter than what they cover."""

_BEHIND, _WINDOW, _REACH = 16, 48, 12
"""Tokens before and after a place that what is read there can depend on; those of the longest name, and some."""

_NOTHING = Glance("", frozenset(), frozenset(), {}, {}, begins=False)

Arguments = tuple[tuple[str, Argument], ...]
Readings = dict[int, tuple[int, Node]]
"""The index after the last token -> the rank of the sequence and what it means."""
Children = tuple[tuple[str, Branch], ...]


class Goal(NamedTuple):
    """Where a rule is read from, and what was found there so far."""

    start: int
    seen: Readings


@dataclass(slots=True)
class Parser:
    """One text being read; it remembers what each rule found at each place."""

    grammar: Grammar
    tokens: Tokens
    _seen: dict[int, dict[str, Readings]] = field(default_factory=dict)
    _matches: dict[int, Matches] = field(default_factory=dict)
    _names: dict[int, Collection[str]] = field(default_factory=dict)
    _known: dict[int, Keys] = field(default_factory=dict)
    _pairs: dict[int, int] = field(default_factory=dict)
    _far: int = 0
    """The furthest place that was read so far."""

    def matches(self, index: int) -> Matches:
        """The classes of the tokens from `index` on."""
        found = self._matches.get(index)
        if found is None:
            found = self._matches[index] = self.grammar.vocabulary.at(self.tokens, index)
        return found

    def named(self, index: int, name: str) -> Iterable[tuple[int, Value]]:
        """What one class matches from `index` on, with the index after it."""
        return self.matches(index).get(name, ()) if name in self.names(index) else ()

    def names(self, index: int) -> Collection[str]:
        """The names of the classes of the tokens from `index` on."""
        found = self._names.get(index)
        if found is None:
            alone = self.grammar.vocabulary.alone(self.tokens, index)
            found = self._names[index] = alone.names if alone else self.matches(index).keys()
        return found

    def forget(self) -> None:
        """Drops what was read of places that are passed: memory stays flat, and the collector has little to walk."""
        if len(self._seen) > _KEPT:
            self._seen.clear()

    def openings(self) -> list[int]:
        """The tokens that an expression may begin with, at a glance that costs little; `opens` is sure."""
        glances, kinds = self.grammar.glances(self.tokens), self.tokens.kinds
        begins = [one.begins for one in glances]
        glances += (_NOTHING, _NOTHING)
        return [
            index
            for index in compress(range(len(kinds)), begins)
            if self.grammar.goes_on(glances[index], glances[index + 1], glances[index + 2]) and kinds[index] != "inside"
        ]

    def opens(self, index: int) -> bool:
        """Whether an expression can begin at the token, by what it and the next one are."""
        if self.grammar.opens(self._pairs.get(index) or self._pair(index)):
            return True
        if self.grammar.vocabulary.alone(self.tokens, index):
            return False
        return any(
            end > index + 1 and self.grammar.leads(name, self._keys(end))
            for name, found in self.matches(index).items()
            for end, _ in found
        )

    def follows(self, rule: str, index: int) -> bool:
        """Whether what `rule` describes begins at the token: what stands after an expression that lies ahead."""
        if not self._may(rule, index):
            return False
        window = self._window(rule, index)
        known = self.grammar.remembered.get(window)
        length, _ = known or self._remember(window, index, len(self._read(rule, index)), None)
        return length > 0

    def stops(self, index: int) -> bool:
        """Whether an expression can end before the token: what is written onto its last word are endings only."""
        tokens = self.tokens
        for at in range(index, min(index + _ENDINGS, len(tokens))):
            if not (tokens.glued(at) and glued_script(tokens.keys[at])):
                return True
            if "ending" not in self.matches(at):
                return False
        return True

    def longest(self, index: int) -> tuple[int, Node | None]:
        """The end and the node of the longest expression; no node where something to be left alone is as long.

        What was read in the same surroundings is remembered, so that a text that repeats itself is read once.
        """
        window = self._window("", index)
        length, node = self.grammar.remembered.get(window) or self._remember(window, index, *self._longest(index))
        return index + length, node

    def _window(self, rule: str, index: int) -> Window:
        low, high = max(0, index - _BEHIND), min(len(self.tokens), index + _WINDOW)
        return self.tokens.text[self.tokens.starts[low] : self.tokens.ends[high - 1]], index - low, high - index, rule

    def _remember(self, window: Window, index: int, length: int, node: Node | None) -> tuple[int, Node | None]:
        """Keeps what was read at a place, if nothing beyond the window had a part in it."""
        if self._far + _REACH <= index + _WINDOW:
            self.grammar.remember(window, length, node)
        return length, node

    def _longest(self, index: int) -> tuple[int, Node | None]:
        """The number of tokens of the longest, and its node."""
        found = self.parse("expression", index)
        alone = self.parse("none", index)
        end = max((end for end in found if self.stops(end)), default=0)
        passed = max(alone, default=0)
        return (passed - index, None) if passed >= end else (end - index, found[end][1])

    def parse(self, rule: str, index: int) -> Readings:
        """The readings of `rule` from `index` on; none for a rule that the language does not have."""
        here = self._seen.get(index)
        seen = here.get(rule) if here else None
        if seen is not None:
            return seen
        return self._read(rule, index) if self._may(rule, index) else {}

    def _may(self, rule: str, index: int) -> bool:
        """Whether the language has the rule, and it can begin with the token."""
        return rule in self.grammar.rules and self.grammar.may(rule, self._pairs.get(index) or self._pair(index))

    def _read(self, rule: str, index: int) -> Readings:
        """The readings of a rule that can begin with the token."""
        here = self._seen.get(index)
        if here is None:
            here = self._seen[index] = {}
        seen = here.get(rule)
        if seen is None:
            seen = here[rule] = {}
            branch = self.grammar.rules[rule]
            self._walk(branch, index, (), Goal(index, seen))
            for rank, name in self.grammar.passed(branch, self._pairs.get(index) or self._pair(index)):
                for end, (_, node) in self._read(name, index).items():
                    if end not in seen or rank < seen[end][0]:
                        seen[end] = rank, node
        return seen

    def _walk(self, branch: Branch, index: int, arguments: Arguments, goal: Goal) -> None:
        self._far = max(self._far, index)
        for rank, sequence in branch.whole:
            known = goal.seen.get(index)
            if (known is None or rank < known[0]) and self._fits(sequence, goal.start, index):
                goal.seen[index] = rank, _node(sequence, arguments)
        if not branch.index:
            return
        for name, glued, children in self.grammar.ways(branch, self._pairs.get(index) or self._pair(index)):
            if glued and not self.tokens.glued(index):
                continue
            if name:
                self._through(name, children, index, arguments, goal)
                continue
            for _, child in children:
                self._walk(child, index + 1, arguments, goal)

    def _through(self, name: str, children: Children, index: int, arguments: Arguments, goal: Goal) -> None:
        """Goes on from `index` to each branch behind a class or rule, where what follows can go on from there."""
        ways = self.grammar.ways
        for end, argument in self._found(name, index):
            pair = self._pairs.get(end) or self._pair(end)
            for alias, child in children:
                if child.whole or ways(child, pair):
                    self._walk(child, end, (*arguments, (alias, argument)), goal)

    def _found(self, name: str, index: int) -> Iterable[tuple[int, Argument]]:
        """What the class or rule matches from `index` on, with the index after it."""
        if name in self.grammar.rules:
            return [(end, node) for end, (_, node) in self._read(name, index).items()]
        return self.matches(index).get(name, ())

    def _pair(self, index: int) -> int:
        """The number of what the token and the next one are."""
        found = self._pairs[index] = self.grammar.pair(self._keys(index), self._keys(index + 1))
        return found

    def _keys(self, index: int) -> Keys:
        """What the token can be in patterns; nothing behind the last one."""
        found = self._known.get(index)
        if found is None:
            if index >= len(self.tokens.keys):
                return ()
            found = self._known[index] = self.grammar.keys(self.tokens.keys[index], self.names(index))
        return found

    def _fits(self, sequence: Sequence, start: int, end: int) -> bool:
        return all(self._leads(context.item, start) == context.wanted for context in sequence.before) and all(
            self._stands(context.item, end) == context.wanted for context in sequence.after
        )

    def _leads(self, item: Item, start: int) -> bool:
        """Whether `item` stands right before the token; of several words, the last of them."""
        if item.words or item.name in ("end", "mark"):
            return self._stands(item, start - 1)
        if item.name in self.grammar.rules:
            return any(start in self.parse(item.name, index) for index in range(max(0, start - _LEAD), start))
        reach = range(max(0, start - self.grammar.vocabulary.longest(item.name)), start)
        return any(end == start for index in reach for end, _ in self.matches(index).get(item.name, ()))

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
