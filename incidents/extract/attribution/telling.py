"""What one sentence says of who told it: what a reader of cues, of whatever language, hands to the annotator."""

from typing import NamedTuple

from incidents.extract.attribution.sources import Mention
from incidents.lexicon.lexicon import Lexicon
from incidents.model.edtf import written
from incidents.model.when import When

Span = tuple[int, int]


class Telling(NamedTuple):
    """The words that say who told a sentence; `span` is None where they tell of nothing that is a source."""

    span: Span | None
    mention: Mention | None = None
    said_on: str | None = None
    """EDTF of the day on which it was told; of a week or a month where it is not known better."""
    origin: str | None = None
    """The outlet that speaks itself."""
    words: str = ""
    """What says it, where that is more than the span."""
    time: When | None = None
    """When it was told, of any length; undated where the words that say it have no value."""


_DAYS = 31
_TABLES = (("attribution_phrases", "kind"), ("attribution_marks", "class"))
"""The tables of attribution, by word order and by particles, and their columns of classes."""


def public_types(lexicon: Lexicon) -> frozenset[str]:
    """The types of sources who speak before all (class `public`): their telling on a day is an event of that day."""
    rows = ((row, column) for table, column in _TABLES for row in lexicon.phrases.get(table, ()))
    return frozenset(row["words"] for row, column in rows if row[column] == "public")


def telling_day(when: When) -> str | None:
    """The EDTF of a day of telling, without a qualifier; None for what is longer than a month."""
    first, last = when.earliest, when.latest
    if first is None or last is None or (last - first).days >= _DAYS:
        return None
    return written(first, last)
