"""Printing a listing in any format; as a table only the columns that people look at."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from incidents.cli.screen import screen
from incidents.output.columns import Columns
from incidents.output.formats import lines
from incidents.output.safe import line
from incidents.output.table import Head, text

Rows = Iterable[tuple[Any, ...]]
ROOMY = 100
"""From so many columns a table shows what a narrower one leaves out."""


def printed(
    form: str, columns: Columns, rows: Rows, heads: Mapping[str, Head], *, roomy: Collection[str] = ()
) -> Iterator[str]:
    """The rows in a format; `heads` says which columns the table has, in which order, and how each behaves.

    The `roomy` ones are left out of a table narrower than ROOMY.
    """
    if form != "table":
        return lines(form, columns, rows)
    shown = screen()
    if shown.table < ROOMY:
        heads = {name: head for name, head in heads.items() if name not in roomy}
    order = {column.name: index for index, column in enumerate(columns)}
    places = [order[name] for name in heads]
    cells = [[_cell(columns[index].kind, row[index]) for index in places] for row in rows]
    return iter([text(list(heads.values()), cells, shown.table, colour=shown.colour)])


def _cell(kind: str, value: Any) -> str:
    if value is None:
        return ""
    return ("yes" if value else "") if kind == "flag" else line(str(value))
