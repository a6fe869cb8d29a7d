"""What `undo` does, and says: which change was undone of what, and what came back."""

import json
from collections.abc import Mapping
from typing import Any

from incidents.cli.changes import makes, told
from incidents.cli.reading import reading
from incidents.cli.screen import say_each
from incidents.cli.startup import unwatched
from incidents.cli.subjects import acted, subject
from incidents.cli.thing_changes import KINDS
from incidents.cli.thing_changes import told as told_of_thing
from incidents.cli.writing import done, writable
from incidents.errors import NotFound
from incidents.store.query.changes import changes_numbered
from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row

_COLUMNS = ("sequence", "action", "subject_kind", "subject_uid", "content")
_MADE = {
    "incident": "it is withdrawn, not deleted",
    "proposal": "it waits no more",
    "report": "it is withdrawn, not deleted",
    "place": "it is retired, not deleted",
    "institution": "it is retired where no incident has it",
}
"""What becomes of something that the undone change had made."""
_STATES = {"waiting": "it waits again", "accepted": "it is accepted again", "rejected": "it is rejected again"}


def undone(change: int | None, reason: str, database: str | None, who: str | None, *, dry_run: bool) -> None:
    """Undo, and say it of each change that was written together."""
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        if change is not None and not changes_numbered(reader, ("sequence",), [change]):
            raise NotFound(f"there is no change {change}; `incidents history` shows them with their numbers")
    with unwatched():
        from incidents.actions.record import undo  # noqa: PLC0415  heavy

        found = undo(location, name, change, reason=reason, dry_run=dry_run)
    with reading(database) as reader:
        rows = changes_numbered(reader, _COLUMNS, [one.sequence for one in found])
        say_each((f"{done('undone', dry_run=dry_run)}: {_worded(reader, row)}" for row in rows), len(rows))


def _worded(reader: Reader, row: Row) -> str:
    sequence, action, kind, uid, content = row
    about = subject(reader, kind, uid)
    came = _back(reader, kind, json.loads(content))
    return f"change {sequence}, {acted(action, about)}" + (f": {came}" if came else "")


def _back(reader: Reader, kind: str, content: Mapping[str, Any]) -> str:
    """What came back with the old values."""
    if makes(content):
        return _MADE.get(kind, "")
    if kind == "proposal" and "state" in content:
        return _STATES.get(content["state"][0], "it waits no more")
    if "withdrawn" in content:
        stands = "it is in use again" if kind == "report" else "it is in the chronology again"
        return "it is withdrawn again" if content["withdrawn"][0] else stands
    back = {name: (new, old) for name, (old, new) in content.items()}
    fields = told_of_thing(reader, kind, back) if kind in KINDS else told(reader, back)
    return "; ".join(f"{label} {words}" for label, words in fields)
