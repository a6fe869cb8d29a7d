"""The SQLAlchemy engine for writing.

SQLite runs in WAL mode (set once, when the file is made): a list that is being paged through never blocks a writer, and
a writer never blocks a list. `synchronous` is FULL, so that what was said to be recorded survives a power cut. A
transaction begins immediate: a deferred one that reads and then writes fails "locked" at once, busy timeout or not.
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import NullPool

from incidents.errors import DatabaseProblem
from incidents.store.location import Location
from incidents.store.query.connect import BUSY_SECONDS, problem, snapshot

logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())
# What an interruption while a connection closes becomes is told once, at the failure boundary, and not by Python's
# handler of last resort as a traceback.


def engine_of(location: Location, *, migrating: bool = False, making: bool = False, reading: bool = False) -> sa.Engine:
    """An engine on an existing file or server, whose revision the caller has checked (`store.create.ready`).

    `migrating`: foreign keys of SQLite are off. `making`: the file is nobody's yet, and need not survive a power cut.
    `reading`: a file that cannot be written.
    """
    if reading and location.kind == "sqlite":
        return sa.create_engine("sqlite://", creator=lambda: snapshot(location), poolclass=NullPool)
    if location.kind == "sqlite":
        return _sqlite(location.path, foreign_keys=not migrating, synchronous="OFF" if making else "FULL")
    return _postgresql(location.url)


@contextmanager
def told(location: Location) -> Iterator[None]:
    """Turn a driver's error that is the state of the database into the sentence for it.

    Raises:
        DatabaseProblem: it is locked, cannot be written, or the server has gone.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        found = problem(error.orig or error, location)
        if found is None:
            raise
        raise found from error


def _sqlite(path: Path, *, foreign_keys: bool, synchronous: str) -> sa.Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(url: str) -> sa.Engine:
    target = sa.make_url(url).set(drivername="postgresql+psycopg")
    options: dict[str, Any] = {"client_encoding": "utf8", "connect_timeout": 10}
    try:
        return sa.create_engine(target, connect_args=options)
    except ModuleNotFoundError as missing:
        raise DatabaseProblem("A PostgreSQL database needs the extra: pip install 'incidents[postgres]'.") from missing
