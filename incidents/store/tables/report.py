"""Reports and their texts."""

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
    refers,
    serial,
    shaped,
    truth,
    words,
)


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
