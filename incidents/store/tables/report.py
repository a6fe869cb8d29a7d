"""Outlets, reports, their texts and relations, and the sources that speak in them."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.model.scales import HANDLINGS, REPORT_STATES
from incidents.store.tables.base import (
    DAY,
    DIGEST,
    INSTANT,
    TEXT,
    UID,
    Table,
    check,
    flag,
    may_refer,
    number,
    one_of,
    partly_unique,
    refers,
    seeded,
    serial,
    shaped,
    truth,
    words,
)


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


class ReportRow(Table, table=True):
    """A report; `published` is EDTF or NULL, `published_from` and `published_to` the days that it allows."""

    __table_args__ = (
        check("uid", "length(uid) = 36"),
        one_of("handling", HANDLINGS),
        one_of("state", REPORT_STATES),
        *shaped(DAY, "published_from", "published_to"),
        *shaped(INSTANT, "got_at"),
        check("published", "published IS NOT NULL OR (published_from IS NULL AND published_to IS NULL)"),
        check("published_order", "published_from <= published_to"),
        *truth("withdrawn"),
    )
    id: int | None = serial()
    uid: str = Field(sa_type=UID, unique=True)
    outlet_id: int | None = may_refer("outlet.id")
    url: str = words()
    title: str = words()
    published: str | None = Field(default=None, sa_type=TEXT)
    published_from: str | None = Field(default=None, sa_type=TEXT, index=True)
    published_to: str | None = Field(default=None, sa_type=TEXT)
    language: str = words()
    handling: str = words("public")
    state: str = words("new")
    got_how: str = words()
    got_at: str = Field(sa_type=TEXT)
    got_by: str = words()
    note: str = words()
    withdrawn: bool = flag()


sa.Index(None, ReportRow.__table__.c.outlet_id)  # type: ignore[attr-defined]


class ReportTextRow(Table, table=True):
    """One version of a report: its bytes and the kept text, whose `chars` code points all offsets count."""

    __table_args__ = (
        sa.UniqueConstraint("report_id", "version"),
        check("version", "version >= 1"),
        check("sha256", "length(sha256) = 64"),
        check("chars", "chars = length(text)"),
    )
    id: int | None = serial()
    report_id: int = refers("report.id")
    version: int = number(1)
    sha256: str = Field(sa_type=DIGEST, unique=True)
    media_type: str = words("text/plain")
    encoding: str = words("utf-8")
    data: bytes = Field(sa_type=sa.LargeBinary)
    text: str = Field(sa_type=TEXT)
    chars: int = Field(sa_type=sa.Integer)


class TextReadingRow(Table, table=True):
    """With which program and seeds a text was last read, and when; none: that is not known."""

    __table_args__ = tuple(shaped(INSTANT, "read_at"))
    text_id: int = refers("report_text.id", primary_key=True)
    program_version: str = words()
    seeds_version: str = words()
    read_at: str = Field(sa_type=TEXT)


class ReportRelationRow(Table, table=True):
    """A report quotes, reprints, translates … another report, or an outlet whose own report is not held."""

    __table_args__ = (
        check("target", "(other_id IS NULL) <> (outlet_id IS NULL)"),
        check("other", "other_id <> report_id"),
        partly_unique("uq_report_relation_other", "report_id", "kind", "other_id", where="other_id IS NOT NULL"),
        partly_unique("uq_report_relation_outlet", "report_id", "kind", "outlet_id", where="outlet_id IS NOT NULL"),
        sa.Index(None, "other_id"),
    )
    id: int | None = serial()
    report_id: int = refers("report.id")
    kind: str = refers("report_relation_kind.code", sa_type=TEXT)
    other_id: int | None = may_refer("report.id")
    outlet_id: int | None = may_refer("outlet.id")


class SourceRow(Table, table=True):
    """Someone who speaks in a report, by a handle inside it (`source 1`, `outlet`)."""

    __table_args__ = (sa.UniqueConstraint("report_id", "handle"), check("handle", "handle <> ''"))
    id: int | None = serial()
    report_id: int = refers("report.id")
    handle: str = Field(sa_type=TEXT)
    type: str = refers("source_type.code", sa_type=TEXT)
    place_id: int | None = may_refer("place.id")
