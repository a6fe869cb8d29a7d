"""A reviewer before a real pseudo-terminal: keys go in, and the screen is looked at until it shows what it should."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pexpect

from tests.cli.conftest import Program
from tests.cli.emulator import Emulator

LONGEST = 60.0
"""A screen that does not show it after so many seconds never will."""
KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "PgDn": "\x1b[6~",
    "PgUp": "\x1b[5~",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "Shift-Tab": "\x1b[Z",
    "Space": " ",
    "Ctrl-C": "\x03",
    "Ctrl-L": "\x0c",
}


class Sitting:
    """The program on a terminal. `sent` counts the keys: each character that is typed is one."""

    def __init__(self, child: "pexpect.spawn[str]", columns: int, lines: int) -> None:
        self.child = child
        self.screen = Emulator(columns, lines)
        self.raw = ""
        self.sent = 0

    def press(self, *keys: str) -> None:
        """Press keys, each by its name in KEYS or as the character that it is."""
        for key in keys:
            self.sent += 1
            self.child.send(KEYS.get(key, key))

    def type(self, words: str) -> None:
        """Type words, one key a character."""
        self.press(*words)

    def until(self, *shown: str, without: str = "\0") -> str:
        """Look until the screen shows all of these, and `without` no more; the screen."""
        return self.when(lambda text: all(one in text for one in shown) and without not in text, f"{shown}")

    def when(self, seen: Callable[[str], bool], what: str) -> str:
        """Look until the screen is as it should be."""
        last = time.monotonic() + LONGEST
        while not seen(self.screen.text()):
            assert time.monotonic() < last, f"not seen: {what}\n{self.screen.text()}"
            assert self._read(0.2), f"it has ended: {what}\n{self.screen.text()}"
        return self.screen.text()

    def end(self) -> int:
        """Wait for the program's end; its exit code, or minus the signal that killed it."""
        last = time.monotonic() + LONGEST
        while self._read(0.2):
            assert time.monotonic() < last, f"it does not end:\n{self.screen.text()}"
        self.child.wait()
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)

    def _read(self, wait: float) -> bool:
        try:
            piece = self.child.read_nonblocking(65536, wait)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += piece
        self.screen.feed(piece)
        return True


@contextmanager
def sitting(
    program: Program,
    *words: str,
    command: str = "review",
    columns: int = 80,
    lines: int = 24,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Sitting]:
    """A command (else `incidents review`) on a terminal of this size; killed at the end if it still runs."""
    base = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    own = {name: value for name, value in program.environment.items() if name != "COLUMNS"}
    child = pexpect.spawn(
        sys.executable,
        ["-c", "from incidents.cli import main; main()", command, *words],
        env={**base, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **own, **(environment or {})},
        dimensions=(lines, columns),
        encoding="utf-8",
        timeout=LONGEST,
        echo=command != "review",  # what is typed before the screen is there is not put on it by the terminal
    )
    try:
        yield Sitting(child, columns, lines)
    finally:
        child.close(force=True)
