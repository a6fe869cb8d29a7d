"""A CSV file with one header row, read with errors that name the file and the line."""

import csv
import re
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
        read = 0
        try:
            header = next(reader, [])
            _check_header(path, header, columns)
            names = (*header, "line")
            read = reader.line_num
            for cells in reader:
                read = reader.line_num
                if not cells:
                    continue  # a blank line, as spreadsheets leave one at the end
                if len(cells) != len(header):
                    raise _uneven(path, reader.line_num, header, cells)
                yield dict(zip(names, (*map(str.strip, cells), str(reader.line_num)), strict=True))
        except UnicodeDecodeError as error:
            raise BadInput(f"{path} is not UTF-8 (after line {reader.line_num}): save it as CSV UTF-8.") from error
        except csv.Error as error:
            raise BadInput(f"{path}, line {read + 1}: {error}.") from error  # where its row begins


def _opened(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error


def _check_header(path: Path, header: list[str], columns: Sequence[str]) -> None:
    missing = [name for name in columns if name not in header]
    if missing and len(header) == 1 and re.search(r"[;\t]", header[0]):
        raise BadInput(f"{path}, line 1: its cells are not separated by commas: save it as CSV with commas.")
    if missing:
        names = ",".join(columns)
        raise BadInput(
            f"{path}, line 1: the column {missing[0]} is missing; expected {names}: the first line names the columns."
        )
    if len(set(header)) < len(header):
        raise BadInput(f"{path}, line 1: a column stands there twice.")


def _uneven(path: Path, line: int, header: list[str], cells: list[str]) -> BadInput:
    return BadInput(f"{path}, line {line}: {len(cells)} cells, but the header has {len(header)}.")
