"""The annotator of places: `annotate` finds, resolves and sorts by use every place that a document names."""

from incidents.extract.place.annotate import annotate

__all__ = ["annotate"]
