"""How reports stand to one another, or to an outlet whose own report is not held: rows as plain values and back."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlmodel import Session

from incidents.store.lookup import Lookup
from incidents.store.tables import table_of

Plain = Mapping[str, str]
"""`{"kind": "quotes", "other": uid of a report}`, or `outlet` with the code of one."""


def read(session: Session, report: int) -> list[dict[str, str]]:
    """The relations that a report holds, in an order that is the same in every database."""
    relation, other, outlet = table_of("report_relation"), table_of("report"), table_of("outlet")
    joined = relation.outerjoin(other, other.c.id == relation.c.other_id).outerjoin(
        outlet, outlet.c.id == relation.c.outlet_id
    )
    query = sa.select(relation.c.kind, other.c.uid, outlet.c.code).select_from(joined)
    rows = session.connection().execute(query.where(relation.c.report_id == report))
    found = [{"kind": kind, "other": uid} if uid else {"kind": kind, "outlet": code} for kind, uid, code in rows]
    return sorted(found, key=lambda one: (one["kind"], one.get("other", ""), one.get("outlet", "")))


def write(session: Session, lookup: Lookup, report: int, relations: Iterable[Plain]) -> None:
    """Make these the relations that a report holds. Raises NotFound if there is no such report or outlet."""
    table = table_of("report_relation")
    rows = [
        {
            "report_id": report,
            "kind": one["kind"],
            "other_id": lookup.report_of(one["other"]) if "other" in one else None,
            "outlet_id": lookup.id_of("outlet", one["outlet"]) if "outlet" in one else None,
        }
        for one in relations
    ]
    session.connection().execute(sa.delete(table).where(table.c.report_id == report))
    if rows:
        session.connection().execute(sa.insert(table), rows)


def pointing_at(session: Session, report: int) -> list[int]:
    """The numbers of the standing reports that say that they quote, reprint … this one."""
    relation, holder = table_of("report_relation"), table_of("report")
    joined = relation.join(holder, holder.c.id == relation.c.report_id)
    query = (
        sa.select(holder.c.id)
        .select_from(joined)
        .where(relation.c.other_id == report, holder.c.withdrawn == sa.literal_column("0"))
    )
    return sorted(set(session.connection().execute(query).scalars()))


def kinds(session: Session) -> list[str]:
    """The codes of all relations that there are."""
    table = table_of("report_relation_kind")
    return list(session.connection().execute(sa.select(table.c.code).order_by(table.c.rank, table.c.code)).scalars())
