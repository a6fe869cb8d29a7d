"""The log of a bug: types, files, lines and versions, never a value, an argument, a message or a text."""

import os
import platform
import sys
import tempfile
import time
import traceback
from pathlib import Path

from incidents import __version__
from incidents.paths import log_dir


def write_log(error: BaseException) -> Path | None:
    """Write the log into the log directory, else a temporary one; None if neither can be written."""
    name = f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
    for folder in (log_dir, lambda: Path(tempfile.gettempdir())):
        try:
            return _written(folder() / name, error)
        except (OSError, RuntimeError):
            continue
    return None


def _written(path: Path, error: BaseException) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*_versions(), *_chain(error)]) + "\n", encoding="utf-8")
    return path


def _versions() -> list[str]:
    python = platform.python_version()
    return [f"incidents {__version__}", f"python {python}", f"system {platform.system()} {platform.release()}"]


def _chain(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    while error is not None:
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        lines += [f"  {_place(f.filename)}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
        error = error.__cause__ or error.__context__
    return lines


def _place(filename: str) -> str:
    """The file below its import root, so that no home directory is named."""
    roots = sorted((root for root in sys.path if root and filename.startswith(root)), key=len)
    return Path(filename).relative_to(roots[-1]).as_posix() if roots else Path(filename).name
