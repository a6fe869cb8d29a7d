"""What the log says was undone, and which proposals a person has had a hand in."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session

from incidents.store.tables import table_of

UNDO = "undo "
"""`undo 12` is the action of a change that takes change 12 back."""
_UNDOS = "action >= 'undo ' AND action < 'undo!'"
"""The condition of the index over the few changes that are undos."""
REWORK = frozenset({"revise", "resolve", "unite", "split", "take"})
"""Actions of a person on a proposal that still waits afterwards."""
DECISIONS = frozenset({"accept", "reject", "reopen", "supersede"})
"""Actions that give a proposal another state."""


def undone(changes: Iterable[tuple[int, str]]) -> set[int]:
    """Of changes in their order (sequence, action): the numbers of those that are undone, and whose undo stands."""
    gone: set[int] = set()
    for sequence, action in reversed(list(changes)):
        if action.startswith(UNDO) and sequence not in gone:
            gone.add(int(action.removeprefix(UNDO)))
    return gone


def all_undone(session: Session, database: str) -> set[int]:
    """The numbers of all changes of this database's chain that are undone."""
    change = table_of("change")
    query = sa.select(change.c.sequence, change.c.action).where(change.c.database == database, sa.text(_UNDOS))
    found = session.connection().execute(query.order_by(change.c.sequence))
    return undone((sequence, action) for sequence, action in found)


def reworked(session: Session, text: int) -> set[str]:
    """The uids of the proposals of a text that a person has revised, united, split or made."""
    change, proposal = table_of("change"), table_of("proposal")
    of = sa.and_(change.c.subject_kind == "proposal", change.c.subject_uid == proposal.c.uid)
    query = sa.select(proposal.c.uid, change.c.sequence, change.c.action).join_from(proposal, change, of)
    found: dict[str, list[tuple[int, str]]] = {}
    for uid, sequence, action in session.connection().execute(
        query.where(proposal.c.text_id == text).order_by(change.c.id)
    ):
        found.setdefault(uid, []).append((sequence, action))
    return {uid for uid, changes in found.items() if _stands(changes)}


def change_since(session: Session, uid: str, sequence: int, actions: frozenset[str] = REWORK) -> int | None:
    """The last change after this one by which a person has reworked (or else) a proposal, and which stands."""
    change = table_of("change")
    query = sa.select(change.c.sequence, change.c.action).order_by(change.c.id)
    own = query.where(change.c.subject_kind == "proposal", change.c.subject_uid == uid)
    changes = [(number, action) for number, action in session.connection().execute(own)]
    gone = undone(changes)
    later = (number for number, action in changes if number > sequence and action in actions and number not in gone)
    return max(later, default=None)


def _stands(changes: list[tuple[int, str]]) -> bool:
    gone = undone(changes)
    return any(action in REWORK and sequence not in gone for sequence, action in changes)
