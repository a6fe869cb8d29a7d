"""What was read in a report as one JSON object: the machine output of `ingest --dry-run` (DESIGN section 5)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from incidents.model.incident import Evidence, Incident, InstitutionLink, PlaceLink
from incidents.model.proposal import Extraction, Proposal
from incidents.model.reference import Reference
from incidents.model.report import Report

Plain = dict[str, Any]


def read_object(report: Report, extraction: Extraction, reference: Reference) -> Plain:
    """The object of one report; names are the canonical English ones of `reference`."""
    outlet = reference.outlet.get(report.outlet or "")
    called = _called(extraction, report.text)
    return {
        "file": report.name,
        "sha256": report.sha256,
        "outlet": outlet.name if outlet else report.outlet_words or None,
        "published": report.published,
        "language": report.language or "en",
        "timexes": [
            {"start": one.start, "end": one.end, "text": one.text, "value": one.when.edtf} for one in extraction.timexes
        ],
        "incidents": [_proposal(proposal, reference, called) for proposal in extraction.proposals],
        "problems": list(dict.fromkeys((*report.problems, *(one.message for one in extraction.problems)))),
    }


def _called(extraction: Extraction, text: str) -> dict[str, list[str]]:
    """What the report calls each institution, by code: "the bureau" in one record has its name in another."""
    called: dict[str, dict[str, None]] = {}
    for proposal in extraction.proposals:
        for one in (claim for passage in proposal.incident.evidence for claim in passage.claims):
            if one.field == "institution":
                words = " ".join(text[one.start : one.end].split())
                called.setdefault(one.value, {})[words] = None
    return {code: list(words) for code, words in called.items()}


def _proposal(proposal: Proposal, reference: Reference, called: Mapping[str, Sequence[str]]) -> Plain:
    own = proposal.incident
    names = {one.code: one.name for one in (*reference.institutions, *proposal.institutions)}
    return {
        **_head(own),
        "places": [_place(own, number, link, reference) for number, link in enumerate(own.places)],
        "institutions": [_institution(link, names, called) for link in own.institutions],
        "people": [{"group": one.group, "low": one.low, "high": one.high, "words": one.words} for one in own.people],
        "evidence": [_evidence(one, reference) for one in own.evidence],
        "verification": proposal.verification,
        "explanation": proposal.explanation,
        "disputed": proposal.disputed,
        "confidence": proposal.confidence,
        "problems": [problem.message for problem in proposal.problems],
    }


def _head(own: Incident) -> Plain:
    return {
        "title": own.title,
        "summary": own.summary,
        "type": own.type,
        "kind": own.kind,
        "status": own.status,
        "date": own.when.edtf,
        "earliest": _day(own.when.earliest),
        "latest": _day(own.when.latest),
        "extent": own.when.extent,
        "date_basis": own.when.basis,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _place(own: Incident, number: int, link: PlaceLink, reference: Reference) -> Plain:
    place = reference.place.get(link.place)
    level = place.level if place and place.level != "region" else "unknown"
    return {
        "name": place.name if place else link.place,
        "path": reference.path(link.place) if place else link.place,
        "code": link.place,
        "precision": own.precision if number == 0 else level,
        "role": link.role,
    }


def _institution(link: InstitutionLink, names: dict[str, str], called: Mapping[str, Sequence[str]]) -> Plain:
    """`alt`: what the report calls it, in whichever passage, where that is not its name."""
    code, name = link.institution, names.get(link.institution, link.institution)
    other = [words for words in called.get(code, ()) if words != name]
    return {"name": name, "code": code, "role": link.role, "alt": other}


def _evidence(one: Evidence, reference: Reference) -> Plain:
    where, origin = reference.place.get(one.source_place or ""), reference.outlet.get(one.origin or "")
    return {
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "attribution": one.attribution,
        "source": one.source,
        "source_type": one.source_type,
        "source_place": where.name if where else one.source_place,
        "said_on": one.said_on,
        "access": one.access,
        "origin": origin.name if origin else one.origin,
        "stance": one.stance,
        "claims": [
            {"field": claim.field, "value": claim.value, "start": claim.start, "end": claim.end} for claim in one.claims
        ],
    }
