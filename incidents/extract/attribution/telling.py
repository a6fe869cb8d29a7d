"""What one sentence says of who told it: what a reader of cues, of whatever language, hands to the annotator."""

from typing import NamedTuple

from incidents.extract.attribution.sources import Mention

Span = tuple[int, int]


class Telling(NamedTuple):
    """The words that say who told a sentence; `span` is None where they tell of nothing that is a source."""

    span: Span | None
    mention: Mention | None = None
    said_on: str | None = None
    """EDTF of the day on which it was told."""
    origin: str | None = None
    """The outlet that speaks itself."""
    words: str = ""
    """What says it, where that is more than the span."""
