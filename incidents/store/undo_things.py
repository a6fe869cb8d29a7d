"""Undoing what was done to a place or an institution. What was made is retired, not deleted."""

import sqlalchemy as sa

from incidents.store import things
from incidents.store.log import Diff
from incidents.store.older import blocked, put_back
from incidents.store.tables import ChangeRow, table_of
from incidents.store.undone import UNDO
from incidents.store.unit import Unit


def undo_thing(unit: Unit, change: ChangeRow, content: Diff, reason: str) -> None:
    """Put the old values back, or retire what was made.

    Raises:
        Refused: a later change builds on it, or something that stands needs what was made.
    """
    thing = things.Thing(change.subject_kind, change.subject_uid)
    current = things.plain(unit, thing)
    retiring = made(content) or content.get("retired", (False,))[0] is True
    if retiring and current["retired"]:
        return
    if retiring and (needed := _needing(unit, *thing)):
        if "kind" in content:
            raise blocked(change, f"{needed}; change that first")
        return  # a record needed it, and others may have it since
    after = {**current, "retired": True} if made(content) else put_back(change, current, content)
    things.change(unit, thing, after, f"{UNDO}{change.sequence}", reason)


def made(content: Diff) -> bool:
    """Whether the change made the thing."""
    return content.get("name", ("",))[0] is None


def _needing(unit: Unit, noun: str, code: str) -> str:
    """What stands and needs the thing, in words: `incident 3 has it`; empty for nothing."""
    unit.session.flush()
    incident, links = table_of("incident"), table_of(f"incident_{noun}")
    rows, number = table_of(noun), unit.lookup.id_of(noun, code)
    connection = unit.session.connection()
    using = sa.select(incident.c.id).join_from(incident, links, links.c.incident_id == incident.c.id)
    standing = using.where(links.c[f"{noun}_id"] == number, incident.c.withdrawn == sa.literal_column("0"))
    if found := connection.execute(standing.order_by(incident.c.id).limit(1)).scalar():
        return f"incident {found} has the {noun} {code}"
    below = sa.select(rows.c.code).where(rows.c.parent_id == number, rows.c.retired == sa.literal_column("0"))
    if child := connection.execute(below.order_by(rows.c.code).limit(1)).scalar():
        return f"{child} was put under {code}"
    return ""
