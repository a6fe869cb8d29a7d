"""The words by which an act's place is told from other places near it (`place_setting.csv`)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from incidents.lexicon.lexicon import Lexicon


class PlaceWords(NamedTuple):
    """Sets of words by their use, and the patterns made of them."""

    tables: Mapping[str, frozenset[str]]
    kin: re.Pattern[str]
    """What ends right before where people are whom an act only concerns: "relatives in", "families of men sent to"."""
    native: re.Pattern[str]
    """What ends right before where people are from: "residents from"."""
    whose: re.Pattern[str]
    """A clause about people who act elsewhere, up to a place in it: ", who works at the"."""
    purpose: re.Pattern[str]
    """What ends right before a place for whose sake something is done: "the victims of the flood in"."""
    through: re.Pattern[str]
    """What ends right before an organ by which words only pass: "through its"."""
    channel: re.Pattern[str]
    """What ends right before the seat of a mission that only passes words on: "through its embassy in"."""
    beside: re.Pattern[str]
    """What ends right before a place by which another one is found: "north of"."""
    example: re.Pattern[str]
    """What follows a place that is an example only: " and other mines"."""
    turn: re.Pattern[str]
    """The opening of a paragraph that turns to something else: "Meanwhile,"."""
    own: re.Pattern[str]
    """A thing of the one who speaks: "his neighborhood"."""
    pardon: re.Pattern[str]
    spot: re.Pattern[str]
    """Words for a place told before: "at the site"."""
    witness: re.Pattern[str]
    """One who tells of the place where he was held: "a former detainee at"."""
    state: re.Pattern[str]
    """Who rules the nation, in small letters: "north korea", "the cabinet"."""
    trace: re.Pattern[str]
    """What is left of an act told before, or who did it: "the leaflets", "the culprits"."""
    seen: re.Pattern[str]
    """A thing that the report spoke of before: "the yard"."""
    there: re.Pattern[str]
    """A word for the place that was just told: "there", "on the spot"; not in "there is"."""
    route: re.Pattern[str]
    """What ends right before where it leads: "trains to"."""
    seat: re.Pattern[str]
    """What ends right before the organ in whose house something takes place."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the table of the lexicon; with none, nothing matches."""
        tables: dict[str, set[str]] = defaultdict(set)
        for row in lexicon.rows("place_setting"):
            tables[row["use"]].add(row["words"])
        frozen = {use: frozenset(words) for use, words in tables.items()}

        def any_of(use: str) -> str:
            return _any_of(frozen, use)

        the = rf"(?:{any_of('article')} )?"
        return cls(
            frozen,
            re.compile(
                rf"{any_of('kin')}(?: {any_of('kin-of')} (?:[\w-]+ ){{1,4}}{any_of('posted')})? "
                rf"{any_of('kin-at')} {the}$",
                re.IGNORECASE,
            ),
            re.compile(rf"{any_of('native')} {any_of('from')} {the}$", re.IGNORECASE),
            re.compile(rf"{any_of('whose')}[^.;]*$", re.IGNORECASE),
            re.compile(rf"{any_of('purpose')}[^.;]{{0,50}}$", re.IGNORECASE),
            re.compile(rf"{any_of('passing')} (?:[\w']+ ){{0,2}}$", re.IGNORECASE),
            re.compile(
                rf"{any_of('passing')} (?:[\w']+ ){{0,3}}{any_of('channel')} {any_of('kin-at')} {the}$", re.IGNORECASE
            ),
            re.compile(rf"{any_of('beside')} {the}$", re.IGNORECASE),
            re.compile(rf"(?: [\[(][^\])]{{1,30}}[\])])? {any_of('example')}"),
            re.compile(rf"[\"“(]?{any_of('break')}"),
            re.compile(rf"{any_of('owner')} (?:{any_of('very')} )?{any_of('owned')}", re.IGNORECASE),
            re.compile(any_of("pardon"), re.IGNORECASE),
            re.compile(any_of("spot")),
            re.compile(rf"{any_of('witness')} {any_of('witness-at')}", re.IGNORECASE),
            re.compile(any_of("state")),
            re.compile(rf"{any_of('pointer')} {any_of('trace')}", re.IGNORECASE),
            re.compile(rf"\s*(?i:{any_of('pointer')}) [a-z]"),
            re.compile(rf"{any_of('there')}(?! {any_of('there-never')})", re.IGNORECASE),
            re.compile(rf"{any_of('route')} {any_of('goal')} $", re.IGNORECASE),
            re.compile(rf"{any_of('seat')} {the}$", re.IGNORECASE),
        )

    def words(self, use: str) -> frozenset[str]:
        """The words of one use."""
        return self.tables.get(use, frozenset())


def _any_of(tables: Mapping[str, Iterable[str]], use: str) -> str:
    choice = "|".join(sorted(map(re.escape, tables.get(use, ())), key=len, reverse=True))
    return rf"\b(?:{choice or '(?!)'})\b"
