"""Running the migrations in code. Alembic is imported only when something is upgraded or created."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from incidents.errors import DatabaseProblem
from incidents.paths import shipped
from incidents.store.naming import NAMING


def part(name: str) -> ModuleType:
    """The module `name` (`first/log`) of the shipped migrations: they lie beside the package and are found by path."""
    full = "incidents_migrations_" + name.replace("/", "_")
    if full not in sys.modules:
        spec = importlib.util.spec_from_file_location(full, shipped("migrations") / f"{name}.py")
        if spec is None or spec.loader is None:
            raise DatabaseProblem(f"The migration {name} is missing: install the program again.")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules[full] = module
    return sys.modules[full]


def managed(name: str | None, kind: str, parents: Any) -> bool:  # noqa: ARG001  Alembic gives three
    """Whether autogenerate should look at it: the search index is made by SQL that SQLAlchemy does not know."""
    return not (name or "").startswith(("search_index", "ix_search_part_body"))


def config(connection: sa.Connection | None = None, metadata: sa.MetaData | None = None) -> Any:
    """The Alembic configuration of the shipped migrations, to run on `connection`."""
    from alembic.config import Config  # noqa: PLC0415  slow, and needed only to upgrade or create

    made = Config(attributes={"metadata": metadata or sa.MetaData(naming_convention=NAMING)})
    made.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    if connection is not None:
        made.attributes["connection"] = connection
    return made


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Bring the database to `revision` inside the transaction of `connection`.

    In SQLite the connection must have foreign keys off (`engine_of(…, migrating=True)`); they are checked at the end.

    Raises:
        DatabaseProblem: a row points to nothing afterwards; the caller rolls back.
    """
    from alembic import command  # noqa: PLC0415

    command.upgrade(config(connection), revision)
    check_keys(connection)


def downgrade(connection: sa.Connection, revision: str) -> None:
    """Take the database back to `revision` (`base`: nothing); for developers and tests."""
    from alembic import command  # noqa: PLC0415

    command.downgrade(config(connection), revision)
    check_keys(connection)


def check_keys(connection: sa.Connection) -> None:
    """Refuse foreign keys that point to nothing; PostgreSQL never lets them arise.

    Raises:
        DatabaseProblem: there are some.
    """
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({row[0] for row in broken}))
        raise DatabaseProblem(f"Rows of {tables} point to rows that are not there; nothing was changed.")


def steps() -> list[str]:
    """All revisions, the first one first."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    script = ScriptDirectory.from_config(config())
    return [found.revision for found in reversed(list(script.walk_revisions()))]


def folder() -> Path:
    """Where the migrations lie."""
    return shipped("migrations")
