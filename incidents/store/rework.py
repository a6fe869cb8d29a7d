"""Waiting proposals rewritten, divided and added by a person, through the unit of work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from incidents import __version__
from incidents.errors import BadInput, Refused
from incidents.model.incident import Evidence, Incident
from incidents.model.proposal import Proposal, StoredProposal
from incidents.model.verification import SEVERAL, Testimony, assess
from incidents.store import reports
from incidents.store.check_value import check_incident
from incidents.store.identity import new_uid
from incidents.store.log import diff, inserted
from incidents.store.payload import payload
from incidents.store.tables import ProposalRow, load, table_of
from incidents.store.unit import Unit


def waiting(unit: Unit, number: int, seen: str = "") -> StoredProposal:
    """The waiting proposal of this number, as it was `seen` (`payload_sha`; empty: however it is).

    Raises:
        NotFound, Refused: there is none, it was decided, or somebody else has changed it since.
    """
    found = reports.read_proposal(unit.session, number)
    if found.state != "waiting":
        raise Refused(f"proposal {number} was {found.state} already.")
    demand_seen(found, seen)
    return found


def demand_seen(stored: StoredProposal, seen: str) -> None:
    """Refuse a proposal that is not as it was `seen` (`payload_sha`; empty: however it is).

    Raises:
        Refused: somebody else has changed it since.
    """
    if seen and seen != stored.payload_sha:
        raise Refused(f"proposal {stored.id} was changed by somebody else since you read it: look at it and try again.")


def rewrite(unit: Unit, stored: StoredProposal, proposal: Proposal, action: str, reason: str = "") -> StoredProposal:
    """Put another value in the place of a proposal (a decided one: by a merger only); nothing where nothing differs.

    Raises:
        BadInput, NotFound: a value that no record may have.
    """
    load()  # the flush below follows the foreign keys of every table
    row = unit.session.get_one(ProposalRow, stored.id)
    before = reports.proposal_to_change(unit.session, row)
    row.payload, row.title = _payload(unit, stored, proposal), proposal.incident.title
    changed = diff(before, reports.proposal_to_change(unit.session, row))
    if not changed:
        return stored
    unit.session.add(row)
    unit.session.flush()
    unit.log.append(action, "proposal", row.uid, changed, reason)
    reports.refresh_state(unit.session, row.text_id)
    return reports.stored(unit.session, row)


def add_beside(unit: Unit, beside: StoredProposal, proposal: Proposal, reason: str = "") -> StoredProposal:
    """A new waiting proposal of the same text, right behind another one.

    Raises:
        BadInput, NotFound: a value that no record may have.
    """
    row = unit.session.get_one(ProposalRow, beside.id)
    return add(unit, beside.text, proposal, beside.position, seeds=row.seeds_version, reason=reason)


def add(  # noqa: PLR0913  what a proposal is made of
    unit: Unit, sha256: str, proposal: Proposal, position: int, *, seeds: str, reason: str = ""
) -> StoredProposal:
    """A new waiting proposal of the text of this hash, made by a person with these `seeds`.

    Raises:
        BadInput, NotFound: a value that no record may have, or no such text.
    """
    text, _ = unit.lookup.text_of(sha256)
    made = _checked(unit, proposal)
    columns = {
        "uid": new_uid(),
        "text_id": text,
        "position": position,
        "payload": payload(made),
        "title": made.incident.title,
        "fingerprint": _free_mark(unit, text, reports.fingerprint(sha256, made)),
        "program_version": __version__,
        "seeds_version": seeds,
        "created_at": unit.at,
    }
    row = unit.session.get_one(ProposalRow, inserted(unit.session, "proposal", columns))
    unit.log.append("take", "proposal", row.uid, diff({}, reports.proposed(unit.session, row)), reason)
    reports.refresh_state(unit.session, text)
    return reports.stored(unit.session, row)


def _free_mark(unit: Unit, text: int, mark: str) -> str:
    """The fingerprint, with a number behind it where another proposal of the text has it."""
    table = table_of("proposal")
    query = sa.select(table.c.fingerprint).where(table.c.text_id == text)
    taken = set(unit.session.connection().execute(query).scalars())
    marks = (mark, *(f"{mark}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in marks if one not in taken)


def _payload(unit: Unit, stored: StoredProposal, proposal: Proposal) -> str:
    """The payload of a value whose evidence names its report, which the row alone says."""
    if any((one.report, one.text) != (stored.report, stored.text) for one in proposal.incident.evidence):
        raise BadInput(f"proposal {stored.id} holds passages of its own report only.")
    return payload(_checked(unit, proposal))


def _checked(unit: Unit, proposal: Proposal) -> Proposal:
    """The proposal as it is stored, if its incident may be one."""
    evidence = tuple(replace(one, report=None) for one in proposal.incident.evidence)
    incident = replace(proposal.incident, evidence=evidence)
    check_incident(unit.session, incident)
    _demand_codes(unit, proposal)
    return proposal._replace(incident=incident)


def _demand_codes(unit: Unit, proposal: Proposal) -> None:
    """Raises NotFound for a place or institution that is not there; one that a pattern made may be to come."""
    for link in proposal.incident.places:
        unit.lookup.id_of("place", link.place)
    made = {one.code for one in proposal.institutions}
    for part in proposal.incident.institutions:
        if part.institution not in made:
            unit.lookup.id_of("institution", part.institution)


def judged(unit: Unit, report: str, proposal: Proposal) -> Proposal:
    """The proposal of a report (its uid) with the level that its passages yield."""
    outlet = _outlet(unit, report)
    names = _names(unit, {one.origin for one in proposal.incident.evidence if one.origin})
    told = [_testimony(k, one, outlet, names) for k, one in enumerate(proposal.incident.evidence)]
    verdict = assess(told)
    return proposal._replace(verification=verdict.level, explanation=verdict.explanation, disputed=verdict.disputed)


def _testimony(position: int, one: Evidence, outlet: str, names: dict[str, str]) -> Testimony:
    """As `store.evidence` counts the passage once it is an incident's."""
    return Testimony(
        source=one.source or f"passage {position}",
        source_type=one.source_type,
        origin=names.get(one.origin or "") or outlet or one.citation or "unknown",
        access=one.access,
        stance=one.stance,
        relayed_by=outlet,
        several=one.source.startswith(SEVERAL),
    )


def _outlet(unit: Unit, report: str) -> str:
    rows, outlets = table_of("report"), table_of("outlet")
    query = sa.select(outlets.c.name).join(rows, rows.c.outlet_id == outlets.c.id).where(rows.c.uid == report)
    return str(unit.session.connection().execute(query).scalar() or "")


def _names(unit: Unit, codes: Iterable[str]) -> dict[str, str]:
    outlets = table_of("outlet")
    query = sa.select(outlets.c.code, outlets.c.name).where(outlets.c.code.in_(sorted(codes)))
    return {row.code: row.name for row in unit.session.connection().execute(query)}


def finest(unit: Unit, codes: Sequence[str]) -> list[str]:
    """Codes of places without those that lie above another one."""
    places, closure = table_of("place"), table_of("place_closure")
    low, high = places.alias("low"), places.alias("high")
    joined = closure.join(low, low.c.id == closure.c.place_id).join(high, high.c.id == closure.c.ancestor_id)
    among: Any = low.c.code.in_(codes) & high.c.code.in_(codes) & (low.c.id != high.c.id)
    above = set(unit.session.connection().execute(sa.select(high.c.code).select_from(joined).where(among)).scalars())
    return [code for code in codes if code not in above]


def blank(incident: Incident) -> Incident:
    """The incident of a proposal: nothing of it says that it was recorded or reviewed."""
    return replace(
        incident,
        review="machine",
        reviewed_by="",
        reviewed_at="",
        withdrawn=False,
        withdrawn_reason="",
        uid="",
        code="",
        id=None,
        revision=0,
        recorded_at="",
        recorded_by="",
    )
