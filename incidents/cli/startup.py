"""What a command that loads a great deal does about the garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")


def settled(items: Iterator[Item]) -> Iterator[Item]:
    """The items; the collector, which the caller turned off, is turned on once the first is there.

    All modules, tables and rules are made by then. They stay to the end, and looking through them for garbage, over and
    over while they grow and once more on leaving, costs more than a third of taking in one report.
    """
    for item in items:
        gc.freeze()
        gc.enable()
        yield item
        break
    yield from items


@contextmanager
def unwatched() -> Iterator[None]:
    """Without the collector: for loading what writes, and one short write."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
