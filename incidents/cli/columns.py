"""The columns of a listing of incidents as someone chooses them: `--columns id,date,title`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from incidents.model.filter import Filter
from incidents.model.scales import Extent
from incidents.model.wording import worded
from incidents.output.columns import Column, Columns, names
from incidents.output.listings import FOUND
from incidents.output.safe import line
from incidents.output.style import LEVEL_STYLES
from incidents.output.table import Cell, Head, Row
from incidents.store.query.connect import Reader
from incidents.store.query.ways import rows

_LEAST = 12
"""A column of text is not squeezed under so many columns of a terminal."""


def chosen_columns(context: click.Context, option: click.Parameter, words: str | None) -> Columns:
    """The columns of these names, each once, in their order; none for None: the callback of `--columns`.

    Raises:
        click.BadParameter: there is no column of a name; the sentence names the known ones.
    """
    if words is None:
        return ()
    known = {column.name: column for column in FOUND}
    asked = list(dict.fromkeys(word.strip().lower().replace("-", "_") for word in words.split(",") if word.strip()))
    unknown = [name for name in asked if name not in known]
    if unknown or not asked:
        what = f"there is no column {unknown[0]!r}{_nearest(unknown[0], known)}" if unknown else "it names no column"
        raise click.BadParameter(f"{what}; it is some of {', '.join(names(FOUND))}", context, option)
    return tuple(known[name] for name in asked)


def _nearest(name: str, known: Iterable[str]) -> str:
    """` (did you mean institutions?)`, where one is much like it."""
    from difflib import get_close_matches  # noqa: PLC0415  only on the way to an error

    near = get_close_matches(name, known, 1)
    return f" (did you mean {near[0]}?)" if near else ""


def heads(columns: Columns) -> list[Head]:
    """How each column stands in a table."""
    return [
        Head(one.name, 0 if one.kind == "number" or one.name in ("code", "date") else _LEAST, one.kind == "number")
        for one in columns
    ]


def table_rows(reader: Reader, columns: Columns, ids: Sequence[int], chosen: Filter) -> Iterator[Row]:
    """The cells of these incidents in a table for people: dates in words, a flag as `yes`."""
    for *row, extent in rows(reader, (*names(columns), "extent"), ids, chosen):
        yield [_cell(column, value, extent) for column, value in zip(columns, row, strict=True)]


def _cell(column: Column, value: Any, extent: Extent) -> str | Cell:
    if column.name == "date":
        return worded(value, extent=extent)
    if value is None or column.kind == "flag":
        return "yes" if value else ""
    return Cell(str(value), LEVEL_STYLES[value]) if column.name == "level" else line(str(value))
