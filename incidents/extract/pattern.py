"""The pattern language of the phrase tables, and matching it in one pass over a sentence.

A pattern is words with spaces between. `hold:v` is any form of a verb (`:pp` its participle, `:ed` past or participle,
`:ing`, `:base`), `leaflet:n` a noun in singular or plural, a plain word itself; `a|b` either; `<people>` any word of
that class (`classes.csv`); `#` a number; a trailing `?` makes an element optional; `~` lets up to 3 words stand
between, `~6` up to 6, of marks only the comma before "which". The head is the first verb, else the first noun, else the
first word.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from incidents.extract.inflect import Irregular, noun_forms, verb_forms
from incidents.extract.words import Word

Forms = Mapping[str, frozenset[str]]
Classes = Mapping[str, frozenset[str]]

_NUMBER = "#"
_APPOSITION = 7
_NARROW = {"pp": {"pp"}, "ed": {"past", "pp"}, "ing": {"ing"}, "base": {"base", "s"}}


class Element(NamedTuple):
    """One element: its forms with what each can be, and how many words may stand before it."""

    forms: Forms
    optional: bool = False
    gap: int = 0
    tags: frozenset[str] = frozenset()
    """What any of the forms can be."""

    def reads(self, word: Word) -> bool:
        """Whether the word is one of the forms."""
        return word.key in self.forms or (_NUMBER in self.forms and word.key[:1].isdigit())


class Pattern(NamedTuple):
    """A compiled pattern; `head` is the index of its head among the elements."""

    elements: tuple[Element, ...]
    head: int


class Match(NamedTuple):
    """Where a pattern stood: indexes of the first word, the one after the last, and the head; what the head can be."""

    row: int
    start: int
    end: int
    head: int
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a pattern may name: classes of words and irregular forms."""

    classes: Classes
    irregular: Irregular
    _known: dict[str, Forms] = field(default_factory=dict, compare=False, repr=False)
    _elements: dict[tuple[str, int], Element] = field(default_factory=dict, compare=False, repr=False)

    def compile(self, text: str) -> Pattern:
        """The pattern that `text` writes.

        Raises:
            ValueError: it names a class that is not there, or has no words.
        """
        elements: list[Element] = []
        gap = 0
        for part in text.split():
            if part.startswith("~"):
                gap = int(part[1:] or 3)
                continue
            elements.append(self._element(part, gap))
            gap = 0
        if not elements or elements[0].optional:
            raise ValueError(f"the pattern {text!r} does not begin with a word")
        return Pattern(tuple(elements), _head(elements))

    def _element(self, part: str, gap: int) -> Element:
        """Made once: the patterns of a language are written with the same elements, over and over."""
        known = self._elements.get((part, gap))
        if known is None:
            forms = self._forms(part.removesuffix("?"))
            known = Element(forms, part.endswith("?"), gap, frozenset().union(*forms.values()))
            self._elements[part, gap] = known
        return known

    def _forms(self, part: str) -> Forms:
        known = self._known.get(part)
        if known is None:
            known = self._known[part] = self._either(part.split("|")) if "|" in part else self._choice(part)
        return known

    def _either(self, choices: Iterable[str]) -> Forms:
        forms: dict[str, frozenset[str]] = {}
        for choice in choices:
            for form, tags in self._forms(choice).items():
                forms[form] = forms[form] | tags if form in forms else tags
        return forms

    def _choice(self, choice: str) -> Forms:
        if choice.startswith("<"):
            if choice[1:-1] not in self.classes:
                raise ValueError(f"there is no class {choice}")
            return {form: tags for word in self.classes[choice[1:-1]] for form, tags in self._noun(word).items()}
        lemma, _, kind = choice.partition(":")
        if kind == "v":
            return verb_forms(lemma, self.irregular)
        if kind == "n":
            return noun_forms(lemma, self.irregular)
        if kind:
            return self._narrowed(lemma, kind)
        return {lemma: frozenset()}

    def _noun(self, word: str) -> Forms:
        return {form: frozenset[str]() for form in noun_forms(word, self.irregular)}

    def _narrowed(self, lemma: str, kind: str) -> Forms:
        if kind not in _NARROW:
            raise ValueError(f"{kind!r} is no kind of word")
        forms = verb_forms(lemma, self.irregular)
        return {form: tags & _NARROW[kind] for form, tags in forms.items() if tags & _NARROW[kind]}


_VERBAL = frozenset({"base", "s", "past", "pp", "ing"})


def _head(elements: list[Element]) -> int:
    for kinds in (_VERBAL, frozenset({"n", "ns"})):
        for k, element in enumerate(elements):
            if not element.optional and element.tags & kinds:
                return k
    return 0


Beginnings = Mapping[str, Sequence[int]]
"""The rows of the patterns that each form of a word can begin; plain data."""


def beginnings(patterns: Iterable[Pattern]) -> dict[str, list[int]]:
    """The words with which the patterns begin."""
    first: dict[str, list[int]] = {}
    for row, pattern in enumerate(patterns):
        for form in pattern.elements[0].forms:
            first.setdefault(form, []).append(row)
    return first


class _Later(dict[int, Pattern]):
    """Patterns by their row, each compiled when it is first asked for: a text needs few of them."""

    def __init__(self, language: Grammar, texts: Sequence[str]) -> None:
        super().__init__()
        self._language, self._texts = language, texts

    def __missing__(self, row: int) -> Pattern:
        made = self[row] = self._language.compile(self._texts[row])
        return made


def needed(text: str) -> int:
    """How many elements of the pattern that `text` writes are not optional."""
    return sum(not part.startswith("~") and not part.endswith("?") for part in text.split())


class Matcher:
    """Many patterns, found in one pass: each is tried only at words that can begin it."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = dict(enumerate(patterns))
        self._first: Beginnings = beginnings(self._patterns.values())

    @classmethod
    def later(cls, language: Grammar, texts: Sequence[str], first: Beginnings) -> Self:
        """Of patterns whose beginnings are known, and which are compiled when they are needed."""
        made = cls(())
        made._patterns, made._first = _Later(language, texts), first
        return made

    def find(self, tokens: tuple[Word, ...]) -> list[Match]:
        """All matches, the shortest of each pattern at each word, in the order of their first words."""
        found: list[Match] = []
        first, numbers = self._first, self._first.get(_NUMBER, ())
        for k, word in enumerate(tokens):
            rows = first.get(word.key, ())
            if numbers and word.key[:1].isdigit():
                rows = [*rows, *numbers]
            if rows:
                found += [match for row in rows if (match := self._match(row, tokens, k))]
        return found

    def _match(self, row: int, tokens: tuple[Word, ...], at: int) -> Match | None:
        pattern = self._patterns[row]
        elements = pattern.elements
        rest = _walk(elements, tokens, 0, at) if elements[0].gap else _walk(elements, tokens, 1, at + 1)
        if rest is None:
            return None
        places = rest if elements[0].gap else [at, *rest]
        head = places[pattern.head]
        tags = pattern.elements[pattern.head].forms.get(tokens[head].key, frozenset())
        return Match(row, at, max(places) + 1, head, tags)


def _walk(elements: tuple[Element, ...], tokens: tuple[Word, ...], k: int, at: int, spare: int = 0) -> list[int] | None:
    """The index of the word of each element from the k-th on (-1: left out), the nearest ones.

    `spare` is the gap of an element that was left out: it holds for the one after it.
    """
    if k == len(elements):
        return []
    element = elements[k]
    here, gap = at - 1, max(element.gap, spare)
    for _ in range(gap + 1):
        here += 1
        if gap and here < len(tokens):
            here = _past_name(tokens, here)
        if here >= len(tokens):
            break
        if element.reads(tokens[here]) and (rest := _walk(elements, tokens, k + 1, here + 1)) is not None:
            return [here, *rest]
        if tokens[here].mark and not _relative(tokens, here):
            break
    if element.optional and (rest := _walk(elements, tokens, k + 1, at, gap)) is not None:
        return [-1, *rest]
    return None


def _past_name(tokens: tuple[Word, ...], k: int) -> int:
    """Past an apposition of a name between commas: "in Hyesan, Ryanggang Province, rose"."""
    if tokens[k].key != ",":
        return k
    for j in range(k + 1, min(len(tokens), k + _APPOSITION)):
        if tokens[j].key == "," and j > k + 1:
            return j + 1
        if not tokens[j].name:
            break
    return k


def _relative(tokens: tuple[Word, ...], comma: int) -> bool:
    """A comma before "which is" and the like, which parts a noun from its verb without ending the clause."""
    follows = tokens[comma + 1].key if comma + 1 < len(tokens) else ""
    return tokens[comma].key == "," and follows in ("which", "who")


def grammar(rows: Mapping[str, Iterable[Mapping[str, str]]]) -> Grammar:
    """The grammar of the phrase tables `classes` (class, word) and `irregular` (lemma, past, participle)."""
    classes: dict[str, set[str]] = defaultdict(set)
    for row in rows.get("classes", ()):
        classes[row["class"]].add(row["word"])
    irregular = {row["lemma"]: (row["past"], row["participle"]) for row in rows.get("irregular", ())}
    return Grammar({name: frozenset(members) for name, members in classes.items()}, irregular)
