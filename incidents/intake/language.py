"""Which language words are in, told by their script: the rows of `seeds/languages.csv`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from incidents import paths
from incidents.errors import BadInput
from incidents.intake.tables import Row, read_table

_COLUMNS = ("code", "name", "rank", "letters")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 20_000
"""Code points of a text that are counted."""
_SHARE = 3
"""A text is in a language if one letter of so many is of its script: in Korean reports much stands in Latin letters."""
_OTHERWISE = "en"


class _Script(NamedTuple):
    code: str
    name: str
    letters: str
    """Its letters, as a pattern writes them in brackets."""

    def found(self, words: str) -> list[str]:
        """The letters in the words."""
        lowest = min(self.letters.replace("-", ""))
        return _pattern(self.letters).findall(words) if max(words, default="") >= lowest else []


@cache
def _pattern(letters: str) -> re.Pattern[str]:
    """Made when such letters may be there: a long row of letters takes long to compile."""
    return re.compile(f"[{letters}]")


def language_of(words: str) -> str:
    """The language of a name or of a few words: that of the first script, by rank, of which one letter is there."""
    return next((one.code for one in _scripts() if one.found(words)), _OTHERWISE)


def language_of_text(text: str) -> str:
    """The language of a whole text: the first, by rank, to whose script a third of its letters belong."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    found = (one.code for one in _scripts() if _SHARE * len(one.found(sample)) > letters)
    return next(found, _OTHERWISE)


@cache
def language_names() -> Mapping[str, str]:
    """`ko` -> `Korean`."""
    return {one.code: one.name for one in _scripts()}


@cache
def _scripts() -> tuple[_Script, ...]:
    path = paths.shipped("seeds") / "languages.csv"
    rows = sorted(read_table(path, _COLUMNS), key=lambda row: _rank(str(path), row))
    return tuple(_Script(row["code"], row["name"], row["letters"]) for row in rows)


def _rank(path: str, row: Row) -> int:
    try:
        return int(row["rank"])
    except ValueError:
        raise BadInput(f"{path}, line {row['line']}: the rank {row['rank']!r} is no number.") from None
