"""Matching the patterns of dates over tokens: a memoised descent, so each rule reads each place once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from incidents.extract.time import absolute, composed, leaning, named, parts, relative
from incidents.extract.time.branches import Branch, either, followings, grown, keys_of, seconds
from incidents.extract.time.cutting import Cutter, glued_script
from incidents.extract.time.node import Argument, Node
from incidents.extract.time.operations import known
from incidents.extract.time.patterns import Item, Sequence, compiled
from incidents.extract.time.tokens import Tokens
from incidents.extract.time.vocabulary import Matches, Vocabulary
from incidents.lexicon.lexicon import Lexicon

OPERATIONS = (absolute, relative, composed, named, leaning, parts)
"""The modules whose operations the patterns name; importing them makes them known."""

_LEAD = 8
"""Tokens of the longest words that must stand before an expression."""

_ENDINGS = 5
"""Endings that one word carries at most."""

_KEPT = 40
"""Places of which readings are kept at least; an expression is far shorter than what they cover."""

_GLANCES = 20_000
"""Glances kept at most: numbers are without end."""

Arguments = tuple[tuple[str, Argument], ...]
Readings = dict[int, tuple[int, Node]]
"""The index after the last token -> the rank of the sequence and what it means."""


class Glance(NamedTuple):
    """A token before it is looked at closely."""

    could: frozenset[str]
    """Its word, and in angle brackets the classes that it can be or begin."""
    following: frozenset[str] | None
    """What must follow for an expression to begin with it: None anything, empty nothing."""
    longer: Mapping[str, frozenset[str]]
    """Of `could` what only several words are, with the words one of which comes next."""


_NOTHING = Glance(frozenset(), frozenset(), {})


class Grammar:
    """The rules of a language and the words that an expression can begin with."""

    def __init__(self, vocabulary: Vocabulary, sequences: tuple[Sequence, ...]) -> None:
        self.vocabulary = vocabulary
        self.rules = grown(sequences)
        tops = [self.rules[rule] for rule in ("expression", "none") if rule in self.rules]
        self._first = frozenset().union(*(tree.index for tree in tops))
        self._second = seconds(self.rules)
        self._following = followings(self.rules, lambda name: vocabulary.longest(name) > 1)
        self._begun: dict[tuple[str, tuple[str, ...], tuple[str, ...]], bool] = {}
        self._glances: dict[str, Glance] = {}
        self.used = keys_of(self.rules)
        """All words and classes that a pattern has inside."""
        self.cut = Cutter(vocabulary.words | self.used)
        """Divides a run of a script that writes endings onto its words."""
        self._unknown = self._glance("word", "")

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The grammar of the lexicon's language; one without patterns finds nothing.

        Raises:
            ValueError: a pattern that cannot be read or names an operation that is none; says the line.
        """
        sequences = compiled(lexicon.phrases.get("time_patterns", ()), known())
        return cls(lexicon.compiled(Vocabulary.of), sequences)

    def glances(self, tokens: Tokens) -> list[Glance]:
        """What each token can be, and what must follow it for an expression to begin with it; most are kept ready."""
        kept, pairs = self._glances.get, zip(tokens.kinds, tokens.keys, strict=True)
        return [kept(key) or self._made(kind, key) for kind, key in pairs]

    def _made(self, kind: str, key: str) -> Glance:
        if kind in ("word", "inside") and key not in self.used and not self.vocabulary.has(key):
            return self._unknown
        found = self._glance(kind, key)
        if len(self._glances) < _GLANCES:
            self._glances[key] = found
        return found

    def _glance(self, kind: str, key: str) -> Glance:
        classes = {f"<{name}>": words for name, words in self.vocabulary.could(kind, key).items()}
        following = self._second[key] if key in self._first else frozenset[str]()
        for name in classes.keys() & self._first:
            following = either(following, classes[name])
            if "" in classes[name]:
                following = either(following, self._second[name])
        longer = {name: words for name, words in classes.items() if "" not in words}
        return Glance(frozenset((key, *classes)), following, longer)

    def begins(self, rule: str, keys: tuple[str, ...], following: tuple[str, ...]) -> bool:
        """Whether the rule can begin with a token of these keys, the next one having the keys `following`."""
        asked = rule, keys, following
        found = self._begun.get(asked)
        if found is None:
            found = any(self._can(rule, key, following) for key in keys)
            if len(self._begun) < _GLANCES:
                self._begun[asked] = found
        return found

    def _can(self, rule: str, key: str, following: tuple[str, ...]) -> bool:
        found = self._following[rule]
        if key not in found:
            return False
        one = found[key]
        return one is None or one.ends or not one.keys.isdisjoint(following)

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
    _seen: dict[int, dict[str, Readings]] = field(default_factory=dict)
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

    def openings(self) -> list[int]:
        """The tokens that an expression may begin with, at a glance that costs little; `opens` is sure."""
        glances, kinds = self.grammar.glances(self.tokens), self.tokens.kinds
        glances += (_NOTHING, _NOTHING)
        found = [index for index, one in enumerate(glances) if one.following is None or one.following]
        return [index for index in found if kinds[index] != "inside" and _goes_on(*glances[index : index + 3])]

    def opens(self, index: int) -> bool:
        """Whether an expression can begin at the token, by what it and the next one are."""
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
        here = self._seen.get(index)
        if here is None:
            here = self._seen[index] = {}
        seen = here.get(rule)
        if seen is None:
            seen = here[rule] = {}
            if rule in self.grammar.rules and self.grammar.begins(rule, self._at(index), self._at(index + 1)):
                self._walk(self.grammar.rules[rule], index, index, (), seen)
        return seen

    def _at(self, index: int) -> tuple[str, ...]:
        if index >= len(self.tokens.keys):
            return ()
        return self._known.get(index) or self._keys(index)

    def follows(self, rule: str, index: int) -> bool:
        """Whether what `rule` describes begins at the token: what stands after an expression that lies ahead."""
        return rule in self.grammar.rules and bool(self.parse(rule, index))

    def stops(self, index: int) -> bool:
        """Whether an expression can end before the token: what is written onto its last word are endings only."""
        tokens = self.tokens
        for at in range(index, min(index + _ENDINGS, len(tokens))):
            if not (tokens.glued(at) and glued_script(tokens.keys[at])):
                return True
            if "ending" not in self.matches(at):
                return False
        return True

    def _walk(self, branch: Branch, start: int, index: int, arguments: Arguments, seen: Readings) -> None:
        for rank, sequence in branch.whole:
            known = seen.get(index)
            if (known is None or rank < known[0]) and self._fits(sequence, start, index):
                seen[index] = rank, _node(sequence, arguments)
        if not branch.index or index >= len(self.tokens.keys):
            return
        for item, child in branch.ways(self._known.get(index) or self._keys(index)):
            if item.glued and not self.tokens.glued(index):
                continue
            if item.words:
                self._walk(child, start, index + 1, arguments, seen)
                continue
            for end, argument in self._item(item, index):
                if child.whole or self._leads_on(child, end):
                    self._walk(child, start, end, (*arguments, (item.alias, argument)), seen)

    def _leads_on(self, branch: Branch, index: int) -> bool:
        """Whether the token can go on from `branch`: a look that spares many walks."""
        if index >= len(self.tokens.keys):
            return False
        return bool(branch.ways(self._known.get(index) or self._keys(index)))

    def _item(self, item: Item, index: int) -> list[tuple[int, Argument]]:
        """What `item` matches from `index` on, with the index after it."""
        if item.name in self.grammar.rules:
            return [(end, node) for end, (_, node) in self.parse(item.name, index).items()]
        found: list[tuple[int, Argument]] = list(self.matches(index).get(item.name, ()))
        return found

    def _fits(self, sequence: Sequence, start: int, end: int) -> bool:
        return all(self._leads(context.item, start) == context.wanted for context in sequence.before) and all(
            self._stands(context.item, end) == context.wanted for context in sequence.after
        )

    def _leads(self, item: Item, start: int) -> bool:
        """Whether `item` stands right before the token; of several words, the last of them."""
        if item.words or item.name in ("end", "mark"):
            return self._stands(item, start - 1)
        reach = _LEAD if item.name in self.grammar.rules else self.grammar.vocabulary.longest(item.name)
        places = range(max(0, start - reach), start)
        return any(end == start for index in places for end, _ in self._item(item, index))

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


def _goes_on(one: Glance, other: Glance, third: Glance) -> bool:
    """Whether an expression that begins with `one` can go on with the others, as far as these tell."""
    following, could = one.following, other.could
    if following is None or following.isdisjoint(could):
        return following is None
    longer = other.longer
    return not longer or any(
        name not in longer or not longer[name].isdisjoint(third.could) for name in following & could
    )
