"""The phrase tables of attribution, compiled once."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple, Self

from incidents.errors import BadInput
from incidents.extract.act.tables import Kinds, kinds
from incidents.extract.pattern import Matcher, grammar
from incidents.lexicon.lexicon import Lexicon


class Speaker(NamedTuple):
    """A row of `sources.csv`: what a noun says of a source; `abroad` is its type where its place is abroad."""

    type: str
    abroad: str
    foreign: bool
    """Only a source if it belongs to another state: "the military said"."""
    same: str = ""
    """A word for all that name one body: "nis" for "the spy agency"."""
    again: bool = False
    """Only for one named before: "the agency"."""
    datelined: bool = False
    """Of the state of the dateline, if no other is named: "SEOUL -- …, the military said"."""


class Tables(NamedTuple):
    """`speakers` in the order of the matcher's rows; `verbs`: each form of a verb of saying or showing -> its kind."""

    speakers: tuple[Speaker, ...]
    matcher: Matcher
    verbs: dict[str, str]
    words: Kinds
    openings: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """By its first word, each phrase such as "according to" or "has learned" as words, with its kind."""
    grammar: Kinds

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables sources, attribution_verbs, attribution_phrases, attribution_words and grammar.

        Raises:
            BadInput: a pattern that cannot be read; says the line.
        """
        language = grammar(lexicon.phrases)
        verbs: dict[str, str] = {}
        for row in lexicon.rows("attribution_verbs"):
            for form, tags in language.compile(f"{row['verb']}:v").elements[0].forms.items():
                if "past" in tags or (row["present"] and tags & {"s", "base"}):
                    verbs[form] = row["kind"] if verbs.get(form) != "say" else "both"
        words: dict[str, list[str]] = defaultdict(list)
        for row in (*lexicon.rows("attribution_phrases"), *lexicon.rows("attribution_words")):
            words[row["kind"]].append(row["words"])
        return cls(
            speakers=tuple(_speaker(row) for row in lexicon.rows("sources")),
            matcher=_matcher(lexicon),
            verbs=verbs,
            words=defaultdict(frozenset, {kind: frozenset(members) for kind, members in words.items()}),
            openings=_openings(words),
            grammar=kinds(lexicon),
        )


def _openings(words: Mapping[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    openings: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for kind in ("according", "learned", "learned-day"):
        for phrase in sorted(words.get(kind, ()), key=len, reverse=True):
            parts = tuple(phrase.split())
            openings[parts[0]].append((parts, kind))
    return {first: tuple(found) for first, found in openings.items()}


def _speaker(row: Mapping[str, str]) -> Speaker:
    needed = row["foreign"] in ("needed", "dateline")
    return Speaker(
        row["type"], row["abroad"], needed, row["same"], row["foreign"] == "again", row["foreign"] == "dateline"
    )


def _matcher(lexicon: Lexicon) -> Matcher:
    language = grammar(lexicon.phrases)
    patterns = []
    for row in lexicon.rows("sources"):
        try:
            patterns.append(language.compile(row["pattern"]))
        except ValueError as error:
            raise BadInput(f"sources.csv, line {row.get('line', '?')}: {error}.") from error
    return Matcher(patterns)
