"""Short forms of the columns and checks of the first migration, frozen with it."""

from typing import Any

import sqlalchemy as sa

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
UID = sa.CHAR(36).with_variant(sa.CHAR(36, collation="C"), "postgresql")
DIGEST = sa.CHAR(64).with_variant(sa.CHAR(64, collation="C"), "postgresql")

Parts = list[sa.schema.SchemaItem]


def serial() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def text(name: str, *, type_: Any = TEXT, nullable: bool = False, **more: Any) -> sa.Column[str]:
    return sa.Column(name, type_, nullable=nullable, **more)


def words(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=False, server_default=default)


def number(name: str, *, nullable: bool = False, default: int | None = None, **more: Any) -> sa.Column[int]:
    given = None if default is None else sa.text(str(default))
    return sa.Column(name, sa.Integer(), nullable=nullable, server_default=given, **more)


def flag(name: str) -> sa.Column[int]:
    return number(name, default=0)


def refers(
    name: str, target: str, *, type_: Any = None, nullable: bool = False, index: bool = False, **more: Any
) -> sa.Column[Any]:
    key = sa.ForeignKey(target, ondelete="RESTRICT")
    return sa.Column(name, type_ or sa.Integer(), key, nullable=nullable, index=index, **more)


def term() -> Parts:
    labels: Parts = [text("code", primary_key=True), text("name"), words("korean"), words("definition")]
    return [*labels, number("rank", default=0), *seeded()]


def seeded() -> Parts:
    columns: Parts = [words("origin", "user"), words("seed_hash"), flag("retired")]
    return [*columns, *origin(), *truth("retired")]


def origin() -> Parts:
    return [one_of("origin", "seed", "user")]


def check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=name)


def one_of(column: str, *values: str) -> sa.CheckConstraint:
    return check(column, f"{column} IN ({', '.join(repr(value) for value in values)})")


def truth(*columns: str) -> Parts:
    return [check(column, f"{column} IN (0, 1)") for column in columns]


def day(*columns: str) -> Parts:
    return [check(column, f"{column} LIKE '____-__-__'") for column in columns]


def instant(*columns: str) -> Parts:
    return [check(column, f"{column} LIKE '____-__-__T__:__:__.______Z'") for column in columns]
