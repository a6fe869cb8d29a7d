"""Incidents as rows and back."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import Session, col, select

from incidents.model.incident import Decision, Incident, InstitutionLink, OpenName, People, PlaceLink
from incidents.model.scales import Level
from incidents.model.verification import RULE, Verdict
from incidents.model.when import When
from incidents.store import evidence, relations
from incidents.store.derived import Days
from incidents.store.identity import code_of
from incidents.store.lookup import Lookup
from incidents.store.tables import (
    IncidentDecisionRow,
    IncidentInstitutionRow,
    IncidentOpenRow,
    IncidentPeopleRow,
    IncidentPlaceRow,
    IncidentRow,
    IncidentTagRow,
    table_of,
)

_OWN = (
    "title summary type kind status precision note review reviewed_by"
    " withdrawn withdrawn_reason recorded_at recorded_by"
).split()
"""Columns that are named as the field of the value and hold it as it is."""
_CHILDREN = (
    "incident_place",
    "incident_institution",
    "incident_people",
    "incident_tag",
    "incident_decision",
    "incident_open",
    "incident_relation",
)


def find(session: Session, **asked: Any) -> IncidentRow | None:
    """The row with this `id`, `uid` or `code`."""
    return session.exec(select(IncidentRow).filter_by(**asked)).first()


def read(session: Session, lookup: Lookup, row: IncidentRow) -> Incident:
    """The incident of a row, with all that hangs on it."""
    number = row.id or 0
    return Incident(
        **{name: getattr(row, name) for name in _OWN},
        when=When.of(row.edtf, row.date_words, basis=row.basis, extent=row.extent),  # type: ignore[arg-type]
        places=tuple(_places(session, lookup, number)),
        institutions=tuple(_institutions(session, lookup, number)),
        people=tuple(_people(session, number)),
        tags=tuple(
            session.exec(select(IncidentTagRow.tag).where(IncidentTagRow.incident_id == number).order_by("tag"))
        ),
        decisions=tuple(_decisions(session, number)),
        open_names=tuple(_open_names(session, number)),
        relations=relations.read(session, number),
        evidence=evidence.read(session, number),
        assessed=cast("Level | None", row.level_assessed),
        assessed_reason=row.level_reason,
        reviewed_at=row.reviewed_at or "",
        uid=row.uid,
        code=row.code,
        id=row.id,
        revision=row.revision,
    )


def _places(session: Session, lookup: Lookup, number: int) -> Iterable[PlaceLink]:
    rows = session.exec(
        select(IncidentPlaceRow).where(IncidentPlaceRow.incident_id == number).order_by(col(IncidentPlaceRow.position))
    )
    return (PlaceLink(lookup.code_of("place", row.place_id), row.role) for row in rows)


def _institutions(session: Session, lookup: Lookup, number: int) -> Iterable[InstitutionLink]:
    rows = session.exec(
        select(IncidentInstitutionRow)
        .where(IncidentInstitutionRow.incident_id == number)
        .order_by(col(IncidentInstitutionRow.position))
    )
    return (InstitutionLink(lookup.code_of("institution", row.institution_id), row.role) for row in rows)


def _people(session: Session, number: int) -> Iterable[People]:
    rows = session.exec(
        select(IncidentPeopleRow)
        .where(IncidentPeopleRow.incident_id == number)
        .order_by(col(IncidentPeopleRow.position))
    )
    return (People(row.people_group, row.low, row.high, row.approximate, row.words) for row in rows)


def _decisions(session: Session, number: int) -> Iterable[Decision]:
    rows = session.exec(
        select(IncidentDecisionRow)
        .where(IncidentDecisionRow.incident_id == number)
        .order_by(col(IncidentDecisionRow.field))
    )
    return (Decision(row.field, row.who, row.reason) for row in rows)


def _open_names(session: Session, number: int) -> Iterable[OpenName]:
    rows = session.exec(
        select(IncidentOpenRow)
        .where(IncidentOpenRow.incident_id == number)
        .order_by(col(IncidentOpenRow.field).desc(), col(IncidentOpenRow.words))
    )
    return (OpenName(row.field, row.words) for row in rows)


def insert(session: Session, incident: Incident) -> IncidentRow:
    """A new row with its number and code; the rest is filled by `fill`."""
    return IncidentRow(
        uid=incident.uid,
        code=_free_code(session, incident.uid),
        title=incident.title,
        type=incident.type,
        sort_from="9999-12-31",
        sort_to="9999-12-31",
        recorded_at=incident.recorded_at,
        revision=1,
    )


def _free_code(session: Session, uid: str) -> str:
    codes = (code_of(uid, length) for length in range(6, 26))
    return next(code for code in codes if not find(session, code=code))


def fill(row: IncidentRow, incident: Incident) -> None:
    """The columns that hold the incident's own values."""
    for name in _OWN:
        setattr(row, name, getattr(incident, name))
    when = incident.when
    row.edtf, row.date_words, row.extent, row.basis = when.edtf, when.words, when.extent, when.basis
    row.level_assessed, row.level_reason = incident.assessed, incident.assessed_reason
    row.reviewed_at = incident.reviewed_at or None


def derive(row: IncidentRow, days: Days, verdict: Verdict) -> None:
    """The columns that follow from them and from the evidence."""
    for name, value in asdict(days).items():
        setattr(row, name, value)
    row.level_computed, row.level_rule = verdict.level, RULE
    row.level_explanation, row.disputed = verdict.explanation, verdict.disputed
    row.level = row.level_assessed or verdict.level


def write_children(session: Session, lookup: Lookup, number: int, incident: Incident) -> None:
    """Make everything that hangs on an incident but its evidence what the value says."""
    rows = _linking(lookup, incident) | {
        "incident_people": [{"position": k, **_group(one)} for k, one in enumerate(incident.people)],
        "incident_tag": [{"tag": tag} for tag in sorted(set(incident.tags))],
        "incident_decision": [asdict(decision) for decision in incident.decisions],
        "incident_open": [asdict(one) for one in dict.fromkeys(incident.open_names)],
    }
    for name in _CHILDREN:
        table = table_of(name)
        session.connection().execute(sa.delete(table).where(table.c.incident_id == number))
        if rows[name]:
            session.connection().execute(sa.insert(table), [{"incident_id": number, **row} for row in rows[name]])


def _linking(lookup: Lookup, incident: Incident) -> dict[str, Sequence[dict[str, Any]]]:
    """The rows that point to places, institutions and other incidents."""
    return {
        "incident_place": [
            {"position": k, "place_id": lookup.id_of("place", link.place), "role": link.role}
            for k, link in enumerate(incident.places)
        ],
        "incident_institution": [
            {"position": k, "institution_id": lookup.id_of("institution", link.institution), "role": link.role}
            for k, link in enumerate(incident.institutions)
        ],
        "incident_relation": relations.rows(lookup, incident.relations),
    }


def _group(one: People) -> dict[str, Any]:
    plain = asdict(one)
    return {"people_group": plain.pop("group"), **plain}


def names(session: Session, number: int) -> list[str]:
    """The names of the places and institutions of an incident, to search by."""
    found: list[str] = []
    for kind in ("place", "institution"):
        link, name = table_of(f"incident_{kind}"), table_of(f"{kind}_name")
        joined = link.join(name, name.c[f"{kind}_id"] == link.c[f"{kind}_id"])
        query = sa.select(name.c.name).select_from(joined).where(link.c.incident_id == number)
        found.extend(session.connection().execute(query.order_by(name.c.name)).scalars())
    return found
