"""${message}.

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

import sqlalchemy as sa
from alembic import op

from incidents.store.migrate import part

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}

views = part("view_files")


def upgrade() -> None:
    views.drop(down_revision)
    ${upgrades if upgrades else "pass"}
    views.create(revision)


def downgrade() -> None:
    views.drop(revision)
    ${downgrades if downgrades else "pass"}
    views.create(down_revision)
