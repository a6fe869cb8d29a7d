"""Evidence and the claims that it makes."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.model import scales
from incidents.store.tables.base import TEXT, UID, Table, check, flag, may_refer, one_of, refers, serial, truth, words


class EvidenceRow(Table, table=True):
    """One passage or citation that bears on an incident; offsets count code points of the kept text."""

    __table_args__ = (
        sa.UniqueConstraint("incident_id", "position"),
        check("uid", "length(uid) = 36"),
        check("position", "position >= 0"),
        check("offsets", "(start_at IS NULL) = (end_at IS NULL)"),
        check("offsets_of_text", "start_at IS NULL OR text_id IS NOT NULL"),
        check("start_at", "start_at >= 0"),
        check("end_at", "end_at > start_at"),
        check("quote_or_citation", "quote <> '' OR citation <> ''"),
        one_of("access", scales.ACCESSES),
        one_of("reliability", scales.RELIABILITIES),
        one_of("credibility", scales.CREDIBILITIES),
        one_of("stance", scales.STANCES),
        *truth("sensitive"),
        sa.Index(None, "text_id"),
        sa.Index(None, "source_id"),
        sa.Index(None, "origin_id"),
    )
    id: int | None = serial()
    uid: str = Field(sa_type=UID, unique=True)
    incident_id: int = refers("incident.id")
    position: int = Field(sa_type=sa.Integer)
    text_id: int | None = may_refer("report_text.id")
    source_id: int | None = may_refer("source.id")
    start_at: int | None = Field(default=None, sa_type=sa.Integer)
    end_at: int | None = Field(default=None, sa_type=sa.Integer)
    quote: str = words()
    citation: str = words()
    attribution: str = words()
    source_type: str = refers("source_type.code", sa_type=TEXT)
    source_place_id: int | None = may_refer("place.id")
    said_on: str | None = Field(default=None, sa_type=TEXT)
    access: str = words("unstated")
    origin_id: int | None = may_refer("outlet.id")
    reliability: str = words("F")
    credibility: str = words("6")
    stance: str = words("supports")
    sensitive: bool = flag()


class ClaimRow(Table, table=True):
    """One passage says one value of one field; `followed`: the incident's own value rests on it."""

    __table_args__ = (
        sa.UniqueConstraint("evidence_id", "position"),
        check("position", "position >= 0"),
        one_of("field", ("date", "place", "institution", "people", "status")),
        check("offsets", "(start_at IS NULL) = (end_at IS NULL)"),
        check("start_at", "start_at >= 0"),
        check("end_at", "end_at > start_at"),
        one_of("basis", scales.BASES),
        *truth("followed"),
    )
    id: int | None = serial()
    evidence_id: int = refers("evidence.id")
    position: int = Field(sa_type=sa.Integer)
    field: str = Field(sa_type=TEXT)
    value: str = Field(sa_type=TEXT)
    start_at: int | None = Field(default=None, sa_type=sa.Integer)
    end_at: int | None = Field(default=None, sa_type=sa.Integer)
    basis: str = words("stated")
    followed: bool = flag()
