"""What takes long to make, kept as plain data in the user's cache directory: made once, then read.

Nothing depends on such a file. It is used only if it is the user's own, nobody else can write it, its hash is right,
and it was made from the same by this program on this Python; else the data are made anew, without a word. Python keeps
compiled modules under the same trust; here are tuples, lists, dicts, sets, words and numbers only, and nothing is run.
"""

import gc
import marshal
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from incidents import __version__, paths

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

Plain = Any
"""None, booleans, numbers, words, bytes, and tuples, lists, dicts and sets of them."""


def kept(name: str, sources: Sequence[str], modules: Sequence[ModuleType], make: Callable[[], Plain]) -> Plain:
    """What `make` returns, from the cache if it was kept there under this `name` and is not out of date.

    `sources` are words that say from what it is made (the version of the seeds, …); `modules` make it: where the
    program is being worked on, a change of theirs counts too.
    """
    try:
        path = paths.cache_dir() / f"{name}.bin"
    except RuntimeError:
        return make()
    key = _key((name, *sources), modules)
    found = _read(path, key)
    if found is None:
        found = make()
        _write(path, key, found)
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """Thousands of things are made that stay: the collector of garbage would look through all of them in vain."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _key(sources: Sequence[str], modules: Sequence[ModuleType]) -> str:
    files = [Path(module.__file__ or "").stat() for module in modules]
    made = [(file.st_size, file.st_mtime_ns) for file in files]
    return sha256(repr((__version__, sys.version, *sources, made)).encode()).hexdigest()


def _read(path: Path, key: str) -> Plain | None:
    """The kept data; None if there are none that can be trusted."""
    with suppress(OSError, ValueError, EOFError, TypeError), path.open("rb") as file:
        held = os.fstat(file.fileno())
        if held.st_uid == os.getuid() and not held.st_mode & _OTHERS_WRITE:
            head, _, body = file.read().partition(b"\n")
            if head.decode() == f"{key} {sha256(body).hexdigest()}":
                with uncollected():
                    return marshal.loads(body)  # noqa: S302  its own, by the hash
    return None


def _write(path: Path, key: str, data: Plain) -> None:
    """Keep the data for the next run, readable by the user alone; where that cannot be, it makes them as well."""
    body = marshal.dumps(data)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=path.name, dir=path.parent)  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(f"{key} {sha256(body).hexdigest()}\n".encode() + body)
            Path(made).replace(path)
        except OSError:
            Path(made).unlink(missing_ok=True)
