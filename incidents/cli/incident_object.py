"""Everything about an incident as one JSON object (docs/output.md)."""

from collections.abc import Sequence
from typing import Any

from incidents.output.listings import CLAIM, EVIDENCE, INCIDENT
from incidents.output.objects import record
from incidents.store.query.detail import DECISION, INSTITUTION, OPEN_NAME, OWN, PEOPLE, PLACE, RELATION, Detail, Passage
from incidents.store.query.sql import Row

RENAMED = {"people_group": "group", "other_id": "id"}


def plain(detail: Detail) -> dict[str, Any]:
    """The columns of `list`, and lists of what belongs to the incident."""
    return {
        **record(INCIDENT, detail.incident),
        **dict(zip(OWN, detail.own, strict=True)),
        "place_list": _objects(PLACE, detail.places),
        "institution_list": _objects(INSTITUTION, detail.institutions),
        "people_list": [one | {"approximate": bool(one["approximate"])} for one in _objects(PEOPLE, detail.people)],
        "evidence_list": evidence_list(detail),
        "decisions": _objects(DECISION, detail.decisions),
        "relations": [one | {"withdrawn": bool(one["withdrawn"])} for one in _objects(RELATION, detail.relations)],
        "open_names": _objects(OPEN_NAME, detail.open_names),
    }


def evidence_list(detail: Detail) -> list[dict[str, Any]]:
    """The evidence with the columns of EVIDENCE, and `claims`."""
    return [_passage(passage) for passage in detail.passages]


def _passage(passage: Passage) -> dict[str, Any]:
    return record(EVIDENCE, passage.evidence) | {"claims": [record(CLAIM, row) for row in passage.claims]}


def _objects(columns: Sequence[str], rows: list[Row]) -> list[dict[str, Any]]:
    names = [RENAMED.get(name, name) for name in columns]
    return [dict(zip(names, row, strict=True)) for row in rows]
