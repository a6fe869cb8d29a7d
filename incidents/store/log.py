"""The change log: each write appends one change per subject, chained by hashes (DESIGN section 4)."""

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session, select

from incidents.model.change import Change, canonical, commitment
from incidents.store.tables import ChangeContentRow, ChangeRow, LogHeadRow

_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"

Diff = Mapping[str, tuple[Any, Any]]
"""Changed fields with their old and new values."""


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields in which two plain values differ, each with its old and new value (None: not there)."""
    names = sorted(before.keys() | after.keys())
    return {name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}


class Log:
    """The log of one unit of work. Making it takes the head, so that writers wait for one another here."""

    def __init__(self, session: Session, who: str) -> None:
        self.session = session
        self.who = who
        self.head = session.exec(select(LogHeadRow).with_for_update()).one()
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
        row = row_of(change)
        self.session.add(row)
        self.session.flush()
        self.session.add(ChangeContentRow(change_id=row.id or 0, salt=salt, content=content))
        self.head.sequence, self.head.hash = change.sequence, row.hash
        self.session.add(self.head)
        return change.sequence

    def _now(self) -> str:
        last = self.session.exec(select(ChangeRow.at).where(ChangeRow.hash == self.head.hash)).first()
        now = datetime.now(UTC).strftime(_INSTANT)
        if last is None or now > last:
            return now
        return (datetime.strptime(last, _INSTANT).replace(tzinfo=UTC) + timedelta(microseconds=1)).strftime(_INSTANT)


def row_of(change: Change) -> ChangeRow:
    """The row of a change."""
    kind, uid = change.subject.split(":", 1)
    return ChangeRow(
        database=change.database,
        sequence=change.sequence,
        at=change.at,
        who=change.who,
        action=change.action,
        subject_kind=kind,
        subject_uid=uid,
        reason=change.reason,
        previous=change.previous,
        commitment=change.commitment,
        hash=change.hash,
    )


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
