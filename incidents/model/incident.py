"""The incident as one value: what extraction proposes, a person types, the unit of work saves and history replays.

Places, institutions and outlets are referred to by code, reports by uid and texts by SHA-256, so that a value means the
same in every database.
"""

from dataclasses import dataclass

from incidents.model.scales import Access, Basis, Kind, Level, Precision, Review, Stance, Status
from incidents.model.when import UNDATED, When


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place of an incident, by code; the first of an incident's places is the main one."""

    place: str
    role: str = "scene"


@dataclass(frozen=True, slots=True)
class InstitutionLink:
    """An institution of an incident, by code."""

    institution: str
    role: str = "actor"


@dataclass(frozen=True, slots=True)
class People:
    """A group of people: "about 40" is 40–40 approximate; "dozens" has no number, its words are kept."""

    group: str
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One passage says one value of one field, with the offsets of its words in the kept text.

    `field` is `date` (value EDTF), `place` (code), `institution` (code), `people` (words) or `status`. `followed` says
    that the incident's own value rests on it.
    """

    field: str
    value: str
    start: int | None = None
    end: int | None = None
    basis: Basis = "stated"
    followed: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage (or citation) that bears on the incident, who is said to have told it, and how good that is."""

    report: str | None = None
    """uid of the report; None in a proposal of a report that is not yet stored, or for a citation."""
    text: str | None = None
    """SHA-256 of the report text that the offsets count in."""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    citation: str = ""
    attribution: str = ""
    source: str = ""
    """The handle of the source inside its report: `source 1`, `outlet`."""
    source_type: str = "outlet"
    source_place: str | None = None
    said_on: str | None = None
    access: Access = "unstated"
    origin: str | None = None
    """Code of the outlet that first had it."""
    reliability: str = "F"
    credibility: str = "6"
    stance: Stance = "supports"
    sensitive: bool = False
    claims: tuple[Claim, ...] = ()
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A value of a field that follows no claim: the recorder's, with a reason."""

    field: str
    who: str
    reason: str


LONGEST_OPEN = 200
"""Characters of the longest open name."""


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that stands for a place or an institution (the `field`) which nobody can tell yet."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How the incident stands to another one, by its uid: `part-of`, `duplicate-of`, `follows`, `related`."""

    kind: str
    other: str


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident record of codebook section 2. Levels, first and last report are derived where it is saved."""

    title: str
    type: str
    summary: str = ""
    kind: Kind = "event"
    status: Status = "occurred"
    when: When = UNDATED
    places: tuple[PlaceLink, ...] = ()
    precision: Precision = "unknown"
    institutions: tuple[InstitutionLink, ...] = ()
    people: tuple[People, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    open_names: tuple[OpenName, ...] = ()
    """Those of a record that no proposal was made of; a proposal has them as problems."""
    relations: tuple[Relation, ...] = ()
    """Those that this record holds; what others hold to it stands with them."""
    assessed: Level | None = None
    assessed_reason: str = ""
    review: Review = "reviewed"
    reviewed_by: str = ""
    reviewed_at: str = ""
    withdrawn: bool = False
    withdrawn_reason: str = ""
    uid: str = ""
    code: str = ""
    id: int | None = None
    revision: int = 0
    recorded_at: str = ""
    recorded_by: str = ""


def still_open(before: Incident, after: Incident) -> tuple[OpenName, ...]:
    """The open names of `after`, without those that were there before, of a field that is another now: it settles them.

    Where the open names are others than before, somebody has set them.
    """
    if after.open_names != before.open_names:
        return after.open_names
    settled = {"place": before.places != after.places, "institution": before.institutions != after.institutions}
    return tuple(one for one in after.open_names if not settled.get(one.field))
