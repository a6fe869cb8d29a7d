"""The annotator of institutions: named ones, ones that a pattern makes, and "the party", "the ministry"."""

from collections.abc import Sequence

from incidents.extract.institution import marked
from incidents.extract.institution.annotate import annotate as by_order
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention

__all__ = ["annotate"]


def annotate(
    document: Document, lexicon: Lexicon, places: Sequence[PlaceMention] | None = None
) -> tuple[InstitutionMention, ...]:
    """The institutions of a document in the order of its text; `places` are its places, if they are known already."""
    return (marked.annotate if lexicon.hangul else by_order)(document, lexicon, places)
