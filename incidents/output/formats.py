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


class Data(Iterator[str]):
    """The texts of a format, exact as a pipe takes them: whoever shows them in a terminal escapes what moves it."""

    def __init__(self, texts: Iterator[str]) -> None:
        """Pass on the texts."""
        self._texts = texts

    def __next__(self) -> str:
        """The next text."""
        return next(self._texts)


def lines(form: str, listing: "Columns", rows: Rows) -> Data:
    """The rows in one of the formats but `table`, as text to write one after the other."""
    module, name = _WRITERS[form]
    writer: Callable[[Columns, Rows], Iterator[str]] = getattr(import_module(f"incidents.output.{module}"), name)
    return Data(writer(listing, rows))
