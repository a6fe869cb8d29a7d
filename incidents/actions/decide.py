"""Deciding on proposals: accepting one makes a record, rejecting one keeps it with the reason."""

from dataclasses import replace

from incidents.model.incident import Incident
from incidents.model.scales import Review
from incidents.store.desk import add_institutions, decide, waiting_of
from incidents.store.location import Location
from incidents.store.reports import StoredProposal, read_proposal
from incidents.store.unit import Unit, begin


def accept(unit: Unit, stored: StoredProposal, *, review: Review) -> Incident:
    """Make the record of a proposal inside a unit of work.

    Raises:
        Refused: it was decided before.
    """
    add_institutions(unit, stored)
    saved = unit.save(replace(stored.proposal.incident, review=review), "accept")
    decide(unit, stored, "accepted", incident=saved.uid)
    return saved


def accept_numbers(location: Location, who: str, numbers: list[int], *, dry_run: bool = False) -> list[Incident]:
    """Accept proposals by number, as reviewed by this person, all or none.

    Raises:
        NotFound, Refused: a number that is not there, or was decided.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [accept(unit, read_proposal(unit.session, number), review="reviewed") for number in numbers]


def accept_report(location: Location, who: str, report: int, *, dry_run: bool = False) -> list[Incident]:
    """Accept every waiting proposal of a report, as reviewed by this person.

    Raises:
        NotFound: there is no such report.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [accept(unit, one, review="reviewed") for one in waiting_of(unit, report)]


def reject_numbers(
    location: Location, who: str, numbers: list[int], reason: str, *, dry_run: bool = False
) -> list[StoredProposal]:
    """Reject proposals by number, with a reason, all or none.

    Raises:
        NotFound, Refused: a number that is not there, or was decided.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        found = [read_proposal(unit.session, number) for number in numbers]
        for one in found:
            decide(unit, one, "rejected", reason=reason)
        return found
