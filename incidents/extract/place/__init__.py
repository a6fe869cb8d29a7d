"""The annotator of places: `annotate` finds, resolves and sorts by use every place that a document names."""

from collections.abc import Sequence

from incidents.extract.place.annotate import annotate as by_order
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Attribution, PlaceMention

__all__ = ["annotate", "sources"]


def annotate(document: Document, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """The places of a document in the order of its text, by the endings of the language or by the order of words."""
    if not lexicon.hangul:
        return by_order(document, lexicon)
    from incidents.extract.place import marked  # noqa: PLC0415  a language without such endings needs none of it

    return marked.annotate(document, lexicon)


def sources(
    document: Document, places: Sequence[PlaceMention], told: Sequence[Attribution]
) -> tuple[PlaceMention, ...]:
    """The places with those that stand in the words of who told a sentence as places of a source."""
    from incidents.extract.place import marked  # noqa: PLC0415  as above

    return marked.sources(document, places, told)
