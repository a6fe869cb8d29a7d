"""Opening a database for reading, over sqlite3 or psycopg only.

A `Reader` is one snapshot: what is written after its first read is seen by the next Reader, not by this one.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from incidents.errors import DatabaseProblem, IncidentsError
from incidents.store.location import Location

HEAD = "0005"
"""The revision that this program reads and writes; a test keeps it equal to the last migration."""

BUSY_SECONDS = 10.0
_REVISION = "SELECT v.version_num FROM alembic_version v, log_head h WHERE h.id = 1"
_NUMBERED = re.compile(r"[0-9]{4}")
_ABSENT = re.compile(r"no such table|does not exist")
_NO_ROOM = re.compile("unable to open|readonly")
_FULL = re.compile(r"disk is full|disk i/o error|no space left|file too large")
_FIRST = "alembic_version|log_head"
"""The tables that opening asks for: what lacks them is empty or foreign, not damaged."""
_DAMAGED = re.compile(
    r"malformed|corrupt|could not decode to utf-8|vtable constructor failed|missing row"
    rf"|no such table(?!: (?:{_FIRST})\b)"
)
_MARKS = re.compile(r"'[^']*'|\?|%")


class Reader:
    """A read-only connection; `dialect` is `sqlite` or `postgresql`. Placeholders are `?` in both."""

    def __init__(self, connection: Any, location: Location) -> None:
        self._connection = connection
        self._location = location
        self.dialect = location.kind

    @property
    def location(self) -> Location:
        """The database that it reads."""
        return self._location

    def rows(self, sql: str, params: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, as they are asked for.

        Raises:
            DatabaseProblem: the database is locked, or the server has gone.
        """
        try:
            cursor = self._connection.execute(self._text(sql), tuple(params))
            yield from iter(cursor.fetchone, None)  # from the cursor itself would close it, maybe after its connection
        except Exception as error:
            told = problem(error, self._location)
            if told is None:
                raise
            raise told from error

    def one(self, sql: str, params: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        return next(self.rows(sql, params), None)

    def close(self) -> None:
        """End the snapshot and the connection."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _text(self, sql: str) -> str:
        return sql if self.dialect == "sqlite" else translated(sql)


def open_reader(location: Location) -> Reader:
    """A Reader of a database that is there and at HEAD.

    Raises:
        DatabaseProblem: it is missing, no database of ours, locked, behind or newer; the sentence says what to do.
    """
    reader = Reader(_connection(location), location)
    try:
        _demand(_revision(reader, location), location)
    except IncidentsError:
        reader.close()
        raise
    return reader


def exists(location: Location) -> bool:
    """Whether a file is at the location (a server is taken to be there)."""
    return location.kind == "postgresql" or _there(location.path)


def revision(location: Location) -> str | None:
    """The revision of a database that can be opened; None if it holds no schema of ours.

    Raises:
        DatabaseProblem: it cannot be opened.
    """
    with Reader(_connection(location), location) as reader:
        return _revision(reader, location)


def translated(sql: str) -> str:
    """`?` as psycopg's `%s` and a literal `%` doubled; quoted text keeps its question marks."""
    return _MARKS.sub(lambda found: "%s" if found[0] == "?" else found[0].replace("%", "%%"), sql)


def problem(error: BaseException, location: Location) -> DatabaseProblem | None:
    """What a driver's error means to the user, if it is the state of the database and no bug of ours."""
    words = str(error).lower()
    if "locked" in words or "could not obtain lock" in words:
        return DatabaseProblem(f"Another program is writing to {location.shown}: try again in a moment.")
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return DatabaseProblem(f"{location.shown} cannot be opened or written: see to the rights of file and folder.")
    if _FULL.search(words):
        return DatabaseProblem(f"The disk of {location.shown} is full or fails: make room, and try again.")
    if _DAMAGED.search(words) or isinstance(error, UnicodeDecodeError):
        return DatabaseProblem(f"{location.shown} is damaged ({_first_line(error)}): go back to a backup of it.")
    if "connection" in words and location.kind == "postgresql":
        return DatabaseProblem(f"The server of {location.shown} does not answer: {_first_line(error)}.")
    return None


def missing(location: Location) -> DatabaseProblem:
    """There is no such file."""
    named = "" if location.is_default else f" --db {location.shown}"
    return DatabaseProblem(f"There is no database at {location.shown}: `incidents db init{named}` makes one.")


def unheard_of(location: Location, found: Sequence[Any]) -> DatabaseProblem:
    """Its revision is none of this program's, or it has several: it was meddled with, or an upgrade broke off."""
    names = " and ".join(map(repr, found))
    return DatabaseProblem(
        f"{location.shown} has the revision {names}, which no version of this program has made: take a backup of it."
    )


def _revision(reader: Reader, location: Location) -> str | None:
    try:
        found = [row[0] for row in reader.rows(_REVISION)]
    except IncidentsError:
        raise
    except Exception as error:
        if _ABSENT.search(str(error)):
            return None
        raise _unreadable(error, location) from error
    if len(found) > 1 or not all(_NUMBERED.fullmatch(str(name)) for name in found):
        raise unheard_of(location, found)
    return found[0] if found else None


def _demand(found: str | None, location: Location) -> None:
    if found == HEAD:
        return
    if not found:
        raise _foreign(location)
    if found < HEAD:
        behind = f"{location.shown} is behind this program ({found} of {HEAD})"
        raise DatabaseProblem(f"{behind}: `incidents db upgrade` brings it up, after a backup.")
    newer = f"{location.shown} was made by a newer version of this program ({found})"
    raise DatabaseProblem(f"{newer}: upgrade the program, not the database.")


def _unreadable(error: BaseException, location: Location) -> DatabaseProblem:
    if "not a database" in str(error):
        return _foreign(location)
    return DatabaseProblem(f"{location.shown} cannot be read: {_first_line(error)}.")


def _foreign(location: Location) -> DatabaseProblem:
    if location.kind == "sqlite" and location.path.is_file() and location.path.stat().st_size:
        return DatabaseProblem(
            f"{location.shown} is no database of this program: `incidents db init` makes one elsewhere."
        )
    return DatabaseProblem(f"{location.shown} holds nothing yet: `incidents db init --db {location.shown}` fills it.")


def _connection(location: Location) -> Any:
    return _postgresql(location) if location.kind == "postgresql" else snapshot(location)


def _there(path: Path) -> bool:
    """Whether something is there, as far as the user may know."""
    try:
        return path.exists()
    except OSError:
        return False


def snapshot(location: Location) -> sqlite3.Connection:
    """A file of SQLite to be read, at one moment, also where neither it nor its folder can be written.

    Raises:
        DatabaseProblem: it is missing, locked, or cannot be read.
    """
    if not _there(location.path):
        raise missing(location)
    if location.path.is_dir():
        raise DatabaseProblem(f"{location.shown} is a folder, no database: name a file in it.")
    uri = location.path.absolute().as_uri()
    try:
        return _begun(f"{uri}?mode=ro")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if _NO_ROOM.search(str(error)) and not _written(location.path):
            return _unchanging(uri, location)
        raise problem(error, location) or _unreadable(error, location) from error


def _begun(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("BEGIN")
    connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    return connection


def _unchanging(uri: str, location: Location) -> sqlite3.Connection:
    """A file in a folder where the WAL cannot be laid (a read-only disk): nothing changes it while it is read."""
    try:
        return _begun(f"{uri}?mode=ro&immutable=1")
    except sqlite3.DatabaseError as error:
        raise DatabaseProblem(f"{location.shown} cannot be read: see to the rights of the file.") from error


def _written(path: Path) -> bool:
    return path.with_name(path.name + "-wal").exists()


def _postgresql(location: Location) -> Any:
    try:
        import psycopg  # noqa: PLC0415  only who has a server needs it
    except ModuleNotFoundError as absent:
        raise DatabaseProblem("A PostgreSQL database needs the extra: pip install 'incidents[postgres]'.") from absent
    try:
        connection = psycopg.connect(location.url, connect_timeout=10, client_encoding="utf8")
    except psycopg.OperationalError as error:
        raise DatabaseProblem(f"The server of {location.shown} does not answer: {_first_line(error)}.") from error
    connection.read_only = True
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    return connection


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [""])[0].rstrip(".")
