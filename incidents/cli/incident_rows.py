"""Incidents in the formats but `table`: all columns, in Markdown the few that a reader wants."""

from collections.abc import Iterator, Sequence

from incidents.model.wording import worded
from incidents.output.columns import Columns, names
from incidents.output.formats import lines
from incidents.output.listings import INCIDENT, SUMMARY
from incidents.store.query import chronology
from incidents.store.query.connect import Reader

_SUMMARY = ("id", "date", "extent", "first_reported", "place_path", "title", "level", "disputed", "origins")


def exported(form: str, reader: Reader, ids: Sequence[int], columns: Columns = ()) -> Iterator[str]:
    """The incidents with these numbers, in a format; with `columns` only those."""
    if columns:
        return lines(form, columns, chronology.rows(reader, names(columns), ids))
    if form == "md":
        return lines(form, SUMMARY, _summaries(reader, ids))
    return lines(form, INCIDENT, chronology.rows(reader, names(INCIDENT), ids))


def _summaries(reader: Reader, ids: Sequence[int]) -> Iterator[tuple[object, ...]]:
    told = chronology.first_told(reader, ids)
    for number, date, extent, reported, place, title, *known in chronology.rows(reader, _SUMMARY, ids):
        level, disputed, origins = known
        when = worded(date, told.get(number, reported), extent)
        yield number, when, place, title, level + ", disputed" * bool(disputed), origins
