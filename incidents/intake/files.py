"""Paths that a user names become a list of what is to be read."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, BinaryIO, NamedTuple

from incidents.errors import BadInput, UsageProblem
from incidents.intake.metadata import NAMES, NOTHING_SAID, Metadata
from incidents.intake.size import demand_bytes, most_bytes
from incidents.intake.tables import read_table

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
MANIFEST = "manifest.csv"


class Item(NamedTuple):
    """One report to be read: its name for people, its path (None: standard input), what is said of it."""

    name: str
    path: Path | None
    said: Metadata = NOTHING_SAID
    any_size: bool = False
    """Read it also where it is longer than a report is (`intake.size`)."""

    def read(self) -> bytes:
        """The bytes.

        Raises:
            BadInput: the file cannot be read, or is too long.
        """
        if self.path is None:
            return self._bytes(sys.stdin.buffer)
        try:
            with self.path.open("rb") as file:
                if not self.any_size:
                    demand_bytes(os.fstat(file.fileno()).st_size, self.name)
                return self._bytes(file)
        except OSError as error:
            raise BadInput(f"{self.name} cannot be read: {error.strerror}.") from error

    def _bytes(self, file: BinaryIO) -> bytes:
        data = file.read(most_bytes(any_size=self.any_size))
        if not self.any_size:
            demand_bytes(len(data), self.name)
        return data


class Gathered(NamedTuple):
    """The items in the order of the input, and the files of folders that were left out, with the reason."""

    items: tuple[Item, ...]
    left_out: tuple[str, ...] = ()


def gather(names: Sequence[str], manifest: str | None = None, *, any_size: bool = False) -> Gathered:
    """What the paths (files, folders, `-`) and the manifest name; `any_size`: however long the texts are.

    A folder with a `manifest.csv` is read by it; one without gives all its text files, also below, hidden ones not.

    Raises:
        UsageProblem: a name is empty.
        BadInput: a path is not there or cannot be read; the manifest lacks the column `file`, or a row of it names a
            file twice or one that is not there.
    """
    items: list[Item] = list(_listed(Path(manifest))) if manifest else []
    left_out: list[str] = []
    for name in names:
        try:
            items.extend(_named(name, left_out))
        except OSError as error:
            raise BadInput(f"{name} cannot be read: {error.strerror}.") from error
    kept = _once(items, left_out)
    return Gathered(tuple(item._replace(any_size=any_size) for item in kept), tuple(left_out))


def _named(name: str, left_out: list[str]) -> Iterable[Item]:
    if not name.strip():
        raise UsageProblem("a name is empty: name a file, a folder, or - for standard input")
    if name == "-":
        return [Item("-", None)]
    path = Path(name)
    if S_ISDIR(_status(path, name).st_mode):
        return _folder(path, left_out)
    return [Item(name, path)]


def _status(path: Path, name: str) -> os.stat_result:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadInput(f"{name} is not there.") from error


def _folder(folder: Path, left_out: list[str]) -> Iterable[Item]:
    names = [path.name for path in folder.iterdir()]  # what is named must be readable; what is below it is left out
    if MANIFEST in names and (folder / MANIFEST).is_file():
        return _listed(folder / MANIFEST)
    return list(_walk(folder, left_out))


def _walk(folder: Path, left_out: list[str]) -> Iterator[Item]:
    """Text files below a folder in the order of their names; links to folders are not followed, so no loop is."""

    def unreadable(error: OSError) -> None:
        left_out.append(f"{error.filename} cannot be read: {error.strerror}")

    for home, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(home) / name
            if path.suffix.lower() not in TEXT_SUFFIXES or name.startswith("."):
                left_out.append(f"{path} is not a text file (.txt, .md)")
            elif _endless(path):
                left_out.append(f"{path} is a pipe, a socket or a device, no file")
            else:
                yield Item(str(path), path)


def _is_file(path: Path) -> bool:
    """Whether a file is there; a name that is too long for one is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _endless(path: Path) -> bool:
    """Whether something is there that is no file, and might never end; reading says what else is wrong with it."""
    try:
        return not S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _listed(manifest: Path) -> Iterator[Item]:
    seen: set[str] = set()
    for row in read_table(manifest, ["file"]):
        name, line = row["file"], row["line"]
        if not name or name in seen:
            raise BadInput(f"{manifest}, line {line}: {f'{name} stands there twice' if name else 'no file is named'}.")
        seen.add(name)
        path = manifest.parent / name
        if not _is_file(path):
            raise BadInput(f"{manifest}, line {line}: {name:.200} is not there.")
        said: dict[str, Any] = {key: row[key] for key in NAMES if key in row}
        yield Item(str(path), path, Metadata(**said))


def _once(items: list[Item], left_out: list[str]) -> tuple[Item, ...]:
    kept: dict[str, Item] = {}
    for item in items:
        key = _place(item.path) if item.path else "-"
        if key is None:
            left_out.append(f"{item.name} is a link that leads to itself")
        elif key in kept:
            left_out.append(f"{item.name} was named twice")
        else:
            kept[key] = item
    return tuple(kept.values())


def _place(path: Path) -> str | None:
    """Where a file really is; None if its links go round in a circle."""
    try:
        return str(path.resolve())
    except (RuntimeError, OSError):
        return None
