"""The formats by name; each is imported when it is used."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # every command asks for the names of the formats: that must cost nothing
    from incidents.output.columns import Columns

Rows = Iterable[tuple[Any, ...]]

_WRITERS = {
    "csv": ("delimited", "as_csv"),
    "tsv": ("delimited", "as_tsv"),
    "json": ("objects", "as_json"),
    "jsonl": ("objects", "as_jsonl"),
    "md": ("markdown", "as_markdown"),
}
FORMATS = ("table", *_WRITERS)
"""`table` is for people and laid out by each command itself."""


def lines(form: str, listing: "Columns", rows: Rows) -> Iterator[str]:
    """The rows in one of the formats but `table`, as text to write one after the other."""
    module, name = _WRITERS[form]
    writer: Callable[[Columns, Rows], Iterator[str]] = getattr(import_module(f"incidents.output.{module}"), name)
    return writer(listing, rows)
