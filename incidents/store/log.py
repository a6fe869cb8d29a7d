"""The change log: each write appends one change per subject, chained by hashes (DESIGN section 4)."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from incidents.model.change import Change, canonical, commitment
from incidents.store.tables import ChangeContentRow, ChangeRow, table_of

_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"

Diff = Mapping[str, tuple[Any, Any]]
"""Changed fields with their old and new values."""


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields in which two plain values differ, each with its old and new value (None: not there)."""
    names = sorted(before.keys() | after.keys())
    return {name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}


@dataclass(slots=True)
class Head:
    """The last change of this database's chain."""

    database: str
    sequence: int
    hash: str


class Log:
    """The log of one unit of work. Making it takes the head, so that writers wait for one another here."""

    def __init__(self, session: Session, who: str) -> None:
        self.session = session
        self.who = who
        self.head = self._taken()
        self.at = self._now()
        """One instant for the whole unit; later than the last change, also where the clock runs backwards."""

    def append(self, action: str, kind: str, uid: str, changed: Diff, reason: str = "") -> int:
        """Append a change of the subject `kind:uid`; its sequence."""
        salt, content = secrets.token_hex(16), canonical({name: list(pair) for name, pair in changed.items()})
        change = Change(
            database=self.head.database,
            sequence=self.head.sequence + 1,
            at=self.at,
            who=self.who,
            action=action,
            subject=f"{kind}:{uid}",
            reason=reason,
            previous=self.head.hash,
            commitment=commitment(salt, content),
        )
        self._write(change, salt, content)
        self.head.sequence, self.head.hash = change.sequence, change.hash
        return change.sequence

    def _write(self, change: Change, salt: str, content: str) -> None:
        connection = self.session.connection()
        number = inserted(self.session, "change", columns_of(change))
        connection.execute(sa.insert(table_of("change_content")).values(change_id=number, salt=salt, content=content))
        connection.execute(sa.update(table_of("log_head")).values(sequence=change.sequence, hash=change.hash))

    def _taken(self) -> Head:
        head = table_of("log_head")
        row = self.session.connection().execute(sa.select(head).with_for_update()).one()
        return Head(row.database, row.sequence, row.hash)

    def _now(self) -> str:
        change = table_of("change")
        last = self.session.connection().execute(sa.select(change.c.at).where(change.c.hash == self.head.hash)).scalar()
        now = datetime.now(UTC).strftime(_INSTANT)
        if last is None or now > last:
            return now
        return (datetime.strptime(last, _INSTANT).replace(tzinfo=UTC) + timedelta(microseconds=1)).strftime(_INSTANT)


def inserted(session: Session, name: str, columns: Mapping[str, Any]) -> int:
    """The number of a new row; not through the ORM, whose flush loads every table for its foreign keys."""
    result = session.connection().execute(sa.insert(table_of(name)).values(columns))
    number: int = (result.inserted_primary_key or (0,))[0]
    return number


def columns_of(change: Change) -> dict[str, Any]:
    """The columns of a change's row."""
    kind, uid = change.subject.split(":", 1)
    own = "database sequence at who action reason previous commitment hash".split()
    return {name: getattr(change, name) for name in own} | {"subject_kind": kind, "subject_uid": uid}


def change_of(row: ChangeRow) -> Change:
    """The change of a row."""
    return Change(
        database=row.database,
        sequence=row.sequence,
        at=row.at,
        who=row.who,
        action=row.action,
        subject=f"{row.subject_kind}:{row.subject_uid}",
        reason=row.reason,
        previous=row.previous,
        commitment=row.commitment,
    )


def content_of(session: Session, change_id: int) -> dict[str, tuple[Any, Any]] | None:
    """The changed fields of a change, or None where they were redacted."""
    row = session.get(ChangeContentRow, change_id)
    if row is None or row.content is None:
        return None
    return {name: (old, new) for name, (old, new) in json.loads(row.content).items()}
