"""Numbers in words and digits: "about 40", "between 20 and 30", "two dozen", "dozens"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from incidents.extract.phrases import Phrases, alternatives
from incidents.lexicon.lexicon import Lexicon

Span = tuple[int, int]
_LATER_DIGITS = re.compile(r"(?:\d{1,3}(?:[, ]\d{3}){1,4}|\d{1,7})(?![\d%]|\.\d|,\d)")
_DIGITS = re.compile(rf"(?<![\w.,$€¥£₩-])(?<!\d ){_LATER_DIGITS.pattern}")
_THOUSAND = 1000
_LONGEST = 12
"""No number has more words; so a text of nothing but numbers takes no longer than others."""


class Quantity(NamedTuple):
    """How many: "more than 100" has no `high`, "dozens" neither end."""

    low: int | None
    high: int | None
    approximate: bool


class Written(NamedTuple):
    """How a quantity is written, and where it ends: `sign` (about, more than, between), `first`, `last`, or `vague`."""

    end: int
    sign: str = ""
    first: str = ""
    last: str = ""
    begin: int = 0
    """Where `first` begins."""


class Numbers(NamedTuple):
    """The number words of a language (`number_words.csv`)."""

    values: Mapping[str, int]
    scales: Mapping[str, int]
    signs: Mapping[str, str]
    first: frozenset[str]
    """The words that a quantity in words can begin with."""
    phrases: Mapping[str, Phrases]
    """Those of each kind; `sign` any sign, `word` a number or a scale."""
    to: re.Pattern[str]
    """What joins the two ends of a quantity."""
    one: re.Pattern[str]
    """The article that counts before a scale."""
    joint: re.Pattern[str]
    """What stands between the words of one number."""
    rough: frozenset[str]
    """The scales that are hardly meant to the unit: "two dozen"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the phrase table."""
        kinds: dict[str, dict[str, str]] = defaultdict(dict)
        for row in lexicon.rows("number_words"):
            kinds[row["kind"]][row["words"]] = row["value"]
        values = {word: int(value) for word, value in kinds["number"].items()}
        scales = {word: int(value) for word, value in kinds["scale"].items()}
        signs = {word: kind for kind in ("about", "floor", "ceiling", "between") for word in kinds[kind]}
        first = {words.split()[0] for words in (*values, *signs, *kinds["vague"], *kinds["article"])}
        tables: dict[str, Mapping[str, object]] = {
            "sign": signs,
            "vague": kinds["vague"],
            "number": values,
            "scale": scales,
            "word": values | scales,
        }
        return cls(
            values,
            scales,
            signs,
            frozenset(first),
            {kind: Phrases(words) for kind, words in tables.items()},
            to=re.compile(rf" (?i:{alternatives(kinds['to'])}) |-| - "),
            one=re.compile(rf"(?i:{alternatives(kinds['article'])}) "),
            joint=re.compile(rf"[- ](?:{alternatives(kinds['joint'])} )?"),
            rough=frozenset(kinds["rough"]),
        )

    def written(self, text: str, start: int, end: int) -> Iterator[Written]:
        """All quantities that `start` can begin, the longest first."""
        for stop in (*self.phrases["sign"].ends(text, start, end), start - 1):
            if stop >= start and text[stop : stop + 1] != " ":
                continue
            begin, sign = stop + 1, text[start : max(start, stop)].lower()
            yield from (Written(to, sign) for to in self.phrases["vague"].ends(text, begin, end))
            for middle in self._firsts(text, begin, end):
                first = text[begin:middle]
                yield from (Written(to, sign, first, last, begin) for to, last in self._lasts(text, middle, end))
                yield Written(middle, sign, first, "", begin)

    def _firsts(self, text: str, start: int, end: int) -> list[int]:
        digits = _DIGITS.match(text, start, end)
        if not digits:
            return self._in_words(text, start, end)
        more = (
            self.phrases["scale"].end(text, digits.end() + 1, end)
            if text[digits.end() : digits.end() + 1] == " "
            else 0
        )
        return [more, digits.end()] if more else [digits.end()]

    def _lasts(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The second number of two, and where it ends."""
        joint = self.to.match(text, start, end)
        if joint:
            digits = _LATER_DIGITS.match(text, joint.end(), end)
            stops = [digits.end()] if digits else self._in_words(text, joint.end(), end)
            yield from ((stop, text[joint.end() : stop]) for stop in stops)

    def _in_words(self, text: str, start: int, end: int) -> list[int]:
        """Where a number in words that begins there can end, the last place first."""
        article = self.one.match(text, start, end)
        at = self.phrases["scale"].end(text, article.end(), end) if article else 0
        at, ends = at or self.phrases["number"].end(text, start, end), list[int]()
        while at and len(ends) < _LONGEST:
            ends.insert(0, at)
            joint = self.joint.match(text, at, end)
            at = self.phrases["word"].end(text, joint.end(), end) if joint else 0
        return ends

    def read(self, found: Written) -> Quantity | None:
        """The quantity that is written so; None if its words make no number."""
        if not found.first:
            return Quantity(None, None, approximate=False)
        sign = self.signs.get(found.sign, "")
        low = self.number(found.first)
        high = self.number(found.last) if found.last else low
        if low is None or high is None or high < low:
            return None
        rough = any(word in found.first.lower() for word in self.rough)
        approximate = sign == "about" or rough
        return Quantity(None if sign == "ceiling" else low, None if sign == "floor" else high, approximate)

    def number(self, words: str) -> int | None:
        """The value of "forty-two", "1,200", "two hundred and five"; None if it is no number."""
        total = part = 0
        seen = False
        for word in re.split(r"[\s-]+", re.sub(r"(?<=\d) (?=\d{3}\b)", "", words.lower())):
            if word[:1].isdigit():
                part, seen = part + int(word.replace(",", "")), True
            elif word in self.values:
                part, seen = part + self.values[word], True
            elif word in self.scales:
                part, seen = (part or 1) * self.scales[word], True
                if self.scales[word] >= _THOUSAND:
                    total, part = total + part, 0
        return total + part if seen else None
