"""The phrase tables that the reading of institutions needs, made ready once for each lexicon."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from incidents.extract.act.tables import kinds
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.matcher import Hit, Matcher

_AREA = "area"
_ORDINAL = "ordinal"


class Tail(NamedTuple):
    """The end of a name that a pattern makes, a row of `institution_patterns.csv`.

    `form` is `area` (the organ of an area: party committee), `branch` (branch of an institution) or `proper` (Mine),
    `local` (an office of an area that says what it is for), `here` (an office that every town has).
    """

    form: str
    kind: str
    parent: str
    slug: str
    name: str
    levels: frozenset[str]
    country: str


class Unit(NamedTuple):
    """A word for an area before a tail ("county", "provincial"), the kinds of place it means, and its form in names."""

    kinds: frozenset[str]
    main: str
    """The kind of place whose organs bear this word's `label` in their names."""
    label: str
    fallback: frozenset[str]
    """The kinds that it means only where none of `kinds` was named before: "provincial" of Pyongyang."""
    organ: str = ""
    """What a security organ of such an area is called: the bureau of a province, the department of a county."""


class Head(NamedTuple):
    """A definite noun ("the ministry"), the word looked for in earlier names, and the institution it is by default.

    `alone`: an adjective too, so no noun may follow ("the military" but not "the military threat").
    """

    head: str
    default: str
    unless: frozenset[str]
    not_after: frozenset[str]
    alone: bool


class Rules(NamedTuple):
    """`institution_patterns.csv`, `institution_units.csv` and `institution_heads.csv`."""

    tails: Matcher[Tail]
    by_form: Mapping[str, Matcher[Tail]]
    """The tails of each form alone: "27th Bureau" has its number also where "Bureau of" follows."""
    heads: Matcher[Head]
    units: Mapping[str, Unit]
    unit_before: re.Pattern[str]
    """The unit word, with what may stand before it, that ends right before a tail."""
    names: Mapping[tuple[str, str], str]
    """What the organ of an area is called, by what it is under and the word in its code."""
    ordinal: Mapping[tuple[str, str], Tail]
    """The tails of ordinals by what they are under and by the last word of their names."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the phrase tables."""
        units = {row["words"]: _unit(row) for row in lexicon.rows("institution_units")}
        choice = "|".join(re.escape(word) for word in sorted(units, key=len, reverse=True)) or "(?!)"
        rows = lexicon.rows("institution_patterns")
        return cls(
            tails=Matcher((row["words"], _tail(row)) for row in rows),
            by_form=_by_form(rows),
            heads=Matcher((row["words"], _head(row)) for row in lexicon.rows("institution_heads")),
            units=units,
            unit_before=re.compile(rf"\b(?:(the|its|their|his|her|a|an) )?({choice})(?:'s)? $", re.IGNORECASE),
            names={(row["parent"], row["slug"]): row["name"] for row in rows if row["form"] == _AREA},
            ordinal={(r["parent"], r["name"].split()[-1]): _tail(r) for r in rows if r["form"] == _ORDINAL},
        )


def _tail(row: Mapping[str, str]) -> Tail:
    levels = frozenset(row["levels"].split())
    return Tail(row["form"], row["kind"], row["parent"], row["slug"], row["name"], levels, row["country"])


def _by_form(rows: Sequence[Mapping[str, str]]) -> Mapping[str, Matcher[Tail]]:
    forms: dict[str, list[tuple[str, Tail]]] = defaultdict(list)
    for row in rows:
        forms[row["form"]].append((row["words"], _tail(row)))
    return {form: Matcher(found) for form, found in forms.items()}


def _unit(row: Mapping[str, str]) -> Unit:
    held = row["kinds"].split()
    return Unit(frozenset(held), held[0], row["label"], frozenset(row["else"].split()), row["organ"])


def _head(row: Mapping[str, str]) -> Head:
    unless, not_after = frozenset(row["unless"].split()), frozenset(row["not_after"].split())
    return Head(row["head"], row["default"], unless, not_after, row["alone"] == "yes")


def tails_of(names: Names, forms: Collection[str], lexicon: Lexicon) -> Iterator[tuple[Hit[Tail], Tail]]:
    """Where the words of a tail of one of the forms stand in a text, each with the tail."""
    matchers = lexicon.compiled(Rules.of).by_form
    for form in sorted(forms):
        for hit in matchers[form].find(names.words) if form in matchers else ():
            for tail in hit.found:
                yield hit, tail


def loose(lexicon: Lexicon) -> frozenset[str]:
    """Words that are no part of a name or of what an office is for: "the", "told", "every"."""
    return frozenset(row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "loose")


def joining(lexicon: Lexicon) -> frozenset[str]:
    """Words that join the two things that one office is for: "hygiene and anti-epidemic"."""
    return frozenset(row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "joins")


def owners(lexicon: Lexicon) -> dict[str, str]:
    """Words for whose a department is ("party's"), and the name of that institution."""
    return {r["words"]: r["institution"] for r in lexicon.rows("institution_offices") if r["use"] == "owner"}


def listed(lexicon: Lexicon) -> re.Pattern[str]:
    """Before a unit without an article it speaks of all of them: "city and county party committees"."""
    rows = [re.escape(row["words"]) for row in lexicon.rows("institution_offices") if row["use"] == "listed"]
    return re.compile(rf"(?:\b(?:{'|'.join(rows) or '(?!)'})|,) $")


def article(lexicon: Lexicon) -> re.Pattern[str]:
    """An article that ends right before a name."""
    return re.compile(rf"\b(?:{'|'.join(sorted(kinds(lexicon)['article']))}) $", re.IGNORECASE)


def indefinite(lexicon: Lexicon) -> re.Pattern[str]:
    """What says that any such thing is spoken of, with up to three words before its noun: "a newly finished …"."""
    rows = [row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "indefinite"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, rows)) or '(?!)'}) (?:[a-z'-]+ ){{0,3}}$", re.IGNORECASE)


def there(lexicon: Lexicon) -> re.Pattern[str]:
    """After an organ it says that it is of the place named last: "the security agency there"."""
    rows = [row["words"] for row in lexicon.rows("institution_offices") if row["use"] == "there"]
    return re.compile(rf" (?:{'|'.join(map(re.escape, rows)) or '(?!)'})\b")
