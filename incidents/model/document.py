"""A report's text made ready for reading: cleaned, in blocks and sentences, with the way back to the kept text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from incidents.model.when import UNDATED, When

BlockKind = Literal["paragraph", "heading", "caption", "boilerplate", "front-matter"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind; only paragraphs and headings are read for incidents, and only the former fully."""

    start: int
    end: int
    kind: BlockKind


class Sentence(NamedTuple):
    """A sentence of a paragraph; `block` is the index of its block."""

    start: int
    end: int
    block: int


class Document(NamedTuple):
    """`text` is the clean text: all annotators count in it. `kept` gives the place in the kept text back."""

    text: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    published: When = UNDATED
    """The publication date; undated: nothing relative can be resolved."""
    language: str = "en"
    outlet: str | None = None
    offsets: Sequence[int] = ()
    """Of each code point of `text` its offset in the kept text, then the length of that; empty: they are the same."""

    def kept(self, start: int, end: int) -> tuple[int, int]:
        """The span of the kept text that `start`–`end` of the clean text stands for."""
        if not self.offsets or start >= end:
            return start, end
        return self.offsets[start], self.offsets[end]

    def clean(self, start: int, end: int) -> tuple[int, int]:
        """The span of the clean text that stands for `start`–`end` of the kept text."""
        if not self.offsets:
            return start, end
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)
