"""Markdown: one pipe table."""

from collections.abc import Iterable, Iterator
from typing import Any

from incidents.output.columns import Columns
from incidents.output.delimited import cells
from incidents.output.safe import safe

_SPECIAL = {ord(c): f"\\{c}" for c in "\\|`*_[]<>#"} | {ord("\n"): "<br>", ord("\r"): ""}


def as_markdown(listing: Columns, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """Lines of a table, with the characters escaped that Markdown would read as its own."""
    yield _line(column.name for column in listing)
    yield _line("---:" if column.kind == "number" else "---" for column in listing)
    for row in rows:
        yield _line(escaped(str(cell)) for cell in cells(listing, row))


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is, in one line; control characters are replaced."""
    return "\t".join(map(safe, text.translate(_SPECIAL).split("\t")))


def _line(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |\n"
