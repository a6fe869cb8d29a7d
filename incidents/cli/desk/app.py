"""The desk on a terminal: a full screen of prompt_toolkit that paints only when something has changed."""

import asyncio
import errno
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Slow
from typing import Any

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    CompletionsMenu,
    ConditionalContainer,
    Float,
    FloatContainer,
    HSplit,
    Layout,
    UIContent,
    UIControl,
    Window,
)
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from incidents.cli.desk import choosing, deciding
from incidents.cli.desk.ahead import Ahead
from incidents.cli.desk.colours import COLOURED
from incidents.cli.desk.desk import Desk
from incidents.cli.desk.fragments import Fragments
from incidents.cli.desk.marked import MARKINGS
from incidents.cli.desk.page import Page
from incidents.cli.desk.painting import Painted, paint
from incidents.cli.desk.pressing import INTERRUPTED, press
from incidents.cli.desk.state import Typing
from incidents.cli.desk.typing_line import TypingLine
from incidents.cli.desk.work import Work
from incidents.cli.streams import forget
from incidents.model.finding import Mark
from incidents.store.query.connect import open_reader

PATIENCE = 0.4
"""After so many seconds the reviewer is told what is being waited for."""
_PRESSED = {"c-m": "enter", "c-j": "enter", "c-i": "tab", "c-h": "backspace", " ": "space"}
_ESCAPE = 0.2
"""Seconds after which an Esc is one, and not the beginning of an arrow key."""


class Pane(UIControl):
    """A part of the screen that draws its own rows."""

    def __init__(self, draw: Callable[[], tuple[Sequence[Fragments], Point | None]]) -> None:
        self._draw = draw

    def create_content(self, width: int, height: int | None) -> UIContent:  # noqa: ARG002  prompt_toolkit's signature
        """prompt_toolkit's."""
        rows, cursor = self._draw()
        return UIContent(
            lambda number: list(rows[number]) if number < len(rows) else [],
            line_count=max(len(rows), 1),
            cursor_position=cursor or Point(0, 0),
            show_cursor=cursor is not None,
        )

    def is_focusable(self) -> bool:
        """It takes the keys while nothing is typed."""
        return True


class Screen:
    """The application around a desk."""

    def __init__(self, work: Work, queue: Sequence[int], page: Page, *, colour: bool) -> None:
        self._hands = ThreadPoolExecutor(1, "desk")
        self.desk = Desk(work, queue, page, self._run)
        self.desk.marking = 0 if colour else MARKINGS.index("brackets")
        self._ahead = Ahead(work, self._found)
        self._line = TypingLine(self._typed, self._followed)
        self._typing: Typing | None = None
        self._body = Window(Pane(self._drawn_body))
        self.app: Application[int] = Application(
            layout=Layout(self._layout(), focused_element=self._body),
            key_bindings=self._bindings(),
            style=Style.from_dict(dict(COLOURED)),
            full_screen=True,
            color_depth=ColorDepth.DEPTH_4_BIT if colour else ColorDepth.DEPTH_1_BIT,
        )
        self.app.ttimeoutlen = self.app.timeoutlen = _ESCAPE

    def show(self) -> int:
        """Show the desk until it is left; the exit code."""
        try:
            return self.app.run(pre_run=self._guarded, set_exception_handler=False)
        except KeyboardInterrupt:
            return INTERRUPTED
        except EOFError:
            return _gone()
        except OSError as error:
            if error.errno not in (errno.EIO, errno.EPIPE):
                raise
            return _gone()
        finally:
            self._hands.shutdown()

    def _guarded(self) -> None:
        """A terminal that is closed and a polite kill end it as Ctrl-C does; what was decided is saved."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._leave, INTERRUPTED)
        loop.set_exception_handler(self._failed)
        self._ahead.loop = loop
        self._ahead.begin(self.desk.view)

    def _leave(self, code: int) -> None:
        if self.app.future and not self.app.future.done():
            self.app.exit(result=code)

    def _failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A bug, wherever it is: the terminal is given back first, then it is told as everywhere in the program."""
        error = context.get("exception")
        if error is None:
            loop.default_exception_handler(context)
        elif self.app.future and not self.app.future.done():
            self.app.exit(exception=error)

    # painting

    def _layout(self) -> FloatContainer:
        typing = Condition(lambda: self._typing is not None)
        message = Window(Pane(lambda: ([self._painted().message], None)), height=1)
        rows = HSplit(
            [
                self._body,
                ConditionalContainer(message, ~typing),
                ConditionalContainer(self._line.window, typing),
                Window(Pane(lambda: ([self._painted().foot], None)), height=1),
            ]
        )
        menu = CompletionsMenu(max_height=8)
        return FloatContainer(rows, [Float(menu, xcursor=True, ycursor=True)])

    def _painted(self) -> Painted:
        size = self.app.output.get_size()
        return paint(self.desk, size.columns, size.rows)

    def _drawn_body(self) -> tuple[Sequence[Fragments], Point | None]:
        found = self._painted()
        return found.body, Point(found.cursor[1], found.cursor[0]) if found.cursor else None

    # keys

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        typing = Condition(lambda: self._typing is not None)

        @keys.add(Keys.Any, filter=~typing)
        def any_key(event: KeyPressEvent) -> None:
            name = event.key_sequence[0].key
            value = name.value if isinstance(name, Keys) else name
            self._press(_PRESSED.get(value, value))

        @keys.add("escape", filter=typing)
        @keys.add("c-c", filter=typing)
        def leave(_: KeyPressEvent) -> None:
            self._press("escape")

        @keys.add("c-l")
        def repaint(event: KeyPressEvent) -> None:
            event.app.renderer.clear()

        @keys.add(Keys.BracketedPaste, filter=~typing)
        def pasted(_: KeyPressEvent) -> None:
            self.desk.say("what is pasted is no key; e edits a field")

        @keys.add("<sigint>")
        def interrupted(_: KeyPressEvent) -> None:
            self._press("c-c")

        return keys

    def _press(self, key: str) -> None:
        press(self.desk, key)
        self._after()

    def _typed(self, words: str) -> None:
        if self._typing is not None:
            choosing.typed(self.desk, self._typing, words)
        self._after(typed=words)

    def _followed(self, words: str) -> None:
        """How the words of a date are understood so far, as soon as what reads them is loaded."""
        typing, proposal = self._typing, self.desk.view.proposal
        dating = typing is not None and typing.field == "date" and self.desk.marks
        self.desk.understood = self.desk.work.understood(proposal, "date", words) if dating and proposal else ""

    def _after(self, typed: str | None = None) -> None:
        """Follow the desk: leave, open the editor, open or close the line, read ahead."""
        if self.desk.left is not None:
            self._leave(self.desk.left)
            return
        if self.desk.editing:
            run_in_terminal(lambda: deciding.edited(self.desk))
        doing = self.desk.view.doing
        if isinstance(doing, Typing):
            if doing is not self._typing:
                self._open(doing, selected=typed is None)
        elif self._typing is not None:
            self._typing = None
            self.app.layout.focus(self._body)
        self._ahead.begin(self.desk.view)

    def _open(self, typing: Typing, *, selected: bool) -> None:
        self._typing = typing
        self.desk.understood = ""
        completer = None
        if typing.field:
            from incidents.cli.asking.completing import completer as completing  # noqa: PLC0415  where it is needed

            with open_reader(self.desk.work.location) as reader:
                completer = completing(reader, typing.field)
        self._line.open(typing.label, typing.text, completer, selected=selected and bool(typing.field))
        self.app.layout.focus(self._line.window)

    # work

    def _run(self, job: Callable[[], object]) -> object:
        """Do what may take a moment; the screen says so where it does. Keys wait meanwhile."""
        if self.desk_is_suspended():
            return job()
        future = self._hands.submit(job)
        try:
            return future.result(PATIENCE)
        except Slow:
            if future.done():
                raise
            self.desk.say("one moment: the database is busy, or what writes is being loaded…")
            self.app.renderer.render(self.app, self.app.layout)
            return future.result()

    def desk_is_suspended(self) -> bool:
        """Whether an editor has the terminal."""
        return hasattr(self, "desk") and self.desk.editing

    def _found(self, report: int, marks: Sequence[Mark], trouble: str) -> None:
        """Marks are there: paint them if they are seen."""
        self.desk.marks[report] = marks
        if trouble and report == self.desk.report:
            self.desk.say(trouble, bad=True)
        if report == self.desk.report:
            self.app.invalidate()


def _gone() -> int:
    """The terminal has gone: nothing more is written to it. What was decided is saved."""
    forget(sys.stdout)
    return INTERRUPTED
