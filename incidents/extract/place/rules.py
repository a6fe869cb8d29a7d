"""The phrase tables that the reading of places needs, made ready once for each lexicon."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.matcher import Matcher

Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Units:
    """Words that name the kind of a place, with the kinds that they can mean (`place_units.csv`)."""

    after: Mapping[str, Kinds]
    before: Mapping[str, Kinds]
    suffix: Mapping[str, Kinds]
    site: Mapping[str, Kinds]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `place_units.csv`; `position` is after, before, both, suffix (-ri) or site (Posong station)."""
        tables: dict[str, dict[str, Kinds]] = defaultdict(dict)
        for row in lexicon.rows("place_units"):
            for position in ("after", "before") if row["position"] == "both" else (row["position"],):
                tables[position][row["words"]] = frozenset(row["kinds"].split())
        return cls(tables["after"], tables["before"], tables["suffix"], tables["site"])


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before or after a place name and says what it is used for (`place_context.csv`)."""

    tables: Mapping[tuple[str, str], frozenset[str]]
    source_before: re.Pattern[str]
    saying: re.Pattern[str]
    phrases: Matcher[str]
    """Phrases that stand for a whole country; the value is its code, or empty for the country of the report."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `place_context.csv` and `place_phrases.csv`."""
        tables: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in lexicon.rows("place_context"):
            tables[row["use"], row["position"]].add(row["words"])
        phrases = Matcher((row["words"], row["place"]) for row in lexicon.rows("place_phrases"))
        frozen = {key: frozenset(words) for key, words in tables.items()}
        return cls(frozen, _source(frozen), _any_of(frozen.get(("saying", "any"), frozenset())), phrases)

    def words(self, use: str, position: str) -> frozenset[str]:
        """The words of one use and position."""
        return self.tables.get((use, position), frozenset())


def _source(tables: Mapping[tuple[str, str], frozenset[str]]) -> re.Pattern[str]:
    """The words between a source and its place: "source(s) … in the northern" right before the name."""
    nouns = "|".join(_longest_first(tables.get(("source", "before"), frozenset())))
    speakers = "|".join(_longest_first(tables.get(("speaker", "before"), frozenset())))
    links = "|".join(_longest_first(tables.get(("link", "before"), frozenset())))
    return re.compile(
        rf"\b(?:(?P<source>{nouns})|(?P<speaker>{speakers}))(?: (?:there|here|also|currently))?,? (?:{links})"
        rf"(?: the| a| an)?(?: [\w-]+)?(?: [\w-]+)? ?$",
        re.IGNORECASE,
    )


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_longest_first(words)) or '(?!)'})\b")


def _longest_first(words: frozenset[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))]
