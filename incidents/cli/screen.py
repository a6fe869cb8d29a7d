"""What the user looks at: a terminal of some size, with colour or not, or a pipe."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from io import TextIOWrapper
from itertools import islice
from typing import NamedTuple, TextIO, TypeVar

from click import progressbar

from incidents.cli.configuration import setting
from incidents.cli.streams import tell, write_out
from incidents.output.formats import Data

Item = TypeVar("Item")
_MOVING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")
"""What moves the cursor, turns the direction, or commands a terminal."""
_MOVING_BUT_COLOUR = re.compile(rf"(?!\x1b\[[\d;]*m)(?:{_MOVING.pattern})")
PIECE = 200
"""So many texts are written at once."""
SAID = 20
"""Of so many things at once each is said."""
_bars: list[int] = []
"""The lengths of the bars that are being drawn: one or none."""
PIPE_COLUMNS = 100
"""The width of a page that goes into a pipe, where standard error is no terminal either."""


class Screen(NamedTuple):
    """`lines` is 0 where standard output is no terminal: everything is printed."""

    columns: int
    lines: int
    colour: bool
    table: int
    """The columns that a table may take: in a pipe all it wants, so that a row stays one line for grep and the like."""


def screen() -> Screen:
    """Standard output as it is now. COLUMNS and LINES win over what the terminal says."""
    asked = _environment("COLUMNS")
    if not sys.stdout.isatty():
        width = asked or _columns_of(sys.stderr) or PIPE_COLUMNS
        return Screen(width, 0, colour=_coloured(seen=False), table=asked or sys.maxsize)
    columns, lines = _size()
    return Screen(columns, lines, colour=_coloured(seen=True), table=columns)


def _coloured(*, seen: bool) -> bool:
    """NO_COLOR goes before the configuration, and that before what the terminal is."""
    if os.environ.get("NO_COLOR"):
        return False
    asked = setting("colour") or "auto"
    return asked == "always" or (asked == "auto" and seen and os.environ.get("TERM") != "dumb")


def say(sentence: str) -> None:
    """A sentence to standard error; a progress bar that is being drawn makes room for it."""
    if _bars:
        sys.stderr.write("\r\x1b[K")
    tell(sentence)


def say_each(sentences: Iterable[str], length: int) -> None:
    """So many sentences; of very many the first, and how many more there would be."""
    for sentence in islice(sentences, SAID):
        say(sentence)
    if length > SAID:
        say(f"and {length - SAID} more")


def emit(texts: Iterable[str]) -> None:
    """Data to standard output, with the newlines that it has; into a pipe or file always as UTF-8."""
    output = sys.stdout
    if isinstance(output, TextIOWrapper):
        encoding = output.encoding if output.isatty() else "utf-8"
        output.reconfigure(encoding=encoding, errors="backslashreplace", newline="")
    moving = _MOVING if isinstance(texts, Data) else _MOVING_BUT_COLOUR
    seen = output.isatty()
    for some in _pieces(texts):
        write_out(*((_harmless(text, moving) for text in some) if seen else some))


def _harmless(text: str, moving: re.Pattern[str]) -> str:
    return text if text.isprintable() else moving.sub(lambda found: ascii(found[0])[1:-1], text)


def _pieces(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in pieces that are worth a write of their own."""
    source = iter(texts)
    while some := list(islice(source, PIECE)):
        yield some


def followed(items: Iterator[Item], length: int, label: str = "reading") -> Iterator[Item]:
    """The items, with a progress bar on standard error if there are several and that is a terminal."""
    if length < 2 or not sys.stderr.isatty():
        yield from items
        return
    with progressbar(items, length=length, label=label, file=sys.stderr, show_pos=True) as bar:
        _bars.append(length)
        yield from bar
    _bars.clear()


def bulk(length: int) -> Callable[[Iterator[Item]], Iterator[Item]]:
    """`followed` for a change of so many records, where it takes more than a moment."""
    return lambda items: followed(items, length if length > PIECE // 4 else 0, "changing")


def _columns_of(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def _size() -> tuple[int, int]:
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((80, 24))
    return _environment("COLUMNS") or size.columns or 80, _environment("LINES") or size.lines or 24


def _environment(name: str) -> int:
    value = os.environ.get(name, "")
    return int(value) if value.isascii() and value.isdigit() else 0
