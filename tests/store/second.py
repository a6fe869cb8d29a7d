"""A further migration, for tests of what a later version of the program does."""

REVISION = "0006"

MIGRATION = '''
"""A further revision that rebuilds a table under the views, as SQLite must."""
import sqlalchemy as sa
from alembic import op
from incidents.store.migrate import part

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
views = part("view_files")

def upgrade():
    views.drop("0002")
    with op.batch_alter_table("place", recreate="auto") as table:
        table.add_column(sa.Column("elevation", sa.Integer()))
        table.create_check_constraint("elevation", "elevation > -500")
    views.create("0006")

def downgrade():
    views.drop("0006")
    with op.batch_alter_table("place") as table:
        table.drop_constraint("elevation", type_="check")
        table.drop_column("elevation")
    views.create("0002")
'''
LISTING = "CREATE VIEW place_parent_listing AS SELECT id AS place_id, elevation FROM place"
