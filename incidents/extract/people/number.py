"""Numbers in words and digits: "about 40", "between 20 and 30", "two dozen", "dozens"."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple, Self

from incidents.lexicon.lexicon import Lexicon

_LATER_DIGITS = r"(?:\d{1,3}(?:[, ]\d{3})+|\d{1,7})(?![\d%]|\.\d|,\d)"
_DIGITS = rf"(?<![\w.,$€¥£₩-])(?<!\d ){_LATER_DIGITS}"


class Quantity(NamedTuple):
    """How many: "more than 100" has no `high`, "dozens" neither end."""

    low: int | None
    high: int | None
    approximate: bool


class Numbers(NamedTuple):
    """The number words of a language (`number_words.csv`) and the pattern of a quantity."""

    values: Mapping[str, int]
    scales: Mapping[str, int]
    pattern: str
    """Groups: `sign` (about, more than, between), `first`, `last`, or `vague`."""
    signs: Mapping[str, str]
    first: frozenset[str]
    """The words that a quantity in words can begin with."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the phrase table."""
        kinds: dict[str, dict[str, str]] = defaultdict(dict)
        for row in lexicon.rows("number_words"):
            kinds[row["kind"]][row["words"]] = row["value"]
        values = {word: int(value) for word, value in kinds["number"].items()}
        scales = {word: int(value) for word, value in kinds["scale"].items()}
        signs = {word: kind for kind in ("about", "floor", "ceiling", "between") for word in kinds[kind]}
        number = rf"\b(?:{choice(values)}|(?i:an?) {choice(scales)}\b)(?:[- ](?:and )?{choice([*values, *scales])})*\b"
        pattern = (
            rf"(?:\b(?P<sign>{choice(signs)}) )?(?:(?P<vague>\b(?:{choice(kinds['vague'])}))"
            rf"|(?P<first>(?:{_DIGITS}|{number})(?: (?:hundred|thousand|million|dozen)\b)?)"
            rf"(?:(?: (?:{choice(kinds['to'])}) |-| - )(?P<last>{_LATER_DIGITS}|{number}))?)"
        )
        first = {words.split()[0] for words in (*values, *signs, *kinds["vague"], "a", "an")}
        return cls(values, scales, pattern, signs, frozenset(first))

    def read(self, found: re.Match[str]) -> Quantity | None:
        """The quantity of a match of the pattern; None if its words make no number."""
        if found["vague"]:
            return Quantity(None, None, approximate=False)
        sign = self.signs.get((found["sign"] or "").lower(), "")
        low = self.number(found["first"])
        high = self.number(found["last"]) if found["last"] else low
        if low is None or high is None or high < low:
            return None
        approximate = sign == "about" or "dozen" in found["first"].lower()
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


_THOUSAND = 1000


def choice(words: object) -> str:
    """Alternatives of a pattern, the longest first, ignoring case; matches nothing if there are none."""
    listed = [str(word) for word in words] if isinstance(words, (list, dict, set, frozenset, tuple)) else []
    joined = "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word)))
    return f"(?i:{joined})" if joined else "(?!)"
