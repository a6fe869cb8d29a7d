"""How much work code does, in steps: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

EXCESS = 1.5
"""So many times what is in proportion may be done: bounded windows fill only in the longer text."""


def steps(do: Callable[[], object]) -> int:
    """The lines of Python that `do` runs, each turn of a loop anew, and the functions that it enters.

    What runs inside C is not seen (a regular expression, `in` of a list): seconds are for tests/benchmarks.
    """
    number = 0

    def count(_: FrameType, event: str, __: Any) -> Callable[..., Any]:
        nonlocal number
        number += event in ("line", "call")
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        do()
    finally:
        sys.settrace(before)
    return number


def assert_proportional(do: Callable[[int], object], size: int, times: int) -> None:
    """Assert that `do` of a size `times` as large takes as many times the steps; once first, for what is made once."""
    do(size)
    few, many = steps(lambda: do(size)), steps(lambda: do(size * times))
    assert few
    assert many < EXCESS * times * few, (few, many)
