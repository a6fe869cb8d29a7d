"""Deciding on proposals: accepting one makes a record, rejecting one keeps it with the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from incidents.errors import Refused
from incidents.model.incident import Incident
from incidents.model.proposal import StoredProposal
from incidents.model.reference import Institution
from incidents.model.scales import Review
from incidents.store.desk import add_institutions, decide, waiting_of
from incidents.store.location import Location
from incidents.store.reports import read_proposal
from incidents.store.rework import demand_seen
from incidents.store.standing import standing
from incidents.store.unit import Unit, begin


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided: numbers of proposals, and of reports all of whose waiting proposals are meant."""

    accept: Sequence[int] = ()
    accept_reports: Sequence[int] = ()
    reject: Sequence[int] = ()
    reject_reports: Sequence[int] = ()
    reason: str = ""
    seen: Mapping[int, str] = field(default_factory=dict)
    """The `payload_sha` of proposals as they were seen: one that is another by now is not decided."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of it: the new records, the proposals that were rejected, and what was added with the records."""

    accepted: tuple[Incident, ...] = ()
    rejected: tuple[StoredProposal, ...] = ()
    added: tuple[Institution, ...] = ()
    """The institutions that were made, by the form of their names, for the records."""


def accept(unit: Unit, stored: StoredProposal, *, review: Review) -> Incident:
    """Make the record of a proposal inside a unit of work.

    Raises:
        Refused: it was decided before, or has a place or an institution that is retired by now.
    """
    stored = stored._replace(proposal=standing(unit, stored))
    add_institutions(unit, stored)
    saved = unit.save(replace(stored.proposal.incident, review=review), "accept")
    decide(unit, stored, "accepted", incident=saved.uid)
    return saved


def settle(location: Location, who: str, verdict: Verdict, *, dry_run: bool = False) -> Settled:
    """Accept and reject, as reviewed by this person, in one transaction: all or nothing.

    Of a report that is accepted or rejected whole, the proposals that are named apart are decided as they are named.

    Raises:
        NotFound, Refused: a number that is not there, was decided or changed meanwhile, or is to be both.
    """
    both = set(verdict.accept) & set(verdict.reject)
    if both:
        raise Refused(f"proposal {min(both)} cannot be both accepted and rejected.")
    with begin(location, who, dry_run=dry_run) as unit:
        taken = list(_meant(unit, verdict.accept, verdict.accept_reports, verdict.reject))
        refused = list(_meant(unit, verdict.reject, verdict.reject_reports, verdict.accept))
        for one in (*taken, *refused):
            demand_seen(one, verdict.seen.get(one.id, ""))
        made = _made(unit, taken)
        accepted = tuple(accept(unit, one, review="reviewed") for one in taken)
        for one in refused:
            decide(unit, one, "rejected", reason=verdict.reason)
        had = {link.institution for one in accepted for link in one.institutions}
        return Settled(accepted, tuple(refused), tuple(one for one in made if one.code in had))


def _made(unit: Unit, taken: Sequence[StoredProposal]) -> list[Institution]:
    """What these proposals made by the form of a name, and is not there yet; each once."""
    from incidents.store.institutions import absent  # noqa: PLC0415  a report that is only taken in needs none

    by_code = {one.code: one for stored in taken for one in stored.proposal.institutions}
    fresh = absent(unit, by_code) if by_code else ()
    return [one for code, one in by_code.items() if code in fresh]


def _meant(
    unit: Unit, numbers: Sequence[int], reports: Sequence[int], apart: Sequence[int]
) -> Iterator[StoredProposal]:
    """The proposals with these numbers and the waiting ones of these reports, each once, without those `apart`."""
    found = {number: read_proposal(unit.session, number) for number in numbers}
    for report in reports:
        found |= {one.id: one for one in waiting_of(unit, report) if one.id not in apart}
    yield from found.values()
