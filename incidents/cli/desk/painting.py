"""The whole screen as rows of fragments, for any size: what stands where. Nothing here knows a terminal."""

from typing import NamedTuple

from incidents.cli.desk import facts as fact_rows
from incidents.cli.desk.desk import Desk
from incidents.cli.desk.fragments import Fragments, fitted, size, spread, trimmed, wrapped
from incidents.cli.desk.keys import DECIDING, MENU, NAMES, PARTS, SELECTING, TYPING, Key, foot, named
from incidents.cli.desk.marked import KINDS, LEGEND, MARKINGS, Styled
from incidents.cli.desk.scrolling import GUTTER
from incidents.cli.desk.selecting import Selection, span
from incidents.cli.desk.state import Help, Menu, Typing, View
from incidents.model.proposal import StoredProposal
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.output.width import width

LEAST = (60, 15)
"""Columns and lines below which nothing can be reviewed."""
BESIDE = 110
"""From so many columns on the proposal stands beside the text."""
_LEAST_TEXT = 4
_DETAIL = 22
"""Columns of the label of an option, where more stands beside it."""
_KEYS = 16
"""Columns of the keys in the help."""
_NOTHING = "Nothing was proposed. v makes a proposal of a passage, x says that there is nothing in it, N goes on."
_NO_TEXT = (
    "No text, no proposals. incidents add --report {} --citation WORDS records what it tells,"
    " x says that there is nothing in it."
)
_SIGNS = {"accepted": "✓", "rejected": "✗", "superseded": "∪", "waiting": "·"}


class Painted(NamedTuple):
    """The rows above the line at the bottom, that line, the keys; and where the cursor is (row, column) if anywhere."""

    body: list[Fragments]
    message: Fragments
    foot: Fragments
    cursor: tuple[int, int] | None = None


def paint(desk: Desk, columns: int, lines: int) -> Painted:
    """The screen."""
    if columns < LEAST[0] or lines < LEAST[1]:
        words = f"This needs a window of {LEAST[0]} × {LEAST[1]} at least; it has {columns} × {lines}. q leaves."
        return Painted(wrapped(words, columns)[:lines], [], [])
    if isinstance(desk.view.doing, Help):
        return Painted(
            _help(desk, desk.view.doing.top, columns, lines - 2), _message(desk, columns), _foot(desk, columns)
        )
    head = [_title(desk, columns), _progress(desk, columns)]
    height = lines - 2 - len(head)
    body, cursor = _beside(desk, columns, height) if columns >= BESIDE else _below(desk, columns, height)
    at = (cursor[0] + len(head), cursor[1]) if cursor else None
    return Painted([*head, *body], _message(desk, columns), _foot(desk, columns), at)


def _title(desk: Desk, columns: int) -> Fragments:
    page = desk.view.page
    date = worded(page.published) if page.published else "date unknown"
    words = f" {line(page.outlet)} · {date} · {page.title}"
    bar = "class:bar"
    return [
        (bar, text)
        for _, text in spread([("", words)], [("", f" report {page.sheet.report}, {page.sheet.state} ")], columns)
    ]


def _progress(desk: Desk, columns: int) -> Fragments:
    view = desk.view
    done = len(view.page.proposals) - len(view.waiting)
    some = len(view.page.proposals)
    long = f"report {view.at + 1} of {len(view.queue)} · {done} of {some} decided · {view.page.waiting} wait"
    short = f"{view.at + 1}/{len(view.queue)} · {done}/{some} decided · {view.page.waiting} wait"
    for words, legend in ((long, _legend(desk)), (short, _legend(desk)), (long, [])):
        left: Fragments = [("class:rule", "── "), ("", words), ("class:rule", " ")]
        if size(left) + size(legend) < columns:
            return spread(left, legend, columns, "─", "class:rule")
    return spread([("", short)], [], columns)


def _legend(desk: Desk) -> Fragments:
    """What the marks mean, each shown as it stands in the text."""
    how = MARKINGS[desk.marking]
    if how == "none" or desk.report not in desk.marks:
        return [("class:rule", "──")]
    row: Fragments = []
    for name in LEGEND:
        kind = KINDS[name]
        shown = f"{kind.before}{kind.name}{kind.after}" if how == "brackets" else kind.name
        row += [("class:rule", " "), (f"class:{name}" if how == "colours" else "", shown)]
    return [*row, ("class:rule", " ──")]


def _below(desk: Desk, columns: int, height: int) -> tuple[list[Fragments], tuple[int, int] | None]:
    """The text, a rule with all proposals, and the proposal below it; with none the text has the room."""
    rows = _facts(desk, columns)
    half = (height - 1) // 2 + 1 if desk.view.page.proposals else 0
    wanted = len(rows) if isinstance(desk.view.doing, Menu) or not half else half
    low = min(max(wanted, half), height - 1 - _LEAST_TEXT)
    text, cursor = _text(desk, columns, height - 1 - low)
    return [*text, _strip(desk.view, columns), *_cut(desk, rows, columns, low)], cursor


def _beside(desk: Desk, columns: int, height: int) -> tuple[list[Fragments], tuple[int, int] | None]:
    """The text at the left, the proposal and the list of all proposals at the right."""
    right = max(columns * 2 // 5, 50)
    left = columns - right - 3
    text, cursor = _text(desk, left, height)
    count = min(len(desk.view.page.proposals), max(height // 3, 3))
    own = _cut(desk, _facts(desk, right), right, height - count - 1)
    side = [*own, _rule(desk.view, right), *_list(desk.view, right, count)]
    pairs = zip(text, side, strict=False)
    return [[*fitted(a, left), ("class:rule", " │ "), *fitted(b, right)] for a, b in pairs], cursor


def _text(desk: Desk, columns: int, height: int) -> tuple[list[Fragments], tuple[int, int] | None]:
    view, pane = desk.view, desk.text
    how = MARKINGS[desk.marking]
    text = view.page.sheet.text
    pane.lay((text, columns - 1, desk.marks.get(desk.report, ()), how), height)
    selection = view.doing if isinstance(view.doing, Selection) else None
    chosen = span(text, selection) if selection else (0, 0)
    styled = Styled(text, pane.segments, pane.inserted, (0, 0) if selection else view.passage, chosen)
    told = view.passages
    seen = pane.rows() if text else []
    rows = [[_gutter(told, row.start, row.end), *styled.fragments(row)] for row in seen]
    if not text:
        rows = [[("", "  "), ("class:quiet", "this report has no text")]]
    cursor = None
    for n, row in enumerate(seen if selection else ()):
        if selection and row.start <= selection.cursor <= row.end:
            before = "".join(words for _, words in styled.fragments(row._replace(end=selection.cursor)))
            cursor = (n, GUTTER + width(before))
    return [*rows, *[Fragments()] * (height - len(rows))], cursor


def _gutter(told: list[tuple[int, int]], start: int, end: int) -> tuple[str, str]:
    """A thick bar beside the main passage, a thin one beside the others."""
    for n, (first, last) in enumerate(told):
        if first < end and start < last:
            return ("class:gutter", "│ " if n else "┃ ")
    return ("", "  ")


def _facts(desk: Desk, columns: int) -> list[Fragments]:
    """What stands in the pane of the proposal: the proposal, or a menu."""
    view = desk.view
    if isinstance(view.doing, Menu):
        return _menu(view.doing, view.proposal, columns)
    if view.proposal is None:
        return wrapped(_NOTHING if view.page.sheet.text else _NO_TEXT.format(view.page.sheet.report), columns)
    return fact_rows.facts(view.page, view.proposal, columns)


def _cut(desk: Desk, rows: list[Fragments], columns: int, height: int) -> list[Fragments]:
    """So many of the rows, from where the reviewer has scrolled to; the last one tells that there are more."""
    doing = desk.view.doing
    menu = doing if isinstance(doing, Menu) else None
    desk.deepest = max(len(rows) - height, 0)
    top = min(menu.top if menu else desk.view.facts_top, desk.deepest)
    seen = rows[top : top + height]
    more = len(rows) - top - height
    if more > 0:
        key = NAMES["down"] if menu else "J"
        seen[-1] = spread(trimmed(seen[-1]), [("class:quiet", f"… {more + 1} more rows: {key}")], columns)
    return [*seen, *[Fragments()] * (height - len(seen))]


def _menu(menu: Menu, proposal: StoredProposal | None, columns: int) -> list[Fragments]:
    rows = wrapped(line(proposal.proposal.incident.title), columns, "class:title")[:1] if proposal else []
    rows += wrapped(menu.title, columns)
    for one in menu.options:
        tick = ("[x] " if one.value in menu.ticked else "[ ] ") if menu.ticking else ""
        row = _option(one.key, f"{tick}{one.label}", one.detail, columns)
        rows += [spread(row[0], [("", "…")], columns)] if menu.short and row[1:] else row
    if menu.typed:
        rows.append([("", "  "), ("class:key", "/"), ("class:quiet", f"  type a {menu.typed}")])
    if menu.empty:
        rows.append([("", "  "), ("class:key", "Enter"), ("class:quiet", "  without one")])
    return rows


def _option(key: str, label: str, detail: str, columns: int) -> list[Fragments]:
    """A row of key and label, what more there is beside it where the label is short, else below it."""
    head: Fragments = [("", "  "), ("class:key", key), ("", f"  {label}")]
    if not detail:
        return [fitted(head, columns)]
    beside = size(head) <= _DETAIL - 2
    texts = wrapped(detail, columns - (_DETAIL if beside else 8), "class:quiet")
    indent = [("", " " * (_DETAIL if beside else 8))]
    if beside:
        return [[*fitted(head, _DETAIL), *texts[0]], *([*indent, *text] for text in texts[1:])]
    return [fitted(head, columns), *([*indent, *text] for text in texts)]


def _strip(view: View, columns: int) -> Fragments:
    """The rule between text and proposal, with all proposals and their states."""
    some = view.page.proposals
    left: Fragments = [("class:rule", "── "), ("", _where(view)), ("class:rule", " ─ " if some else " ")]
    room = (columns - size(left) - 4) // 5
    first = max(0, min(view.current - room // 2, len(some) - room))
    for n, one in list(enumerate(some))[first : first + room]:
        style = f"class:{fact_rows.STATES[one.state]}" if one.state != "waiting" else ""
        here = "class:here" if n == view.current else style
        left += [(here, f"{n + 1}{_SIGNS[one.state]}"), ("class:rule", " ")]
    return spread(left, [], columns, "─", "class:rule")


def _rule(view: View, columns: int) -> Fragments:
    return spread([("class:rule", "── "), ("", _where(view)), ("class:rule", " ")], [], columns, "─", "class:rule")


def _where(view: View) -> str:
    """Which proposal of the report, and its number in the database."""
    one = view.proposal
    return f"proposal {view.current + 1} of {len(view.page.proposals)} (no. {one.id})" if one else "no proposals"


def _list(view: View, columns: int, count: int) -> list[Fragments]:
    """The proposals around the one that is shown, one a row."""
    some = view.page.proposals
    first = max(0, min(view.current - count // 2, len(some) - count))
    rows: list[Fragments] = []
    for n, one in list(enumerate(some))[first : first + count]:
        style = f"class:{fact_rows.STATES[one.state]}" if one.state != "waiting" else ""
        words = f"{n + 1:>2} {_SIGNS[one.state]} {line(one.proposal.incident.title)}"
        rows.append(fitted([("class:here" if n == view.current else style, words)], columns))
    return rows


def _message(desk: Desk, columns: int) -> Fragments:
    words, bad = desk.view.message
    return fitted([("class:bad", f"! {line(words)}")] if bad else [("", line(words))], columns) if words else []


def _foot(desk: Desk, columns: int) -> Fragments:
    """The keys that work now, as many as fit; how to get help and out is always there."""
    doing = desk.view.doing
    if isinstance(doing, Typing) and desk.understood:
        return fitted([("class:quiet", desk.understood)], columns)
    if isinstance(doing, Typing) and desk.view.message.bad:
        return _message(desk, columns)
    parts: dict[type, tuple[Key, ...]] = {Menu: MENU, Selection: SELECTING, Typing: TYPING}
    pairs = foot(parts.get(type(doing), DECIDING)) if not isinstance(doing, Help) else [("Esc", "leave"), ("↓", "more")]
    kept = len(pairs)
    rows = [_keys(pairs[: n - 2] + pairs[-2:]) for n in range(kept, 1, -1)] or [_keys(pairs)]
    return next((row for row in rows if size(row) <= columns), rows[-1])


def _keys(pairs: list[tuple[str, str]]) -> Fragments:
    row: Fragments = []
    for key, word in pairs:
        row += [("", " " * bool(row)), ("class:key", key), ("", f" {word}")]
    return row


def _help(desk: Desk, top: int, columns: int, height: int) -> list[Fragments]:
    rows: list[Fragments] = []
    for part, keys in PARTS.items():
        rows += [[("class:title", part)]]
        for key in keys:
            heads = [named(key), *[""] * columns]
            pairs = zip(heads, wrapped(key.help, columns - _KEYS), strict=False)
            rows += [[("class:key", head.ljust(_KEYS)), *text] for head, text in pairs]
    desk.deepest = max(len(rows) - height, 0)
    top = min(top, desk.deepest)
    return [*rows[top : top + height], *[Fragments()] * (height - len(rows))]
