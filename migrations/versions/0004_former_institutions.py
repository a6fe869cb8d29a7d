"""When an institution was under one that it is not under today; scope is made anew when the seeds are loaded next.

Revision ID: 0004
Revises: 0003
"""

from alembic import op

from incidents.store.migrate import part

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

c = part("first/columns")

_RELOAD = "UPDATE setting SET value = '' WHERE key = 'seeds'"
"""`db upgrade` loads the seeds right after the migrations, and with them rebuilds the closures and the scope."""


def upgrade() -> None:
    op.create_table(
        "institution_former",
        c.refers("institution_id", "institution.id", primary_key=True),
        c.refers("ancestor_id", "institution.id", primary_key=True),
        c.text("first_day", primary_key=True),
        c.text("last_day"),
        c.check("days", "first_day <= last_day"),
        sqlite_with_rowid=False,
    )
    op.create_index(None, "institution_former", ["ancestor_id", "institution_id"])
    op.get_bind().exec_driver_sql(_RELOAD)


def downgrade() -> None:
    op.drop_table("institution_former")
    op.get_bind().exec_driver_sql(_RELOAD)
