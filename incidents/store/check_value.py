"""What no record may have, said in a sentence before the database refuses it."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session

from incidents.errors import BadInput
from incidents.model import scales
from incidents.model.incident import Evidence, Incident
from incidents.store.tables import table_of

TITLE = 99
"""The longest title, in characters (codebook section 2)."""


def check_incident(session: Session, incident: Incident) -> None:
    """Refuse a value that no record may have.

    Raises:
        BadInput: says which field and why.
    """
    if not 1 <= len(incident.title.strip()) <= TITLE:
        raise BadInput(f"the title has {len(incident.title.strip())} characters; it takes 1 to {TITLE}.")
    _check_scales(incident)
    _check_terms(session, incident)
    if incident.assessed and not incident.assessed_reason.strip():
        raise BadInput("a level that a person sets needs a reason.")
    for people in incident.people:
        if people.low is not None and people.high is not None and people.low > people.high:
            raise BadInput(f"people: {people.low} to {people.high} runs backwards.")
    for one in incident.evidence:
        _check_evidence(one)


def _check_scales(incident: Incident) -> None:
    _one_of("kind", incident.kind, scales.KINDS)
    _one_of("status", incident.status, scales.STATUSES)
    _one_of("precision", incident.precision, scales.PRECISIONS)
    _one_of("extent", incident.when.extent, scales.EXTENTS)
    _one_of("basis", incident.when.basis, scales.BASES)
    _one_of("review", incident.review, scales.REVIEWS)
    if incident.assessed:
        _one_of("level", incident.assessed, scales.LEVELS)


def _check_terms(session: Session, incident: Incident) -> None:
    _known(session, "incident_type", "type", [incident.type])
    _known(session, "place_role", "place role", [link.role for link in incident.places])
    _known(session, "institution_role", "institution role", [link.role for link in incident.institutions])
    _known(session, "people_group", "group of people", [people.group for people in incident.people])
    _known(session, "source_type", "source type", [one.source_type for one in incident.evidence])


def _check_evidence(one: Evidence) -> None:
    _one_of("access", one.access, scales.ACCESSES)
    _one_of("stance", one.stance, scales.STANCES)
    _one_of("reliability", one.reliability, scales.RELIABILITIES)
    _one_of("credibility", one.credibility, scales.CREDIBILITIES)
    if not one.quote and not one.citation:
        raise BadInput("evidence needs a quote or a citation.")
    if (one.start is None) != (one.end is None) or (one.start is not None and one.text is None):
        raise BadInput("evidence with offsets needs both of them and the text that they count in.")


def _one_of(field: str, value: str, scale: Iterable[str]) -> None:
    if value not in tuple(scale):
        raise BadInput(f"{field} is {value!r}; it is one of {', '.join(scale)}.")


def _known(session: Session, table: str, what: str, codes: list[str]) -> None:
    if not codes:
        return
    rows = table_of(table)
    known = set(session.connection().execute(sa.select(rows.c.code)).scalars())
    unknown = sorted(set(codes) - known)
    if unknown:
        raise BadInput(f"there is no {what} {unknown[0]!r}; it is one of {', '.join(sorted(known))}.")
