"""Evidence, claims and proposals."""

import sqlalchemy as sa
from alembic import op

from incidents.store.migrate import part

c = part("first/columns")

TABLES = ("evidence", "claim", "proposal")
"""In the order of their creation."""


def create() -> None:
    _evidence()
    _claim()
    _proposal()


def _evidence() -> None:
    op.create_table(
        "evidence",
        c.serial(),
        c.text("uid", type_=c.UID, unique=True),
        c.refers("incident_id", "incident.id"),
        c.number("position"),
        c.refers("text_id", "report_text.id", nullable=True),
        c.refers("source_id", "source.id", nullable=True),
        c.number("start_at", nullable=True),
        c.number("end_at", nullable=True),
        c.words("quote"),
        c.words("citation"),
        c.words("attribution"),
        c.refers("source_type", "source_type.code", type_=c.TEXT),
        c.refers("source_place_id", "place.id", nullable=True),
        c.text("said_on", nullable=True),
        c.words("access", "unstated"),
        c.refers("origin_id", "outlet.id", nullable=True),
        c.words("reliability", "F"),
        c.words("credibility", "6"),
        c.words("stance", "supports"),
        c.flag("sensitive"),
        sa.UniqueConstraint("incident_id", "position"),
        c.check("uid", "length(uid) = 36"),
        c.check("position", "position >= 0"),
        c.check("offsets", "(start_at IS NULL) = (end_at IS NULL)"),
        c.check("offsets_of_text", "start_at IS NULL OR text_id IS NOT NULL"),
        c.check("start_at", "start_at >= 0"),
        c.check("end_at", "end_at > start_at"),
        c.check("quote_or_citation", "quote <> '' OR citation <> ''"),
        c.one_of("access", "direct", "hearsay", "unstated"),
        c.one_of("reliability", "A", "B", "C", "D", "E", "F"),
        c.one_of("credibility", "1", "2", "3", "4", "5", "6"),
        c.one_of("stance", "supports", "contradicts"),
        *c.truth("sensitive"),
    )
    op.create_index(None, "evidence", ["origin_id"])
    op.create_index(None, "evidence", ["source_id"])
    op.create_index(None, "evidence", ["text_id"])


def _claim() -> None:
    op.create_table(
        "claim",
        c.serial(),
        c.refers("evidence_id", "evidence.id"),
        c.number("position"),
        c.text("field"),
        c.text("value"),
        c.number("start_at", nullable=True),
        c.number("end_at", nullable=True),
        c.words("basis", "stated"),
        c.flag("followed"),
        sa.UniqueConstraint("evidence_id", "position"),
        c.check("position", "position >= 0"),
        c.one_of("field", "date", "place", "institution", "people", "status"),
        c.check("offsets", "(start_at IS NULL) = (end_at IS NULL)"),
        c.check("start_at", "start_at >= 0"),
        c.check("end_at", "end_at > start_at"),
        c.one_of("basis", "stated", "derived", "bounded", "none"),
        *c.truth("followed"),
    )


def _proposal() -> None:
    op.create_table(
        "proposal",
        c.serial(),
        c.text("uid", type_=c.UID, unique=True),
        c.refers("text_id", "report_text.id"),
        c.number("position"),
        c.text("payload"),
        c.words("title"),
        c.words("state", "waiting"),
        c.text("fingerprint"),
        c.words("program_version"),
        c.words("seeds_version"),
        c.refers("incident_id", "incident.id", nullable=True),
        c.words("decided_by"),
        c.text("decided_at", nullable=True),
        c.words("reason"),
        c.text("created_at"),
        sa.UniqueConstraint("text_id", "fingerprint"),
        c.check("uid", "length(uid) = 36"),
        c.check("position", "position >= 0"),
        c.one_of("state", "waiting", "accepted", "rejected", "superseded"),
        c.check("fingerprint", "fingerprint <> ''"),
        c.check("decided", "state IN ('waiting', 'superseded') OR decided_at IS NOT NULL"),
        c.check("accepted", "(state = 'accepted') = (incident_id IS NOT NULL)"),
        *c.instant("created_at", "decided_at"),
    )
    op.create_index(None, "proposal", ["incident_id"])
    op.create_index(None, "proposal", ["state"])
