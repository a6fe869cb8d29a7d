"""The rules of a language as trees, and what words can begin an expression: looked up, not worked out, in each text."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple, Self

from incidents.extract.time import absolute, composed, leaning, named, parts, relative, several
from incidents.extract.time.branches import Branch, Edge, Keys, Way, either, followings, grown, keys_of, seconds
from incidents.extract.time.cutting import Cutter
from incidents.extract.time.entries import Ahead, joined
from incidents.extract.time.node import Node
from incidents.extract.time.operations import known
from incidents.extract.time.patterns import Sequence, compiled
from incidents.extract.time.tokens import WORDS, Tokens, kind_of
from incidents.extract.time.vocabulary import Vocabulary
from incidents.lexicon.lexicon import Lexicon

OPERATIONS = (absolute, relative, composed, named, leaning, parts, several)
"""The modules whose operations the patterns name; importing them makes them known."""

_GLANCES = 20_000
"""Glances, and what words are in patterns, kept at most: numbers are without end."""


_WINDOWS = 2_000
"""Windows kept at most."""

Window = tuple[str, int, int, str]
"""A piece of text, how many tokens of it stand before and after the place that is read, and what is looked for there:
a rule, or the longest expression (no name)."""


class Glance(NamedTuple):
    """A token before it is looked at closely."""

    key: str
    could: frozenset[str]
    """Its word, and in angle brackets the classes that it can be or begin."""
    following: frozenset[str] | None
    """What must follow for an expression to begin with it alone: None anything, empty nothing."""
    words: Ahead
    """The words that can follow where an expression begins with several of them as one."""
    longer: Mapping[str, Ahead]
    """Of `could` what only several words are."""
    begins: bool
    """Whether an expression can begin with it at all."""

    def goes_on(self, other: "Glance") -> bool | None:
        """Whether an expression that begins with this token can go on with the other; None if the third one tells."""
        if self.following is None:
            return True
        after = self.words.get(other.key)
        if after is not None:
            return True if "" in after else None
        if self.following.isdisjoint(other.could):
            return False
        return None if other.longer else True

    def goes_far(self, other: "Glance", third: "Glance") -> bool:
        """Whether it can go on with the other two, as far as these tell."""
        if third.key in self.words.get(other.key, ()):
            return True
        shared = (self.following or frozenset()) & other.could
        return any(name not in other.longer or not third.could.isdisjoint(other.longer[name]) for name in shared)


class _Glances(dict[str, Glance]):
    """By the key of a token; most words come again, so they are kept."""

    def __init__(self, made: Callable[[str], Glance]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, key: str) -> Glance:
        if len(self) >= _GLANCES:
            self.clear()
        found = self[key] = self._made(key)
        return found


class Grammar:
    """The rules of a language and the words that an expression can begin with."""

    def __init__(self, vocabulary: Vocabulary, sequences: tuple[Sequence, ...]) -> None:
        self.vocabulary = vocabulary
        self.rules = grown(sequences)
        tops = [self.rules[rule] for rule in ("expression", "none") if rule in self.rules]
        self._first = frozenset().union(*(tree.index for tree in tops))
        self._second = seconds(self.rules)
        self._following = followings(self.rules, lambda name: vocabulary.longest(name) > 1)
        self._begun: dict[tuple[str, Keys, Keys], bool] = {}
        self._may_begin: dict[tuple[str, int], bool] = {}
        self._pairs: dict[tuple[Keys, Keys], int] = {}
        self._paired: dict[int, tuple[Keys, Keys]] = {}
        self._opening: dict[int, bool] = {}
        self._glances = _Glances(self._at_a_glance)
        self._alike: dict[tuple[str, ...], Glance] = {}
        """Those of numbers and signs that no pattern names, by their kind and classes: numbers are without end."""
        self._glanced: dict[tuple[str, str], bool | None] = {}
        self._keys: dict[tuple[str, ...], Keys] = {}
        self.remembered: dict[Window, tuple[int, Node | None]] = {}
        """What was read in a window: how many tokens the longest expression has and what it means; of a rule, how many
        readings."""
        self.used = keys_of(self.rules)
        """All words and classes that a pattern has inside."""
        self.cut = Cutter(vocabulary.words | self.used)
        """Divides a run of a script that writes endings onto its words."""
        self._unknown = self._glance("word", "")
        for tree in self.rules.values():
            tree.part(self.rules)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The grammar of the lexicon's language; one without patterns finds nothing.

        Raises:
            ValueError: a pattern that cannot be read or names an operation that is none; says the line.
        """
        sequences = compiled(lexicon.phrases.get("time_patterns", ()), known())
        return cls(lexicon.compiled(Vocabulary.of), sequences)

    def glances(self, tokens: Tokens) -> list[Glance]:
        """What each token can be, and what must follow it for an expression to begin with it."""
        return [*map(self._glances.__getitem__, tokens.keys)]

    def goes_on(self, one: Glance, other: Glance, third: Glance) -> bool:
        """Whether an expression can begin with the first of three tokens and go on with the others."""
        pair = one.key, other.key
        if pair not in self._glanced:
            if len(self._glanced) >= _GLANCES:
                self._glanced.clear()
            self._glanced[pair] = one.goes_on(other)
        found = self._glanced[pair]
        return one.goes_far(other, third) if found is None else found

    def _at_a_glance(self, key: str) -> Glance:
        kind = kind_of(key)
        if key in self.used or self.vocabulary.has(key):
            return self._glance(kind, key)
        if kind in WORDS:
            return self._unknown
        alike = kind, *self.vocabulary.could(kind, key)
        if alike not in self._alike:
            self._alike[alike] = self._glance(kind, key)
        return self._alike[alike]

    def _glance(self, kind: str, key: str) -> Glance:
        classes = {f"<{name}>": words for name, words in self.vocabulary.could(kind, key).items()}
        following = self._second[key] if key in self._first else frozenset[str]()
        words: Ahead = {}
        for name in classes.keys() & self._first:
            words = joined(words, classes[name])
            if "" in classes[name]:
                following = either(following, self._second[name])
        longer = {name: after for name, after in classes.items() if "" not in after}
        words = {word: after for word, after in words.items() if word}
        begins = following is None or bool(following) or bool(words)
        return Glance(key, frozenset((key, *classes)), following, words, longer, begins=begins)

    def remember(self, window: Window, length: int, node: Node | None) -> None:
        """Keeps what was read in a window; all is forgotten when it becomes too much."""
        if len(self.remembered) >= _WINDOWS:
            self.remembered.clear()
        self.remembered[window] = length, node

    def pair(self, keys: Keys, following: Keys) -> int:
        """The number, from 1 on, of what a token and the next one are; they are those of few words."""
        found = self._pairs.get((keys, following))
        if found is None:
            found = self._pairs[keys, following] = len(self._pairs) + 1
            self._paired[found] = keys, following
        return found

    def ways(self, branch: Branch, pair: int) -> tuple[Way, ...]:
        """The ways on from a branch that a token can take, as far as it and the next one tell."""
        found = branch.ways.get(pair)
        if found is None:
            keys, following = self._paired[pair]
            found = branch.ways[pair] = branch.taken(keys, lambda edge: self._may(edge, keys, following))
        return found

    def passed(self, branch: Branch, pair: int) -> tuple[tuple[int, str], ...]:
        """The rules whose readings are passed on to that of the branch, as far as the two tokens can begin them."""
        found = branch.passed.get(pair)
        if found is None:
            keys, following = self._paired[pair]
            fitting = [(rank, name) for rank, name in branch.same if self.begins(name, keys, following)]
            found = branch.passed[pair] = tuple(fitting)
        return found

    def _may(self, edge: Edge, keys: Keys, following: Keys) -> bool:
        item, child = edge
        if item.name in self.rules:
            return self.begins(item.name, keys, following)
        if not item.words and self.vocabulary.longest(item.name) > 1:
            return True
        return bool(child.whole) or not child.index.keys().isdisjoint(following)

    def begins(self, rule: str, keys: Keys, following: Keys) -> bool:
        """Whether the rule can begin with a token of these keys, the next one having the keys `following`."""
        asked = rule, keys, following
        found = self._begun.get(asked)
        if found is None:
            found = self._begun[asked] = any(self._can(rule, key, following) for key in keys)
        return found

    def may(self, rule: str, pair: int) -> bool:
        """Whether the rule can begin with the first of two tokens, the second one following."""
        asked = rule, pair
        found = self._may_begin.get(asked)
        if found is None:
            found = self._may_begin[asked] = self.begins(rule, *self._paired[pair])
        return found

    def _can(self, rule: str, key: str, following: Keys) -> bool:
        found = self._following[rule]
        if key not in found:
            return False
        one = found[key]
        return one is None or one.ends or not one.keys.isdisjoint(following)

    def keys(self, key: str, names: Collection[str]) -> Keys:
        """What a token with these classes is in patterns; kept, for words come again."""
        asked = key, *names
        found = self._keys.get(asked)
        if found is None:
            if len(self._keys) >= _GLANCES:
                self._keys.clear()
            found = self._keys[asked] = tuple(
                one for one in (key, *(f"<{name}>" for name in names)) if one in self.used
            )
        return found

    def leads(self, name: str, following: Keys) -> bool:
        """Whether an expression can begin with a class of several words and go on with that token."""
        return self._goes_on(f"<{name}>", following)

    def opens(self, pair: int) -> bool:
        """Whether an expression can begin with the first of two tokens and go on with the second, or end before it."""
        found = self._opening.get(pair)
        if found is None:
            keys, following = self._paired[pair]
            found = self._opening[pair] = any(self._goes_on(key, following) for key in keys)
        return found

    def _goes_on(self, key: str, following: Keys) -> bool:
        if key not in self._first:
            return False
        second = self._second[key]
        return second is None or not second.isdisjoint(following)
