"""Matching the patterns of dates over tokens: a memoised descent, so each rule reads each place once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from incidents.errors import BadInput
from incidents.extract.time.node import Argument, Node
from incidents.extract.time.patterns import Context, Item, Sequence, compiled
from incidents.extract.time.tokens import Tokens
from incidents.extract.time.vocabulary import Matches, Vocabulary
from incidents.lexicon.lexicon import Lexicon

Arguments = tuple[tuple[str, Argument], ...]
_NOTHING: Matches = {}


class Grammar:
    """The rules of a language with, for each, the sequences that can begin with a word or class."""

    def __init__(self, vocabulary: Vocabulary, sequences: tuple[Sequence, ...]) -> None:
        self.vocabulary = vocabulary
        self.rules: dict[str, list[Sequence]] = defaultdict(list)
        for sequence in sequences:
            self.rules[sequence.rule].append(sequence)
        self._first: dict[str, frozenset[str]] = {}
        self.starts = {rule: self._index(rule) for rule in self.rules}
        self.openers = self._openers()

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The grammar of the lexicon's language; one without patterns finds nothing."""
        return cls(lexicon.compiled(Vocabulary.of), compiled(lexicon.phrases.get("time_patterns", ())))

    def _index(self, rule: str) -> dict[str, list[Sequence]]:
        index: dict[str, list[Sequence]] = defaultdict(list)
        for sequence in self.rules[rule]:
            for key in self._keys(sequence.items[0], (rule,)):
                index[key].append(sequence)
        return index

    def _keys(self, item: Item, above: tuple[str, ...]) -> frozenset[str]:
        """What `item` can begin with: words as they are, classes in angle brackets."""
        if item.words:
            return item.words
        if item.name not in self.rules:
            return frozenset((f"<{item.name}>",))
        if item.name in above:
            raise BadInput(f"time_patterns.csv: the rule {item.name} begins with itself.")
        if item.name not in self._first:
            parts = (self._keys(s.items[0], (*above, item.name)) for s in self.rules[item.name])
            self._first[item.name] = frozenset().union(*parts)
        return self._first[item.name]

    def _openers(self) -> frozenset[str]:
        tops = (self.starts.get(rule, {}) for rule in ("expression", "none"))
        return frozenset().union(*tops)


@dataclass(slots=True)
class Parser:
    """One text being read; it remembers what each rule found at each place."""

    grammar: Grammar
    tokens: Tokens
    _seen: dict[tuple[str, int], dict[int, Node]]
    _matches: dict[int, Matches]

    @classmethod
    def over(cls, grammar: Grammar, tokens: Tokens) -> Self:
        """A parser that has read nothing yet."""
        return cls(grammar, tokens, {}, {})

    def matches(self, index: int) -> Matches:
        """The classes of the tokens from `index` on."""
        if index not in self._matches:
            self._matches[index] = self.grammar.vocabulary.at(self.tokens, index)
        return self._matches[index]

    def parse(self, rule: str, index: int) -> dict[int, Node]:
        """The readings of `rule` from `index` on by the index after their last token."""
        seen = self._seen.get((rule, index))
        if seen is None:
            seen = self._seen[rule, index] = {}
            for sequence in self._candidates(rule, index):
                for end, arguments in self._walk(sequence.items, 0, index):
                    if end not in seen and self._fits(sequence, index, end):
                        seen[end] = _node(sequence, arguments)
        return seen

    def _candidates(self, rule: str, index: int) -> list[Sequence]:
        starts = self.grammar.starts[rule]
        found = list(starts.get(self.tokens.keys[index], ()))
        for name in self.matches(index):
            found.extend(starts.get(f"<{name}>", ()))
        return found

    def _walk(self, items: tuple[Item, ...], k: int, index: int) -> Iterator[tuple[int, Arguments]]:
        if k == len(items):
            yield index, ()
            return
        if index >= len(self.tokens) or (items[k].glued and not self.tokens.glued(index)):
            return
        for end, argument in self._item(items[k], index):
            for last, rest in self._walk(items, k + 1, end):
                yield last, (*((argument,) if argument else ()), *rest)

    def _item(self, item: Item, index: int) -> Iterator[tuple[int, tuple[str, Argument] | None]]:
        if item.words:
            if self.tokens.keys[index] in item.words:
                yield index + 1, None
        elif item.name in self.grammar.rules:
            for end, node in self.parse(item.name, index).items():
                yield end, (item.alias, node)
        elif item.name == "lower":
            if self.tokens.kinds[index] == "word" and not self.tokens.capital(index):
                yield index + 1, None
        else:
            for end, value in self.matches(index).get(item.name, ()):
                yield end, (item.alias, value)

    def _fits(self, sequence: Sequence, start: int, end: int) -> bool:
        return all(self._beside(context, start - 1) for context in sequence.before) and all(
            self._beside(context, end) for context in sequence.after
        )

    def _beside(self, context: Context, index: int) -> bool:
        return self._stands(context.item, index) == context.wanted

    def _stands(self, item: Item, index: int) -> bool:
        if item.name == "end":
            return self.grammar.vocabulary.ends(self.tokens, index)
        if not 0 <= index < len(self.tokens):
            return False
        if item.name in self.grammar.rules:
            return bool(self.parse(item.name, index))
        return self.tokens.keys[index] in item.words or item.name in self.matches(index)


def _node(sequence: Sequence, arguments: Arguments) -> Node:
    nodes = [value for _, value in arguments if isinstance(value, Node)]
    if not sequence.operation and nodes:
        return next((node for node in nodes if node.operation not in ("", "clock")), nodes[0])
    return Node(sequence.operation, {**dict(arguments), **sequence.constants})
