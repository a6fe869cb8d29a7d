"""What a load of the seeds does with the rows of one table, and doing it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import sqlalchemy as sa

from incidents.store.seed_clashes import Clash
from incidents.store.seed_rows import Content, Key, Values


@dataclass(frozen=True)
class Counts:
    """What a load did. `kept`: changed in the seeds, but changed by a user too, and so left alone.

    `conflicts` names what was kept so, as table and key: `place KP-14.onchon`; `clashes` has all that a user should
    know of, that too.
    """

    added: int = 0
    updated: int = 0
    kept: int = 0
    retired: int = 0
    conflicts: tuple[str, ...] = field(default=(), compare=False)
    clashes: tuple[Clash, ...] = field(default=(), compare=False)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True)
class Plan:
    """What is to be done with the rows of one table; `restored` were retired and are in the seeds again."""

    added: Mapping[Key, Content]
    updated: Mapping[Key, Content]
    restored: Sequence[Key]
    retired: Sequence[Key]
    kept: Sequence[Key]

    def counts(self, table: str) -> Counts:
        """What it does with the rows of this table."""
        conflicts = tuple(" ".join((table, *key)) for key in self.kept)
        updated = len(self.updated) + len(self.restored)
        return Counts(len(self.added), updated, len(self.kept), len(self.retired), conflicts)

    @property
    def changed(self) -> Mapping[Key, Content]:
        """The rows that take their content from the seeds now."""
        return {**self.added, **self.updated}


def plan_of(wanted: Mapping[Key, Content], held: Mapping[Key, Content], rows: Mapping[Key, Any]) -> Plan:
    """Compare the seeds with the rows of the database, which carry origin, seed_hash and retired."""
    added, updated, restored, kept = {}, {}, [], []
    for key, content in wanted.items():
        row = rows.get(key)
        if row is None:
            added[key] = content
        elif row["seed_hash"] == content.digest:
            restored += [key] if row["retired"] and row["origin"] == "seed" else []
        elif row["origin"] == "seed" and row["seed_hash"] == held[key].digest:
            updated[key] = content
        else:
            kept.append(key)
    gone = [k for k, row in rows.items() if k not in wanted and row["origin"] == "seed" and not row["retired"]]
    return Plan(added, updated, restored, gone, kept)


def marks(content: Content) -> Values:
    """What shows that a row is as the seeds have it."""
    return {"origin": "seed", "seed_hash": content.digest, "retired": False}


def settle(
    connection: sa.Connection, table: sa.Table, keys: Sequence[str], plan: Plan, values: Mapping[Key, Values]
) -> None:
    """Write the updated, restored and retired rows; `values` are the columns of the updated ones."""
    for key, content in plan.updated.items():
        _update(connection, table, keys, key, values[key] | marks(content))
    for key in plan.restored:
        _update(connection, table, keys, key, {"retired": False})
    for key in plan.retired:
        _update(connection, table, keys, key, {"retired": True})


def insert(connection: sa.Connection, table: sa.Table, rows: Iterable[Values]) -> None:
    """Insert many rows at once; none is nothing."""
    listed = list(rows)
    if listed:
        connection.execute(sa.insert(table), listed)


def _update(connection: sa.Connection, table: sa.Table, keys: Sequence[str], key: Key, values: Values) -> None:
    here = sa.and_(*(table.c[name] == part for name, part in zip(keys, key, strict=True)))
    connection.execute(sa.update(table).where(here).values(**values))
