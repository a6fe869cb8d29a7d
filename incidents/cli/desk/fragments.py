"""Rows of a screen as fragments: (style, text), cut and filled to a width."""

from incidents.output.width import cut as cut_text
from incidents.output.width import width
from incidents.output.width import wrap as wrap_text

Fragments = list[tuple[str, str]]


def size(row: Fragments) -> int:
    """The columns that it takes."""
    return sum(width(text) for _, text in row)


def fitted(row: Fragments, columns: int) -> Fragments:
    """Exactly so many columns: cut off, or filled up with spaces."""
    left, found = columns, Fragments()
    for style, text in row:
        piece = text if width(text) <= left else cut_text(text, left)
        if piece:
            found.append((style, piece))
            left -= width(piece)
        if piece != text:
            break
    return [*found, ("", " " * left)] if left > 0 else found


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
