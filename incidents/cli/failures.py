"""The one failure boundary: what went wrong becomes one sentence on standard error and an exit code."""

import errno
import os
import re
import sys
from _thread import interrupt_main
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from incidents.cli.streams import BadOutput, forget, tell, write_out
from incidents.errors import BadInput, IncidentsError, UsageProblem

_TOO_LARGE = re.compile(
    r"too large to convert to SQLite|\b(?:big|small)?int(?:eger)? out of range|out of range for type"
)
_NO_OUTPUT = (errno.ENOSPC, errno.EBADF, errno.EIO)
_AGAIN = 0.01
BUG = 70
INTERRUPTED = 130


def run(program: Callable[[], Any]) -> int:
    """Run a Click program that is not in standalone mode; the exit code of how it ended."""
    try:
        with _interruptible():
            code = program()
    except IncidentsError as error:
        return _said(str(error), error.exit_code)
    except click.ClickException as error:
        return _usage(error)
    except (click.Abort, KeyboardInterrupt) as left:
        cut_short = left.__cause__  # Click takes an end of input, wherever it comes from, for an interruption
        return _bug(cut_short) if isinstance(cut_short, EOFError) else _said("interrupted", INTERRUPTED)
    except Exception as error:  # noqa: BLE001  the boundary: nothing gets past it but an exit
        told = _told(error)
        return _said(str(told), told.exit_code) if told else _bug(error)
    return code if isinstance(code, int) else 0


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let no interruption be lost: where it falls into a finaliser, which Python lets raise nothing, it comes again."""
    before = sys.unraisablehook

    def again(lost: "sys.UnraisableHookArgs") -> None:
        if lost.exc_type is KeyboardInterrupt:
            from threading import Timer  # noqa: PLC0415  only where it happens

            Timer(_AGAIN, interrupt_main).start()  # here it would be lost once more
        else:
            before(lost)

    sys.unraisablehook = again
    try:
        yield
    finally:
        sys.unraisablehook = before


@contextmanager
def closed_pipe(*, arrived: bool = True) -> Iterator[None]:
    """End quietly when nobody reads standard output any more; `arrived`: see that all that was written has arrived."""
    try:
        yield
        if arrived:
            write_out("")
    except BrokenPipeError:
        forget(sys.stdout)


def unknown(what: str, word: str, known: Iterable[str], limit: int = 3) -> str:
    """`there is no command 'lsit'; did you mean 'list'?`: the nearest few are named, none is run."""
    near = nearest(word, known, limit)
    return f"there is no {what} {word!r}" + (f"; did you mean {' or '.join(map(repr, near))}?" if near else "")


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The few of `known` that are most like `word`."""
    from difflib import get_close_matches  # noqa: PLC0415  only on the way to an error

    return get_close_matches(word, list(known), limit, 0.6)


def _told(error: Exception) -> IncidentsError | None:
    """What is no bug although nobody foresaw it: a number that no database can hold, an output that is full."""
    words = f"{error} {getattr(error, 'orig', '')}"
    if _TOO_LARGE.search(words):
        return UsageProblem("a number is too large: no database can hold it")
    if "pattern too complex" in words:
        return UsageProblem("the words are too long to be searched for")
    if isinstance(error, UnicodeEncodeError):
        return BadInput("a text holds half of a surrogate pair, which is no character")
    if isinstance(error, OSError) and error.filename is None and error.errno in _NO_OUTPUT:
        forget(sys.stdout)
        return BadOutput(f"the output cannot be written: {error.strerror}")
    return None


def _said(sentence: str, code: int) -> int:
    tell(f"incidents: {sentence.rstrip('.')}")
    return code


def checked(words: Sequence[str]) -> None:
    """See that what was typed is text.

    Raises:
        UsageProblem: bytes that are no UTF-8, or half of a surrogate pair.
    """
    for word in (*words, *(os.environ.get(name, "") for name in ("INCIDENTS_DB", "INCIDENTS_USER"))):
        if not word.isascii() and any("\ud800" <= character <= "\udfff" for character in word):
            raise UsageProblem(f"{word!r} is no text in UTF-8: write it so, or rename the file")


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        for text in error.format_message().splitlines():
            tell(text)
        return error.exit_code
    context = error.ctx if isinstance(error, click.UsageError) else None
    sentence = error.format_message().rstrip(".")
    if isinstance(error, click.NoSuchOption):
        known = _options(context)
        if told := _instead(error, known):
            return _said(f"no such option {error.option_name!r}; {told}", 2)
        sentence = _no_option(error.option_name, known)
    sentence = sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence
    hint = f" (see {context.command_path} --help)" if context else ""
    return _said(" ".join(sentence.split()) + hint, 2)


def _options(context: click.Context | None) -> list[str]:
    """The options of the command that was to be run."""
    return [name for one in context.command.params for name in one.opts if name[:1] == "-"] if context else []


def _no_option(name: str, known: Iterable[str]) -> str:
    """`no such option '--provnce'; did you mean '--province'?`: the dashes make nothing alike."""
    bare = {option.lstrip("-"): option for option in known if option[:2] == "--"}
    near = [repr(bare[one]) for one in nearest(name.lstrip("-"), bare)]
    return f"no such option {name!r}" + (f"; did you mean {' or '.join(near)}?" if near else "")


def _instead(error: click.NoSuchOption, known: Iterable[str]) -> str:
    """What to write instead of the option, if the table of hints knows it."""
    from incidents.cli.hints import for_option  # noqa: PLC0415  only on the way to an error

    return for_option(error.option_name, known, top=error.ctx is not None and error.ctx.parent is None)


def _bug(error: Exception) -> int:
    from incidents.cli.crash import write_log  # noqa: PLC0415  only on the way to an error

    where = write_log(error)
    kept = f"its log, without any of your data, is {where}; please send it" if where else "its log could not be written"
    return _said(f"this is a bug ({type(error).__name__}): {kept}", BUG)
