"""The views of a revision, read from `views/<revision>/<dialect>/<n>_<name>.sql` (`both`: the same text in both).

Views with a lower `n` are created first, as others read them. A revision holds only the views that it changes: of each
the newest file up to the revision counts, and a file without a statement ends that view. A migration that touches a
table drops the views first and creates them last:

    views.drop("0001")      # those that stand before this revision
    ...
    views.create("0002")    # those that stand after it
"""

from pathlib import Path

from alembic import op

_FOLDER = Path(__file__).parent / "views"


def at(revision: str, dialect: str) -> dict[str, str]:
    """The statements of all views that stand at `revision`, by file name, in the order in which they can be created."""
    found: dict[str, str] = {}
    for folder in sorted(path for path in _FOLDER.iterdir() if path.name <= revision):
        for file in [*folder.glob("both/*.sql"), *folder.glob(f"{dialect}/*.sql")]:
            found[file.stem] = file.read_text(encoding="utf-8").strip()
    return {name: found[name] for name in sorted(found) if found[name]}


def create(revision: str) -> None:
    """Create the views that stand at `revision`."""
    connection = op.get_bind()
    for statement in at(revision, connection.dialect.name).values():
        connection.exec_driver_sql(statement)


def drop(revision: str) -> None:
    """Drop the views that stand at `revision`, the last one first."""
    connection = op.get_bind()
    for name in reversed(at(revision, connection.dialect.name)):
        connection.exec_driver_sql(f"DROP VIEW {name.partition('_')[2]}")
