"""Attribution: of each sentence who told it, where that source is, when it spoke, and which outlet had it first."""

from incidents.extract.attribution.annotate import annotate

__all__ = ["annotate"]
