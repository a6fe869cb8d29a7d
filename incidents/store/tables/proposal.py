"""The proposals that wait for a person."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.model import scales
from incidents.store.tables.base import (
    INSTANT,
    TEXT,
    UID,
    Table,
    check,
    may_refer,
    one_of,
    refers,
    serial,
    shaped,
    words,
)


class ProposalRow(Table, table=True):
    """What extraction proposes of one text; `payload` is JSON, the fingerprint of it survives a second reading."""

    __table_args__ = (
        sa.UniqueConstraint("text_id", "fingerprint"),
        check("uid", "length(uid) = 36"),
        check("position", "position >= 0"),
        one_of("state", scales.PROPOSAL_STATES),
        check("fingerprint", "fingerprint <> ''"),
        *shaped(INSTANT, "created_at", "decided_at"),
        check("decided", "state IN ('waiting', 'superseded') OR decided_at IS NOT NULL"),
        check("accepted", "(state = 'accepted') = (incident_id IS NOT NULL)"),
        sa.Index(None, "state"),
        sa.Index(None, "incident_id"),
    )
    id: int | None = serial()
    uid: str = Field(sa_type=UID, unique=True)
    text_id: int = refers("report_text.id")
    position: int = Field(sa_type=sa.Integer)
    payload: str = Field(sa_type=TEXT)
    title: str = words()
    state: str = words("waiting")
    fingerprint: str = Field(sa_type=TEXT)
    program_version: str = words()
    seeds_version: str = words()
    incident_id: int | None = may_refer("incident.id")
    decided_by: str = words()
    decided_at: str | None = Field(default=None, sa_type=TEXT)
    reason: str = words()
    created_at: str = Field(sa_type=TEXT)
