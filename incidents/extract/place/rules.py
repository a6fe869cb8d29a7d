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
class Shapes:
    """The words that join a place name to its unit and to the larger place that it lies in."""

    before: re.Pattern[str]
    """"the northern city of", right before a name; the group is the unit."""
    between: re.Pattern[str]
    """What stands between a place and the larger one: ", in the northern"."""
    owns: re.Pattern[str]
    """What stands between a larger place and one that it owns: "'s northern"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """With the directions of `place_context.csv`."""
        words = frozenset(row["words"] for row in lexicon.rows("place_context") if row["use"] == "direction")
        direction = rf"(?:{'|'.join(_longest_first(words)) or '(?!)'})"
        return cls(
            re.compile(rf"(?:\b[Tt]he )?(?:\b{direction} ){{0,2}}\b([A-Za-z]+) of (?:the )?$"),
            re.compile(rf",?\s+(?:(?:in|of|at|on|within)\s+)?(?:(?:the|its)\s+)?(?:{direction}\s+)?|\s+\((?:in )?"),
            re.compile(rf"(?:'s)?\s+(?:{direction}\s+)*"),
        )


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before or after a place name and says what it is used for (`place_context.csv`)."""

    tables: Mapping[tuple[str, str], frozenset[str]]
    source_before: re.Pattern[str]
    saying: re.Pattern[str]
    titles: re.Pattern[str]
    """Words right before a name of which it is then a part: "Mr.", "the late", "New"."""
    told_by: re.Pattern[str]
    """What ends right before one who tells: "according to two", "," said a"."""
    tells: re.Pattern[str]
    """What stands between one who tells and the verb: nothing with a comma but a relative clause."""
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
        saying = _any_of(frozen.get(("saying", "any"), frozenset()))
        citing = _any_of(frozen.get(("saying", "before"), frozenset()))
        return cls(
            frozen,
            _source(frozen),
            saying,
            re.compile(rf"{_any_of(frozen.get(('name-part', 'before'), frozenset())).pattern}\.? $"),
            re.compile(rf"(?:{citing.pattern}|[\",] {saying.pattern})(?: [\w'-]+){{0,4}} ?$"),
            _tells(saying.pattern),
            phrases,
        )

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


def _tells(saying: str) -> re.Pattern[str]:
    relative = r",? (?:who|whose|which|whom|where|that) [^.;]*?,?"
    apposition = r", [^.,;]{0,40},"
    more = r" (?:surnamed|named|in|living|working|near|close|familiar|with|on) [^.,;]{0,50}?,?"
    return re.compile(rf"(?:{relative}|{apposition}|{more}|,?)(?: also| later| then| recently| \w+ly)? {saying}")


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_longest_first(words)) or '(?!)'})\b")


def _longest_first(words: frozenset[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))]
