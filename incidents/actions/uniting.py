"""Several proposals of one report as one: all their passages, and of each field the first one's value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from incidents.actions.backing import follows
from incidents.model.incident import Claim, Evidence, Incident, InstitutionLink, People
from incidents.model.proposal import Problem, Proposal
from incidents.model.reference import Institution

OPEN_TYPE = "other"
_SINGLE = ("title", "date", "place", "type")
"""Fields that have one value: the first proposal's, so that what is open of another's is open no longer."""


def united(first: Proposal, others: Sequence[Proposal]) -> Proposal:
    """The first proposal with the passages, institutions, people and tags of the others.

    A date, places or a type that it lacks are those of the next one that has them. Its level is not yet judged anew.
    """
    filled: set[str] = set()
    incident, problems = first.incident, list(first.problems)
    for other in others:
        added = _lacking(incident, other.incident)
        problems = [p for p in problems if p.field not in added] + _open(other, added)
        incident = _joined(incident, other.incident, added)
        filled |= added
    evidence = _passages(incident, [first, *others], filled)
    return first._replace(
        incident=replace(incident, evidence=evidence),
        confidence=max(one.confidence for one in (first, *others)),
        problems=tuple(dict.fromkeys(problems)),
        institutions=_made((first, *others)),
    )


def _lacking(own: Incident, other: Incident) -> set[str]:
    """The fields that the one lacks and the other has."""
    lacks = {
        "date": not own.when.dated and other.when.dated,
        "place": not own.places and bool(other.places),
        "type": own.type == OPEN_TYPE != other.type,
    }
    return {field for field, lacking in lacks.items() if lacking}


def _open(other: Proposal, added: set[str]) -> list[Problem]:
    """What stays open of another proposal: its own titles, dates and places count only where they were taken."""
    return [p for p in other.problems if p.field in added or p.field not in _SINGLE]


def _joined(own: Incident, other: Incident, added: set[str]) -> Incident:
    placed = "place" in added
    decided = tuple(decision for decision in other.decisions if decision.field in added)
    return replace(
        own,
        type=other.type if "type" in added else own.type,
        when=other.when if "date" in added else own.when,
        places=other.places if placed else own.places,
        precision=other.precision if placed else own.precision,
        institutions=_institutions((*own.institutions, *other.institutions)),
        people=_people((*own.people, *other.people)),
        tags=tuple(sorted({*own.tags, *other.tags})),
        summary=own.summary or other.summary,
        note="\n".join(filter(None, dict.fromkeys((own.note, other.note)))),
        decisions=(*(one for one in own.decisions if one.field not in added), *decided),
    )


def _institutions(links: Iterable[InstitutionLink]) -> tuple[InstitutionLink, ...]:
    kept: dict[str, InstitutionLink] = {}
    for link in links:
        kept.setdefault(link.institution, link)
    return tuple(kept.values())


def _people(people: Iterable[People]) -> tuple[People, ...]:
    kept: dict[str, People] = {}
    for one in people:
        kept.setdefault(one.group, one)
    return tuple(kept.values())


def _made(proposals: Iterable[Proposal]) -> tuple[Institution, ...]:
    return tuple({made.code: made for one in proposals for made in one.institutions}.values())


def _passages(incident: Incident, proposals: Sequence[Proposal], filled: set[str]) -> tuple[Evidence, ...]:
    """Each passage once; what another proposal's passage claims is followed where the incident has that value."""
    kept: dict[object, Evidence] = {}
    for number, proposal in enumerate(proposals):
        for one in proposal.incident.evidence:
            given = replace(one, claims=tuple(_claims(incident, one, filled))) if number else one
            span = one.start, one.end, one.citation
            kept[span] = _with(kept[span], given.claims) if span in kept else given
    return tuple(kept.values())


def _claims(incident: Incident, evidence: Evidence, filled: set[str]) -> Iterator[Claim]:
    for claim in evidence.claims:
        yield replace(claim, followed=follows(incident, claim) or (claim.followed and claim.field in filled))


def _with(evidence: Evidence, claims: Sequence[Claim]) -> Evidence:
    """The passage with what the same passage claims for another proposal."""
    held = {(claim.field, claim.value, claim.start, claim.end) for claim in evidence.claims}
    more = (claim for claim in claims if (claim.field, claim.value, claim.start, claim.end) not in held)
    return replace(evidence, claims=(*evidence.claims, *more))
