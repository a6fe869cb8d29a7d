"""The unit of work: every write goes through one.

It holds the head of the log, writes all or nothing, and keeps scope, levels, days and search parts true.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import sqlalchemy as sa
from sqlmodel import Session

from incidents.errors import BadInput, NotFound, Refused
from incidents.model.codec import incident_to_plain
from incidents.model.incident import Incident
from incidents.store import evidence, incidents, scope, search
from incidents.store.check_value import check_incident
from incidents.store.derived import days, verdict
from incidents.store.engine import engine_of, told
from incidents.store.identity import new_uid
from incidents.store.location import Location
from incidents.store.log import Log, diff
from incidents.store.lookup import Lookup
from incidents.store.query.connect import open_reader
from incidents.store.tables import IncidentRow


class Unit:
    """One transaction of one person. Make it with `begin`."""

    def __init__(self, session: Session, who: str) -> None:
        self.session = session
        self.who = who
        self.log = Log(session, who)
        self.lookup = Lookup(session)

    @property
    def at(self) -> str:
        """The instant of this unit, UTC."""
        return self.log.at

    def incident(self, key: str) -> Incident:
        """The incident of a number, a code or a uid.

        Raises:
            NotFound: there is none.
        """
        return incidents.read(self.session, self.lookup, self._row(key))

    def _row(self, key: str) -> IncidentRow:
        asked = {"id": int(key)} if key.isdecimal() else {"uid" if len(key) == 36 else "code": key.lower()}
        row = incidents.find(self.session, **asked)
        if row is None:
            raise NotFound(f"there is no incident {key}.")
        return row

    def save(self, incident: Incident, action: str, reason: str = "") -> Incident:
        """Write an incident, new (no uid) or changed, with all that follows from it, and log it.

        A value that changes nothing is not written and not logged.

        Raises:
            Refused: the value was read before somebody else changed the record.
            BadInput, NotFound: a value that no record may have.
        """
        row = incidents.find(self.session, uid=incident.uid) if incident.uid else None
        before = self._before(row, incident)
        value = self._completed(incident)
        check_incident(self.session, value)
        row = row or incidents.insert(self.session, value)
        self._write(row, value)
        after = incidents.read(self.session, self.lookup, row)
        changed = diff(before, incident_to_plain(after))
        if not changed:
            return after
        row.revision = incident.revision + 1
        self.session.add(row)
        self.session.flush()
        self.log.append(action, "incident", value.uid, changed, reason)
        return replace(after, revision=row.revision)

    def _before(self, row: IncidentRow | None, incident: Incident) -> dict[str, object]:
        if row is None:
            return {}
        if row.revision != incident.revision:
            raise Refused(
                f"incident {row.id} was changed by somebody else since you read it "
                f"(revision {incident.revision} was read, {row.revision} stands): look at it and try again."
            )
        return incident_to_plain(incidents.read(self.session, self.lookup, row))

    def _completed(self, incident: Incident) -> Incident:
        """The value with what the unit gives: uid, who recorded and reviewed it and when."""
        given = {"uid": incident.uid or new_uid(), "evidence": evidence.with_uids(incident.evidence)}
        if not incident.recorded_at:
            given |= {"recorded_at": self.at, "recorded_by": self.who}
        if incident.review == "reviewed" and not incident.reviewed_by:
            given |= {"reviewed_by": self.who, "reviewed_at": self.at}
        if incident.precision == "unknown":
            given["precision"] = self._precision([link.place for link in incident.places])
        return replace(incident, **given)  # type: ignore[arg-type]

    def _precision(self, places: Sequence[str]) -> str:
        """How fine the places of a record are: the level of the one place, or `several`."""
        level = self.lookup.level_of(places[0]) if len(places) == 1 else "several" if places else "unknown"
        return "several" if level == "region" else level

    def _write(self, row: IncidentRow, value: Incident) -> None:
        incidents.fill(row, value)
        incidents.derive(row, days(value.when, ()), verdict(()))
        self.session.add(row)
        self.session.flush()
        number = row.id or 0
        incidents.write_children(self.session, self.lookup, number, value)
        evidence.write(self.session, self.lookup, number, value.evidence)
        self.refresh(row, value)

    def refresh_report(self, report: int) -> None:
        """Make what follows true for every incident that rests on a report: its state or metadata changed."""
        for number in evidence.incidents_on(self.session, report):
            row = self._row(str(number))
            self.refresh(row, incidents.read(self.session, self.lookup, row))

    def refresh(self, row: IncidentRow, value: Incident) -> None:
        """Make what follows from an incident true: days, level, scope, search parts."""
        number = row.id or 0
        known = evidence.told(self.session, number)
        incidents.derive(row, days(value.when, known), verdict(known))
        self.session.add(row)
        scope.refresh(self.session, [number])
        search.refresh_incident(self.session, number, value, incidents.names(self.session, number))


@contextmanager
def begin(location: Location, who: str, *, dry_run: bool = False) -> Iterator[Unit]:
    """A unit of work on an existing database of this version. It commits at the end, all or nothing.

    With `dry_run` all is undone at the end.

    Raises:
        DatabaseProblem: the database is missing, behind, locked, read-only or cannot be reached.
        BadInput: the database refuses a value.
    """
    open_reader(location).close()
    engine = engine_of(location)
    try:
        with told(location), Session(engine, expire_on_commit=False) as session:
            yield Unit(session, who)
            if dry_run:
                session.rollback()
            else:
                session.commit()
    except sa.exc.IntegrityError as error:
        raise BadInput(f"the database refuses this record: {_sentence(error)}.") from error
    finally:
        engine.dispose()


def _sentence(error: sa.exc.DBAPIError) -> str:
    return str(error.orig).splitlines()[0].rstrip(".")
