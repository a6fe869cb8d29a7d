"""The whole schema with the reading views.

Revision ID: 0001
Revises:
"""

from uuid import uuid4

from alembic import op

from incidents.store.migrate import part

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SUBJECTS = ("reference", "reports", "incidents", "evidence", "log")
_GENESIS = "0" * 64


def upgrade() -> None:
    for subject in _SUBJECTS:
        part(f"first/{subject}").create()
    part("first/search").create()
    head = "INSERT INTO log_head (id, database, sequence, hash) VALUES (1, '{}', 0, '{}')"
    op.get_bind().exec_driver_sql(head.format(uuid4(), _GENESIS))
    part("view_files").create(revision)


def downgrade() -> None:
    part("view_files").drop(revision)
    part("first/search").drop()
    for subject in reversed(_SUBJECTS):
        for table in reversed(part(f"first/{subject}").TABLES):
            op.drop_table(table)
