"""Rows of the chronology with the way by which a filter found each: a parent of then, or of common usage."""

from collections.abc import Iterator, Sequence

from incidents.model.filter import Filter
from incidents.store.query import chronology
from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row, chunks

VIA = "via"
"""The column that no view has: it depends on the filter."""


def ways(reader: Reader, chosen: Filter, ids: Sequence[int]) -> dict[int, str]:
    """Of the incidents that a place or institution of the filter has only by a former or usual parent: by which.

    `South Pyongan (usage)`, several with ` and ` between.
    """
    found: dict[int, list[str]] = {}
    for noun, codes in (("place", (*chosen.provinces, *chosen.places)), ("institution", chosen.institutions)):
        for incident, way in chronology.matched_by(reader, codes, ids, noun).items() if codes else ():
            found.setdefault(incident, []).append(way)
    return {incident: " and ".join(some) for incident, some in found.items()}


def rows(reader: Reader, columns: Sequence[str], ids: Sequence[int], chosen: Filter) -> Iterator[Row]:
    """As `chronology.rows`, with VIA (empty: directly) where the columns have it."""
    if VIA not in columns:
        yield from chronology.rows(reader, columns, ids)
        return
    own = [name for name in columns if name != VIA]
    at = list(columns).index(VIA)
    for some in chunks(ids):
        by = ways(reader, chosen, some)
        for number, *row in chronology.rows(reader, ("id", *own), some):
            row.insert(at, by.get(number, ""))
            yield tuple(row)
