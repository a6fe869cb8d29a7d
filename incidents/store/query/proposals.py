"""Stored proposals as values, read without setting the ORM up."""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any, cast

from incidents.errors import DatabaseProblem
from incidents.model.codec import proposal_from_plain
from incidents.model.coded import holds
from incidents.model.proposal import Proposal, StoredProposal
from incidents.model.scales import ProposalState
from incidents.store.query.connect import Reader

_PROPOSALS = """SELECT q.id, q.uid, r.uid, x.sha256, q.payload, q.state, i.uid, q.reason, q.position
    FROM proposal q JOIN report_text x ON x.id = q.text_id JOIN report r ON r.id = x.report_id
    LEFT JOIN incident i ON i.id = q.incident_id"""
_OF_REPORT = f"{_PROPOSALS} WHERE x.report_id = ? ORDER BY q.position, q.id"
_NUMBERED = f"{_PROPOSALS} WHERE q.id = ?"


def proposals_of(reader: Reader, report: int) -> Iterator[StoredProposal]:
    """All proposals of a report by its number, in their order."""
    return map(_stored, reader.rows(_OF_REPORT, (report,)))


def proposal_numbered(reader: Reader, number: int) -> StoredProposal | None:
    """The proposal of this number, if there is one."""
    row = reader.one(_NUMBERED, (number,))
    return _stored(row) if row else None


def waiting_with(reader: Reader, noun: str, code: str) -> list[int]:
    """The numbers of the waiting proposals that have the place or institution with this code anywhere."""
    text = "SELECT id, payload FROM proposal WHERE state = 'waiting' AND payload LIKE ? ORDER BY id"
    return [row[0] for row in reader.rows(text, (f'%"{code}"%',)) if holds(json.loads(row[1]), noun, code)]


def _told(number: int, payload: str) -> Proposal:
    try:
        return read_payload(payload)
    except ValueError as error:
        raise DatabaseProblem(f"proposal {number} cannot be read ({error}): incidents db check says more") from error


def read_payload(payload: str) -> Proposal:
    """The proposal of what is stored of it. Raises ValueError where that was changed by hand into something else."""
    return proposal_from_plain(json.loads(payload))


def _stored(row: tuple[Any, ...]) -> StoredProposal:
    number, uid, report, text, payload, state, incident, reason, position = row
    proposal = _told(number, payload)
    evidence = tuple(replace(one, report=report, text=text) for one in proposal.incident.evidence)
    return StoredProposal(
        id=number,
        uid=uid,
        report=report,
        text=text,
        proposal=proposal._replace(incident=replace(proposal.incident, evidence=evidence)),
        state=cast("ProposalState", state),
        incident=incident,
        reason=reason,
        position=position,
        payload_sha=sha256(payload.encode()).hexdigest(),
    )
