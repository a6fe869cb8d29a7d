"""The conditions of a filter that look at the incident itself, its evidence and its tags."""

from collections.abc import Iterator

from incidents.model.filter import Filter
from incidents.model.scales import LEVELS
from incidents.store.query.sql import Sql, within

_COLUMNS = {"statuses": "i.status", "kinds": "i.kind", "verification": "i.level"}
_EVIDENCE = "EXISTS (SELECT 1 FROM evidence e WHERE e.incident_id = i.id AND {})"
_OUTLETS = """EXISTS (
    SELECT 1 FROM evidence e
    LEFT JOIN report_text x ON x.id = e.text_id
    LEFT JOIN source s ON s.id = e.source_id
    LEFT JOIN report r ON r.id = COALESCE(x.report_id, s.report_id)
    JOIN outlet o ON o.id = r.outlet_id OR o.id = e.origin_id
    WHERE e.incident_id = i.id AND {})"""
_TAGS = "EXISTS (SELECT 1 FROM incident_tag g WHERE g.incident_id = i.id AND {})"


def conditions(chosen: Filter, dialect: str) -> list[Sql]:
    """Conditions on `incident i`; all of them must hold."""
    return [*_own(chosen), *_linked(chosen), *_text(chosen, dialect)]


def _own(chosen: Filter) -> Iterator[Sql]:
    for field, column in _COLUMNS.items():
        if values := getattr(chosen, field):
            yield within(column, values)
    if chosen.at_least:
        yield within("i.level", LEVELS[LEVELS.index(chosen.at_least) : LEVELS.index("refuted")])
    if chosen.disputed:
        yield Sql("i.disputed = 1")
    if chosen.reviewed:
        yield Sql("i.review = ?", ("reviewed",))
    if chosen.recorded_since:
        yield Sql("i.recorded_at >= ?", (chosen.recorded_since,))
    if chosen.by:
        yield Sql("i.recorded_by = ?", (chosen.by,))


def _linked(chosen: Filter) -> Iterator[Sql]:
    if chosen.source_types:
        yield _put(_EVIDENCE, within("e.source_type", chosen.source_types))
    if chosen.outlets:
        yield _put(_OUTLETS, within("o.code", chosen.outlets))
    if chosen.tags:
        yield _put(_TAGS, within("g.tag", chosen.tags))


def _text(chosen: Filter, dialect: str) -> list[Sql]:
    if not chosen.text:
        return []
    from incidents.store.query.search import mentioning  # noqa: PLC0415  few lists search

    return [mentioning(chosen.text, dialect)]


def _put(frame: str, inner: Sql) -> Sql:
    return Sql(frame.format(inner.text), inner.values)
