"""The three streams of the process, of which any may be closed, full or gone."""

import os
import sys
import unicodedata
from typing import TextIO

from incidents.errors import IncidentsError

_NARROW = 40
"""A terminal is taken to have so many columns at least."""


class BadOutput(IncidentsError):
    """Standard output is full or gone."""

    exit_code = 6


def complete() -> None:
    """Give a closed stream something to stand on, so that no file that is opened later gets its number.

    Nothing comes from a closed standard input, what goes to standard error is lost, and writing to a closed standard
    output fails, because data would be lost.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        made = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
        if made != number:
            os.dup2(made, number)
            os.close(made)
        setattr(sys, name, open(number, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def tell(sentence: str) -> None:
    """One line to standard error, on a terminal wrapped between words; lost where nobody can take it."""
    try:
        print(_wrapped(shown(sentence)), file=sys.stderr, flush=True)  # noqa: T201  words go to standard error, here alone
    except OSError:
        forget(sys.stderr)


def _wrapped(text: str) -> str:
    """On a terminal no word is broken over two lines; what is set in, to be typed as it stands, is left alone."""
    if len(text) < _NARROW or text.startswith(" ") or not sys.stderr.isatty():
        return text
    from textwrap import fill  # noqa: PLC0415  most sentences are short, or go nowhere near a terminal

    asked = os.environ.get("COLUMNS", "")
    columns = int(asked) if asked.isascii() and asked.isdigit() else os.get_terminal_size(sys.stderr.fileno()).columns
    return fill(text, max(columns, _NARROW), break_long_words=False, break_on_hyphens=False)


def shown(text: str) -> str:
    r"""`text` in one line for a terminal: control and direction characters and newlines as `\x1b`, `\n`, `\u202e`."""
    return text if text.isprintable() else "".join(map(_shown, text))


def write_out(*texts: str) -> None:
    """Write to standard output, and see that it has arrived.

    Raises:
        BrokenPipeError: nobody reads it any more.
        BadOutput: its disk is full, or it is gone.
    """
    try:
        sys.stdout.writelines(texts)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget(sys.stdout)
        raise BadOutput(f"the output cannot be written: {error.strerror}") from error


def forget(stream: TextIO) -> None:
    """Let what is still to be flushed go nowhere, so that Python does not try again on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _shown(character: str) -> str:
    """Spaces of all kinds stay; what moves the cursor, turns the direction or cannot be encoded is escaped."""
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")
