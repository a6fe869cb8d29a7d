"""Incidents that a new one looks like: of the same type, at one of its places, at a date that overlaps."""

from incidents.model.incident import Incident
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.store.query.connect import Reader
from incidents.store.query.sql import marks

_ALIKE = """SELECT i.id, i.title, i.edtf, i.extent FROM incident i WHERE i.withdrawn = 0 AND i.type = ?
    AND i.edtf IS NOT NULL AND i.day_from <= ? AND i.day_to >= ? AND i.id IN (SELECT l.incident_id FROM incident_place l
    JOIN place p ON p.id = l.place_id WHERE p.code IN ({})) ORDER BY i.id LIMIT 3"""


def alike(reader: Reader, new: Incident) -> list[str]:
    """`11: Leaflets at Posong station (1 Jan 2016)` of the first few; an undated or unplaced one is like none."""
    codes = [link.place for link in new.places]
    if not new.when.dated or not codes:
        return []
    first, last = (day.isoformat() for day in new.when.days)
    rows = reader.rows(_ALIKE.format(marks(codes)), (new.type, last, first, *codes))
    return [f"{number}: {line(title)} ({worded(edtf, extent=extent)})" for number, title, edtf, extent in rows]
