"""Changing what is known of a report, taking it out and bringing it back, and linking it to others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from incidents.errors import BadInput, NotFound, Refused
from incidents.model.incident import Evidence
from incidents.store import evidence, report_changes, report_relations
from incidents.store.desk import decide, waiting_of
from incidents.store.location import Location
from incidents.store.log import Diff
from incidents.store.rereading import WITHDRAWN
from incidents.store.unit import Unit, begin


@dataclass(frozen=True, slots=True)
class Edited:
    """What changed of a report (`model.codec` values, old and new), and the incidents that rest on it."""

    report: int
    changed: Diff
    incidents: tuple[int, ...] = ()
    waiting: int = 0
    """So many of its proposals wait, as they were read before."""


def edit(  # noqa: PLR0913  who changes which report how and why
    location: Location,
    who: str,
    number: int,
    values: Mapping[str, Any],
    *,
    reason: str = "",
    dry_run: bool = False,
) -> Edited:
    """Put values (by the names of `store.report_changes`; None empties) into a report, and recompute what follows.

    Evidence that names the old outlet as its origin names the new one.

    Raises:
        NotFound, Refused: it is not there, or withdrawn.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        row = report_changes.standing(unit, number)
        changed = report_changes.change(unit, row, values, "edit", reason)
        old, new = changed.get("outlet", (None, None))
        if old:
            _move_origins(unit, row, (old, new), reason or f"the outlet of report {number} was corrected")
        return Edited(number, changed, report_changes.resting_on(unit, number), len(waiting_of(unit, number)))


def _move_origins(unit: Unit, row: Any, outlets: tuple[str, str], reason: str) -> None:
    old, new = outlets

    def moved(one: Evidence) -> Evidence:
        return replace(one, origin=new) if one.report == row.uid and one.origin == old else one

    for number in evidence.incidents_on(unit.session, row.id):
        incident = unit.incident(str(number))
        unit.save(replace(incident, evidence=tuple(map(moved, incident.evidence))), "edit", reason)


def withdraw(
    location: Location, who: str, reports: Sequence[int], reason: str, *, dry_run: bool = False
) -> list[Edited]:
    """Take reports out, all or none: they back nothing any more, and their proposals wait no more.

    Raises:
        NotFound, Refused: one is not there, or withdrawn already.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [_withdraw(unit, number, reason) for number in dict.fromkeys(reports)]


def _withdraw(unit: Unit, number: int, reason: str) -> Edited:
    row = report_changes.standing(unit, number)
    waiting = waiting_of(unit, number)
    for one in waiting:
        decide(unit, one, "superseded", reason=WITHDRAWN)
    changed = report_changes.change(unit, row, {"withdrawn": True}, "withdraw", reason)
    resting = report_changes.resting_on(unit, number)
    return Edited(number, changed, resting, len(waiting))


def restore(
    location: Location, who: str, reports: Sequence[int], reason: str = "", *, dry_run: bool = False
) -> list[Edited]:
    """Bring withdrawn reports back, all or none, with the proposals that waited.

    Raises:
        NotFound, Refused: one is not there, or not withdrawn.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [_restore(unit, number, reason) for number in dict.fromkeys(reports)]


def _restore(unit: Unit, number: int, reason: str) -> Edited:
    row = report_changes.find(unit, number)
    if not row.withdrawn:
        raise Refused(f"report {number} is not withdrawn.")
    changed = report_changes.change(unit, row, {"withdrawn": False}, "restore", reason)
    waiting = report_changes.set_aside(unit, number, WITHDRAWN)
    for one in waiting:
        decide(unit, one, "waiting")
    resting = report_changes.resting_on(unit, number)
    return Edited(number, changed, resting, len(waiting))


Link = Mapping[str, str]
"""`{"kind": "quotes", "other": uid of a report}`, or `outlet` with the code of one."""


def link(  # noqa: PLR0913  who links what to what and why
    location: Location,
    who: str,
    number: int,
    links: Sequence[Link],
    *,
    drop: bool = False,
    reason: str = "",
    dry_run: bool = False,
) -> Edited:
    """Add relations of a report to others or to outlets, or drop them.

    Raises:
        NotFound: a report is not there; a relation is to be dropped that it does not have.
        Refused: to itself, twice, or both ways.
        BadInput: there is no such relation.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        row = report_changes.standing(unit, number)
        held = report_relations.read(unit.session, number)
        for one in links:
            _demand(unit, row, one, held, drop=drop)
        left = [one for one in held if one not in links] if drop else [*held, *map(dict, links)]
        return Edited(number, report_changes.change(unit, row, {"relations": left}, "link", reason))


def _demand(unit: Unit, row: Any, one: Link, held: Sequence[Link], *, drop: bool) -> None:
    if drop:
        if one not in held:
            raise NotFound(f"report {row.id} has no such link; `incidents report show {row.id}` shows those it has.")
        return
    known = report_relations.kinds(unit.session)
    if one["kind"] not in known:
        raise BadInput(f"there is no relation of reports {one['kind']!r}; it is one of {', '.join(known)}.")
    if one in held:
        raise Refused(f"report {row.id} is linked so already.")
    if one.get("other") == row.uid:
        raise Refused(f"report {row.id} cannot be linked to itself.")
    other = unit.lookup.report_of(one["other"]) if "other" in one else 0
    if other and {"kind": one["kind"], "other": row.uid} in report_relations.read(unit.session, other):
        raise Refused(f"report {other} says that of report {row.id} already: it cannot be so both ways.")
