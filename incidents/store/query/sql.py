"""Small pieces of SQL with their bound values; placeholders are `?` in both dialects."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from incidents.store.query.connect import Reader

Row = tuple[Any, ...]


class Sql(NamedTuple):
    """A piece of SQL and the values of its placeholders, in their order."""

    text: str
    values: tuple[Any, ...] = ()


def within(column: str, values: Sequence[Any]) -> Sql:
    """`column = ?` or `column IN (?, …)`."""
    if len(values) == 1:
        return Sql(f"{column} = ?", (values[0],))
    return Sql(f"{column} IN ({marks(values)})", tuple(values))


def marks(values: Collection[Any]) -> str:
    """A placeholder for each value; `NULL` for none, so that `IN` finds nothing."""
    return ", ".join("?" * len(values)) or "NULL"


def joined(separator: str, parts: Iterable[Sql]) -> Sql:
    """The pieces with a separator between them."""
    listed = list(parts)
    values = tuple(value for part in listed for value in part.values)
    return Sql(separator.join(part.text for part in listed), values)


def where(parts: Iterable[Sql]) -> Sql:
    """` WHERE a AND b`, or nothing."""
    listed = list(parts)
    if not listed:
        return Sql("")
    both = joined(" AND ", listed)
    return Sql(f" WHERE {both.text}", both.values)


def number(reader: Reader, text: str, values: tuple[Any, ...] = ()) -> int:
    """The number that a query for one value gives; 0 without a row."""
    return next((int(row[0]) for row in reader.rows(text, values)), 0)


def chunks(items: Sequence[Any], size: int = 400) -> Iterable[Sequence[Any]]:
    """Pieces of a list, small enough for the placeholders that a driver allows."""
    return (items[start : start + size] for start in range(0, len(items), size))
