"""Undoing what one unit of work wrote, from the change log; an undo is a change like any other.

What was made is not deleted: an incident or report is withdrawn, a proposal waits no more, a place or an institution is
retired.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from incidents.errors import NotFound, Refused
from incidents.model.codec import Plain, incident_from_plain, incident_to_plain
from incidents.model.coded import codes
from incidents.store import payload, report_changes, report_relations, reports
from incidents.store.desk import waiting_of
from incidents.store.log import Diff, content_of, diff
from incidents.store.older import blocked, put_back
from incidents.store.tables import (
    ChangeRow,
    IncidentRow,
    ProposalRow,
    load,
    table_of,
)
from incidents.store.thing_checks import taken
from incidents.store.things import NOUNS, Thing
from incidents.store.undo_things import demand_standing, undo_thing
from incidents.store.undone import DECISIONS, UNDO, all_undone, change_since
from incidents.store.unit import Unit

_SOME = 500
_STANDS: Any = sa.literal_column("0")


def undo(unit: Unit, sequence: int | None = None, reason: str = "") -> list[ChangeRow]:
    """Undo everything that was written together with the change `sequence` (None: the last of this person).

    Returns the changes undone, the last one first.

    Raises:
        NotFound: there is no such change, or nothing to undo.
        Refused: a later change builds on it, or its content was redacted.
    """
    target = _by_number(unit, sequence) if sequence is not None else _last(unit)
    query = select(ChangeRow).where(ChangeRow.database == target.database, ChangeRow.at == target.at)
    found = unit.session.exec(query)  # sorted here: SQLite would walk the log for an order
    together = sorted(found, key=lambda change: -change.sequence)
    for change in together:
        _HOW.get(change.subject_kind, _refuse)(unit, change, _content(unit, change), reason)
    return together


def _by_number(unit: Unit, sequence: int) -> ChangeRow:
    here = ChangeRow.database == unit.log.head.database
    found = unit.session.exec(select(ChangeRow).where(here, ChangeRow.sequence == sequence)).first()
    if found is None:
        raise NotFound(f"there is no change {sequence}; `incidents history` shows them with their numbers.")
    if found.at in _undone(unit):
        raise Refused(f"change {sequence} was undone already.")
    return found


def _last(unit: Unit) -> ChangeRow:
    """The last change of this person that is neither an undo nor undone."""
    gone, mine = _undone(unit), [ChangeRow.database == unit.log.head.database, ChangeRow.who == unit.who]
    kinds = col(ChangeRow.subject_kind).in_(_HOW), ~col(ChangeRow.action).startswith(UNDO)
    newest = select(ChangeRow).where(*mine, *kinds).order_by(col(ChangeRow.sequence).desc())
    for start in count(0, _SOME):
        some = unit.session.exec(newest.limit(_SOME).offset(start)).all()
        if found := next((change for change in some if change.at not in gone), None):
            return found
        if not some:
            break
    raise NotFound(f"{unit.who} has changed nothing that could be undone.")


def _undone(unit: Unit) -> set[str]:
    """The instants of what was undone: what was written together was undone together."""
    change, database = table_of("change"), unit.log.head.database
    numbers = sorted(all_undone(unit.session, database))
    query = sa.select(change.c.at).where(change.c.database == database)
    some = (numbers[start : start + _SOME] for start in range(0, len(numbers), _SOME))
    found = (unit.session.connection().execute(query.where(change.c.sequence.in_(few))).scalars() for few in some)
    return {at for few in found for at in few}


def _content(unit: Unit, change: ChangeRow) -> Diff:
    content = content_of(unit.session, change.id or 0)
    if content is None:
        raise Refused(f"change {change.sequence} cannot be undone: its content was redacted.")
    return content


def _undo_incident(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:
    current = unit.incident(change.subject_uid)
    older = put_back(change, incident_to_plain(current), content)
    if "title" in older:
        _demand_standing(unit, change, incident_to_plain(current), older)
        value = replace(incident_from_plain(older), id=current.id, revision=current.revision)
    else:
        for number in _relating(unit, current.id or 0):
            raise blocked(change, f"incident {number} was linked to it since; undo that first")
        value = replace(current, withdrawn=True, withdrawn_reason=reason or "undone")
    unit.save(value, f"{UNDO}{change.sequence}", reason)


def _demand_standing(unit: Unit, change: ChangeRow, before: Plain, older: Plain) -> None:
    """Refuse what would give a record or proposal a place or an institution that was retired meanwhile."""
    for noun in NOUNS:
        for code in sorted(codes(older, noun) - codes(before, noun)):
            if taken(unit, Thing(noun, code)):
                demand_standing(unit, change, Thing(noun, code))


def _relating(unit: Unit, incident: int) -> Iterator[int]:
    """The standing incidents that have a relation to this one."""
    relation, holder = table_of("incident_relation"), table_of("incident")
    joined = relation.join(holder, holder.c.id == relation.c.incident_id)
    query = (
        sa.select(holder.c.id).select_from(joined).where(relation.c.other_id == incident, holder.c.withdrawn == _STANDS)
    )
    yield from unit.session.connection().execute(query.order_by(holder.c.id)).scalars().all()


def _undo_proposal(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:
    row = unit.session.exec(select(ProposalRow).where(ProposalRow.uid == change.subject_uid)).one()
    if "state" not in content and change_since(unit.session, row.uid, change.sequence, DECISIONS):
        raise blocked(change, f"proposal {row.id} was {row.state} since; undo that first")
    later = change_since(unit.session, row.uid, change.sequence) if content.get("state", ("",))[0] is None else None
    if later:
        raise blocked(change, f"proposal {row.id} was changed since (change {later}); undo that first")
    before = reports.proposal_to_change(unit.session, row)
    older = put_back(change, before, content)
    _demand_standing(unit, change, before, older)
    uid = older.get("incident")
    number = unit.session.exec(select(IncidentRow.id).where(IncidentRow.uid == uid)).one() if uid else None
    row.state = older.get("state", "superseded")
    row.reason, row.decided_by = older.get("reason", ""), older.get("decided_by", "")
    row.decided_at = older.get("decided_at")
    row.payload, row.title = payload.whole(older), older["incident.title"]
    row.incident_id = number
    _flushed(unit, row)
    after = reports.proposal_to_change(unit.session, row)
    unit.log.append(f"{UNDO}{change.sequence}", "proposal", row.uid, diff(before, after), reason)
    reports.refresh_state(unit.session, row.text_id)


def _undo_report(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:
    table = table_of("report")
    row = unit.session.connection().execute(sa.select(table).where(table.c.uid == change.subject_uid)).one()
    made = content.get("got_at", ("",))[0] is None
    older = put_back(change, report_changes.plain(unit, row), content, freely=("state", "withdrawn") if made else ())
    if made:
        if row.withdrawn:
            raise blocked(change, f"report {row.id} is withdrawn already")
        _demand_unused(unit, change, row.id)
        values: Plain = {"withdrawn": True}
    else:
        values = {name: older.get(name) for name in content}
    report_changes.change(unit, row, values, f"{UNDO}{change.sequence}", reason)


def _demand_unused(unit: Unit, change: ChangeRow, report: int) -> None:
    """Refuse to take back a report that something rests on which was made later."""
    for number in report_changes.resting_on(unit, report):
        raise blocked(change, f"incident {number} rests on report {report}; withdraw it or drop its evidence first")
    for one in waiting_of(unit, report):
        raise blocked(change, f"proposal {one.id} of report {report} was made since and waits; undo that first")
    for number in report_relations.pointing_at(unit.session, report):
        raise blocked(change, f"report {number} was linked to report {report} since; undo that first")


def _refuse(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:  # noqa: ARG001  one form for all
    raise Refused(f"change {change.sequence} ({change.action} of {change.subject_kind}) cannot be undone.")


def _flushed(unit: Unit, row: ProposalRow) -> None:
    load()  # a flush follows the foreign keys of every table
    unit.session.add(row)
    unit.session.flush()


_HOW: Mapping[str, Callable[[Unit, ChangeRow, Diff, str], None]] = {
    "incident": _undo_incident,
    "proposal": _undo_proposal,
    "report": _undo_report,
    "place": undo_thing,
    "institution": undo_thing,
}
