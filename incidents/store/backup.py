"""Copying a database to a file beside it, while others may be reading and writing it."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from incidents.errors import DatabaseProblem, Refused
from incidents.store.location import Location
from incidents.store.query.connect import exists, missing, problem, snapshot


def backup(location: Location, target: Path | None = None) -> Path:
    """Copy the database to `target`, or to a file with the time in its name beside it; only its owner can read it.

    Raises:
        DatabaseProblem: it is missing, locked, on a server, or the copy cannot be written.
        Refused: `target` is there already.
    """
    if location.kind == "postgresql":
        raise DatabaseProblem(f"{location.shown} is on a server: back it up with pg_dump.")
    if not exists(location):
        raise missing(location)
    copy = target or _stamped(location.path)
    _reserve(copy)
    try:
        _copy(location, copy)
    except (sqlite3.Error, DatabaseProblem) as error:
        copy.unlink(missing_ok=True)
        if isinstance(error, DatabaseProblem):
            raise
        raise problem(error, location) or DatabaseProblem(f"{location.shown} was not copied: {error}.") from error
    return copy


def backups(location: Location) -> list[Path]:
    """The copies that the program made beside the database, the oldest first."""
    return sorted(location.path.absolute().parent.glob(f"{location.path.stem}-backup-*{location.path.suffix}"))


def _stamped(path: Path) -> Path:
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    return path.with_name(f"{path.stem}-backup-{now}{path.suffix}")


def _reserve(copy: Path) -> None:
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise Refused(f"{copy} is there already: name another file.") from error
    except OSError as error:
        raise DatabaseProblem(f"{copy} cannot be written: {error.strerror}.") from error


def _copy(location: Location, copy: Path) -> None:
    with closing(snapshot(location)) as held, closing(sqlite3.connect(copy)) as fresh:
        held.backup(fresh)
