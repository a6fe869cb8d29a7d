"""The annotator of institutions: named ones, ones that a pattern makes, and "the party", "the ministry"."""

from incidents.extract.institution.annotate import annotate

__all__ = ["annotate"]
