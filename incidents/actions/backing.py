"""What the claims of passages give an incident: which of its values they back, and the values that they yield."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from incidents.model.incident import Claim, Evidence, Incident, InstitutionLink, People, PlaceLink
from incidents.model.scales import CLAIMED
from incidents.model.when import UNDATED, When


def follows(incident: Incident, claim: Claim) -> bool:
    """Whether a value of the incident is the one that a claim gives."""
    if claim.field == "date":
        return claim.value == incident.when.edtf
    if claim.field == "status":
        return claim.value == incident.status
    held = {
        "place": {link.place for link in incident.places},
        "institution": {link.institution for link in incident.institutions},
        "people": {said for one in incident.people for said in (counted(one), numbered(one))},
    }
    return claim.value in held.get(claim.field, ())


def standing_beside(incident: Incident, evidence: Evidence, fields: Collection[str] = CLAIMED) -> Evidence:
    """A passage as the incident's: only those of its claims are followed that give the incident's own values.

    Of other fields than these the claims stay as they are.
    """
    claims = (replace(c, followed=follows(incident, c)) if c.field in fields else c for c in evidence.claims)
    return replace(evidence, claims=tuple(claims))


def counted(people: People) -> str:
    """People as a claim says them."""
    return f"{people.group}: {people.words}"


def numbered(people: People) -> str:
    """People as a claim has them in figures: `detained: 2-3`, `participants: ~40`, `killed: 9+`, `injured: up to 9`."""
    low, high = ("" if end is None else str(end) for end in (people.low, people.high))
    said = low if low == high else f"{low}+" if not high else f"{low}-{high}" if low else f"up to {high}"
    return f"{people.group}: {'~' * people.approximate}{said}"


def values(evidence: Iterable[Evidence], field: str) -> tuple[str, ...]:
    """The values of a field that passages claim, each once, in their order."""
    return tuple(dict.fromkeys(claim.value for one in evidence for claim in one.claims if claim.field == field))


def date_of(evidence: Sequence[Evidence], like: When) -> When:
    """The first date that passages claim; `like` itself if one of them gives that; undated if none gives any."""
    claims = [(one, claim) for one in evidence for claim in one.claims if claim.field == "date"]
    if any(claim.value == like.edtf for _, claim in claims):
        return like
    return next((When.of(c.value, _words(one, c), basis=c.basis) for one, c in claims), UNDATED)


def _words(evidence: Evidence, claim: Claim) -> str:
    """The words of a claim, as far as they stand in the passage."""
    if claim.start is None or claim.end is None or evidence.start is None or claim.start < evidence.start:
        return ""
    return evidence.quote[claim.start - evidence.start : claim.end - evidence.start]


def places_of(codes: Iterable[str], like: Sequence[PlaceLink]) -> tuple[PlaceLink, ...]:
    """Places in the roles that they have in `like`; one that is not there is a scene, or where an order holds."""
    roles = {link.place: link.role for link in like}
    usual = "applies" if like and like[0].role == "applies" else "scene"
    return tuple(PlaceLink(code, roles.get(code, usual)) for code in codes)


def institutions_of(codes: Iterable[str], like: Sequence[InstitutionLink]) -> tuple[InstitutionLink, ...]:
    """Institutions in the roles that they have in `like`; one that is not there is only mentioned."""
    roles = {link.institution: link.role for link in like}
    return tuple(InstitutionLink(code, roles.get(code, "mentioned")) for code in codes)


def people_of(claimed: Iterable[str], like: Sequence[People]) -> tuple[People, ...]:
    """People as passages claim them, with the numbers that they have in `like`; one row a group."""
    known = {counted(one): one for one in like}
    found: dict[str, People] = {}
    for value in claimed:
        group, _, words = value.partition(": ")
        found.setdefault(group, known.get(value, People(group, words=words)))
    return tuple(found.values())
