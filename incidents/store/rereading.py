"""Putting a second reading of a report beside the first: what was decided stays, the rest follows the new reading."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from incidents.model.proposal import Proposal
from incidents.store import payload, reports
from incidents.store.log import diff
from incidents.store.reports import Reading, row_of
from incidents.store.tables import table_of
from incidents.store.undone import reworked
from incidents.store.unit import Unit

GONE = "a later reading does not find it any more"
WITHDRAWN = "its report was withdrawn"
_RETURNS = ("", GONE, WITHDRAWN)
"""Reasons for which the program set a proposal aside: found again, it waits again."""
_Span = tuple[int, int]


@dataclass(slots=True)
class Reread:
    """What a second reading changed: the numbers of the proposals that are new, read otherwise, or gone."""

    new: list[int] = field(default_factory=list)
    refreshed: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    kept: int = 0
    """Proposals that stand as they stood: decided, reworked, or read as before."""
    withheld: int = 0
    """What was found in a passage that a person has dealt with: not proposed again."""

    @property
    def changed(self) -> bool:
        """Whether anything is other than it was."""
        return bool(self.new or self.refreshed or self.gone)


def reread(unit: Unit, text: int, reading: Reading) -> Reread:
    """Bring the proposals of a text to a new reading of it."""
    found = Reread()
    rows = {row.fingerprint: row for row in _rows(unit, text)}
    mine = reworked(unit.session, text)
    proposed = _proposed(reading)
    spans = _passages(row for row in rows.values() if not _of_program(row, mine))
    for mark, (position, proposal) in proposed.items():
        if mark in rows:
            _again(unit, rows[mark], reports.columns(text, position, proposal, reading), found, mine)
        elif _overlaps(proposal, spans.get(proposal.incident.type, ())):
            found.withheld += 1
        else:
            _insert(unit, reports.columns(text, position, proposal, reading) | {"fingerprint": mark}, found)
    for mark, row in rows.items():
        if mark not in proposed:
            _missing(unit, row, found, mine)
    reports.note_reading(unit.session, text, reading.seeds, unit.at)
    if found.changed:
        reports.refresh_state(unit.session, text)
    return found


def _proposed(reading: Reading) -> dict[str, tuple[int, Proposal]]:
    """The proposals of a reading by their fingerprints, with their places; of two that are alike the first."""
    found: dict[str, tuple[int, Proposal]] = {}
    for position, proposal in enumerate(reading.proposals):
        found.setdefault(reports.fingerprint(reading.sha256, proposal), (position, proposal))
    return found


def _rows(unit: Unit, text: int) -> list[Any]:
    table = table_of("proposal")
    query = sa.select(table).where(table.c.text_id == text).order_by(table.c.position, table.c.id)
    return list(unit.session.connection().execute(query))


def _of_program(row: Any, mine: set[str]) -> bool:
    """Whether no person has had a hand in it."""
    aside = row.state == "superseded" and row.reason in _RETURNS
    return row.uid not in mine and (row.state == "waiting" or aside)


def _passages(rows: Iterable[Any]) -> dict[str, list[_Span]]:
    """Of each type the passages of proposals."""
    found: dict[str, list[_Span]] = {}
    for row in rows:
        fields = payload.parts(row.payload)
        spans = [(one.get("start"), one.get("end")) for one in fields.get("incident.evidence", ())]
        found.setdefault(fields["incident.type"], []).extend(
            (start, end) for start, end in spans if start is not None and end is not None
        )
    return found


def _overlaps(proposal: Proposal, spans: Iterable[_Span]) -> bool:
    main = proposal.incident.evidence[0] if proposal.incident.evidence else None
    if main is None or main.start is None or main.end is None:
        return False
    return any(main.start < end and start < main.end for start, end in spans)


def _again(unit: Unit, row: Any, columns: dict[str, Any], found: Reread, mine: set[str]) -> None:
    """Found again: what nobody has touched is brought to the new reading, and waits."""
    same = row.state == "waiting" and columns["payload"] == row.payload
    if same or not _of_program(row, mine):
        found.kept += 1
        if same:
            _update(unit, row, {name: columns[name] for name in ("program_version", "seeds_version", "position")})
        return
    kept = ("uid", "text_id")
    fresh = {name: value for name, value in columns.items() if name not in kept}
    came_back = row.state != "waiting"
    fresh |= {"state": "waiting", "reason": "", "decided_by": "", "decided_at": None}
    _logged(unit, row, fresh, "reopen" if came_back else "refresh")
    (found.new if came_back else found.refreshed).append(row.id)


def _missing(unit: Unit, row: Any, found: Reread, mine: set[str]) -> None:
    if row.state == "waiting" and _of_program(row, mine):
        _logged(unit, row, {"state": "superseded", "reason": GONE}, "supersede", GONE)
        found.gone.append(row.id)
    elif row.state != "superseded" or row.reason not in _RETURNS:
        found.kept += 1


def _insert(unit: Unit, columns: dict[str, Any], found: Reread) -> None:
    (row,) = reports.insert_rows(unit.session, [columns], unit.at)
    unit.log.append("propose", "proposal", row.uid, diff({}, reports.proposed(unit.session, row)))
    found.new.append(row.id)


def _update(unit: Unit, row: Any, values: dict[str, Any]) -> None:
    table = table_of("proposal")
    unit.session.connection().execute(sa.update(table).where(table.c.id == row.id).values(values))


def _logged(unit: Unit, row: Any, values: dict[str, Any], action: str, reason: str = "") -> None:
    before = reports.proposal_to_change(unit.session, row)
    _update(unit, row, values)
    after = reports.proposal_to_change(unit.session, row_of(unit.session, "proposal", row.id))
    unit.log.append(action, "proposal", row.uid, diff(before, after), reason)
