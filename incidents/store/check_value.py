"""What no record may have, said in a sentence before the database refuses it."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

import sqlalchemy as sa
from sqlmodel import Session

from incidents.errors import BadInput
from incidents.model import scales
from incidents.model.edtf import bounds
from incidents.model.incident import LONGEST_OPEN, Claim, Evidence, Incident
from incidents.model.key import fold
from incidents.store.tables import table_of

TITLE = 99
"""The longest title, in characters (codebook section 2)."""
_MANY = 2_000_000_000
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")
"""Control characters, halves of surrogate pairs, separators of lines and paragraphs."""


def check_incident(session: Session, incident: Incident) -> None:
    """Refuse a value that no record may have.

    Raises:
        BadInput: says which field and why.
    """
    _check_words(incident)
    if not 1 <= len(incident.title.strip()) <= TITLE:
        raise BadInput(f"the title has {len(incident.title.strip())} characters; it takes 1 to {TITLE}.")
    _check_scales(incident)
    _check_terms(session, incident)
    if incident.assessed and not incident.assessed_reason.strip():
        raise BadInput("a level that a person sets needs a reason.")
    for people in incident.people:
        if people.low is not None and people.high is not None and people.low > people.high:
            raise BadInput(f"people: {people.low} to {people.high} runs backwards.")
    for name in incident.open_names:
        _one_of("the field of an open name", name.field, ("place", "institution"))
        _one_line("the open name", name.words)
        if not 1 <= len(name.words.strip()) <= LONGEST_OPEN:
            raise BadInput(f"an open name has {len(name.words.strip())} characters; it takes 1 to {LONGEST_OPEN}.")
        if not fold(name.words):
            raise BadInput(f"the open name {name.words!r} has no letter or digit in it.")
    for one in incident.evidence:
        _check_evidence(one)


def _check_words(incident: Incident) -> None:
    """A title and a tag are one line that can be shown; no text holds what no database can."""
    _one_line("the title", incident.title)
    for tag in incident.tags:
        if not tag.strip():
            raise BadInput("a tag is empty: leave it out.")
        _one_line("the tag", tag)
    for text in _texts(incident):
        if "\0" in text:
            raise BadInput(f"{text[:40]!r} holds a NUL character, which no text has.")
    if any((number or 0) > _MANY for people in incident.people for number in (people.low, people.high)):
        raise BadInput(f"people: more than {_MANY:,} is more than there are.")


def unseen(text: str) -> str:
    """The characters of `text` that a title or tag may not have."""
    return "".join(letter for letter in text if unicodedata.category(letter) in _UNSEEN)


def _one_line(what: str, text: str) -> None:
    wrong = unseen(text)
    if wrong:
        raise BadInput(f"{what} {text!r} has {wrong[0]!a} in it: it takes one line without control characters.")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


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
    _known(session, "incident_relation_kind", "relation", [relation.kind for relation in incident.relations])


def _check_evidence(one: Evidence) -> None:
    _one_of("access", one.access, scales.ACCESSES)
    _one_of("stance", one.stance, scales.STANCES)
    _one_of("reliability", one.reliability, scales.RELIABILITIES)
    _one_of("credibility", one.credibility, scales.CREDIBILITIES)
    if not one.quote and not one.citation:
        raise BadInput("evidence needs a quote or a citation.")
    if (one.start is None) != (one.end is None) or (one.start is not None and one.text is None):
        raise BadInput("evidence with offsets needs both of them and the text that they count in.")
    if one.said_on:
        _dated("said_on", one.said_on)
    for claim in one.claims:
        _check_claim(claim)


def _check_claim(claim: Claim) -> None:
    _one_of("the field of a claim", claim.field, scales.CLAIMED)
    _one_of("the basis of a claim", claim.basis, scales.BASES)
    if claim.field == "date":
        _dated("a claimed date", claim.value)
    if (claim.start is None) != (claim.end is None) or (claim.start or 0) > (claim.end or 0):
        raise BadInput("a claim has both offsets or none, and does not end before it starts.")


def _dated(what: str, edtf: str) -> None:
    try:
        bounds(edtf)
    except ValueError as error:
        raise BadInput(f"{what} is {edtf[:40]!r}, which is no date in EDTF ({error}): write 2025-02-04.") from error


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
