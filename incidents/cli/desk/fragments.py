"""Rows of a screen as fragments: (style, text), cut and filled to a width."""

from collections.abc import Iterator

from incidents.output.width import ELLIPSIS, width
from incidents.output.width import wrap as wrap_text

Fragments = list[tuple[str, str]]


def size(row: Fragments) -> int:
    """The columns that it takes."""
    return sum(width(text) for _, text in row)


def fitted(row: Fragments, columns: int) -> Fragments:
    """Exactly so many columns: cut off with an ellipsis, or filled up with spaces."""
    wide = size(row)
    if wide > columns:
        row = [*_begun(row, columns - 1), ("", ELLIPSIS)]
        wide = size(row)
    return [*row, ("", " " * (columns - wide))] if wide < columns else row


def _begun(row: Fragments, columns: int) -> Iterator[tuple[str, str]]:
    """As much of its beginning as fits."""
    for style, text in row:
        taken = 0
        for character in text:
            columns -= width(character)
            if columns < 0:
                break
            taken += 1
        yield style, text[:taken]
        if taken < len(text):
            return


def trimmed(row: Fragments) -> Fragments:
    """Without the spaces at its end."""
    while row and not row[-1][1].strip():
        row = row[:-1]
    return [*row[:-1], (row[-1][0], row[-1][1].rstrip())] if row else []


def spread(left: Fragments, right: Fragments, columns: int, fill: str = " ", style: str = "") -> Fragments:
    """One at each end, the left one cut where they do not fit, `fill` between them."""
    room = max(columns - size(right) - (1 if right else 0), 0)
    kept = fitted(left, room) if size(left) > room else left
    return [*kept, (style, fill * (columns - size(kept) - size(right))), *right]


def wrapped(text: str, columns: int, style: str = "") -> list[Fragments]:
    """The rows of a paragraph."""
    return [[(style, row)] for row in wrap_text(text, max(columns, 2))]


def labelled(label: str, rows: list[Fragments], wide: int) -> list[Fragments]:
    """Rows beside a label of so many columns."""
    heads = [label, *[""] * (len(rows) - 1)]
    return [[("class:label", head.ljust(wide)), *row] for head, row in zip(heads, rows, strict=False)]
