"""Undoing what was done to a place or an institution. What was made is retired, not deleted."""

import sqlalchemy as sa

from incidents.errors import Refused
from incidents.model.codec import Plain, proposal_to_plain
from incidents.model.coded import holds
from incidents.store import things
from incidents.store.log import Diff
from incidents.store.older import blocked, put_back
from incidents.store.references import proposals_with
from incidents.store.reports import read_proposal
from incidents.store.tables import ChangeRow, table_of
from incidents.store.thing_checks import demand_apart, given_up
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
    _demand_room(unit, change, current, after)
    things.change(unit, thing, after, f"{UNDO}{change.sequence}", reason)


def _demand_room(unit: Unit, change: ChangeRow, before: Plain, after: Plain) -> None:
    """Refuse a parent or a site that is no more, or a parent that lies below the thing by now."""
    thing = things.Thing(change.subject_kind, change.subject_uid)
    for link, noun in things.NOUNS[thing.noun].links.items():
        code = after.get(link)
        if not code or code == before.get(link):
            continue
        demand_standing(unit, change, things.Thing(noun, code))
        if link == "parent":
            try:
                demand_apart(unit, thing, code)
            except Refused as error:
                raise blocked(change, f"{error}; undo the later change first".replace(".;", ";")) from error


def demand_standing(unit: Unit, change: ChangeRow, thing: things.Thing) -> None:
    """Refuse to give something back a thing that a merger or an undo has retired since."""
    if given_up(unit, thing):
        raise blocked(change, f"{thing.code} is retired by now; undo that first")


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
    return _waiting(unit, things.Thing(noun, code)) if noun == "place" else ""


def _waiting(unit: Unit, place: things.Thing) -> str:
    """As `_needing`, of proposals that wait: an institution they can make again, a place they cannot."""
    for number in proposals_with(unit, place):
        stored = read_proposal(unit.session, number)
        if stored.state == "waiting" and holds(proposal_to_plain(stored.proposal), *place):
            return f"proposal {number}, which waits, has the place {place.code}"
    return ""
