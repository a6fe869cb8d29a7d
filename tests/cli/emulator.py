"""A small terminal: what a program writes becomes a screen of cells, each a character with its attributes."""

import re
from typing import NamedTuple

from incidents.output.width import width

_CONTROL = re.compile(r"\x1b\[(?P<mark>[?>=]?)(?P<numbers>[\d;]*)(?P<final>[A-Za-z@`])")
_OTHER = re.compile(r"\x1b\](?:[^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>78cM]")
_UNFINISHED = re.compile(r"\x1b(?:\[[?>=]?[\d;]*|\][^\x07\x1b]*\x1b?|[()])?$")


class Cell(NamedTuple):
    """One column: its character (empty: the right half of a wide one) and the numbers of its attributes."""

    character: str = " "
    attributes: frozenset[int] = frozenset()


class Emulator:
    """What a terminal of this size shows of what it is fed."""

    def __init__(self, columns: int, lines: int) -> None:
        self.columns, self.lines = columns, lines
        self.row = self.column = 0
        self.alternate = False
        self.colours: set[int] = set()
        self._attributes: frozenset[int] = frozenset()
        self._left = ""
        self._cells: list[list[Cell]] = []
        self._clear()

    def feed(self, text: str) -> None:
        """Take what the program wrote; a sequence that is not whole yet waits for the rest."""
        text = self._left + text
        unfinished = _UNFINISHED.search(text)
        self._left = unfinished[0] if unfinished else ""
        text = text[: len(text) - len(self._left)]
        at = 0
        while at < len(text):
            found = _CONTROL.match(text, at) or _OTHER.match(text, at)
            if found:
                if found.re is _CONTROL:
                    self._command(found["mark"], found["numbers"], found["final"])
                at = found.end()
            else:
                self._write(text[at])
                at += 1

    def text(self) -> str:
        """The screen as lines."""
        return "\n".join("".join(cell.character for cell in row).rstrip() for row in self._cells)

    def attributes_of(self, words: str) -> list[frozenset[int]]:
        """The attributes of each place where these words begin."""
        found = []
        for row in self._cells:
            line = "".join(cell.character or "\0" for cell in row)
            found += [row[one.start()].attributes for one in re.finditer(re.escape(words), line)]
        return found

    def _clear(self) -> None:
        self._cells = [[Cell()] * self.columns for _ in range(self.lines)]

    def _write(self, character: str) -> None:
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self._down()
        elif character == "\b":
            self.column = max(self.column - 1, 0)
        elif character == "\x1b" or character < " ":
            assert character in "\x07\x0e\x0f", f"the terminal does not know {character!r}"
        else:
            self._put(character)

    def _down(self) -> None:
        if self.row == self.lines - 1:
            self._cells = [*self._cells[1:], [Cell()] * self.columns]
        else:
            self.row += 1

    def _put(self, character: str) -> None:
        size = width(character)
        if size == 0:
            return
        row = self._cells[self.row]
        self.column = min(self.column, self.columns - size)
        row[self.column] = Cell(character, self._attributes)
        row[self.column + 1 : self.column + size] = [Cell("", self._attributes)] * (size - 1)
        self.column += size

    def _command(self, mark: str, numbers: str, final: str) -> None:
        values = [int(one or 0) for one in numbers.split(";")]
        first = values[0] or 1
        if mark:
            self.alternate = final == "h" if values[0] == 1049 else self.alternate
        elif final == "m":
            self._style(values)
        elif final in "ABCD":
            down, right = {"A": (-first, 0), "B": (first, 0), "C": (0, first), "D": (0, -first)}[final]
            self.row = min(max(self.row + down, 0), self.lines - 1)
            self.column = min(max(self.column + right, 0), self.columns - 1)
        elif final in "Hf":
            self.row, self.column = first - 1, (values[1] if len(values) > 1 and values[1] else 1) - 1
        elif final in "JK":
            self._erase(final, values[0])
        else:
            assert final in "nct", f"the terminal does not know {final!r}"

    def _erase(self, what: str, how: int) -> None:
        row = self._cells[self.row]
        if how == 0:
            row[self.column :] = [Cell()] * (self.columns - self.column)
            below = range(self.row + 1, self.lines)
        else:
            row[:] = [Cell()] * self.columns
            below = range(self.lines)
        for number in below if what == "J" else ():
            self._cells[number] = [Cell()] * self.columns

    def _style(self, values: list[int]) -> None:
        for value in values:
            self._attributes = frozenset() if value == 0 else self._attributes | {value}
            if value >= 30:
                self.colours.add(value)
