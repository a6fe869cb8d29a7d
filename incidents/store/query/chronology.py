"""The incidents of a filter: how many, which, and their rows from the view `chronology`."""

from collections.abc import Iterable, Iterator, Sequence

from incidents.model.edtf import bounds
from incidents.model.filter import Filter
from incidents.model.scales import LEVELS
from incidents.store.query.connect import Reader
from incidents.store.query.former import HOLDS, THEN, VIA
from incidents.store.query.matching import matching
from incidents.store.query.sql import Row, chunks, marks, number

_RANKS = " ".join(f"WHEN '{level}' THEN {rank}" for rank, level in enumerate(LEVELS))
_DATE = ("s.sort_from", "s.sort_to", "s.incident_id")
_SORTS = {
    "date": _DATE,
    "id": ("s.incident_id",),
    "recorded": ("i.recorded_at", "s.incident_id"),
    "level": (f"CASE i.level {_RANKS} END", *_DATE),
}
SORTS = tuple(sign + name for name in _SORTS for sign in ("", "-"))


def count(reader: Reader, chosen: Filter) -> int:
    """How many incidents match, whatever the limit. A series is listed, but counted only where it is asked for."""
    found = listed(reader, chosen)
    if chosen.kinds or not reader.one("SELECT 1 FROM incident WHERE kind = 'series' LIMIT 1"):
        return found
    return found - listed(reader, chosen._replace(kinds=("series",)))


def series(reader: Reader, chosen: Filter) -> int:
    """How many of those that match are series, which are listed and not counted."""
    return 0 if chosen.kinds else listed(reader, chosen) - count(reader, chosen)


def listed(reader: Reader, chosen: Filter) -> int:
    """How many rows the list has, whatever the limit: all that match, series too."""
    found = matching(reader, chosen)
    return number(reader, f"SELECT count(*){found.text}", found.values)


def identities(reader: Reader, chosen: Filter) -> list[int]:
    """The ids of the incidents that match, in the order asked for; a limit keeps those that come last by it.

    `-date` turns the order round, not what is kept: with a limit of 5 both are the five latest.
    """
    name, backwards = chosen.sort.removeprefix("-"), chosen.sort.startswith("-")
    found = matching(reader, chosen, joins=name in ("recorded", "level"))
    last_first = backwards or chosen.limit is not None
    order = ", ".join(column + " DESC" * last_first for column in _SORTS[name])
    limit = "" if chosen.limit is None else f" LIMIT {chosen.limit}"
    ids = [row[0] for row in reader.rows(f"SELECT s.incident_id{found.text} ORDER BY {order}{limit}", found.values)]
    return ids[::-1] if last_first and not backwards else ids


def rows(reader: Reader, columns: Sequence[str], ids: Sequence[int]) -> Iterator[Row]:
    """The `columns` of the view `chronology` for these incidents, in the order of `ids`, read piece by piece."""
    for some in chunks(ids):
        text = f"SELECT id, {', '.join(columns)} FROM chronology WHERE id IN ({marks(some)})"
        by_id = {row[0]: row[1:] for row in reader.rows(text, tuple(some))}
        yield from (by_id[number] for number in some if number in by_id)


def place_names(reader: Reader, codes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Of places by code the name and that of the first-level unit today (or ''), each asked once for a whole list.

    As the columns `place` and `province` of the view, which ask for every incident.
    """
    names: dict[str, tuple[str, str]] = {}
    for some in chunks(sorted(set(codes))):
        text = f"""SELECT p.code, p.name, (SELECT a.name FROM place_closure c JOIN place a ON a.id = c.ancestor_id
            WHERE c.place_id = p.id AND c.via IN ('self', 'current') AND a.level = 'province' ORDER BY c.depth LIMIT 1)
            FROM place p WHERE p.code IN ({marks(some)})"""
        names |= {code: (name, province or "") for code, name, province in reader.rows(text, tuple(some))}
    return names


def undated(reader: Reader) -> int:
    """How many standing incidents have no date."""
    return number(reader, "SELECT count(*) FROM incident WHERE edtf IS NULL AND withdrawn = 0")


def several_places(reader: Reader, ids: Sequence[int]) -> dict[int, int]:
    """Of the incidents that have more than one place: how many."""
    found: dict[int, int] = {}
    for some in chunks(ids):
        text = f"""SELECT incident_id, count(*) FROM incident_place WHERE incident_id IN ({marks(some)})
            GROUP BY incident_id HAVING count(*) > 1"""
        found |= dict(reader.rows(text, tuple(some)))
    return found


def first_below(reader: Reader, codes: Sequence[str], ids: Sequence[int]) -> dict[int, str]:
    """Of each incident with several places the code of the first that is one of these or below one, best today."""
    found: dict[int, str] = {}
    for some in chunks(ids):
        text = f"""SELECT l.incident_id, p.code FROM incident_place l JOIN place p ON p.id = l.place_id
            JOIN place_closure c ON c.place_id = l.place_id JOIN place n ON n.id = c.ancestor_id
            JOIN incident i ON i.id = l.incident_id WHERE n.code IN ({marks(codes)})
            AND l.incident_id IN ({marks(some)}) AND {HOLDS["place"]}
            ORDER BY c.via IN ('self', 'current'), l.position DESC"""
        found |= dict(reader.rows(text, (*codes, *some)))
    return found


def first_told(reader: Reader, ids: Sequence[int]) -> dict[int, str]:
    """EDTF of the first day on which a source spoke of these incidents or a report had them."""
    found: dict[int, tuple[str, str]] = {}
    for some in chunks(ids):
        text = f"""SELECT incident_id, coalesce(said_on, published) FROM evidence_listing
            WHERE incident_id IN ({marks(some)}) AND coalesce(said_on, published) IS NOT NULL"""
        for incident, edtf in reader.rows(text, tuple(some)):
            day = str(bounds(edtf)[0] or edtf)
            found[incident] = min(found.get(incident, (day, edtf)), (day, edtf))
    return {incident: edtf for incident, (_, edtf) in found.items()}


def matched_by(reader: Reader, codes: Sequence[str], ids: Sequence[int], noun: str = "place") -> dict[int, str]:
    """Of the incidents that are under these only by a former or usual parent: `South Pyongan (usage)`.

    One that usage puts there always is there as a former one (`former`) if its date can lie in that time.
    """
    ways: dict[int, dict[str, str]] = {}
    for some in chunks(ids):
        text = f"""SELECT l.incident_id, CASE WHEN {THEN[noun]} THEN 'former' ELSE {VIA[noun]} END AS way, n.name
            FROM incident_{noun} l JOIN incident i ON i.id = l.incident_id
            JOIN {noun}_closure c ON c.{noun}_id = l.{noun}_id JOIN {noun} n ON n.id = c.ancestor_id
            WHERE n.code IN ({marks(codes)}) AND l.incident_id IN ({marks(some)}) AND {HOLDS[noun]} ORDER BY n.name"""
        for incident, way, name in reader.rows(text, (*codes, *some)):
            ways.setdefault(incident, {})[way] = name
    return {incident: _way(found) for incident, found in ways.items() if not {"self", "current"} & set(found)}


def _way(found: dict[str, str]) -> str:
    via = "former" if "former" in found else "usage"
    return f"{found[via]} ({via})"
