"""Evidence and claims as rows and back, with the sources they point to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, select

from incidents.model.incident import Claim, Evidence
from incidents.model.verification import SEVERAL, Testimony
from incidents.store.derived import Told
from incidents.store.identity import new_uid
from incidents.store.lookup import Lookup
from incidents.store.tables import EvidenceRow, SourceRow, table_of

_AWAY = 1_000_000
"""Positions are unique in an incident: the old ones make room before the new ones are written."""


def with_uids(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The same evidence, each with a uid."""
    return tuple(one if one.uid else replace(one, uid=new_uid()) for one in evidence)


def write(session: Session, lookup: Lookup, incident: int, evidence: Sequence[Evidence]) -> None:
    """Make the evidence rows of an incident these: rows of a known uid are kept, others go."""
    held = {row.uid: row for row in session.exec(select(EvidenceRow).where(EvidenceRow.incident_id == incident))}
    _drop_claims(session, [row.id for row in held.values() if row.id is not None])
    for row in held.values():
        row.position += _AWAY
        session.add(row)
    session.flush()
    for uid in held.keys() - {one.uid for one in evidence}:
        session.delete(held.pop(uid))
    session.flush()
    for position, one in enumerate(evidence):
        row = held.get(one.uid) or EvidenceRow(
            uid=one.uid, incident_id=incident, position=position, source_type="outlet"
        )
        row.position = position
        _fill(row, one, lookup, session)
        session.add(row)
        session.flush()
        _write_claims(session, row.id or 0, one.claims)


def _drop_claims(session: Session, evidence: list[int]) -> None:
    table = table_of("claim")
    if evidence:
        session.connection().execute(sa.delete(table).where(table.c.evidence_id.in_(evidence)))


def _fill(row: EvidenceRow, one: Evidence, lookup: Lookup, session: Session) -> None:
    text, report = lookup.text_of(one.text) if one.text else (None, None)
    if report is None and one.report:
        report = lookup.report_of(one.report)
    row.text_id, row.source_id = text, _source(session, lookup, report, one)
    row.start_at, row.end_at = one.start, one.end
    row.quote, row.citation, row.attribution = one.quote, one.citation, one.attribution
    row.source_type, row.said_on, row.access = one.source_type, one.said_on, one.access
    row.source_place_id = lookup.id_of("place", one.source_place) if one.source_place else None
    row.origin_id = lookup.id_of("outlet", one.origin) if one.origin else None
    row.reliability, row.credibility, row.stance = one.reliability, one.credibility, one.stance
    row.sensitive = one.sensitive


def _source(session: Session, lookup: Lookup, report: int | None, one: Evidence) -> int | None:
    """The row of the source, made at its first use in the report; it is where its passage says."""
    handle = one.source or ("" if one.text else one.source_type)  # without a text, the source alone names the report
    if report is None or not handle:
        return None
    same = (SourceRow.report_id == report, SourceRow.handle == handle)
    row = session.exec(select(SourceRow).where(*same)).first()
    place = lookup.id_of("place", one.source_place) if one.source_place else None
    if row is None or (place and place != row.place_id):
        row = row or SourceRow(report_id=report, handle=handle, type=one.source_type)
        row.place_id = place
        session.add(row)
        session.flush()
    return row.id


def _write_claims(session: Session, evidence: int, claims: Sequence[Claim]) -> None:
    rows = [
        {
            "evidence_id": evidence,
            "position": position,
            "field": claim.field,
            "value": claim.value,
            "start_at": claim.start,
            "end_at": claim.end,
            "basis": claim.basis,
            "followed": claim.followed,
        }
        for position, claim in enumerate(claims)
    ]
    if rows:
        session.connection().execute(sa.insert(table_of("claim")), rows)


@cache
def _joined() -> sa.Select[Any]:
    """The evidence of the `incident` that is bound, with its report, source, place and outlets, in its order."""
    e, x, s, r, o, p = (table_of(n) for n in ("evidence", "report_text", "source", "report", "outlet", "place"))
    first = o.alias("first")
    tables = (
        e.outerjoin(x, x.c.id == e.c.text_id)
        .outerjoin(s, s.c.id == e.c.source_id)
        .outerjoin(r, r.c.id == sa.func.coalesce(x.c.report_id, s.c.report_id))
        .outerjoin(o, o.c.id == r.c.outlet_id)
        .outerjoin(first, first.c.id == e.c.origin_id)
        .outerjoin(p, p.c.id == e.c.source_place_id)
    )
    columns = (
        *e.c,
        x.c.sha256,
        s.c.handle,
        r.c.id.label("report_id"),
        r.c.uid.label("report"),
        r.c.published,
        r.c.withdrawn,
        o.c.name.label("outlet"),
        first.c.code.label("origin"),
        first.c.name.label("origin_name"),
        p.c.code.label("source_place"),
    )
    return (
        sa.select(*columns)
        .select_from(tables)
        .where(e.c.incident_id == sa.bindparam("incident"))
        .order_by(e.c.position)
    )


def read(session: Session, incident: int) -> tuple[Evidence, ...]:
    """The evidence of an incident, in its order."""
    return tuple(_value(session, row) for row in session.connection().execute(_joined(), {"incident": incident}))


def _value(session: Session, row: Any) -> Evidence:
    return Evidence(
        report=row.report,
        text=row.sha256,
        start=row.start_at,
        end=row.end_at,
        quote=row.quote,
        citation=row.citation,
        attribution=row.attribution,
        source=row.handle or "",
        source_type=row.source_type,
        source_place=row.source_place,
        said_on=row.said_on,
        access=row.access,
        origin=row.origin,
        reliability=row.reliability,
        credibility=row.credibility,
        stance=row.stance,
        sensitive=row.sensitive,
        claims=tuple(_claims(session, row.id)),
        uid=row.uid,
    )


def _claims(session: Session, evidence: int) -> Iterator[Claim]:
    table = table_of("claim")
    query = sa.select(table).where(table.c.evidence_id == evidence).order_by(table.c.position)
    for row in session.connection().execute(query):
        yield Claim(row.field, row.value, row.start_at, row.end_at, row.basis, row.followed)


def told(session: Session, incident: int) -> list[Told]:
    """The evidence of an incident as the rules of level and days count it; that of withdrawn reports does not."""
    return [_told(row) for row in session.connection().execute(_joined(), {"incident": incident}) if not row.withdrawn]


def _told(row: Any) -> Told:
    testimony = Testimony(
        source=f"{row.report_id or row.citation}:{row.handle or row.uid}",
        source_type=row.source_type,
        origin=row.origin_name or row.outlet or row.citation or "unknown",
        access=row.access,
        stance=row.stance,
        relayed_by=row.outlet or "",
        several=(row.handle or "").startswith(SEVERAL),
    )
    return Told(testimony, row.said_on, row.published)


def incidents_on(session: Session, report: int) -> list[int]:
    """The numbers of the incidents with evidence from a report: by its texts, or by its sources."""
    e, x, s = table_of("evidence"), table_of("report_text"), table_of("source")
    by_text = sa.select(e.c.incident_id).join(x, x.c.id == e.c.text_id).where(x.c.report_id == report)
    by_source = sa.select(e.c.incident_id).join(s, s.c.id == e.c.source_id).where(s.c.report_id == report)
    return sorted(session.connection().execute(sa.union(by_text, by_source)).scalars())
