"""Reports and proposals through the unit of work: what comes in and what is decided of it."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlmodel import select

from incidents.errors import NotFound, Refused
from incidents.model.proposal import StoredProposal
from incidents.model.report import Report
from incidents.model.scales import ProposalState
from incidents.store import reports
from incidents.store.log import diff
from incidents.store.reports import Reading
from incidents.store.tables import ProposalRow, ReportRow, ReportTextRow, load
from incidents.store.unit import Unit


class Filed(NamedTuple):
    """A report that is in the database: its number and uid, and whether its bytes were there before."""

    id: int
    uid: str
    known: bool
    withdrawn: bool = False


def file_report(unit: Unit, report: Report, *, action: str = "ingest", note: str = "") -> Filed:
    """Take a report in; the same bytes twice are one report. One without a hash has no text."""
    held = reports.find_text(unit.session, report.sha256) if report.sha256 else None
    if held is not None:
        return Filed(held.id or 0, held.uid, known=True, withdrawn=bool(held.withdrawn))
    row = reports.insert(unit.session, unit.lookup, report, unit.at, unit.who, note=note)
    changed = diff({}, reports.report_to_plain(unit.session, unit.lookup, row, new=True))
    unit.log.append(action, "report", row.uid, changed)
    return Filed(row.id or 0, row.uid, known=False)


def propose(unit: Unit, reading: Reading) -> list[StoredProposal]:
    """Store the proposals of a reading that are new; they wait."""
    text, _ = unit.lookup.text_of(reading.sha256)
    rows = reports.insert_proposals(unit.session, text, reading, unit.at)
    reports.note_reading(unit.session, text, reading.seeds, unit.at)
    for row in rows:
        unit.log.append("propose", "proposal", row.uid, diff({}, reports.proposed(unit.session, row)))
    return [reports.stored(unit.session, row) for row in rows]


def waiting_of(unit: Unit, report: int) -> list[StoredProposal]:
    """The waiting proposals of a report by its number, in their order.

    Raises:
        NotFound: there is no such report.
    """
    if unit.session.get(ReportRow, report) is None:
        raise NotFound(f"there is no report {report}.")
    query = (
        select(ProposalRow)
        .join(ReportTextRow)
        .where(ReportTextRow.report_id == report, ProposalRow.state == "waiting")
        .order_by("position")
    )
    return [reports.stored(unit.session, row) for row in unit.session.exec(query)]


def decide(unit: Unit, proposal: StoredProposal, state: ProposalState, *, incident: str = "", reason: str = "") -> None:
    """Accept a proposal as the incident of this uid, reject it, or let it wait again.

    Raises:
        Refused: it was decided before.
    """
    load()  # the flush below follows the foreign keys of every table
    row = unit.session.get_one(ProposalRow, proposal.id)
    if state != "waiting" and row.state != "waiting":
        raise Refused(f"proposal {proposal.id} was {row.state} already.")
    before = reports.proposal_to_change(unit.session, row)
    number = unit.incident(incident).id if incident else None
    row.state, row.reason, row.incident_id = state, reason, number
    row.decided_by, row.decided_at = ("", None) if state == "waiting" else (unit.who, unit.at)
    unit.session.add(row)
    unit.session.flush()
    changed = diff(before, reports.proposal_to_change(unit.session, row))
    unit.log.append(_ACTIONS[state], "proposal", row.uid, changed, reason)
    reports.refresh_state(unit.session, row.text_id)


_ACTIONS = {"accepted": "accept", "rejected": "reject", "waiting": "reopen", "superseded": "supersede"}


def add_institutions(unit: Unit, proposal: StoredProposal, codes: Iterable[str] = ()) -> None:
    """Make the institutions that a pattern of the proposal named, if its incident needs them or they are `codes`."""
    from incidents.store import institutions  # noqa: PLC0415  a report that is only taken in needs none

    needed = set(codes) or {link.institution for link in proposal.proposal.incident.institutions}
    for one in proposal.proposal.institutions:
        if one.code in needed:
            institutions.add(unit, one)
