"""One prompt after another on standard error, prefilled and completing; standard output stays free for data."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from textwrap import wrap
from typing import TypeVar

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import Completer
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from incidents.cli.screen import say, screen
from incidents.errors import IncidentsError

T = TypeVar("T")
_MENU_LINES = 6
_STYLE = Style.from_dict(
    {
        "question": "bold",
        "hint": "ansibrightblack",
        "completion-menu": "noinherit",
        "completion-menu.completion": "noinherit",
        "completion-menu.completion.current": "noinherit reverse",
        "completion-menu.meta.completion": "noinherit ansibrightblack",
        "completion-menu.meta.completion.current": "noinherit reverse",
        "scrollbar.background": "noinherit",
        "scrollbar.button": "noinherit reverse",
    }
)
"""Only what is legible on a dark and on a light background."""


class LeftOff(IncidentsError):
    """The user left with ^C or ^D, or said no."""

    exit_code = 130


def beside(sentence: str) -> None:
    """A sentence about the answer above it, set in."""
    columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
    for part in wrap(" ".join(sentence.split()), max(columns - 2, 20), break_long_words=False):
        say(f"  {part}")


class Prompter:
    """Asks on the terminal; `left` is what is said where the user leaves."""

    def __init__(self, left: str) -> None:
        self._left = left
        output = Vt100_Output.from_pty(sys.stderr, term=os.environ.get("TERM"))
        output.enable_cpr = False  # asking the terminal where its cursor is keeps a slow connection waiting
        self._session: PromptSession[str] = PromptSession(
            color_depth=None if screen().colour else ColorDepth.DEPTH_1_BIT,
            output=output,
            style=_STYLE,
            complete_while_typing=True,
            reserve_space_for_menu=_MENU_LINES,
        )

    def ask(self, label: str, default: str = "", *, completer: Completer | None = None, hint: str = "") -> str:
        """The words that were typed, without blanks around them; what was pasted in several lines is one.

        Raises:
            LeftOff: the user left.
        """
        try:
            words = self._session.prompt(
                [("class:question", f"{label}: ")],
                default=default,
                completer=completer,
                pre_run=self._guarded,
                placeholder=lambda: [] if not hint or get_app().is_done else [("class:hint", f"({hint})")],
            )
        except (KeyboardInterrupt, EOFError):
            raise LeftOff(self._left) from None
        return " ".join(words.splitlines()).strip()

    def _guarded(self) -> None:
        """A polite kill leaves as ^C does: the terminal echoes again."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._leave)

    def _leave(self) -> None:
        app = self._session.app
        if app.future and not app.future.done():
            app.exit(exception=KeyboardInterrupt)

    def until_right(  # noqa: PLR0913  how to ask, what to do with the answer
        self,
        label: str,
        default: str,
        read: Callable[[str], T],
        *,
        completer: Completer | None = None,
        hint: str = "",
        anew: bool = False,
    ) -> T:
        """What `read` makes of the answer; what it cannot read is told and asked again, with the words still there.

        `anew`: without them, where an answer is one letter and there is nothing to mend.
        """
        words = default
        while True:
            words = self.ask(label, default if anew else words, completer=completer, hint=hint)
            try:
                return read(words)
            except LeftOff:
                raise
            except IncidentsError as error:
                beside(str(error).rstrip("."))
