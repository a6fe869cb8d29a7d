"""The annotator of people: how many, and what was done to them."""

from incidents.extract.people.annotate import annotate

__all__ = ["annotate"]
