"""The line at the bottom in which a field, a reason or a number is typed."""

from collections.abc import Callable
from itertools import islice

from prompt_toolkit.buffer import Buffer, CompletionState
from prompt_toolkit.completion import CompleteEvent, Completer, DummyCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Window
from prompt_toolkit.layout.processors import BeforeInput

MANY = 20
"""So many completions are offered."""


class TypingLine:
    """A buffer of one line. What stands there at first is replaced by the first character, or edited after an arrow."""

    def __init__(self, take: Callable[[str], None], follow: Callable[[str], None]) -> None:
        self._label = ""
        self._fresh = False
        self.buffer = Buffer(
            multiline=False,
            completer=DummyCompleter(),
            complete_while_typing=True,
            accept_handler=self._accepted,
            on_text_changed=self._changed,
            on_cursor_position_changed=self._touched,
        )
        self._take = take
        self._follow = follow
        control = BufferControl(
            self.buffer,
            input_processors=[BeforeInput(lambda: [("class:label", f"{self._label}: ")])],
            key_bindings=self._bindings(),
        )
        self.window = Window(control, height=1, style=lambda: "class:fresh" if self._fresh else "")

    def open(self, label: str, text: str, completer: Completer | None, *, selected: bool) -> None:
        """Begin with a text."""
        self._label = label
        self.buffer.completer = completer or DummyCompleter()
        self.buffer.set_document(Document(text, len(text)), bypass_readonly=True)
        self.buffer.cancel_completion()
        self._fresh = selected and bool(text)

    def _accepted(self, buffer: Buffer) -> bool:
        self._take(buffer.text)
        return True

    def _changed(self, buffer: Buffer) -> None:
        self._fresh = False
        self._follow(buffer.text)

    def _touched(self, _: Buffer) -> None:
        self._fresh = False

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        fresh = Condition(lambda: self._fresh)

        @keys.add(Keys.Any, filter=fresh)
        def replace(event: KeyPressEvent) -> None:
            if event.data.isprintable():
                self.buffer.text = ""
                self.buffer.insert_text(event.data)

        @keys.add(Keys.BracketedPaste)
        def paste(event: KeyPressEvent) -> None:
            if self._fresh:
                self.buffer.text = ""
            self.buffer.insert_text(" ".join(event.data.split()))

        @keys.add("backspace", filter=fresh)
        @keys.add("delete", filter=fresh)
        def empty(_: KeyPressEvent) -> None:
            self.buffer.text = ""

        @keys.add("left", filter=fresh)
        @keys.add("right", filter=fresh)
        @keys.add("end", filter=fresh)
        def edit(_: KeyPressEvent) -> None:
            self._fresh = False

        @keys.add("tab")
        def complete(_: KeyPressEvent) -> None:
            self._complete()

        return keys

    def _complete(self) -> None:
        """The next completion; at once, so that an Enter right after it takes it."""
        if self.buffer.complete_state:
            self.buffer.complete_next()
            return
        document = self.buffer.document
        found = self.buffer.completer.get_completions(document, CompleteEvent(completion_requested=True))
        some = list(islice(found, MANY))
        if some:
            self.buffer.complete_state = CompletionState(original_document=document, completions=some)
            self.buffer.complete_next()
