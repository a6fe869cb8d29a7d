"""CSV (RFC 4180) and TSV. Both start with one header row; docs/output.md says how cells are written."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from incidents.output.columns import Columns

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_TSV = {ord("\\"): "\\\\", ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}


def as_csv(listing: Columns, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """Lines of CSV, each with its CRLF; a text that a spreadsheet would take for a formula is `guarded`."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(column.name for column in listing)
    yield _taken(buffer)
    for row in rows:
        writer.writerow(guarded(cell) for cell in cells(listing, row))
        yield _taken(buffer)


def as_tsv(listing: Columns, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    r"""Lines of TSV; a tab, newline or backslash inside a cell is written `\t`, `\n`, `\r`, `\\`."""
    yield "\t".join(column.name for column in listing) + "\n"
    for row in rows:
        yield "\t".join(cell.translate(_TSV) for cell in map(str, cells(listing, row))) + "\n"


def cells(listing: Columns, row: tuple[Any, ...]) -> Iterator[Any]:
    """The values of a row as they stand in a cell: nothing for a missing one, `true` and `false` for a flag."""
    for column, value in zip(listing, row, strict=True):
        if value is None:
            yield ""
        elif column.kind == "flag":
            yield "true" if value else "false"
        else:
            yield value


def guarded(cell: Any) -> Any:
    """A text that begins like a formula with an apostrophe before it; taking one apostrophe off again is exact."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
