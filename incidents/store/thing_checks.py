"""What no change of a place or an institution may do, said in a sentence before it is done."""

import sqlalchemy as sa

from incidents.errors import BadInput, Refused
from incidents.model.edtf import bounds
from incidents.model.visible import invisible
from incidents.store import things
from incidents.store.tables import table_of
from incidents.store.things import NOUNS, Thing
from incidents.store.unit import Unit

LONGEST = 200
"""Characters of the longest name."""


def demand_name(noun: str, name: str) -> None:
    """Refuse a name by which nothing could be found. Raises BadInput."""
    if wrong := invisible(name):
        told = "it takes one line without control characters and without any that nobody sees"
        raise BadInput(f"the name {name[:40]!a} has {wrong[0]!a} in it: {told}.")
    if not NOUNS[noun].key(name):
        raise BadInput(f"the name {name!r} has no letter or digit in it.")
    if len(name) > LONGEST:
        raise BadInput(f"the name {name[:40]!r}… has {len(name)} characters; it takes up to {LONGEST}.")


def demand_order(what: str, since: str, until: str) -> None:
    """Refuse times (EDTF, or empty) of which the end lies before the beginning. Raises BadInput."""
    if ends_before(until, since):
        raise BadInput(f"{what} would end ({until}) before it began ({since}).")


def ends_before(until: str, since: str) -> bool:
    """Whether a time that ends so lies wholly before one that begins so (EDTF); never where one is not known."""
    first, last = bounds(since)[0] if since else None, bounds(until)[1] if until else None
    return first is not None and last is not None and last < first


def demand_apart(unit: Unit, thing: Thing, parent: str) -> None:
    """Refuse a parent that is the thing itself, or lies below it by any of its parents. Raises Refused."""
    closure, number = table_of(f"{thing.noun}_closure"), unit.lookup.id_of(*thing)
    own = closure.c[f"{thing.noun}_id"] == unit.lookup.id_of(thing.noun, parent)
    query = sa.select(sa.func.count()).where(own, closure.c.ancestor_id == number)
    if unit.session.connection().execute(query).scalar():
        below = "is that itself" if parent == thing.code else f"lies below {thing.code}"
        raise Refused(f"{thing.code} cannot lie in {parent}, which {below}.")


def taken(unit: Unit, thing: Thing) -> bool | None:
    """Whether what has this code is retired; None where nothing has it."""
    rows = table_of(thing.noun)
    query = sa.select(rows.c.retired).where(rows.c.code == thing.code)
    retired = unit.session.connection().execute(query).scalar()
    return None if retired is None else bool(retired)


def in_other_capitals(unit: Unit, thing: Thing) -> str:
    """The code of something else that differs from that of the thing in capitals only, which typed codes do not tell.

    Empty if there is none.
    """
    rows = table_of(thing.noun)
    alike = (sa.func.lower(rows.c.code) == thing.code.lower()) & (rows.c.code != thing.code)
    return str(unit.session.connection().execute(sa.select(rows.c.code).where(alike)).scalar() or "")


def given_up(unit: Unit, thing: Thing) -> bool:
    """Whether a person retired it, by a merger or an undo: then nothing new may have it.

    What only the seeds dropped stays in the records that have it.
    """
    value = things.plain(unit, thing)
    return bool(value["retired"]) and value["origin"] == "user"


def level_of(unit: Unit, kind: str) -> str:
    """The level of a kind of place that is there."""
    kinds = table_of("place_kind")
    return str(unit.session.connection().execute(sa.select(kinds.c.level).where(kinds.c.code == kind)).scalar_one())
