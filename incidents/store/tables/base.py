"""What all tables share: the metadata with its naming convention, the column types and the usual checks.

Text that is sorted or compared has collation "C" in PostgreSQL, so that both databases order it by code point. Dates
are `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:MM:SS.ffffffZ`, both text; truth is 0 or 1; an empty word is '', an absent
date NULL.
"""

import re
from collections.abc import Iterable
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from incidents.store.naming import NAMING

DAY = "____-__-__"
INSTANT = "____-__-__T__:__:__.______Z"


class Flag(sa.TypeDecorator[bool]):
    """A bool in Python, 0 or 1 in both databases (psycopg would send a bool that an integer column refuses)."""

    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002, FBT001
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:  # noqa: ARG002
        return None if value is None else bool(value)


TEXT: Any = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
UID: Any = sa.CHAR(36).with_variant(sa.CHAR(36, collation="C"), "postgresql")
DIGEST: Any = sa.CHAR(64).with_variant(sa.CHAR(64, collation="C"), "postgresql")
FLAG: Any = Flag()


class Table(SQLModel):
    """The base of all tables; `PlaceNameRow` is the table `place_name`. The model itself is not validated."""

    metadata: ClassVar[sa.MetaData] = sa.MetaData(naming_convention=NAMING)
    model_config = {"defer_build": True}  # no row is validated, so no validator need be built

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805  SQLAlchemy gives the class
        return table_name(cls.__name__)


def table_name(name: str) -> str:
    """The table of a class: `PlaceNameRow` is `place_name`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name.removesuffix("Row")).lower()


def serial() -> Any:
    """The integer primary key `id`."""
    return Field(default=None, primary_key=True, sa_type=sa.Integer)


def words(default: str = "") -> Any:
    """Text that may be left empty: not null, `default` in Python and in the database."""
    return Field(default=default, sa_type=TEXT, nullable=False, sa_column_kwargs={"server_default": default})


def flag() -> Any:
    """A truth value, false by default; give the table a `truth` check of it."""
    return Field(default=False, sa_type=FLAG, nullable=False, sa_column_kwargs={"server_default": sa.text("0")})


def number(default: int) -> Any:
    """A whole number, `default` in Python and in the database."""
    return Field(default=default, sa_type=sa.Integer, sa_column_kwargs={"server_default": sa.text(str(default))})


def refers(target: str, *, sa_type: Any = sa.Integer, **more: Any) -> Any:
    """A foreign key to `target` that forbids the deletion of what it points to."""
    return Field(foreign_key=target, ondelete="RESTRICT", sa_type=sa_type, **more)


def may_refer(target: str, *, sa_type: Any = sa.Integer) -> Any:
    """A foreign key to `target` that may be NULL."""
    return refers(target, sa_type=sa_type, default=None, nullable=True)


def check(name: str, condition: str) -> sa.CheckConstraint:
    """`CONSTRAINT ck_<table>_<name> CHECK (condition)`."""
    return sa.CheckConstraint(condition, name=name)


def one_of(column: str, values: Iterable[str]) -> sa.CheckConstraint:
    """The column holds a term of a closed scale."""
    return check(column, f"{column} IN ({', '.join(repr(value) for value in values)})")


def truth(*columns: str) -> list[sa.CheckConstraint]:
    """The columns hold 0 or 1."""
    return [check(column, f"{column} IN (0, 1)") for column in columns]


def shaped(pattern: str, *columns: str) -> list[sa.CheckConstraint]:
    """The columns look like `pattern` (DAY, INSTANT) or are NULL."""
    return [check(column, f"{column} LIKE '{pattern}'") for column in columns]


def partly_unique(name: str, *columns: str, where: str) -> sa.Index:
    """A unique index over the rows for which the SQL condition `where` holds."""
    return sa.Index(name, *columns, unique=True, info={"where": where})


def partial(name: str, *columns: str, where: str) -> sa.Index:
    """An index over the few rows for which the SQL condition `where` holds."""
    return sa.Index(name, *columns, info={"where": where})


def seeded() -> list[sa.CheckConstraint]:
    """The checks of a table whose rows come from the seeds or the user."""
    return [one_of("origin", ("seed", "user")), *truth("retired")]


@sa.event.listens_for(Table.metadata, "before_create")
def _say_conditions(metadata: sa.MetaData, *_: object, **__: object) -> None:
    """Give each partial index its condition for the two dialects.

    Not where it is declared: the words of a dialect load the whole dialect, and only what makes tables needs them.
    """
    for index in (index for table in metadata.tables.values() for index in table.indexes):
        if "where" in index.info:
            for dialect in ("sqlite", "postgresql"):
                index.dialect_kwargs[f"{dialect}_where"] = sa.text(index.info["where"])
