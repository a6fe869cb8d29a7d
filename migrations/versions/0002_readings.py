"""With which program and seeds each text was last read, more columns for the list of reports, and what undo looks up.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

from incidents.store.migrate import part

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

c = part("first/columns")
views = part("view_files")

_KNOWN = """INSERT INTO text_reading (text_id, program_version, seeds_version, read_at)
    SELECT q.text_id, q.program_version, q.seeds_version, q.created_at FROM proposal q
    WHERE q.id = (SELECT max(n.id) FROM proposal n WHERE n.text_id = q.text_id)"""
"""What the last proposal of a text says; of a text without one it is not known, so that it is read again."""


def upgrade() -> None:
    views.drop("0001")
    op.create_table(
        "text_reading",
        c.refers("text_id", "report_text.id", primary_key=True),
        c.words("program_version"),
        c.words("seeds_version"),
        c.text("read_at"),
        *c.instant("read_at"),
    )
    op.get_bind().exec_driver_sql(_KNOWN)
    undos = sa.text("action >= 'undo ' AND action < 'undo!'")
    op.create_index(None, "change", ["database", "at"])
    op.create_index("ix_change_undo", "change", ["database", "sequence"], sqlite_where=undos, postgresql_where=undos)
    views.create("0002")


def downgrade() -> None:
    views.drop("0002")
    op.drop_index("ix_change_undo", "change")
    op.drop_index("ix_change_database_at", "change")
    op.drop_table("text_reading")
    views.create("0001")
