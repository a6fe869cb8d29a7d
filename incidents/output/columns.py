"""What one column of a listing is: its name, the kind of its values and what it means."""

from typing import Literal, NamedTuple, cast

Kind = Literal["text", "number", "flag"]


class Column(NamedTuple):
    """A column: `flag` is 0/1 in the database, true/false in every format; `number` is never quoted in JSON."""

    name: str
    kind: Kind
    meaning: str


Columns = tuple[Column, ...]


def listing(rows: str) -> Columns:
    """Columns written as lines `name [number|flag]: meaning`; text is the kind of the rest."""
    return tuple(_column(*line.strip().split(": ", 1)) for line in rows.strip().splitlines())


def names(columns: Columns) -> tuple[str, ...]:
    """The names of the columns, in their order."""
    return tuple(column.name for column in columns)


def _column(head: str, meaning: str) -> Column:
    name, _, kind = head.partition(" ")
    return Column(name, cast("Kind", kind or "text"), meaning)
