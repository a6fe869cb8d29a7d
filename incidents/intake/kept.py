"""The reference rows of the seeds as they were read before, in the user's cache directory: parsing them anew is slow.

Nothing depends on the file. It is used only if it is the user's own, nobody else can write it, its hash is right, and
it was made from these seed files by this program on this Python; else the seeds are read, and it is made anew.
"""

import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from itertools import starmap
from pathlib import Path
from typing import Any

from incidents import __version__, paths
from incidents.intake import seeds, tables
from incidents.model import reference
from incidents.model.reference import (
    IncidentType,
    Institution,
    Name,
    NamedDay,
    Outlet,
    Parent,
    Place,
    PlaceKind,
    Reference,
    Term,
)

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def known_reference() -> Reference:
    """The same as `intake.seeds.read_reference()`, from the cache if it can be.

    Raises:
        BadInput: a seed file is wrong; says the file and the line.
    """
    try:
        path, key = paths.cache_dir() / "reference.json", _key()
    except RuntimeError:
        return seeds.read_reference()
    kept = _read(path, key)
    if kept is not None:
        return _reference(kept)
    found = seeds.read_reference()
    _write(path, key, [[astuple(one) for one in getattr(found, name)] for name in _PARTS])
    return found


def _key() -> str:
    """What the kept rows were made from: the seeds, the program, also where it is being worked on, and the Python."""
    modules = [Path(module.__file__ or "").stat() for module in (seeds, tables, reference)]
    made = [(file.st_size, file.st_mtime_ns) for file in modules]
    return sha256(repr((seeds.version(), __version__, sys.version, made)).encode()).hexdigest()


def _read(path: Path, key: str) -> Any:
    """The kept rows; None if there are none that can be trusted."""
    with suppress(OSError, ValueError), path.open("rb") as file:
        held = os.fstat(file.fileno())
        if held.st_uid == os.getuid() and not held.st_mode & _OTHERS_WRITE:
            head, _, body = file.read().partition(b"\n")
            if head.decode() == f"{key} {sha256(body).hexdigest()}":
                return json.loads(body)
    return None


def _write(path: Path, key: str, rows: object) -> None:
    """Keep the rows for the next run, readable by the user alone; where that cannot be, it reads the seeds as well."""
    body = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=path.name, dir=path.parent)  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(f"{key} {sha256(body).hexdigest()}\n".encode() + body)
            Path(made).replace(path)
        except OSError:
            Path(made).unlink(missing_ok=True)


Rows = Sequence[Sequence[Any]]
Maker = Callable[[Rows], tuple[Any, ...]]


def _rows(kind: Callable[..., Any]) -> Maker:
    return lambda rows: tuple(starmap(kind, rows))


def _nested(kind: Callable[..., Any], *last: Callable[[Any], Any]) -> Maker:
    """Rows whose last cells are rows themselves, or words, each made a value by its own function."""
    plain = -len(last)
    return lambda rows: tuple(
        kind(*row[:plain], *(make(cell) for make, cell in zip(last, row[plain:], strict=True))) for row in rows
    )


_PARTS: dict[str, Maker] = {
    "places": _nested(Place, _rows(Name), _rows(Parent)),
    "place_kinds": _rows(PlaceKind),
    "institutions": _nested(Institution, _rows(Name), _rows(Parent)),
    "outlets": _nested(Outlet, tuple, tuple),
    "types": _rows(IncidentType),
    "days": _nested(NamedDay, _rows(lambda *pair: pair), _rows(lambda *pair: pair)),
    "terms": _rows(Term),
}


def _reference(parts: Sequence[Rows]) -> Reference:
    made = {name: make(rows) for (name, make), rows in zip(_PARTS.items(), parts, strict=True)}
    return Reference(**made, version=seeds.version())
