"""What reading one report yields: time expressions, proposals and problems."""

from typing import Literal, NamedTuple

from incidents.model.incident import Incident
from incidents.model.reference import Institution
from incidents.model.scales import Level, ProposalState
from incidents.model.when import When

Lack = Literal["", "no-anchor", "no-such-day", "unknown-day", "ambiguous", "backwards", "other"]
"""Why a time expression has no value: no day to count from, no such day in the calendar, a day that it does not know,
two readings, an end before its start; empty where it has one."""


class Timex(NamedTuple):
    """A time expression: offsets in the kept text, its words, and its value (undated: unresolved for `reason`)."""

    start: int
    end: int
    text: str
    when: When
    reason: str = ""
    lack: Lack = ""
    """What kind of reason it is."""
    within: When | None = None
    """Of a time of telling that a rough publication leaves open: all that it can be."""


class Problem(NamedTuple):
    """Something open: an ambiguous place, an unresolvable date. `candidates` are codes or values to choose from."""

    message: str
    field: str = ""
    start: int | None = None
    end: int | None = None
    candidates: tuple[str, ...] = ()


class Proposal(NamedTuple):
    """An incident that a report supports, waiting for a person; the first evidence is the main one."""

    incident: Incident
    verification: Level = "unverified"
    explanation: str = ""
    disputed: bool = False
    confidence: float = 0.0
    problems: tuple[Problem, ...] = ()
    institutions: tuple[Institution, ...] = ()
    """Institutions that a pattern made ("X county party committee") and that no reference row holds yet."""


class StoredProposal(NamedTuple):
    """A proposal with where it stands: its number, the report and text it is of, and what became of it."""

    id: int
    uid: str
    report: str
    """uid of its report."""
    text: str
    """SHA-256 of the report text that its offsets count in."""
    proposal: Proposal
    state: ProposalState
    incident: str | None = None
    """uid of the incident that it became."""
    reason: str = ""
    position: int = 0
    """Its place among the proposals of its report."""
    payload_sha: str = ""
    """Hash of what is stored of it: who changes it says which one was seen."""


class Extraction(NamedTuple):
    """All that was found in one report."""

    timexes: tuple[Timex, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Problem, ...] = ()
