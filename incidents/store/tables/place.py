"""Places with their names, their parents of all kinds and times, the closure of the tree, and when it was another."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.model.scales import PLACE_LEVELS
from incidents.store.tables.base import (
    TEXT,
    Table,
    check,
    flag,
    may_refer,
    one_of,
    partly_unique,
    refers,
    seeded,
    serial,
    words,
)

PARENT_KINDS = ("administrative", "usage")
PATHS = ("self", "current", "former", "usage")
"""How a place is under another (which way is the best: `store.closure`)."""


class PlaceRow(Table, table=True):
    """A place; `parent_id` is its administrative parent of today, `since` (EDTF) when that began if it had another."""

    __table_args__ = (
        one_of("level", PLACE_LEVELS),
        check("parent", "parent_id <> id"),
        check("latitude", "latitude BETWEEN -90 AND 90"),
        check("longitude", "longitude BETWEEN -180 AND 180"),
        check("position", "(latitude IS NULL) = (longitude IS NULL)"),
        *seeded(),
    )
    id: int | None = serial()
    code: str = Field(sa_type=TEXT, unique=True)
    name: str = Field(sa_type=TEXT)
    kind: str = refers("place_kind.code", sa_type=TEXT)
    level: str = Field(sa_type=TEXT)
    parent_id: int | None = may_refer("place.id")
    since: str = words()
    latitude: float | None = Field(default=None, sa_type=sa.Float)
    longitude: float | None = Field(default=None, sa_type=sa.Float)
    origin: str = words("user")
    seed_hash: str = words()
    retired: bool = flag()


sa.Index(None, PlaceRow.__table__.c.parent_id)  # type: ignore[attr-defined]


class PlaceNameRow(Table, table=True):
    """A name of a place; the canonical one is a row too. `key` is `model.key.place_key` of it; times are EDTF or ''."""

    __table_args__ = (
        sa.UniqueConstraint("place_id", "name"),
        partly_unique("uq_place_name_canonical", "place_id", where="kind = 'canonical'"),
        one_of("origin", ("seed", "user")),
    )
    id: int | None = serial()
    place_id: int = refers("place.id")
    name: str = Field(sa_type=TEXT)
    language: str = words()
    kind: str = words("alias")
    since: str = words()
    until: str = words()
    key: str = Field(sa_type=TEXT, index=True)
    origin: str = words("user")


class PlaceParentRow(Table, table=True):
    """A parent besides the administrative one of today: an earlier one, or one that usage gives it."""

    __table_args__ = (
        one_of("kind", PARENT_KINDS),
        sa.UniqueConstraint("place_id", "parent_id", "kind", "since"),
        check("parent", "parent_id <> place_id"),
        one_of("origin", ("seed", "user")),
    )
    id: int | None = serial()
    place_id: int = refers("place.id")
    parent_id: int = refers("place.id", index=True)
    kind: str = Field(sa_type=TEXT)
    since: str = words()
    until: str = words()
    origin: str = words("user")


class PlaceClosureRow(Table, table=True):
    """Every ancestor of a place, itself too, and by which kind of parent it is reached (`store.closure`)."""

    __table_args__ = (
        one_of("via", PATHS),
        check("self", "(via = 'self') = (place_id = ancestor_id)"),
        check("depth", "depth >= 0"),
        sa.Index(None, "ancestor_id", "place_id"),
        {"sqlite_with_rowid": False},
    )
    place_id: int = refers("place.id", primary_key=True)
    ancestor_id: int = refers("place.id", primary_key=True)
    via: str = Field(sa_type=TEXT)
    depth: int = Field(sa_type=sa.Integer)


class PlaceFormerRow(Table, table=True):
    """From when until when a place was under one that it is not under today (`store.closure`); both days count."""

    __table_args__ = (
        check("days", "first_day <= last_day"),
        sa.Index(None, "ancestor_id", "place_id"),
        {"sqlite_with_rowid": False},
    )
    place_id: int = refers("place.id", primary_key=True)
    ancestor_id: int = refers("place.id", primary_key=True)
    first_day: str = Field(sa_type=TEXT, primary_key=True)
    last_day: str = Field(sa_type=TEXT)
