"""The annotator of institutions: named ones, ones that a pattern makes, and "the party", "the ministry"."""

from collections.abc import Sequence

from incidents.extract.institution.annotate import annotate as by_order
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention

__all__ = ["annotate"]


def annotate(
    document: Document, lexicon: Lexicon, places: Sequence[PlaceMention] | None = None
) -> tuple[InstitutionMention, ...]:
    """The institutions of a document in the order of its text; `places` are its places, if they are known already."""
    if not lexicon.hangul:
        return by_order(document, lexicon, places)
    from incidents.extract.institution import marked  # noqa: PLC0415  a language without such endings needs none of it

    return marked.annotate(document, lexicon, places)
