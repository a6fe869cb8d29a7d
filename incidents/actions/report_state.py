"""Marking reports by hand: done, nothing in them, or new again."""

from collections.abc import Sequence
from dataclasses import dataclass

from incidents.errors import Refused
from incidents.model.proposal import StoredProposal
from incidents.model.scales import ReportState
from incidents.store import report_changes
from incidents.store.desk import decide, waiting_of
from incidents.store.location import Location
from incidents.store.unit import Unit, begin

CLOSED: tuple[ReportState, ...] = ("done", "nothing in it")
"""States in which no proposal waits."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of one report: the states before and after, and the proposals that were rejected with it."""

    report: int
    before: ReportState
    after: ReportState
    rejected: tuple[StoredProposal, ...] = ()


def mark(  # noqa: PLR0913  who marks what how and why
    location: Location,
    who: str,
    reports: Sequence[int],
    state: ReportState,
    *,
    reason: str = "",
    reject_rest: bool = False,
    dry_run: bool = False,
) -> list[Marked]:
    """Set the state of reports by number, all or none; it stays until a proposal comes or is decided.

    With `reject_rest` what still waits is rejected for the `reason`.

    Raises:
        NotFound: one is not there.
        Refused: one is withdrawn, or is to be closed and proposals of it wait.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [_mark(unit, number, state, reason, reject_rest=reject_rest) for number in dict.fromkeys(reports)]


def _mark(unit: Unit, number: int, state: ReportState, reason: str, *, reject_rest: bool) -> Marked:
    row = report_changes.standing(unit, number)
    waiting = waiting_of(unit, number) if state in CLOSED else []
    if waiting and not reject_rest:
        many = f"{len(waiting)} of its proposals wait" if len(waiting) > 1 else "one of its proposals waits"
        raise Refused(
            f"report {number} is not to be marked as {state}: {many}; decide, or give --reject-rest with a --reason."
        )
    for one in waiting:
        decide(unit, one, "rejected", reason=reason)
    report_changes.change(unit, report_changes.find(unit, number), {"state": state}, "mark", reason)
    return Marked(number, row.state, state, tuple(waiting))
