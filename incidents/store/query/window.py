"""The window rules at the end of codebook section 3, as conditions on the days that a row stores.

`sort_from` and `sort_to` already hold the default rule: of an open start the latest day, of an open end the day of the
last report, of an undated incident the day of the first report. `day_from` and `day_to` are unbounded at open ends.
"""

from incidents.model.filter import Filter
from incidents.store.query.sql import Sql


def scope_window(chosen: Filter, alias: str) -> list[Sql]:
    """What can be asked of the sort days alone, which every index on incidents holds."""
    if chosen.window == "possible":
        return []
    since, until = _bounds(chosen)
    start = Sql(f"{alias}.sort_from <= ?", (until,))
    end = Sql(f"{alias}.sort_to >= ?", (since,))
    return [start] * bool(until) + [end] * bool(since)


def day_window(chosen: Filter, alias: str) -> list[Sql]:
    """What `--certain` and `--possible` ask of the days themselves."""
    since, until = _bounds(chosen)
    if chosen.window == "certain":
        inside = Sql(f"{alias}.day_from >= ?", (since,)), Sql(f"{alias}.day_to <= ?", (until,))
        return [Sql(f"{alias}.edtf IS NOT NULL"), *_asked(chosen, inside)]
    if chosen.window == "possible":
        return _asked(chosen, (Sql(f"{alias}.day_to >= ?", (since,)), Sql(f"{alias}.day_from <= ?", (until,))))
    return []


def _asked(chosen: Filter, parts: tuple[Sql, Sql]) -> list[Sql]:
    return [part for part, day in zip(parts, _bounds(chosen), strict=True) if day]


def _bounds(chosen: Filter) -> tuple[str, str]:
    return chosen.since, chosen.until
