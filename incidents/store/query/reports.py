"""Reports, proposals and changes as they are listed."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row, Sql, chunks, joined, marks, number, where, within


def relations_of(reader: Reader, report: int) -> list[Row]:
    """How a report stands to others: kind, `to` or `from`, number, uid, outlet and title of the other one.

    An outlet whose own report is not held has neither number nor uid.
    """
    return list(reader.rows(_RELATIONS, (report, report)))


_RELATIONS = """SELECT v.kind, 'to' AS way, l.id, l.uid, COALESCE(l.outlet, o.name), l.title
    FROM report_relation v LEFT JOIN report_listing l ON l.id = v.other_id LEFT JOIN outlet o ON o.id = v.outlet_id
    WHERE v.report_id = ? UNION ALL
    SELECT v.kind, 'from', l.id, l.uid, l.outlet, l.title
    FROM report_relation v JOIN report_listing l ON l.id = v.report_id
    WHERE v.other_id = ? AND l.withdrawn = 0 ORDER BY 2 DESC, 1, 3"""


def note_of(reader: Reader, report: int) -> str:
    """The note on a report."""
    row = reader.one("SELECT note FROM report WHERE id = ?", (report,))
    return str(row[0]) if row else ""


def report_rows(reader: Reader, columns: Sequence[str], numbers: Sequence[int]) -> Iterator[Row]:
    """The reports with these numbers, in their order."""
    return _numbered(reader, "report_listing", columns, numbers)


def kept_text(reader: Reader, report: int) -> str:
    """The kept text of a report, its newest version; empty if it has none."""
    row = reader.one("SELECT text FROM report_text WHERE report_id = ? ORDER BY version DESC LIMIT 1", (report,))
    return str(row[0]) if row else ""


def openings(reader: Reader, numbers: Sequence[int], characters: int = 3000) -> dict[int, str]:
    """How the kept texts of these reports begin (the newest version of each)."""
    found: dict[int, str] = {}
    for some in chunks(numbers):
        text = f"""SELECT report_id, substr(text, 1, {characters}) FROM report_text
            WHERE report_id IN ({marks(some)}) ORDER BY version"""
        found |= dict(reader.rows(text, tuple(some)))
    return found


def incidents_of(reader: Reader, report: int) -> list[int]:
    """The numbers of the standing incidents that rest on a report, in the order of the chronology."""
    text = """SELECT i.id FROM incident i WHERE i.withdrawn = 0 AND i.id IN (
        SELECT incident_id FROM evidence_listing WHERE report_id = ?) ORDER BY i.sort_from, i.sort_to, i.id"""
    return [row[0] for row in reader.rows(text, (report,))]


def resting_on(reader: Reader, incident: int) -> list[str]:
    """The uids of the reports that an incident's evidence is in, in its order."""
    text = "SELECT report_uid FROM evidence_listing WHERE incident_id = ? AND report_uid IS NOT NULL ORDER BY position"
    return list(dict.fromkeys(row[0] for row in reader.rows(text, (incident,))))


def proposals(
    reader: Reader,
    columns: Sequence[str],
    *,
    states: Sequence[str] = (),
    reports: Sequence[int] = (),
    numbers: Sequence[int] = (),
) -> Iterator[Row]:
    """The proposals by report and position; only those in a state, of some reports, with some numbers."""
    pairs = (("state", states), ("report_id", reports), ("id", numbers))
    asked = joined("", [Sql(" "), where(within(column, values) for column, values in pairs if values)])
    text = f"SELECT {', '.join(columns)} FROM proposal_listing{asked.text} ORDER BY report_id, position, id"
    return reader.rows(text, asked.values)


def payload(text: str) -> dict[str, Any]:
    """A stored proposal as plain JSON values (`model.codec`)."""
    found: dict[str, Any] = json.loads(text)
    return found


def uid_of(reader: Reader, noun: str, numbered: int) -> str:
    """The UUID of an incident, report or proposal."""
    row = reader.one(f"SELECT uid FROM {noun} WHERE id = ?", (numbered,))
    return str(row[0]) if row else ""


def counts(reader: Reader, tables: Sequence[str]) -> dict[str, int]:
    """How many rows some tables have."""
    return {table: number(reader, f"SELECT count(*) FROM {table}") for table in tables}


def _numbered(reader: Reader, view: str, columns: Sequence[str], numbers: Sequence[int]) -> Iterator[Row]:
    for some in chunks(numbers):
        text = f"SELECT id, {', '.join(columns)} FROM {view} WHERE id IN ({marks(some)})"
        rows = {row[0]: row[1:] for row in reader.rows(text, tuple(some))}
        yield from (rows[one] for one in some if one in rows)
