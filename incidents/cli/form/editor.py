"""Opening a form in the user's editor until it can be read, is given up, or changes nothing."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from incidents.cli.configuration import setting
from incidents.cli.fields import Desk
from incidents.cli.form.drafts import Draft
from incidents.cli.form.reading import Wrong, marked, parsed, typed_form, unmarked
from incidents.cli.form.writing import form
from incidents.errors import BadInput, IncidentsError, UsageProblem
from incidents.model.incident import Incident
from incidents.store.location import Location
from incidents.store.query.connect import Reader

ROUNDS = 5
"""So often a form is opened again where nobody sits before it."""
_USUAL = ("nano", "vi")


def edit_in_editor(  # noqa: PLR0913  the signature that the parts have agreed on
    reader: Reader,
    location: Location,
    incident: Incident,
    reports: Sequence[str],
    notes: Sequence[str] = (),
    *,
    about: Sequence[str] = (),
    counted_from: str | None = None,
    save: Callable[[Incident], object] | None = None,
) -> Incident | None:
    """What a person makes of an incident in an editor; None if the form was left as it is, or emptied.

    Where lines cannot be read, they are marked and the editor opens again. `save` is called with the new value while
    what was typed is still kept. `notes` stand above the form, `about` says what it is of.

    Raises:
        IncidentsError: given up on lines that cannot be read, the editor is missing or failed, or `save` raised; the
            sentence names the file in which what was typed is kept.
    """
    desk = Desk(reader, location, reports, counted_from)
    command = editor()
    draft = Draft(f"incident-{incident.code or 'new'}")
    with _kept(draft, text := form(reader, incident, notes, about=about)):
        value = _edited(desk, draft, command, text, incident)
        if value is not None and save:
            save(value)
    return value


def editor() -> list[str]:
    """The words of the command: of the configuration, VISUAL or EDITOR, else one that is usually there.

    Raises:
        UsageProblem: there is none, or its quotes do not match.
    """
    named = setting("editor") or os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not named:
        named = next(filter(shutil.which, _USUAL), "") if sys.stdin.isatty() else ""
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise UsageProblem(f"the editor {named!r} is no command: {error}") from error
    if not words:
        raise UsageProblem("no editor is known: set EDITOR, as in EDITOR=nano")
    return words


@contextmanager
def _kept(draft: Draft, text: str) -> Iterator[None]:
    """A draft with the text, that goes when all is well; else what was typed in it stays and the error names it."""
    draft.write(text)
    try:
        yield
    except IncidentsError as error:
        if _untouched(draft, text):
            draft.discard()
            raise
        said = str(error).rstrip(".")
        error.args = (f"{said}{'' if said.endswith('?') else ';'} what you typed is kept in {draft.path}",)
        raise
    draft.discard()


def _untouched(draft: Draft, text: str) -> bool:
    try:
        return draft.read() == text
    except BadInput:
        return False


def _edited(desk: Desk, draft: Draft, command: Sequence[str], text: str, base: Incident) -> Incident | None:
    before, wrong = "", list[Wrong]()
    left = ROUNDS
    while True:
        _open(command, draft)
        typed = draft.read()
        form_ = unmarked(typed)
        if wrong and form_ == before:  # a script writes the same again and again, and may drop the marks
            raise BadInput(f"the form was left with {wrong[0].sentence!r} in it")
        if form_ == text or typed_form(form_).empty:
            return None
        value, wrong = parsed(desk, form_, base)
        if not wrong:
            return value
        left -= not sys.stdin.isatty()
        if not left:
            raise BadInput(f"the form cannot be read: {wrong[0].sentence}")
        before = form_
        draft.write(marked(form_, wrong))


def _open(command: Sequence[str], draft: Draft) -> None:
    """Let the editor run until the person leaves it.

    Raises:
        UsageProblem: it cannot be started.
        BadInput: it failed, or the person left it by its way of giving up.
    """
    try:
        with _deaf():
            ended = subprocess.run([*command, str(draft.path)], check=False).returncode  # noqa: S603  the user's own command
    except OSError as error:
        raise UsageProblem(f"the editor {command[0]!r} cannot be started ({error.strerror}): set EDITOR") from error
    if ended:
        raise BadInput(f"the editor {command[0]!r} ended with {ended}: nothing was recorded")


@contextmanager
def _deaf() -> Iterator[None]:
    """While an editor runs, a ^C is the editor's."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
