"""Reports with their texts, relations and sources."""

import sqlalchemy as sa
from alembic import op

from incidents.store.migrate import part

c = part("first/columns")

TABLES = ("report", "report_text", "report_relation", "source")
"""In the order of their creation."""


def create() -> None:
    _report()
    _report_text()
    _report_relation()
    _source()


def _report() -> None:
    op.create_table(
        "report",
        c.serial(),
        c.text("uid", type_=c.UID, unique=True),
        c.refers("outlet_id", "outlet.id", nullable=True),
        c.words("url"),
        c.words("title"),
        c.text("published", nullable=True),
        c.text("published_from", nullable=True, index=True),
        c.text("published_to", nullable=True),
        c.words("language"),
        c.words("handling", "public"),
        c.words("state", "new"),
        c.words("got_how"),
        c.text("got_at"),
        c.words("got_by"),
        c.words("note"),
        c.flag("withdrawn"),
        c.check("uid", "length(uid) = 36"),
        c.one_of("handling", "public", "internal", "sealed"),
        c.one_of("state", "new", "in review", "done", "nothing in it"),
        c.check("published", "published IS NOT NULL OR (published_from IS NULL AND published_to IS NULL)"),
        c.check("published_order", "published_from <= published_to"),
        *c.day("published_from", "published_to"),
        *c.instant("got_at"),
        *c.truth("withdrawn"),
    )
    op.create_index(None, "report", ["outlet_id"])


def _report_text() -> None:
    op.create_table(
        "report_text",
        c.serial(),
        c.refers("report_id", "report.id"),
        c.number("version", default=1),
        c.text("sha256", type_=c.DIGEST, unique=True),
        c.words("media_type", "text/plain"),
        c.words("encoding", "utf-8"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        c.text("text"),
        c.number("chars"),
        sa.UniqueConstraint("report_id", "version"),
        c.check("version", "version >= 1"),
        c.check("sha256", "length(sha256) = 64"),
        c.check("chars", "chars = length(text)"),
    )


def _report_relation() -> None:
    op.create_table(
        "report_relation",
        c.serial(),
        c.refers("report_id", "report.id"),
        c.refers("kind", "report_relation_kind.code", type_=c.TEXT),
        c.refers("other_id", "report.id", nullable=True),
        c.refers("outlet_id", "outlet.id", nullable=True),
        c.check("target", "(other_id IS NULL) <> (outlet_id IS NULL)"),
        c.check("other", "other_id <> report_id"),
    )
    op.create_index(None, "report_relation", ["other_id"])
    op.create_index(
        "uq_report_relation_other",
        "report_relation",
        ["report_id", "kind", "other_id"],
        unique=True,
        sqlite_where=sa.text("other_id IS NOT NULL"),
        postgresql_where=sa.text("other_id IS NOT NULL"),
    )
    op.create_index(
        "uq_report_relation_outlet",
        "report_relation",
        ["report_id", "kind", "outlet_id"],
        unique=True,
        sqlite_where=sa.text("outlet_id IS NOT NULL"),
        postgresql_where=sa.text("outlet_id IS NOT NULL"),
    )


def _source() -> None:
    op.create_table(
        "source",
        c.serial(),
        c.refers("report_id", "report.id"),
        c.text("handle"),
        c.refers("type", "source_type.code", type_=c.TEXT),
        c.refers("place_id", "place.id", nullable=True),
        sa.UniqueConstraint("report_id", "handle"),
        c.check("handle", "handle <> ''"),
    )
