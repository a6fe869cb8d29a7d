"""Where a place is, as it is typed: `41.40,128.18`; and whether that can be in what the place is put under."""

import re
from math import asin, cos, radians, sin, sqrt

from incidents.errors import UsageProblem
from incidents.store.query.connect import Reader

Position = tuple[float, float]
"""Degrees north and east (WGS 84)."""
_POSITION = re.compile(r"(?:geo:)?\s*(-?[0-9]{1,2}(?:\.[0-9]+)?)\s*[,; ]\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)")
_EAST, _NORTH = 180.0, 90.0
_ACROSS = 12742
"""Kilometres through the globe."""
_FARTHEST = {"province": 1000, "county": 200, "settlement": 100, "site": 100}
"""Kilometres from the centre of a parent of this level beyond which a place is hardly in it."""


def position(text: str) -> Position | None:
    """The position that was typed; none of an empty text. Raises UsageProblem."""
    if not text.strip():
        return None
    found = _POSITION.fullmatch(text.strip())
    north, east = (float(found[1]), float(found[2])) if found else (_NORTH + 1, 0.0)
    if abs(north) > _NORTH or abs(east) > _EAST:
        raise UsageProblem(f"--at {text!r} is no position: write degrees north and east, as 41.40,128.18")
    return north, east


def far_off(reader: Reader, at: Position | None, parent: str) -> str:
    """What is said of a position that is hardly in the place with the code `parent`; else nothing."""
    row = reader.one("SELECT name, level, latitude, longitude FROM place_listing WHERE code = ?", (parent,))
    if at is None or row is None or row[2] is None or row[1] not in _FARTHEST:
        return ""
    away = _kilometres(at, (row[2], row[3]))
    told = f"{at[0]},{at[1]} is {away:,.0f} km from {row[0]}, which it is put under: look at --at again"
    return told if away > _FARTHEST[row[1]] else ""


def _kilometres(here: Position, there: Position) -> float:
    """Along a great circle of a globe (haversine)."""
    north, east, north_there, east_there = map(radians, (*here, *there))
    half = sin((north_there - north) / 2) ** 2 + cos(north) * cos(north_there) * sin((east_there - east) / 2) ** 2
    return _ACROSS * asin(sqrt(half))
