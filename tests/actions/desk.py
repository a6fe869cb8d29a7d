"""What the tests of the desk ask of a database."""

import json
from collections.abc import Iterator
from typing import Any

from incidents.actions.sheet import Sheet, sheet
from incidents.model.proposal import StoredProposal
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.proposals import proposal_numbered

WHO = "tester"
_COLUMNS = "id, payload, title, state, reason, decided_by, decided_at, fingerprint, position, incident_id"


def rows(location: Location) -> dict[int, tuple[Any, ...]]:
    """Every proposal as it is stored, by its number."""
    with open_reader(location) as reader:
        return {row[0]: row for row in reader.rows(f"SELECT {_COLUMNS} FROM proposal ORDER BY id")}


def last_changes(location: Location, count: int) -> list[tuple[str, str, dict[str, Any]]]:
    """The last changes: action, kind of subject, changed fields."""
    text = """SELECT c.action, c.subject_kind, x.content FROM change c
        JOIN change_content x ON x.change_id = c.id ORDER BY c.id DESC LIMIT ?"""
    with open_reader(location) as reader:
        found = [(row[0], row[1], json.loads(row[2])) for row in reader.rows(text, (count,))]
    return found[::-1]


def log_length(location: Location) -> int:
    """How many changes were made."""
    with open_reader(location) as reader:
        [length] = reader.one("SELECT sequence FROM log_head") or (0,)
    return int(length)


def sheets(location: Location) -> Iterator[Sheet]:
    """The reports of which something is proposed."""
    with open_reader(location) as reader:
        numbers = [row[0] for row in reader.rows("SELECT id FROM report ORDER BY id")]
    yield from (one for one in (sheet(location, number) for number in numbers) if one.proposals)


def numbered(location: Location, number: int) -> StoredProposal:
    """The proposal of this number."""
    with open_reader(location) as reader:
        found = proposal_numbered(reader, number)
    assert found
    return found


def holding(location: Location, words: str) -> Sheet:
    """The report with these words."""
    return next(one for one in sheets(location) if words in one.text)


def of_type(location: Location, words: str, kind: str) -> StoredProposal:
    """The first proposal of a type in the report with these words."""
    return next(one for one in holding(location, words).proposals if one.proposal.incident.type == kind)


def span(of: Sheet, words: str) -> tuple[int, int]:
    """Where words stand in a report."""
    start = of.text.index(words)
    return start, start + len(words)
