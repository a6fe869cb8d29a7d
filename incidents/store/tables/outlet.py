"""Outlets and their names."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.store.tables.base import TEXT, Table, flag, one_of, refers, seeded, serial, words


class OutletRow(Table, table=True):
    """Who publishes; `domains` are bare domains with a space between."""

    __table_args__ = tuple(seeded())
    id: int | None = serial()
    code: str = Field(sa_type=TEXT, unique=True)
    name: str = Field(sa_type=TEXT)
    kind: str = refers("outlet_kind.code", sa_type=TEXT)
    country: str = words()
    language: str = words()
    domains: str = words()
    origin: str = words("user")
    seed_hash: str = words()
    retired: bool = flag()


class OutletNameRow(Table, table=True):
    """A name of an outlet; the canonical one is a row too. `key` is `model.key.fold` of it."""

    __table_args__ = (sa.UniqueConstraint("outlet_id", "name"), one_of("origin", ("seed", "user")))
    id: int | None = serial()
    outlet_id: int = refers("outlet.id")
    name: str = Field(sa_type=TEXT)
    language: str = words()
    key: str = Field(sa_type=TEXT, index=True)
    origin: str = words("user")
