"""Where shipped files, configuration, data and cache are."""

import os
import sys
from pathlib import Path

_HOMELESS = "no home directory is known"  # as pathlib and platformdirs say it, by the same error
_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder of shipped files `name` (`migrations`, `seeds`, `fixtures`): in the wheel, else in the checkout."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def data_dir() -> Path:
    """The user's data directory of this program (not made here).

    Raises:
        RuntimeError: the user has no home: HOME is not set, nor is it in the system's list of users.
    """
    if found := _linux("XDG_DATA_HOME", ".local/share"):
        return found
    from platformdirs import user_data_path  # noqa: PLC0415  start-up stays light

    return _known(user_data_path("incidents", appauthor=False))


def config_dir() -> Path:
    """The user's configuration directory of this program (not made here). Raises as `data_dir`."""
    if found := _linux("XDG_CONFIG_HOME", ".config"):
        return found
    from platformdirs import user_config_path  # noqa: PLC0415  start-up stays light

    return _known(user_config_path("incidents", appauthor=False))


def cache_dir() -> Path:
    """The user's cache directory of this program (not made here). Raises as `data_dir`."""
    from platformdirs import user_cache_path  # noqa: PLC0415  start-up stays light

    return _known(user_cache_path("incidents", appauthor=False))


def log_dir() -> Path:
    """Where the report of a crash is written (not made here). Raises as `data_dir`."""
    from platformdirs import user_log_path  # noqa: PLC0415  start-up stays light

    return _known(user_log_path("incidents", appauthor=False))


def _known(path: Path) -> Path:
    """The path, unless it begins with a `~` that means nothing: it would be a folder of that name."""
    if not path.is_absolute():
        raise RuntimeError(_HOMELESS)
    return path


def _linux(variable: str, usual: str) -> Path | None:
    """What platformdirs says on Linux, where every command would pay for importing it; None: ask it."""
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    named = os.environ.get(variable, "")
    if not os.path.isabs(named) and os.environ.get("HOME") == "":  # noqa: PTH117  as platformdirs
        raise RuntimeError(_HOMELESS)
    base = named if os.path.isabs(named) else os.path.expanduser(f"~/{usual}")  # noqa: PTH111, PTH117  as platformdirs
    return Path(base, "incidents") if os.path.isabs(base) else None  # noqa: PTH117  likewise
