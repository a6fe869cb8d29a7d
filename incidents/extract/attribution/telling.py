"""What one sentence says of who told it: what a reader of cues, of whatever language, hands to the annotator."""

from typing import NamedTuple

from incidents.extract.attribution.sources import Mention
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


_DAYS = 31


def telling_day(when: When) -> str | None:
    """The EDTF of a day of telling, without a qualifier; None for what is longer than a month."""
    first, last = when.earliest, when.latest
    if first is None or last is None or (last - first).days >= _DAYS:
        return None
    return written(first, last)
