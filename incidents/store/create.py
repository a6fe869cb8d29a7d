"""Making and upgrading a database.

A new file is made beside its place under another name and moved there only if nothing is there by then: two programs
that begin at once both find a whole database, and one that is broken off leaves none.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from glob import escape
from pathlib import Path

import sqlalchemy as sa

from incidents.errors import DatabaseProblem
from incidents.model.reference import Reference
from incidents.store import migrate, seeding
from incidents.store.backup import backup
from incidents.store.engine import engine_of, told
from incidents.store.location import Location
from incidents.store.place_file import moved_into_place, sweep, unmade
from incidents.store.query.connect import HEAD, exists, missing, open_reader, revision, unheard_of

Seeds = Callable[[], Reference]
"""Reads the seeds when they are needed: a store does not know where they are."""

_LOCK = "SELECT pg_advisory_xact_lock(4703221)"


def ready(location: Location, seeds: Seeds) -> bool:
    """See that the database can be written; the default one is made if it is missing. True if it was made.

    Raises:
        DatabaseProblem: it is missing and not the default, locked, behind, newer or no database of ours.
    """
    if not exists(location):
        if not location.is_default:
            raise missing(location)
        return create(location, seeds)
    open_reader(location).close()
    return False


def create(location: Location, seeds: Seeds) -> bool:
    """Make a database at HEAD with the seeds; False if there is one of ours already, whatever its revision.

    Raises:
        DatabaseProblem: something else is there, its folder is missing, or it cannot be written.
    """
    if location.kind == "postgresql" or (exists(location) and _is_empty(location)):
        return _fill(location, seeds)
    if exists(location):
        if revision(location) is None:
            open_reader(location).close()  # says what is there instead
        return False
    return _make(location, seeds)


def upgrade(location: Location) -> tuple[str, Path | None]:
    """Bring a database to HEAD; gives the revision that it had and, of a file that was behind, the backup.

    Raises:
        DatabaseProblem: it is missing, locked, newer, or no database of ours.
    """
    if not exists(location):
        raise missing(location)
    before = revision(location)
    if before is None or before >= HEAD:
        open_reader(location).close()  # fine, or says what is wrong
        return before or "", None
    if before not in migrate.steps():
        raise unheard_of(location, [before])
    kept = backup(location) if location.kind == "sqlite" else None
    with _writing(location) as connection:
        migrate.upgrade(connection)
    return before, kept


@contextmanager
def _writing(location: Location, made: Path | None = None) -> Iterator[sa.Connection]:
    """A transaction in the database, or in the file that is `made` to take its place."""
    engine = engine_of(location._replace(path=made or location.path), migrating=True, making=made is not None)
    try:
        with told(location), engine.begin() as connection:
            if location.kind == "postgresql":
                connection.exec_driver_sql(_LOCK)
            yield connection
    finally:
        engine.dispose()


def _make(location: Location, seeds: Seeds) -> bool:
    made = _temporary(location.path.absolute().parent, location)
    try:
        with _writing(location, made) as connection:
            _fill_in(connection, seeds)
        _finish(made)
        return moved_into_place(made, location.path.absolute())
    finally:
        unmade(made)


def _temporary(folder: Path, location: Location) -> Path:
    """An empty file that only its owner can read."""
    try:
        if location.is_default:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not folder.is_dir():
            raise DatabaseProblem(
                f"The folder of {location.shown} is not there: make it first, then `incidents db init`."
            )
        prefix = f".{location.path.name}-"
        sweep(folder, f"{escape(prefix)}*.new*")
        number, name = tempfile.mkstemp(prefix=prefix, suffix=".new", dir=folder)
    except OSError as error:
        raise DatabaseProblem(f"{location.shown} cannot be made: {error.strerror}; name another with --db.") from error
    os.close(number)
    return Path(name)


def _finish(made: Path) -> None:
    """Write-ahead mode from now on, and all of it on the disk before it gets its name."""
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with made.open("rb+") as file:
        os.fsync(file.fileno())


def _fill(location: Location, seeds: Seeds) -> bool:
    """Make the schema in a server's database, or in an empty file."""
    if location.kind == "sqlite":
        with closing(sqlite3.connect(location.path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    with _writing(location) as connection:
        seen = sa.inspect(connection)
        if seen.has_table("log_head"):
            return False
        if seen.has_table("alembic_version"):
            raise DatabaseProblem(f"{location.shown} belongs to another program: make a database of its own first.")
        _fill_in(connection, seeds)
    return True


def _fill_in(connection: sa.Connection, seeds: Seeds) -> None:
    migrate.upgrade(connection)
    seeding.load(connection, seeds())
    migrate.check_keys(connection)


def _is_empty(location: Location) -> bool:
    return location.path.is_file() and location.path.stat().st_size == 0
