"""Loading the seeds: new rows come in, changed ones follow unless a user changed them, rows that are gone are retired.

A row with origin `seed` whose content still has the hash of the seed it came from is ours to update. Any other is the
user's: a program that edits a seeded row sets its origin to `user`, and to `seed` where it puts everything back.
"""

from collections.abc import Mapping

import sqlalchemy as sa

from incidents.model.reference import Reference
from incidents.store import closure, seed_rows, seed_things
from incidents.store.seed_clashes import made_by_load, standing
from incidents.store.seed_plan import Counts, insert, marks, plan_of, settle
from incidents.store.seed_rows import INSTITUTION, OUTLET, PLACE, Content, Key
from incidents.store.tables import metadata

_SETTING = metadata.tables["setting"]
VERSION = "seeds"
"""The setting that holds the version of the seeds that were loaded last."""


def load(connection: sa.Connection, reference: Reference) -> Counts:
    """Bring the reference rows, the closures and the version of the seeds up to date, in the caller's transaction.

    The caller rebuilds the scope of incidents if there may be any.

    Raises:
        BadInput: a row names a parent or place that neither the seeds nor the database have.
    """
    if reference.version and loaded(connection) == reference.version:
        return Counts()
    counts, before = Counts(), standing(connection)
    for name, wanted in seed_rows.terms(reference).items():
        counts += _load_terms(connection, metadata.tables[name], wanted)
    counts += seed_things.load(connection, PLACE, seed_rows.places(reference))
    counts += seed_things.load(connection, INSTITUTION, seed_rows.institutions(reference))
    counts += seed_things.load(connection, OUTLET, seed_rows.outlets(reference))
    closure.rebuild(connection)
    _note(connection, reference.version)
    return counts + Counts(clashes=made_by_load(connection, before, counts.conflicts))


def loaded(connection: sa.Connection) -> str:
    """The version of the seeds that were loaded last; empty before the first time."""
    return connection.scalar(sa.select(_SETTING.c.value).where(_SETTING.c.key == VERSION)) or ""


def _note(connection: sa.Connection, version: str) -> None:
    if not connection.execute(sa.update(_SETTING).where(_SETTING.c.key == VERSION).values(value=version)).rowcount:
        connection.execute(sa.insert(_SETTING).values(key=VERSION, value=version))


def _load_terms(connection: sa.Connection, table: sa.Table, wanted: Mapping[Key, Content]) -> Counts:
    keys = [column.name for column in table.primary_key]
    rows = {tuple(row[key] for key in keys): row for row in connection.execute(sa.select(*table.c)).mappings()}
    columns = list(next(iter(wanted.values())).row) if wanted else []
    held = {key: Content({column: row[column] for column in columns}) for key, row in rows.items()}
    plan = plan_of(wanted, held, rows)
    fresh = [content.row | marks(content) for content in plan.added.values()]
    if "node" in table.c:
        first = (connection.scalar(sa.select(sa.func.max(table.c.node))) or 0) + 1
        fresh = [row | {"node": node} for node, row in enumerate(fresh, first)]
    insert(connection, table, fresh)
    settle(connection, table, keys, plan, {key: content.row for key, content in plan.updated.items()})
    return plan.counts(table.name)
