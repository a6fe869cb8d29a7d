"""The one failure boundary: what went wrong becomes one sentence on standard error and an exit code."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from incidents.errors import IncidentsError


class BadOutput(IncidentsError):
    """Standard output is full or gone."""

    exit_code = 6


BUG = 70
INTERRUPTED = 130


def run(program: Callable[[], Any]) -> int:
    """Run a Click program that is not in standalone mode; the exit code of how it ended."""
    try:
        code = program()
    except IncidentsError as error:
        return _said(str(error), error.exit_code)
    except click.ClickException as error:
        return _usage(error)
    except (click.Abort, KeyboardInterrupt):
        return _said("interrupted", INTERRUPTED)
    except Exception as error:  # noqa: BLE001  the boundary: nothing gets past it but an exit
        return _bug(error)
    return code if isinstance(code, int) else 0


@contextmanager
def closed_pipe() -> Iterator[None]:
    """End quietly when nobody reads standard output any more."""
    try:
        yield
        write_out("")
    except BrokenPipeError:
        _forget_output()


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
        _forget_output()
        raise BadOutput(f"the output cannot be written: {error.strerror}") from error


def _forget_output() -> None:
    """Let what is still to be flushed go nowhere, so that Python does not try again on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unknown(what: str, word: str, known: Iterable[str], limit: int = 3) -> str:
    """`there is no command 'lsit'; did you mean 'list'?`: the nearest few are named, none is run."""
    near = nearest(word, known, limit)
    return f"there is no {what} {word!r}" + (f"; did you mean {' or '.join(map(repr, near))}?" if near else "")


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The few of `known` that are most like `word`."""
    from difflib import get_close_matches  # noqa: PLC0415  only on the way to an error

    return get_close_matches(word, list(known), limit, 0.6)


def _said(sentence: str, code: int) -> int:
    print(f"incidents: {sentence.rstrip('.')}", file=sys.stderr)  # noqa: T201  the one place that says what failed
    return code


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        print(error.format_message(), file=sys.stderr)  # noqa: T201  the help, not a sentence
        return error.exit_code
    context = error.ctx if isinstance(error, click.UsageError) else None
    sentence = error.format_message().rstrip(".")
    sentence = sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence
    hint = f" (see {context.command_path} --help)" if context else ""
    return _said(" ".join(sentence.split()) + hint, 2)


def _bug(error: Exception) -> int:
    from incidents.cli.crash import write_log  # noqa: PLC0415  only on the way to an error

    where = write_log(error)
    kept = f"its log, without any of your data, is {where}; please send it" if where else "its log could not be written"
    return _said(f"this is a bug ({type(error).__name__}): {kept}", BUG)
