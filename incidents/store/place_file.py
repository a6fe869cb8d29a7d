"""Moving a finished file to its place only if nothing is there."""

import os
import time
from contextlib import suppress
from pathlib import Path

from incidents.errors import DatabaseProblem

_DAY = 86_400
PATIENCE = 10.0
"""Seconds that one program waits for another that is moving its file."""


def moved_into_place(made: Path, place: Path) -> bool:
    """Give `made` the name `place` if nothing has it; False if something has. `made` itself may stay behind.

    Raises:
        DatabaseProblem: another program was broken off while it moved its own.
    """
    try:
        os.link(made, place)
    except FileExistsError:
        return False
    except OSError:  # no hard links on this disk
        return _moved_under_lock(made, place)
    return True


def sweep(folder: Path, pattern: str) -> None:
    """Take away what programs that were killed in the making left behind; none is at it for a whole day."""
    for path in folder.glob(pattern):
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - _DAY:
                path.unlink()


def unmade(made: Path) -> None:
    """Leave nothing of a file that was made beside its place, nor of its journal."""
    for path in (made, made.with_name(f"{made.name}-journal")):
        path.unlink(missing_ok=True)


def _moved_under_lock(made: Path, place: Path) -> bool:
    lock = place.with_name(f"{place.name}.making")
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return _awaited(place, lock)
    try:
        if place.exists():
            return False
        made.replace(place)
    finally:
        lock.unlink()
    return True


def _awaited(place: Path, lock: Path) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if place.exists():
            return False
        time.sleep(0.05)
    raise DatabaseProblem(f"Another program was broken off while it made {place}: delete {lock} and try again.")
