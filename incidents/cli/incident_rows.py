"""Incidents in the formats but `table`: all columns, in Markdown the few that a reader wants."""

from collections.abc import Iterator, Sequence

from incidents.model.filter import Filter
from incidents.model.wording import worded
from incidents.output.columns import Columns, names
from incidents.output.formats import lines
from incidents.output.listings import FOUND, INCIDENT, SUMMARY
from incidents.store.query import chronology
from incidents.store.query.connect import Reader
from incidents.store.query.ways import rows, ways

_SUMMARY = ("id", "date", "extent", "first_reported", "place_path", "title", "level", "disputed", "origins")


def exported(
    form: str, reader: Reader, ids: Sequence[int], columns: Columns = (), chosen: Filter | None = None
) -> Iterator[str]:
    """The incidents with these numbers, in a format; with `columns` only those. `chosen` is the filter of a list."""
    if form == "md" and not columns:
        return lines(form, SUMMARY, _summaries(reader, ids, chosen or Filter()))
    columns = columns or (FOUND if chosen else INCIDENT)
    return lines(form, columns, rows(reader, names(columns), ids, chosen or Filter()))


def _summaries(reader: Reader, ids: Sequence[int], chosen: Filter) -> Iterator[tuple[object, ...]]:
    told, by = chronology.first_told(reader, ids), ways(reader, chosen, ids)
    for number, date, extent, reported, place, title, *known in chronology.rows(reader, _SUMMARY, ids):
        level, disputed, origins = known
        when = worded(date, told.get(number, reported), extent)
        where = "; via ".join(filter(None, (place, by.get(number))))
        yield number, when, where, title, level + ", disputed" * bool(disputed), origins
