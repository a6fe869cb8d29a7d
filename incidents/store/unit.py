"""The unit of work: every write goes through one.

It holds the head of the log, writes all or nothing, and keeps scope, levels, days and search parts true.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import sqlalchemy as sa
from sqlmodel import Session

from incidents.errors import BadInput
from incidents.model.incident import Incident
from incidents.store.engine import engine_of, told
from incidents.store.location import Location
from incidents.store.log import Log
from incidents.store.lookup import Lookup
from incidents.store.query.connect import open_reader

_NOTED: ContextVar[list[int] | None] = ContextVar("_NOTED", default=None)


@contextmanager
def noted() -> Iterator[list[int]]:
    """The number of the last change of each unit of work that is committed here within, and of nobody else's."""
    numbers: list[int] = []
    token = _NOTED.set(numbers)
    try:
        yield numbers
    finally:
        _NOTED.reset(token)


class Unit:
    """One transaction of one person. Make it with `begin`."""

    def __init__(self, session: Session, who: str) -> None:
        self.session = session
        self.who = who
        self.log = Log(session, who)
        self.lookup = Lookup(session)
        self.read: dict[int, Incident] = {}
        """Records that were read, by number, until they are saved: for `store.saving`."""

    @property
    def at(self) -> str:
        """The instant of this unit, UTC."""
        return self.log.at

    def incident(self, key: str) -> Incident:
        """The incident of a number, a code or a uid.

        Raises:
            NotFound: there is none.
        """
        from incidents.store import saving  # noqa: PLC0415  the tables of incidents are slow to map; ingest needs none

        return saving.read(self, key)

    def save(self, incident: Incident, action: str, reason: str = "") -> Incident:
        """Write an incident, new (no uid) or changed, with all that follows from it, and log it.

        A value that changes nothing is not written and not logged.

        Raises:
            Refused: the value was read before somebody else changed the record.
            BadInput, NotFound: a value that no record may have.
        """
        from incidents.store import saving  # noqa: PLC0415

        return saving.save(self, incident, action, reason)


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
            unit = Unit(session, who)
            before = unit.log.head.sequence
            yield unit
            if dry_run:
                session.rollback()
            else:
                session.commit()
                _note(unit, before)
    except sa.exc.IntegrityError as error:
        raise BadInput(f"the database refuses this record: {_sentence(error)}.") from error
    finally:
        engine.dispose()


def _note(unit: Unit, before: int) -> None:
    numbers, last = _NOTED.get(), unit.log.head.sequence
    if numbers is not None and last != before:
        numbers.append(last)


def _sentence(error: sa.exc.DBAPIError) -> str:
    return str(error.orig).splitlines()[0].rstrip(".")
