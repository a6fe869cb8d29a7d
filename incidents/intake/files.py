"""Paths that a user names become a list of what is to be read."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from incidents.errors import BadInput
from incidents.intake.metadata import NAMES, NOTHING_SAID, Metadata
from incidents.intake.tables import read_table

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
MANIFEST = "manifest.csv"


@dataclass(frozen=True, slots=True)
class Item:
    """One report to be read: its name for people, its path (None: standard input), what is said of it."""

    name: str
    path: Path | None
    said: Metadata = NOTHING_SAID

    def read(self) -> bytes:
        """The bytes.

        Raises:
            BadInput: the file cannot be read.
        """
        if self.path is None:
            return sys.stdin.buffer.read()
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise BadInput(f"{self.name} cannot be read: {error.strerror}.") from error


@dataclass(frozen=True, slots=True)
class Gathered:
    """The items in the order of the input, and the files of folders that were left out, with the reason."""

    items: tuple[Item, ...]
    left_out: tuple[str, ...] = ()


def gather(names: Sequence[str], manifest: str | None = None) -> Gathered:
    """What the paths (files, folders, `-`) and the manifest name.

    A folder with a `manifest.csv` is read by it; one without gives all its text files, also below, hidden ones not.

    Raises:
        BadInput: a path is not there; the manifest lacks the column `file`, names one twice or one that is not there.
    """
    items: list[Item] = list(_listed(Path(manifest))) if manifest else []
    left_out: list[str] = []
    for name in names:
        path = Path(name)
        if name == "-":
            items.append(Item("-", None))
        elif path.is_dir():
            items.extend(_folder(path, left_out))
        elif path.exists():
            items.append(Item(name, path))
        else:
            raise BadInput(f"{name} is not there.")
    return Gathered(_once(items, left_out), tuple(left_out))


def _folder(folder: Path, left_out: list[str]) -> Iterable[Item]:
    if (folder / MANIFEST).is_file():
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
            if path.suffix.lower() in TEXT_SUFFIXES and not name.startswith("."):
                yield Item(str(path), path)
            else:
                left_out.append(f"{path} is not a text file (.txt, .md)")


def _listed(manifest: Path) -> Iterator[Item]:
    seen: set[str] = set()
    for row in read_table(manifest, ["file"]):
        name, line = row["file"], row["line"]
        if not name or name in seen:
            raise BadInput(f"{manifest}, line {line}: {f'{name} stands there twice' if name else 'no file is named'}.")
        seen.add(name)
        path = manifest.parent / name
        if not path.is_file():
            raise BadInput(f"{manifest}, line {line}: {name} is not there.")
        yield Item(str(path), path, Metadata(**{key: row[key] for key in NAMES if key in row}))


def _once(items: list[Item], left_out: list[str]) -> tuple[Item, ...]:
    kept: dict[str, Item] = {}
    for item in items:
        key = str(item.path.resolve()) if item.path else "-"
        if key in kept:
            left_out.append(f"{item.name} was named twice")
        kept.setdefault(key, item)
    return tuple(kept.values())
