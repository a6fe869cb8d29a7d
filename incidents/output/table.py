"""A light table for the terminal: fits a width, wraps or cuts cells, knows two-column characters."""

from collections.abc import Sequence
from typing import NamedTuple

from incidents.output.style import paint
from incidents.output.width import cut, pad, width, wrap

GAP = 2
"""Spaces between two columns."""


class Head(NamedTuple):
    """A column of a table: never squeezed under `least` columns; `cut` shortens a cell instead of wrapping it."""

    title: str
    least: int = 0
    """0: it is never squeezed."""
    right: bool = False
    style: str = ""
    cut: bool = False


class Cell(NamedTuple):
    """A cell with a colour of its own."""

    text: str
    style: str = ""


Row = Sequence[str | Cell]


def table(heads: Sequence[Head], rows: Sequence[Row], columns: int, *, colour: bool = False) -> list[list[str]]:
    """The header (if any column has a title) and the rows, each as its lines, within so many columns of a terminal.

    Columns with `least` give way, the widest first; when all have given what they can, the table is wider than asked.
    """
    widths = _widths(heads, rows, columns)
    titles = [[Cell(head.title, "dim") for head in heads]] if any(head.title for head in heads) else []
    return [_lines(heads, row, widths, colour=colour) for row in [*titles, *rows]]


def text(heads: Sequence[Head], rows: Sequence[Row], columns: int, *, colour: bool = False) -> str:
    """The whole table as text; nothing without rows."""
    blocks = table(heads, rows, columns, colour=colour) if rows else []
    return "".join(f"{line}\n" for block in blocks for line in block)


def _widths(heads: Sequence[Head], rows: Sequence[Row], columns: int) -> list[int]:
    widths = [width(head.title) for head in heads]
    for row in rows:
        for index, cell in enumerate(row):
            widths[index] = max(widths[index], width(_text(cell)))
    excess = sum(widths) + GAP * (len(widths) - 1) - columns
    while excess > 0:
        giving = [i for i, head in enumerate(heads) if head.least and widths[i] > head.least]
        if not giving:
            break
        widths[max(giving, key=lambda i: widths[i] - heads[i].least)] -= 1
        excess -= 1
    return widths


def _lines(heads: Sequence[Head], row: Row, widths: Sequence[int], *, colour: bool) -> list[str]:
    blocks = [_cell(head, cell, size) for head, cell, size in zip(heads, row, widths, strict=True)]
    height = max(map(len, blocks), default=1)
    return [_line(heads, row, widths, blocks, number, colour=colour).rstrip() for number in range(height)]


def _line(  # noqa: PLR0913  the parts of one line of one row
    heads: Sequence[Head], row: Row, widths: Sequence[int], blocks: list[list[str]], number: int, *, colour: bool
) -> str:
    parts = []
    for head, cell, size, block in zip(heads, row, widths, blocks, strict=True):
        words = block[number] if number < len(block) else ""
        space = pad("", size - width(words))
        painted = paint(words, _style(head, cell), colour=colour)
        parts.append(space + painted if head.right else painted + space)
    return (" " * GAP).join(parts)


def _cell(head: Head, cell: str | Cell, size: int) -> list[str]:
    words = _text(cell)
    return [cut(words, size)] if head.cut else wrap(words, size)


def _text(cell: str | Cell) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def _style(head: Head, cell: str | Cell) -> str:
    return cell.style if isinstance(cell, Cell) else head.style
