"""JSON and JSON Lines: an object a row, keys in the order of the columns."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from incidents.output.columns import Columns


def as_json(listing: Columns, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """One array, an object a line."""
    return array(record(listing, row) for row in rows)


def as_jsonl(listing: Columns, rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """One object a line."""
    return (dumped(record(listing, row)) + "\n" for row in rows)


def array(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Objects as one array, streamed."""
    opening = "[\n"
    for item in records:
        yield opening + dumped(item)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def record(listing: Columns, row: tuple[Any, ...]) -> dict[str, Any]:
    """A row as an object: flags are booleans, missing values null."""
    pairs = zip(listing, row, strict=True)
    return {c.name: bool(value) if c.kind == "flag" and value is not None else value for c, value in pairs}


def dumped(value: Any) -> str:
    """JSON in UTF-8; a lone surrogate (no valid UTF-8) is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
