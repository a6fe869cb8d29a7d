"""Printing a listing in any format; as a table only the columns that people look at."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from incidents.cli.screen import screen
from incidents.output.columns import Columns
from incidents.output.formats import lines
from incidents.output.safe import line
from incidents.output.table import Head, text

Rows = Iterable[tuple[Any, ...]]


def printed(form: str, columns: Columns, rows: Rows, heads: Mapping[str, Head]) -> Iterator[str]:
    """The rows in a format; `heads` says which columns the table has, in which order, and how each behaves."""
    if form != "table":
        return lines(form, columns, rows)
    order = {column.name: index for index, column in enumerate(columns)}
    places = [order[name] for name in heads]
    shown = screen()
    cells = [[_cell(columns[index].kind, row[index]) for index in places] for row in rows]
    return iter([text(list(heads.values()), cells, shown.table, colour=shown.colour)])


def _cell(kind: str, value: Any) -> str:
    if value is None:
        return ""
    return ("yes" if value else "") if kind == "flag" else line(str(value))
