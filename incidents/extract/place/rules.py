"""The phrase tables that the reading of places needs, made ready once for each lexicon."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple, Self

from incidents.extract.phrases import Late, alternatives
from incidents.lexicon.lexicon import Lexicon
from incidents.lexicon.matcher import Matcher

Kinds = frozenset[str]
Tables = Mapping[tuple[str, str], frozenset[str]]
"""Words by their use and their position (`place_context.csv`)."""


_POSITIONS = ("after", "before", "suffix", "site", "definite", "new")


class Units(NamedTuple):
    """Words that name the kind of a place, with the kinds that they can mean (`place_units.csv`)."""

    after: Mapping[str, Kinds]
    before: Mapping[str, Kinds]
    suffix: Mapping[str, Kinds]
    site: Mapping[str, Kinds]
    definite: Mapping[str, Kinds]
    new: Mapping[str, Kinds]
    """Words that with a capital make the name of a site that is not known: "Rimgok Market"."""
    small: Kinds
    """The kinds of villages, towns and quarters."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `place_units.csv`, by position: suffix (-ri), site (Posong station), and so on."""
        tables: dict[str, dict[str, Kinds]] = defaultdict(dict)
        for row in lexicon.rows("place_units"):
            for position in ("after", "before") if row["position"] == "both" else (row["position"],):
                tables[position][row["words"]] = frozenset(row["kinds"].split())
        small = frozenset(place.kind for place in lexicon.reference.places if place.level == "settlement")
        return cls(**{position: tables[position] for position in _POSITIONS}, small=small)


class Shapes(NamedTuple):
    """The words that join a place name to its unit and to the larger place that it lies in."""

    before: re.Pattern[str]
    """"the northern city of", right before a name; the group is the unit."""
    between: re.Pattern[str]
    """What stands between a place and the larger one: ", in the northern"."""
    within: re.Pattern[str]
    """What stands between a place and the one that it is said to be in: " in ", " of ", no comma."""
    owns: re.Pattern[str]
    """What stands between a larger place and one that it owns: "'s northern"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """With the directions of `place_context.csv`."""
        tables = _tables(lexicon)
        direction, within = _choice(tables, "direction", "any"), _choice(tables, "within", "between")
        own = _choice(tables, "article", "own")
        return cls(
            re.compile(rf"(?:\b[Tt]he )?(?:\b{direction} ){{0,2}}\b([A-Za-z]+) of (?:the )?$"),
            re.compile(rf",?\s+(?:{within}\s+)?(?:{own}\s+)?(?:{direction}\s+)?|\s+\((?:{within} )?"),
            re.compile(rf"\s+{within}\s+(?:{own}\s+)?(?:{direction}\s+)?"),
            re.compile(rf"(?:'s)?\s+(?:{direction}\s+)*"),
        )


class Context(NamedTuple):
    """What stands before or after a place name and says what it is used for (`place_context.csv`)."""

    tables: Tables
    tellers: frozenset[str]
    """The last words of all nouns for sources and speakers, small: a quick look before `source_before`."""
    source_before: Late
    saying: Late
    titles: Late
    """Words right before a name of which it is then a part: "Mr.", "the late", "New"."""
    told_by: Late
    """What ends right before one who tells: "according to two", "," said a"."""
    telling: Late
    """What ends right before the place of a telling: "testified in"."""
    tells: Late
    """What stands between one who tells and the verb: nothing with a comma but a relative clause."""
    prepositions: Late
    """A preposition right before a mention, in its group; articles and "northern part of" may stand between."""
    prefix: Late
    """What makes an adjective of a name: "pro-"."""
    area: Late
    """What stands before a country in which something is, and does not belong to it: "parts of"."""
    town: Late
    """A town that may not be known, right before the country that it is in: "in Thies, "."""
    going: Late
    """A verb right before the place that it happens to, or is done in: "visited", "hit"."""
    bound: Late
    """Words of leaving, then "for" right before the place to go to."""
    institute: Late
    """The rest of a school's name after the place in front: " Ri Kye Sun University"."""
    joints: Late
    """What stands between two items of a list; the group `last`: before its last item."""
    joint: Late
    """A word that lists, right before a name: " and "."""
    phrases: Matcher[str]
    """Phrases that stand for a whole country; the value is its code, or empty for the country of the report."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From `place_context.csv` and `place_phrases.csv`."""
        phrases = Matcher((row["words"], row["place"]) for row in lexicon.rows("place_phrases"))
        tables = _tables(lexicon)
        nouns = tables.get(("source", "before"), frozenset()) | tables.get(("speaker", "before"), frozenset())
        tellers = frozenset(noun.lower().split()[-1] for noun in nouns)
        return cls(tables, tellers, phrases=phrases, **_patterns(tables))

    def words(self, use: str, position: str) -> frozenset[str]:
        """The words of one use and position."""
        return self.tables.get((use, position), frozenset())


def _tables(lexicon: Lexicon) -> Tables:
    tables: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in lexicon.rows("place_context"):
        tables[row["use"], row["position"]].add(row["words"])
    return {key: frozenset(words) for key, words in tables.items()}


def _patterns(tables: Tables) -> dict[str, Late]:
    def any_of(use: str, position: str) -> str:
        return rf"\b{_choice(tables, use, position)}\b"

    saying, citing, direction = any_of("saying", "any"), any_of("saying", "before"), any_of("direction", "any")
    scenes = tables.get(("scene", "before"), frozenset()) | tables.get(("preposition", "before"), frozenset())
    before = rf"\b{alternatives(scenes)}\b"
    article = _choice(tables, "article", "any")
    part, area = any_of("area", "part"), rf"(?:{any_of('area', 'before')}|{any_of('area', 'part')})"
    schools = "|".join(sorted(word.title() for word in tables.get(("institute", "after"), frozenset()))) or "(?!)"
    return {
        "source_before": _source(tables),
        "saying": Late(saying),
        "titles": Late(rf"{any_of('name-part', 'before')}\.? $"),
        "told_by": Late(rf"(?:{citing}|[\",] {saying})(?: [\w'-]+){{0,4}} ?$"),
        "telling": Late(rf"{saying} {_choice(tables, 'within', 'between')} (?:the )?$"),
        "tells": _tells(tables, saying),
        "prepositions": Late(
            rf"(?i:({before})) (?:{article} )?(?:{direction},? (?:and )?){{0,2}}(?:{part} (?:{article} )?)?$"
        ),
        "prefix": Late(rf"(?i:{any_of('adjective', 'before')})[-–]$"),
        "area": Late(rf"(?i:{area}) (?:the )?$"),
        "town": Late(rf"{any_of('scene', 'before')} (?:[A-Z][\w'’-]+ ?){{1,3}}, $"),
        "going": Late(rf"(?i:{any_of('going', 'before')}) (?:the |(?:{direction} )+)?$"),
        "bound": Late(rf"(?i:{any_of('bound', 'before')})[^.;]{{0,30}} for $"),
        "institute": Late(rf" [A-Z][\w.-]* (?:(?:[A-Z][\w.-]*|of|and) ){{0,4}}(?:{schools})\b"),
        "joints": Late(rf"(?:,|(?P<last>,? {any_of('listing', 'between')})) (?:the |in )?"),
        "joint": Late(rf" {any_of('listing', 'between')} $"),
    }


def _source(tables: Tables) -> Late:
    """The words between a source and its place: "source(s) … in the northern" right before the name."""
    nouns, speakers = (_choice(tables, use, "before") for use in ("source", "speaker"))
    links, there = _choice(tables, "link", "before"), _choice(tables, "source", "adverb")
    return Late(
        rf"\b(?:(?P<source>{nouns})|(?P<speaker>{speakers}))(?: {there}| of (?-i:[A-Z])\w+)?,? {links}"
        rf"(?: {_choice(tables, 'article', 'any')})?(?: [\w-]+)?(?: [\w-]+)? ?$",
        re.IGNORECASE,
    )


def _tells(tables: Tables, saying: str) -> Late:
    who = _choice(tables, "relative", "any")
    relative = rf"(?:, {who} [^.;]*?,| {who} [^.,;]*?)"
    apposition = r", [^.,;]{0,40},"
    more = rf" {_choice(tables, 'teller', 'after')} [^.,;]{{0,50}}?,?"
    adverb = rf"(?: {_choice(tables, 'teller', 'adverb')}| \w+ly)?"
    return Late(rf"(?:{relative}|{apposition}|{more}|,?){adverb} {saying}")


def _choice(tables: Tables, use: str, position: str) -> str:
    return alternatives(tables.get((use, position), frozenset()))
