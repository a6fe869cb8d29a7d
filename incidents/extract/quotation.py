"""Quoted spans of a document."""

import re
from bisect import bisect_left

from incidents.model.document import Document

Span = tuple[int, int]
_MARK = re.compile(r'"')


def quotations(document: Document) -> tuple[Span, ...]:
    """The spans between double quotation marks, marks included, in their order; none goes beyond its block.

    A quotation that its block does not close goes to the end of the block, as in one that runs over paragraphs.
    """
    spans: list[Span] = []
    for block in document.blocks:
        if block.kind == "paragraph":
            spans += _within(document.text, block.start, block.end)
    return tuple(spans)


def _within(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        here = mark.start()
        if opened is None:
            opened = here
        elif _opens(text, start, here, end):
            spans.append((opened, here))
            opened = here
        else:
            spans.append((opened, here + 1))
            opened = None
    return [*spans, (opened, end)] if opened is not None else spans


def _opens(text: str, start: int, here: int, end: int) -> bool:
    before = text[here - 1] if here > start else " "
    after = text[here + 1] if here + 1 < end else " "
    return before in " \n([—-" and not after.isspace()


def quoted(spans: tuple[Span, ...], position: int) -> Span | None:
    """The quotation that `position` stands in, behind its opening mark."""
    k = bisect_left(spans, (position,)) - 1
    return spans[k] if k >= 0 and position < spans[k][1] else None
