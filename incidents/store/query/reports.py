"""Reports, proposals and changes as they are listed."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row, Sql, chunks, joined, marks, number, where, within


def reports(
    reader: Reader, columns: Sequence[str], *, states: Sequence[str] = (), outlets: Sequence[str] = ()
) -> Iterator[Row]:
    """The reports by number, only those in a state, only those of some outlets (by code)."""
    asked = where(within(column, values) for column, values in (("state", states), ("outlet_code", outlets)) if values)
    return reader.rows(f"SELECT {', '.join(columns)} FROM report_listing{asked.text} ORDER BY id", asked.values)


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


def changes(reader: Reader, columns: Sequence[str], *, incidents: Sequence[int] = (), limit: int = 0) -> list[Row]:
    """The changes in their order: of all, or of the incidents with these numbers; only the last ones."""
    found = [row for some in chunks(incidents) for row in _changes(reader, columns, some, limit)]
    rows = sorted(found, key=lambda row: -int(row[0])) if incidents else list(_changes(reader, columns, (), limit))
    return [row[1:] for row in rows[: limit or None]][::-1]


def _changes(reader: Reader, columns: Sequence[str], incidents: Sequence[int], limit: int) -> Iterator[Row]:
    """Each with its number in front, the last one first."""
    own = f"SELECT uid FROM incident WHERE id IN ({marks(incidents)})"
    condition = f" WHERE subject_kind = 'incident' AND subject_uid IN ({own})" if incidents else ""
    last = f" LIMIT {limit}" if limit else ""
    text = f"SELECT id, {', '.join(columns)} FROM change_listing{condition} ORDER BY id DESC{last}"
    return reader.rows(text, tuple(incidents))


def changes_numbered(reader: Reader, columns: Sequence[str], sequences: Sequence[int]) -> list[Row]:
    """The changes of this database with these numbers, in that order; one that is not there is left out."""
    here = "database = (SELECT database FROM log_head WHERE id = 1)"
    text = f"SELECT sequence, {', '.join(columns)} FROM change_listing WHERE {here} AND sequence IN ({{}})"
    rows = {row[0]: row[1:] for some in chunks(sequences) for row in reader.rows(text.format(marks(some)), some)}
    return [rows[sequence] for sequence in sequences if sequence in rows]


def counts(reader: Reader, tables: Sequence[str]) -> dict[str, int]:
    """How many rows some tables have."""
    return {table: number(reader, f"SELECT count(*) FROM {table}") for table in tables}


def _numbered(reader: Reader, view: str, columns: Sequence[str], numbers: Sequence[int]) -> Iterator[Row]:
    for some in chunks(numbers):
        text = f"SELECT id, {', '.join(columns)} FROM {view} WHERE id IN ({marks(some)})"
        rows = {row[0]: row[1:] for row in reader.rows(text, tuple(some))}
        yield from (rows[one] for one in some if one in rows)
