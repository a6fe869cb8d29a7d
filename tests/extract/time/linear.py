"""What holds of any text in any language: read in linear time, with offsets that are its own."""

from collections.abc import Callable

from incidents.model.proposal import Timex

Timexes = Callable[..., tuple[Timex, ...]]
SIZE = 100_000
"""Bytes of a hostile line; tests/benchmarks/time_speed.py takes the time of reading it whole."""


def lines_of(pieces: str) -> list[str]:
    """A line of that size of each of the pieces, which `|` parts."""
    return [piece * (SIZE // len(piece.encode())) for piece in pieces.split("|")]


def assert_own_offsets(found: tuple[Timex, ...], text: str) -> None:
    """None overlaps another, each has its own words, and a reason where it has no value."""
    last = 0
    for timex in found:
        assert last <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text == timex.when.words
        assert bool(timex.reason) is not timex.when.dated
        last = timex.end
