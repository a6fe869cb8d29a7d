"""The annotator of places: `annotate` finds, resolves and sorts by use every place that a document names."""

from incidents.extract.place import marked
from incidents.extract.place.annotate import annotate as by_order
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceMention

__all__ = ["annotate", "sources"]
sources = marked.sources


def annotate(document: Document, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """The places of a document in the order of its text, by the endings of the language or by the order of words."""
    return marked.annotate(document, lexicon) if lexicon.hangul else by_order(document, lexicon)
