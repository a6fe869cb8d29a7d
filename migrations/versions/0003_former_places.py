"""When a place was under one that it is not under today; trees and scope are made anew when the seeds are loaded next.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

from incidents.store.migrate import part

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

c = part("first/columns")

_RELOAD = "UPDATE setting SET value = '' WHERE key = 'seeds'"
"""`db upgrade` loads the seeds right after the migrations, and with them rebuilds the closures and the scope."""


def upgrade() -> None:
    op.create_table(
        "place_former",
        c.refers("place_id", "place.id", primary_key=True),
        c.refers("ancestor_id", "place.id", primary_key=True),
        c.text("first_day", primary_key=True),
        c.text("last_day"),
        c.check("days", "first_day <= last_day"),
        sqlite_with_rowid=False,
    )
    op.create_index(None, "place_former", ["ancestor_id", "place_id"])
    op.get_bind().exec_driver_sql(_RELOAD)


def downgrade() -> None:
    op.drop_table("place_former")
    op.get_bind().exec_driver_sql(_RELOAD)
