"""Where shipped files, data and cache are."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder of shipped files `name` (`migrations`, `seeds`, `fixtures`): in the wheel, else in the checkout."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def data_dir() -> Path:
    """The user's data directory of this program (not made here)."""
    from platformdirs import user_data_path  # noqa: PLC0415  start-up stays light

    return user_data_path("incidents", appauthor=False)


def cache_dir() -> Path:
    """The user's cache directory of this program (not made here)."""
    from platformdirs import user_cache_path  # noqa: PLC0415  start-up stays light

    return user_cache_path("incidents", appauthor=False)


def log_dir() -> Path:
    """Where the report of a crash is written (not made here)."""
    from platformdirs import user_log_path  # noqa: PLC0415  start-up stays light

    return user_log_path("incidents", appauthor=False)
