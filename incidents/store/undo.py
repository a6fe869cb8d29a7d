"""Undoing what one unit of work wrote, from the change log; an undo is a change like any other.

What was made is not deleted: an incident or report is withdrawn, a proposal waits again, an institution is retired.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from incidents.errors import NotFound, Refused
from incidents.model.change import canonical
from incidents.model.codec import Plain, incident_from_plain, incident_to_plain
from incidents.store import payload, reports
from incidents.store.log import Diff, content_of, diff
from incidents.store.saving import refresh_report
from incidents.store.tables import (
    ChangeRow,
    IncidentInstitutionRow,
    IncidentRow,
    InstitutionRow,
    ProposalRow,
    ReportRow,
    load,
)
from incidents.store.unit import Unit

_UNDO = "undo "


def undo(unit: Unit, sequence: int | None = None, reason: str = "") -> list[ChangeRow]:
    """Undo everything that was written together with the change `sequence` (None: the last of this person).

    Returns the changes undone, the last one first.

    Raises:
        NotFound: there is no such change, or nothing to undo.
        Refused: a later change builds on it, or its content was redacted.
    """
    target = _by_number(unit, sequence) if sequence is not None else _last(unit)
    query = select(ChangeRow).where(ChangeRow.database == target.database, ChangeRow.at == target.at)
    together = list(unit.session.exec(query.order_by(col(ChangeRow.sequence).desc())))
    for change in together:
        _HOW.get(change.subject_kind, _refuse)(unit, change, _content(unit, change), reason)
    return together


def _by_number(unit: Unit, sequence: int) -> ChangeRow:
    here = ChangeRow.database == unit.log.head.database
    found = unit.session.exec(select(ChangeRow).where(here, ChangeRow.sequence == sequence)).first()
    if found is None:
        raise NotFound(f"there is no change {sequence}; `incidents history ID` shows the changes of an incident.")
    if sequence in _undone(unit):
        raise Refused(f"change {sequence} was undone already.")
    return found


def _last(unit: Unit) -> ChangeRow:
    """The last change of this person that is neither an undo nor undone."""
    undone = _undone(unit)
    here = ChangeRow.database == unit.log.head.database
    query = select(ChangeRow).where(here, ChangeRow.who == unit.who).order_by(col(ChangeRow.sequence).desc())
    for change in unit.session.exec(query):
        if not change.action.startswith(_UNDO) and change.sequence not in undone and change.subject_kind in _HOW:
            return change
    raise NotFound(f"{unit.who} has changed nothing that could be undone.")


def _undone(unit: Unit) -> set[int]:
    """The sequences of changes that were undone and whose undo was not itself undone."""
    here = ChangeRow.database == unit.log.head.database
    query = select(ChangeRow.sequence, ChangeRow.action).where(here, col(ChangeRow.action).startswith(_UNDO))
    undone: dict[int, int] = {}
    for sequence, action in unit.session.exec(query.order_by(col(ChangeRow.sequence))):
        of = int(action.removeprefix(_UNDO))
        undone[sequence] = of
        undone.pop(of, None)
    return set(undone.values())


def _content(unit: Unit, change: ChangeRow) -> Diff:
    content = content_of(unit.session, change.id or 0)
    if content is None:
        raise Refused(f"change {change.sequence} cannot be undone: its content was redacted.")
    return content


def _older(change: ChangeRow, current: Mapping[str, Any], content: Diff) -> Plain:
    """`current` with the old values back. Raises Refused where a later change put other values there."""
    for name, (_, new) in content.items():
        if canonical({"": current.get(name)}) != canonical({"": new}):
            raise Refused(
                f"change {change.sequence} cannot be undone: {name} was changed since; undo the later change first."
            )
    merged = {**current, **{name: old for name, (old, _) in content.items()}}
    return {name: value for name, value in merged.items() if value is not None}


def _undo_incident(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:
    current = unit.incident(change.subject_uid)
    older = _older(change, incident_to_plain(current), content)
    if "title" in older:
        value = replace(incident_from_plain(older), id=current.id, revision=current.revision)
    else:
        value = replace(current, withdrawn=True, withdrawn_reason=reason or "undone")
    unit.save(value, f"{_UNDO}{change.sequence}", reason)


def _undo_proposal(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:
    row = unit.session.exec(select(ProposalRow).where(ProposalRow.uid == change.subject_uid)).one()
    before = reports.proposal_to_change(unit.session, row)
    older = _older(change, before, content)
    row.state = older.get("state", "superseded")
    row.reason, row.decided_by = older.get("reason", ""), older.get("decided_by", "")
    row.decided_at = older.get("decided_at")
    row.payload, row.title = payload.whole(older), older["incident.title"]
    uid = older.get("incident")
    row.incident_id = unit.session.exec(select(IncidentRow.id).where(IncidentRow.uid == uid)).one() if uid else None
    _flushed(unit, row)
    unit.log.append(
        f"{_UNDO}{change.sequence}",
        "proposal",
        row.uid,
        diff(before, reports.proposal_to_change(unit.session, row)),
        reason,
    )
    reports.refresh_state(unit.session, row.text_id)


def _undo_report(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:
    row = unit.session.exec(select(ReportRow).where(ReportRow.uid == change.subject_uid)).one()
    before = reports.report_to_plain(unit.session, unit.lookup, row)
    row.withdrawn = "texts" in content or bool(content.get("withdrawn", (False, False))[0])
    _flushed(unit, row)
    refresh_report(unit, row.id or 0)
    after = reports.report_to_plain(unit.session, unit.lookup, row)
    unit.log.append(f"{_UNDO}{change.sequence}", "report", row.uid, diff(before, after), reason)


def _undo_institution(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:  # noqa: ARG001  one form for all
    """Retire an institution that was made, unless a standing incident still needs it."""
    row = unit.session.exec(select(InstitutionRow).where(InstitutionRow.code == change.subject_uid)).one()
    used = (
        select(IncidentRow.id)
        .join(IncidentInstitutionRow, col(IncidentInstitutionRow.incident_id) == IncidentRow.id)
        .where(IncidentInstitutionRow.institution_id == row.id, col(IncidentRow.withdrawn) == sa.literal_column("0"))
    )
    if unit.session.exec(used).first() is not None:
        return
    row.retired = True
    _flushed(unit, row)
    changed = {"retired": (False, True)}
    unit.log.append(f"{_UNDO}{change.sequence}", "institution", row.code, changed, reason)


def _refuse(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:  # noqa: ARG001  one form for all
    raise Refused(f"change {change.sequence} ({change.action} of {change.subject_kind}) cannot be undone.")


def _flushed(unit: Unit, row: ProposalRow | ReportRow | InstitutionRow) -> None:
    load()  # a flush follows the foreign keys of every table
    unit.session.add(row)
    unit.session.flush()


_HOW: Mapping[str, Callable[[Unit, ChangeRow, Diff, str], None]] = {
    "incident": _undo_incident,
    "proposal": _undo_proposal,
    "report": _undo_report,
    "institution": _undo_institution,
}
