"""Institutions with their names, earlier parents, the closure of their tree, and when it was another."""

import sqlalchemy as sa
from sqlmodel import Field

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


class InstitutionRow(Table, table=True):
    """An organ, unit, enterprise, school; `since` and `until` are EDTF or ''."""

    __table_args__ = (
        check("parent", "parent_id <> id"),
        sa.Index(None, "parent_id"),
        sa.Index(None, "place_id"),
        *seeded(),
    )
    id: int | None = serial()
    code: str = Field(sa_type=TEXT, unique=True)
    name: str = Field(sa_type=TEXT)
    kind: str = refers("institution_kind.code", sa_type=TEXT)
    parent_id: int | None = may_refer("institution.id")
    place_id: int | None = may_refer("place.id")
    since: str = words()
    until: str = words()
    origin: str = words("user")
    seed_hash: str = words()
    retired: bool = flag()


class InstitutionNameRow(Table, table=True):
    """A name of an institution; the canonical one is a row too. `key` is its `model.key.fold`; times are EDTF or ''."""

    __table_args__ = (
        sa.UniqueConstraint("institution_id", "name"),
        partly_unique("uq_institution_name_canonical", "institution_id", where="kind = 'canonical'"),
        one_of("origin", ("seed", "user")),
    )
    id: int | None = serial()
    institution_id: int = refers("institution.id")
    name: str = Field(sa_type=TEXT)
    language: str = words()
    kind: str = words("alias")
    since: str = words()
    until: str = words()
    key: str = Field(sa_type=TEXT, index=True)
    origin: str = words("user")


class InstitutionParentRow(Table, table=True):
    """A parent besides that of today: with `until` an earlier one, without a second one."""

    __table_args__ = (
        sa.UniqueConstraint("institution_id", "parent_id", "since"),
        check("parent", "parent_id <> institution_id"),
        one_of("origin", ("seed", "user")),
    )
    id: int | None = serial()
    institution_id: int = refers("institution.id")
    parent_id: int = refers("institution.id", index=True)
    since: str = words()
    until: str = words()
    origin: str = words("user")


class InstitutionClosureRow(Table, table=True):
    """Every ancestor of an institution, itself too (`store.closure`)."""

    __table_args__ = (
        check("self", "(depth = 0) = (institution_id = ancestor_id)"),
        check("depth", "depth >= 0"),
        sa.Index(None, "ancestor_id", "institution_id"),
        {"sqlite_with_rowid": False},
    )
    institution_id: int = refers("institution.id", primary_key=True)
    ancestor_id: int = refers("institution.id", primary_key=True)
    depth: int = Field(sa_type=sa.Integer)


class InstitutionFormerRow(Table, table=True):
    """From when until when an institution was under one that it is not under today; both days count."""

    __table_args__ = (
        check("days", "first_day <= last_day"),
        sa.Index(None, "ancestor_id", "institution_id"),
        {"sqlite_with_rowid": False},
    )
    institution_id: int = refers("institution.id", primary_key=True)
    ancestor_id: int = refers("institution.id", primary_key=True)
    first_day: str = Field(sa_type=TEXT, primary_key=True)
    last_day: str = Field(sa_type=TEXT)
