"""The keys of the review screen as data: what they do, the line at the foot, the help and docs/review.md follow it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Key(NamedTuple):
    """One thing to do: the keys that do it, its name in the code, a word for the foot (or none), and the help."""

    keys: tuple[str, ...]
    does: str
    word: str
    help: str


DECIDING = (
    Key(("a",), "accept", "accept", "Accept the proposal: it becomes an incident, reviewed by you."),
    Key(
        tuple("1234567890"),
        "candidate",
        "",
        "Take the candidate with this number for what is open (a place that may be one of several).",
    ),
    Key(("e",), "edit", "edit", "Edit a field: then the letter of the field."),
    Key(("E",), "editor", "", "Edit all fields in your editor."),
    Key(("r",), "reject", "reject", "Reject the proposal: then the number of a reason, or type one."),
    Key(("R",), "reject_rest", "", "Reject all that still waits of this report: then a reason."),
    Key(("t",), "attach", "attach", "Attach the passages to an incident that is there already: near ones are offered."),
    Key(("u",), "unite", "unite", "Unite with another proposal of this report, which goes into this one."),
    Key(("s",), "split", "", "Split: passages that are of another incident leave for a new proposal."),
    Key(("v",), "select", "new", "Make a new proposal from a passage: select it in the text."),
    Key(("n", "right", "tab"), "next", "next", "Go to the next proposal; nothing is decided."),
    Key(("b", "left", "s-tab"), "back", "", "Go back to the proposal before."),
    Key(("N",), "next_report", "", "Go to the next report."),
    Key(("B",), "back_report", "", "Go back to the report before."),
    Key(("x",), "nothing", "", "Say that there is nothing in this report."),
    Key(("z",), "undo", "undo", "Undo what you did last here; again for what you did before."),
    Key(("space", "pagedown"), "page_down", "", "Read on: the next page of the text."),
    Key(("-", "pageup"), "page_up", "", "Back: the page of the text before."),
    Key(("down", "j"), "down", "", "One row of the text down."),
    Key(("up", "k"), "up", "", "One row of the text up."),
    Key(("home", "g"), "top", "", "The beginning of the text."),
    Key(("end", "G"), "end", "", "The end of the text."),
    Key((".",), "passage", "", "Back to the passage of the proposal."),
    Key(("J",), "facts_down", "", "One row of the proposal down, where it is longer than its pane."),
    Key(("K",), "facts_up", "", "One row of the proposal up."),
    Key(("m",), "marks", "", "Show the marks in the text as colours, as brackets, or not at all."),
    Key(("?", "f1"), "help", "help", "Show these keys."),
    Key(("q",), "quit", "quit", "Quit. Everything that was decided is saved already."),
)
"""While a proposal is shown."""

SELECTING = (
    Key(("s", "tab"), "sentence", "sentence", "The next sentence."),
    Key(("S", "s-tab"), "sentence back", "", "The sentence before."),
    Key(("w",), "word", "word", "The next word."),
    Key(("b",), "word back", "", "The word before."),
    Key(("right", "l"), "right", "", "One character on."),
    Key(("left", "h"), "left", "", "One character back."),
    Key(("down", "j"), "row down", "", "One row down."),
    Key(("up", "k"), "row up", "", "One row up."),
    Key(("pagedown", "space"), "page down", "", "One page down."),
    Key(("pageup", "-"), "page up", "", "One page up."),
    Key(
        ("v",),
        "begin",
        "start here",
        "Begin the selection here, and extend it by moving; again: take the whole sentence.",
    ),
    Key(("o",), "turn", "other end", "Go to the other end of the selection, to shift it."),
    Key(("enter",), "take", "take", "Make a proposal of what is selected."),
    Key(("escape", "q", "c-c"), "leave", "leave", "Leave without one."),
)
"""While a passage is selected; without a beginning the sentence at the cursor is meant."""

MENU = (
    Key(("down", "tab"), "row down", "", "Further down in a list that is longer than the screen."),
    Key(("up", "s-tab"), "row up", "", "Further up."),
    Key(("enter",), "take", "", "Do it: with the passages that are ticked, or without a reason."),
    Key(("/",), "type", "", "Type it instead: a reason of your own, the number or code of an incident."),
    Key(("escape", "c-c"), "leave", "leave", "Leave it; nothing is done."),
)
"""While one of several is chosen by its number or letter."""

TYPING = (
    Key(("enter",), "take", "takes it", "Take what stands there; the screen says how it was understood."),
    Key(("tab",), "complete", "completes", "Complete places, institutions, types and the like."),
    Key(("escape", "c-c"), "leave", "leaves", "Leave the field as it was."),
)
"""While something is typed at the bottom. The first character replaces what stands there; an arrow key edits it."""

ALWAYS = (
    Key(("c-l",), "repaint", "", "Paint the screen again."),
    Key(("c-c",), "interrupt", "", "Leave the screen (exit code 130). Nothing is lost."),
)

PARTS: Mapping[str, tuple[Key, ...]] = {
    "Deciding": DECIDING,
    "Selecting a passage": SELECTING,
    "Choosing from a list": MENU,
    "Typing": TYPING,
    "Always": ALWAYS,
}
NAMES = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "s-tab": "Shift-Tab", "pagedown": "PgDn",
    "pageup": "PgUp", "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End",
    "c-l": "Ctrl-L", "c-c": "Ctrl-C", "f1": "F1",
}  # fmt: skip


def does(part: Iterable[Key], pressed: str) -> str:
    """What a key does in a part of the table; empty if nothing."""
    return next((key.does for key in part if pressed in key.keys), "")


def named(key: Key) -> str:
    """The keys as a person calls them: `n → Tab`, `1 – 0`."""
    if len(key.keys) > 4:
        return f"{key.keys[0]} – {key.keys[-1]}"
    return " ".join(NAMES.get(one, one) for one in key.keys)


def foot(part: Iterable[Key]) -> list[tuple[str, str]]:
    """Pairs of key and word for the line at the foot."""
    return [(NAMES.get(key.keys[0], key.keys[0]), key.word) for key in part if key.word]
