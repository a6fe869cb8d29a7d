"""A light table for the terminal: fits a width, wraps or cuts cells, knows two-column characters."""

from collections.abc import Sequence
from itertools import zip_longest
from operator import gt
from typing import NamedTuple

from incidents.output.style import paint
from incidents.output.width import cut, width, wrap

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
    if not rows:
        return []
    titles = [[Cell(head.title, "dim") for head in heads]] if any(head.title for head in heads) else []
    every = [*titles, *rows]
    texts = [[cell if isinstance(cell, str) else cell.text for cell in row] for row in every]
    taken = [list(map(width, row)) for row in texts]
    sizes = _sizes(heads, taken, columns)
    layout = _Layout(heads, sizes, _form(heads, sizes), colour)
    return [_lines(layout, *parts) for parts in zip(every, texts, taken, strict=True)]


def text(heads: Sequence[Head], rows: Sequence[Row], columns: int, *, colour: bool = False) -> str:
    """The whole table as text; nothing without rows."""
    blocks = table(heads, rows, columns, colour=colour)
    return "".join(f"{line}\n" for block in blocks for line in block)


class _Layout(NamedTuple):
    """What all rows share; `form` lays out a line without colour in which every character takes one column."""

    heads: Sequence[Head]
    sizes: Sequence[int]
    form: str
    colour: bool


def _sizes(heads: Sequence[Head], taken: Sequence[Sequence[int]], columns: int) -> list[int]:
    """The widths of the columns, from those that the cells would take."""
    sizes = [max(column) for column in zip(*taken, strict=True)]
    excess = sum(sizes) + GAP * (len(sizes) - 1) - columns
    while excess > 0:
        giving = [i for i, head in enumerate(heads) if head.least and sizes[i] > head.least]
        if not giving:
            break
        sizes[max(giving, key=lambda i: sizes[i] - heads[i].least)] -= 1
        excess -= 1
    return sizes


def _form(heads: Sequence[Head], sizes: Sequence[int]) -> str:
    pairs = zip(heads, sizes, strict=True)
    return (" " * GAP).join(f"{{:{'>' if head.right else '<'}{size}}}" for head, size in pairs)


def _lines(layout: _Layout, row: Row, texts: Sequence[str], taken: Sequence[int]) -> list[str]:
    lines: list[Sequence[str]] = [texts]
    if any(map(gt, taken, layout.sizes)):
        lines = list(zip_longest(*map(_cell, layout.heads, texts, taken, layout.sizes), fillvalue=""))
    if not layout.colour and "".join(texts).isascii():
        return [layout.form.format(*words).rstrip() for words in lines]
    styles = [_style(head, cell) for head, cell in zip(layout.heads, row, strict=True)]
    return [_line(layout, words, styles) for words in lines]


def _line(layout: _Layout, words: Sequence[str], styles: Sequence[str]) -> str:
    parts = []
    for head, word, size, style in zip(layout.heads, words, layout.sizes, styles, strict=True):
        space = " " * (size - width(word))
        painted = paint(word, style, colour=layout.colour)
        parts.append(space + painted if head.right else painted + space)
    return (" " * GAP).join(parts).rstrip()


def _cell(head: Head, text: str, taken: int, size: int) -> list[str]:
    if taken <= size:
        return [text]
    return [cut(text, size)] if head.cut else wrap(text, size)


def _style(head: Head, cell: str | Cell) -> str:
    return cell.style if isinstance(cell, Cell) else head.style
