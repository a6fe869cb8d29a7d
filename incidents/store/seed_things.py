"""Loading places, institutions and outlets from the seeds, with their names and parents."""

from collections.abc import Mapping

import sqlalchemy as sa

from incidents.errors import BadInput
from incidents.store import seed_rows
from incidents.store.seed_plan import Counts, insert, marks, plan_of, settle
from incidents.store.seed_rows import Content, Key, Noun, Values
from incidents.store.tables import metadata

Numbers = dict[str, dict[str, int]]
"""Of each link (`parent`, `place`) the number of every code."""


def load(connection: sa.Connection, noun: Noun, wanted: Mapping[Key, Content]) -> Counts:
    """Bring the rows of a noun up to date with the seeds.

    Raises:
        BadInput: a row names a parent or place that is not there, or parents form a ring.
    """
    rows: dict[Key, sa.RowMapping] = {
        (row["code"],): row for row in connection.execute(sa.select(*noun.table.c)).mappings()
    }
    plan = plan_of(wanted, seed_rows.held(connection, noun) if rows else {}, rows)
    _add(connection, noun, dict(plan.added))
    numbers = _numbers(connection, noun)
    settle(
        connection,
        noun.table,
        ["code"],
        plan,
        {key: _resolved(noun, content, numbers) for key, content in plan.updated.items()},
    )
    own = _codes(connection, noun.table)
    things = {own[key[0]]: content for key, content in plan.changed.items()}
    _clear(connection, noun, {own[key[0]]: content for key, content in plan.updated.items()})
    _insert_names(connection, noun, things)
    _insert_parents(connection, noun, things, own)
    return plan.counts(noun.table.name)


def _add(connection: sa.Connection, noun: Noun, waiting: dict[Key, Content]) -> None:
    """Insert level by level, so that every parent has its number before its children need it."""
    while waiting:
        ready = {key: content for key, content in waiting.items() if (content.row.get("parent"),) not in waiting}
        if not ready:
            raise BadInput(f"The parents of {', '.join(sorted(key[0] for key in waiting)[:3])} form a ring.")
        numbers = _numbers(connection, noun)
        insert(connection, noun.table, (_resolved(noun, it, numbers) | marks(it) for it in ready.values()))
        waiting = {key: content for key, content in waiting.items() if key not in ready}


def _resolved(noun: Noun, content: Content, numbers: Numbers) -> Values:
    values = {column: content.row[column] for column in noun.columns}
    for name in noun.links:
        code = content.row[name]
        if code and code not in numbers[name]:
            raise BadInput(f"{content.row['code']} names the {name} {code}, which is not there.")
        values[f"{name}_id"] = numbers[name][code] if code else None
    return values


def _numbers(connection: sa.Connection, noun: Noun) -> Numbers:
    return {name: _codes(connection, metadata.tables[target]) for name, target in noun.links.items()}


def _codes(connection: sa.Connection, table: sa.Table) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(sa.select(table.c.code, table.c.id))}


def _clear(connection: sa.Connection, noun: Noun, things: Mapping[int, Content]) -> None:
    """Take away what the seeds gave before, and a user's names that the seeds now give too."""
    names = noun.names
    for owner, content in things.items():
        given = [content.row["name"], *(name[0] for name in content.names)]
        ours = (names.c.origin == "seed") | names.c.name.in_(given)
        connection.execute(sa.delete(names).where(names.c[noun.owner] == owner, ours))
        if noun.parent_columns:
            parents = noun.parents
            here = parents.c[noun.owner] == owner
            connection.execute(sa.delete(parents).where(here, parents.c.origin == "seed"))


def _insert_names(connection: sa.Connection, noun: Noun, things: Mapping[int, Content]) -> None:
    rows = []
    for owner, content in things.items():
        canonical = {"name": content.row["name"], "language": "en", "kind": "canonical", "since": "", "until": ""}
        given = [canonical[column] for column in noun.name_columns]
        for values in (given, *content.names):
            row = dict(zip(noun.name_columns, values, strict=True))
            rows.append(row | {noun.owner: owner, "key": noun.key(row["name"]), "origin": "seed"})
    insert(connection, noun.names, rows)


def _insert_parents(
    connection: sa.Connection, noun: Noun, things: Mapping[int, Content], own: Mapping[str, int]
) -> None:
    rows = []
    for owner, content in things.items():
        for code, *rest in content.parents:
            if code not in own:
                raise BadInput(f"{content.row['code']} names the parent {code}, which is not there.")
            fresh = dict(zip(noun.parent_columns[1:], rest, strict=True))
            rows.append(fresh | {noun.owner: owner, "parent_id": own[code], "origin": "seed"})
    if rows:
        insert(connection, noun.parents, rows)
