"""Names of places and institutions that are open in records that no proposal was made of.

Revision ID: 0005
Revises: 0004
"""

from alembic import op

from incidents.store.migrate import part

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

c = part("first/columns")


def upgrade() -> None:
    op.create_table(
        "incident_open",
        c.refers("incident_id", "incident.id", primary_key=True),
        c.text("field", primary_key=True),
        c.text("words", primary_key=True),
        c.check("field", "field IN ('place', 'institution')"),
        c.check("words", "words <> ''"),
    )


def downgrade() -> None:
    op.drop_table("incident_open")
