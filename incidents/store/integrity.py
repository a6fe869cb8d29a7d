"""`db check`: is everything in the database still true to itself?"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from incidents.model.change import GENESIS, commitment
from incidents.store import closure, name_check, parents, scope
from incidents.store.engine import engine_of, told
from incidents.store.former import untimely
from incidents.store.location import Location
from incidents.store.log import change_of
from incidents.store.query.proposals import read_payload
from incidents.store.seed_rows import INSTITUTION, PLACE
from incidents.store.tables import ChangeContentRow, ChangeRow, LogHeadRow, ReportTextRow, metadata, table_of


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked: what, how much of it, and what is wrong (empty: nothing)."""

    what: str
    checked: int
    wrong: tuple[str, ...] = ()


def check(location: Location) -> tuple[Finding, ...]:
    """Check the file, its keys, trees, names, scope and proposals, the chains of the log and the originals' hashes.

    Nobody writes meanwhile; what nobody here can write is read as it is.

    Raises:
        DatabaseProblem: another program is writing, or it cannot be read.
    """
    engine = engine_of(location, reading=not _writable(location))
    try:
        with told(location), Session(engine) as session:
            found = tuple(check(session) for check in _CHECKS)
            session.rollback()
            return found
    finally:
        engine.dispose()


def _writable(location: Location) -> bool:
    paths = (location.path, location.path.absolute().parent)
    return location.kind != "sqlite" or all(os.access(path, os.W_OK) for path in paths)


def _file(session: Session) -> Finding:
    gone = set(metadata.tables) - set(sa.inspect(session.connection()).get_table_names())
    wrong = [f"the table {name} is missing" for name in sorted(gone)]
    if session.get_bind().dialect.name != "sqlite":
        return Finding("database", 1, tuple(wrong))
    rows = session.connection().exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return Finding("database file", 1, (*wrong, *(row for row in rows if row != "ok")))


def _keys(session: Session) -> Finding:
    if session.get_bind().dialect.name != "sqlite":
        return Finding("foreign keys", 1)
    rows = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
    return Finding("foreign keys", 1, tuple(f"a row of {row[0]} points to nothing in {row[2]}" for row in rows[:20]))


def _trees(session: Session) -> Finding:
    checked, wrong = 0, []
    for name in ("place", "institution"):
        held = session.connection().execute(sa.text(f"SELECT count(*) FROM {name}_closure")).scalar_one()
        checked += int(held)
        wrong += parents.wrong(session.connection(), name)
        wrong += _ancestors(session, name)
    return Finding("ancestors of places and institutions", checked, tuple(wrong))


def _ancestors(session: Session, name: str) -> list[str]:
    wrong = untimely(session.connection(), name)
    if wrong:
        return wrong
    missing, extra = closure.differences(session.connection(), name)
    return [f"of {name}s {len(missing)} ancestors are missing and {len(extra)} too many"] if missing or extra else []


def _names(session: Session) -> Finding:
    found = [name_check.wrong(session.connection(), noun) for noun in (PLACE, INSTITUTION)]
    wrong = [told for _, some in found for told in some]
    return Finding("names of places and institutions", sum(checked for checked, _ in found), tuple(wrong[:20]))


def _scope(session: Session) -> Finding:
    held = session.connection().execute(sa.text("SELECT count(*) FROM incident_scope")).scalar_one()
    wrong = scope.differences(session)
    return Finding("rows of the scope", int(held), (f"{wrong} rows are missing or too many",) if wrong else ())


def _log(session: Session) -> Finding:
    checked = 0
    wrong: list[str] = []
    last: dict[str, str] = {}
    query = (
        select(ChangeRow, ChangeContentRow)
        .outerjoin(ChangeContentRow, col(ChangeContentRow.change_id) == ChangeRow.id)
        .order_by(col(ChangeRow.database), col(ChangeRow.sequence))
    )
    for row, content in session.exec(query):
        checked += 1
        wrong.extend(_broken(row, content, last.get(row.database, GENESIS)))
        last[row.database] = row.hash
    head = session.exec(select(LogHeadRow)).one()
    if last.get(head.database, GENESIS) != head.hash:
        wrong.append("the head of the log is not its last change")
    return Finding("changes of the log", checked, tuple(wrong[:20]))


def _broken(row: ChangeRow, content: ChangeContentRow | None, previous: str) -> Iterator[str]:
    where = f"change {row.sequence}"
    if row.previous != previous:
        yield f"{where} does not follow the one before it"
    if change_of(row).hash != row.hash:
        yield f"{where} does not fit its hash"
    salted = content is not None and content.salt is not None and content.content is not None
    if salted and commitment(content.salt or "", content.content or "") != row.commitment:  # type: ignore[union-attr]
        yield f"the content of {where} does not fit its commitment"


def _texts(session: Session) -> Finding:
    checked, wrong = 0, []
    for row in session.exec(select(ReportTextRow).execution_options(yield_per=50)):
        checked += 1
        if hashlib.sha256(row.data).hexdigest() != row.sha256:
            wrong.append(f"the original of report {row.report_id} (version {row.version}) does not fit its hash")
    return Finding("originals", checked, tuple(wrong[:20]))


def _proposals(session: Session) -> Finding:
    checked, wrong = 0, []
    rows = table_of("proposal")
    query = sa.select(rows.c.id, rows.c.payload).order_by(rows.c.id).execution_options(yield_per=500)
    for number, held in session.connection().execute(query):
        checked += 1
        try:
            read_payload(held)
        except ValueError as error:
            wrong.append(f"proposal {number} cannot be read: {error}")
    return Finding("proposals", checked, tuple(wrong[:20]))


_CHECKS = (_file, _keys, _trees, _names, _scope, _proposals, _log, _texts)
