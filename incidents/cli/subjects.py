"""What a change was about, by number and title; and how an action is told."""

from incidents.cli.thing_changes import KINDS
from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.connect import Reader

_LISTINGS = {
    "incident": ("incident", "title"),
    "proposal": ("proposal", "title"),
    "report": ("report_listing", "COALESCE(NULLIF(title, ''), outlet, '')"),
}
_DONE = {
    "add": "recorded",
    "bring": "recorded",
    "edit": "edited",
    "accept": "accepted",
    "reject": "rejected",
    "reopen": "opened again",
    "supersede": "superseded",
    "withdraw": "withdrawn",
    "restore": "restored",
    "ingest": "taken in",
    "propose": "proposed",
    "mark": "marked",
    "link": "linked",
    "refresh": "read again",
    "revise": "revised",
    "resolve": "settled a name of",
    "unite": "united others with",
    "split": "split",
    "take": "made",
    "attach": "added evidence to",
    "rename": "renamed",
    "move": "moved",
    "name": "changed the names of",
    "merge": "changed by a merger:",
    "seed": "reference data loaded",
}
_TITLE = 80


def acted(action: str, about: str = "") -> str:
    """`accepted incident 3` for `accept` of that, `undid change 3 of incident 1` for `undo 3`."""
    verb, _, number = action.partition(" ")
    if verb == "undo" and number:
        return f"undid change {number}" + (f" of {about}" if about else "")
    return f"{_DONE.get(action, action)} {about}".strip().rstrip(":")


def subject(reader: Reader, kind: str, uid: str) -> str:
    """`incident 3 “Leaflets found in Samsu”`; the kind alone where it is gone, nothing for what has no number."""
    if kind in KINDS:
        row = reader.one(f"SELECT code, name FROM {kind} WHERE code = ?", (uid,))
    elif kind in _LISTINGS:
        table, title = _LISTINGS[kind]
        row = reader.one(f"SELECT id, {title} FROM {table} WHERE uid = ?", (uid,))
    else:
        return ""
    return f"{kind} {row[0]}" + (f" “{cut(line(row[1]), _TITLE)}”" if row[1] else "") if row else kind
