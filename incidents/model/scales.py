"""The closed scales of the codebook: what a CHECK in the database holds too."""

from typing import Literal, get_args

Status = Literal["occurred", "ongoing", "planned", "attempted", "cancelled", "lapsed"]
Kind = Literal["event", "aggregate", "series"]
Extent = Literal["within", "throughout"]
Basis = Literal["stated", "derived", "bounded", "none"]
Access = Literal["direct", "hearsay", "unstated"]
Stance = Literal["supports", "contradicts"]
Review = Literal["machine", "reviewed"]
Handling = Literal["public", "internal", "sealed"]
ReportState = Literal["new", "in review", "done", "nothing in it"]
ProposalState = Literal["waiting", "accepted", "rejected", "superseded"]
Level = Literal["unverified", "single-source", "multiple-source", "corroborated", "confirmed", "refuted"]
Precision = Literal["site", "settlement", "county", "province", "country", "several", "unknown"]
PlaceLevel = Literal["country", "province", "county", "settlement", "site", "region"]

STATUSES: tuple[Status, ...] = get_args(Status)
KINDS: tuple[Kind, ...] = get_args(Kind)
EXTENTS: tuple[Extent, ...] = get_args(Extent)
BASES: tuple[Basis, ...] = get_args(Basis)
ACCESSES: tuple[Access, ...] = get_args(Access)
STANCES: tuple[Stance, ...] = get_args(Stance)
REVIEWS: tuple[Review, ...] = get_args(Review)
HANDLINGS: tuple[Handling, ...] = get_args(Handling)
REPORT_STATES: tuple[ReportState, ...] = get_args(ReportState)
PROPOSAL_STATES: tuple[ProposalState, ...] = get_args(ProposalState)
LEVELS: tuple[Level, ...] = get_args(Level)
"""In their order for "at least"; `refuted` stands outside it."""
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
PLACE_LEVELS: tuple[PlaceLevel, ...] = get_args(PlaceLevel)
CLAIMED = ("date", "place", "institution", "people", "status")
"""The fields that a passage can claim a value of."""
RELIABILITIES = ("A", "B", "C", "D", "E", "F")
CREDIBILITIES = ("1", "2", "3", "4", "5", "6")
