"""Copying a database to a file beside it, while others may be reading and writing it."""

import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from incidents.errors import DatabaseProblem, Refused
from incidents.store.location import Location
from incidents.store.place_file import moved_into_place, sweep, unmade
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
    made = _temporary(copy)
    try:
        _copy(location, made)
        if not moved_into_place(made, copy):
            raise _there_already(copy)
    except sqlite3.Error as error:
        raise problem(error, location) or DatabaseProblem(f"{location.shown} was not copied: {error}.") from error
    finally:
        unmade(made)
    return copy


def backups(location: Location) -> list[Path]:
    """The copies that the program made beside the database, the oldest first."""
    return sorted(location.path.absolute().parent.glob(f"{location.path.stem}-backup-*{location.path.suffix}"))


def _stamped(path: Path) -> Path:
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    return path.with_name(f"{path.stem}-backup-{now}{path.suffix}")


def _temporary(copy: Path) -> Path:
    """An empty file beside it that only its owner can read: what is broken off never looks like a backup."""
    try:
        if copy.exists():
            raise _there_already(copy)
        sweep(copy.parent, ".backup-*.new*")
        number, name = tempfile.mkstemp(prefix=".backup-", suffix=".new", dir=copy.parent)
    except OSError as error:
        raise DatabaseProblem(f"{copy} cannot be written: {error.strerror}.") from error
    os.close(number)
    return Path(name)


def _there_already(copy: Path) -> Refused:
    return Refused(f"{copy} is there already: name another file.")


def _copy(location: Location, copy: Path) -> None:
    with closing(snapshot(location)) as held, closing(sqlite3.connect(copy)) as fresh:
        held.backup(fresh)
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
