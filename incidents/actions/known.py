"""What a process has read of the names of a database: forgotten when it changes them itself."""

from collections.abc import Callable

_KEPT: list[Callable[[], None]] = []


def kept(forget: Callable[[], None]) -> None:
    """Something is kept ready; `forget` lets it be read anew."""
    _KEPT.append(forget)


def changed() -> None:
    """Names were changed: what is kept of them is out of date."""
    for forget in _KEPT:
        forget()
