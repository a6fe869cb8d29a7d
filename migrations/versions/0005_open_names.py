"""Names of places and institutions that are open in records that no proposal was made of.

Revision ID: 0005
Revises: 0004
"""

import logging

from alembic import op

from incidents.store.migrate import part

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

c = part("first/columns")

_LOG = logging.getLogger("incidents.migrations")


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
    _say_what_goes()
    op.drop_table("incident_open")


def _say_what_goes() -> None:
    """Name what no older version can hold; the change log keeps it."""
    rows = op.get_bind().exec_driver_sql("SELECT incident_id, field, words FROM incident_open ORDER BY 1, 2, 3").all()
    for incident, field, words in rows:
        _LOG.warning("incident %s: the open %s “%s” is dropped; the change log keeps it", incident, field, words)
