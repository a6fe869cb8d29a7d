"""Saving an incident through a unit of work: its rows, what follows from it, and its change in the log."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from incidents.errors import NotFound, Refused
from incidents.model.codec import incident_to_plain
from incidents.model.incident import Incident
from incidents.store import evidence, incidents, relations, scope, search
from incidents.store.check_value import check_incident
from incidents.store.derived import days, verdict
from incidents.store.identity import new_uid
from incidents.store.log import diff
from incidents.store.tables import IncidentRow, load
from incidents.store.unit import Unit

load()


def read(unit: Unit, key: str) -> Incident:
    """The incident of a number, a code or a uid. Raises NotFound."""
    row = _row(unit, key)
    unit.read[row.id or 0] = found = incidents.read(unit.session, unit.lookup, row)
    return found


def _row(unit: Unit, key: str) -> IncidentRow:
    asked = {"id": int(key)} if key.isdecimal() else {"uid" if len(key) == 36 else "code": key.lower()}
    row = incidents.find(unit.session, **asked)
    if row is None:
        raise NotFound(f"there is no incident {key}.")
    return row


def save(unit: Unit, incident: Incident, action: str, reason: str) -> Incident:
    """As `Unit.save`."""
    row = incidents.find(unit.session, uid=incident.uid) if incident.uid else None
    before = _before(unit, row, incident)
    value = _completed(unit, incident)
    check_incident(unit.session, value)
    row = row or incidents.insert(unit.session, value)
    _write(unit, row, value, before)
    relations.refuse_circles(unit.session, row.id or 0, value.relations)
    after = incidents.read(unit.session, unit.lookup, row)
    changed = diff(incident_to_plain(before) if before else {}, incident_to_plain(after))
    if not changed:
        return after
    row.revision = incident.revision + 1
    unit.session.add(row)
    unit.session.flush()
    unit.log.append(action, "incident", value.uid, changed, reason)
    return replace(after, revision=row.revision)


def _before(unit: Unit, row: IncidentRow | None, incident: Incident) -> Incident | None:
    """The record as it stands; if this unit has read it, that, because nothing but `save` changes it."""
    if row is None:
        return None
    if row.revision != incident.revision:
        raise Refused(
            f"incident {row.id} was changed by somebody else since you read it "
            f"(revision {incident.revision} was read, {row.revision} stands): look at it and try again."
        )
    return unit.read.pop(row.id or 0, None) or incidents.read(unit.session, unit.lookup, row)


def _completed(unit: Unit, incident: Incident) -> Incident:
    """The value with what the unit gives: uid, who recorded and reviewed it and when."""
    given = {"uid": incident.uid or new_uid(), "evidence": evidence.with_uids(incident.evidence)}
    if not incident.recorded_at:
        given |= {"recorded_at": unit.at, "recorded_by": unit.who}
    if incident.review == "reviewed" and not incident.reviewed_by:
        given |= {"reviewed_by": unit.who, "reviewed_at": unit.at}
    if incident.precision == "unknown":
        given["precision"] = _precision(unit, [link.place for link in incident.places])
    return replace(incident, **given)  # type: ignore[arg-type]


def _precision(unit: Unit, places: Sequence[str]) -> str:
    """How fine the places of a record are: the level of the one place, or `several`."""
    level = unit.lookup.level_of(places[0]) if len(places) == 1 else "several" if places else "unknown"
    return "several" if level == "region" else level


def _write(unit: Unit, row: IncidentRow, value: Incident, before: Incident | None) -> None:
    incidents.fill(row, value)
    incidents.derive(row, days(value.when, ()), verdict(()))
    unit.session.add(row)
    unit.session.flush()
    number = row.id or 0
    incidents.write_children(unit.session, unit.lookup, number, value)
    if before is None or before.evidence != value.evidence:
        evidence.write(unit.session, unit.lookup, number, value.evidence)
    refresh(unit, row, value)


class Standing(NamedTuple):
    """What follows from the evidence of an incident."""

    level: str
    disputed: bool
    first_reported: str | None
    last_reported: str | None


def standing(unit: Unit, key: str) -> Standing:
    """What follows from the evidence of an incident, by number, code or uid. Raises NotFound."""
    row = _row(unit, key)
    return Standing(row.level, bool(row.disputed), row.first_reported, row.last_reported)


def refresh_report(unit: Unit, report: int) -> None:
    """Make what follows true for every incident that rests on a report: its state or metadata changed."""
    for number in evidence.incidents_on(unit.session, report):
        row = _row(unit, str(number))
        refresh(unit, row, incidents.read(unit.session, unit.lookup, row))


def refresh(unit: Unit, row: IncidentRow, value: Incident) -> None:
    """Make what follows from an incident true: days, level, scope, search parts."""
    number = row.id or 0
    known = evidence.told(unit.session, number)
    incidents.derive(row, days(value.when, known), verdict(known))
    unit.session.add(row)
    scope.refresh(unit.session, [number])
    search.refresh_incident(unit.session, number, value, incidents.names(unit.session, number))
