"""A CSV file with one header row, read with errors that name the file and the line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from incidents.errors import BadInput

Row = Mapping[str, str]


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV file as dicts of its columns, plus `line`, the number of the row's last line as text.

    Raises:
        BadInput: the file is missing, not UTF-8, lacks a column, or a row has another number of cells.
    """
    with _opened(path) as lines:
        reader = csv.reader(lines, strict=True)
        try:
            header = next(reader, [])
            _check_header(path, header, columns)
            names = (*header, "line")
            for cells in reader:
                if len(cells) != len(header):
                    raise _uneven(path, reader.line_num, header, cells)
                yield dict(zip(names, (*map(str.strip, cells), str(reader.line_num)), strict=True))
        except (csv.Error, UnicodeDecodeError) as error:
            raise BadInput(f"{path.name}, line {reader.line_num + 1}: {error}.") from error


def _opened(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error


def _check_header(path: Path, header: list[str], columns: Sequence[str]) -> None:
    missing = [name for name in columns if name not in header]
    if missing:
        raise BadInput(f"{path.name}, line 1: the column {missing[0]} is missing; expected {','.join(columns)}.")
    if len(set(header)) < len(header):
        raise BadInput(f"{path.name}, line 1: a column stands there twice.")


def _uneven(path: Path, line: int, header: list[str], cells: list[str]) -> BadInput:
    return BadInput(f"{path.name}, line {line}: {len(cells)} cells, but the header has {len(header)}.")
