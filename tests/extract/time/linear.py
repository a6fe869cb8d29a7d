"""What holds of any text in any language: read in linear time, with offsets that are its own."""

import time
from collections.abc import Callable

from incidents.model.proposal import Timex

Timexes = Callable[..., tuple[Timex, ...]]
SIZE = 100_000
"""Bytes of a hostile line."""


def lines_of(pieces: str) -> list[str]:
    """A line of that size of each of the pieces, which `|` parts."""
    return [piece * (SIZE // len(piece.encode())) for piece in pieces.split("|")]


def seconds(timexes: Timexes, text: str) -> float:
    """The processor's time that reading takes."""
    start = time.process_time()
    timexes(text)
    return time.process_time() - start


def limit_by(timexes: Timexes, ordinary: str) -> float:
    """A second, or on a machine that is slow or busy ten times what as much ordinary prose takes there."""
    return max(1, 10 * seconds(timexes, ordinary))


def assert_own_offsets(found: tuple[Timex, ...], text: str) -> None:
    """None overlaps another, each has its own words, and a reason where it has no value."""
    last = 0
    for timex in found:
        assert last <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text == timex.when.words
        assert bool(timex.reason) is not timex.when.dated
        last = timex.end
