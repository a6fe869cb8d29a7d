"""Where a key goes: to what the reviewer is in the middle of."""

from dataclasses import replace

from incidents.cli.desk import choosing, deciding, selecting
from incidents.cli.desk.desk import Desk
from incidents.cli.desk.keys import SELECTING, does
from incidents.cli.desk.selecting import Selection
from incidents.cli.desk.state import Help, Menu, Typing

INTERRUPTED = 130
_CLOSING = ("escape", "q", "?", "f1", "c-c", "enter")
_ROWS = {"down": 1, "j": 1, "up": -1, "k": -1, "space": 10, "pagedown": 10, "pageup": -10, "-": -10}


def press(desk: Desk, key: str) -> None:
    """Do what a key does now. While something is typed only Esc and Ctrl-C come here."""
    doing = desk.view.doing
    if isinstance(doing, Menu):
        choosing.press(desk, doing, key)
    elif isinstance(doing, Selection):
        _select(desk, doing, key)
    elif isinstance(doing, Help):
        top = desk.scrolled(doing.top, _ROWS.get(key, 0))
        desk.be(None if key in _CLOSING else replace(doing, top=top))
    elif isinstance(doing, Typing):
        desk.be(None)
        desk.say("left as it was")
    elif key == "c-c":
        desk.left = INTERRUPTED
    else:
        deciding.press(desk, key)


def _select(desk: Desk, selection: Selection, key: str) -> None:
    name = does(SELECTING, key)
    text = desk.view.page.sheet.text
    if name == "leave":
        desk.be(None)
    elif name == "take":
        _take(desk, *selecting.span(text, selection))
    elif name == "begin":
        desk.be(selecting.begun(text, selection))
    elif name == "turn":
        desk.be(selecting.turned(text, selection))
    elif name:
        there = _moved(desk, text, selection, name)
        desk.be(there)
        desk.text.show(there.cursor)


def _moved(desk: Desk, text: str, selection: Selection, name: str) -> Selection:
    unit, _, way = name.partition(" ")
    if unit not in ("row", "page"):
        return selecting.moved(text, selection, name)
    rows = (1 if way == "down" else -1) * (1 if unit == "row" else desk.text.height)
    paged = desk.text.paged
    column = selection.cursor - paged.row_of(selection.cursor)
    (row,) = paged.rows(paged.moved(selection.cursor, rows), 1)
    return selection._replace(cursor=min(row.start + column, max(row.end, row.start)))


def _take(desk: Desk, start: int, end: int) -> None:
    desk.be(None)
    before = desk.view.proposal
    made = desk.write(lambda: desk.work.take(desk.report, start, end), "new proposal")
    if made:
        desk.resume = before.id if before else 0
        desk.show(made.id)
        desk.say(f"new proposal {made.id}: look through its fields, then a accepts it")
