"""The sources that speak in reports, and how reports are related."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.store.tables.base import TEXT, Table, check, may_refer, partly_unique, refers, serial


class ReportRelationRow(Table, table=True):
    """A report quotes, reprints, translates … another report, or an outlet whose own report is not held."""

    __table_args__ = (
        check("target", "(other_id IS NULL) <> (outlet_id IS NULL)"),
        check("other", "other_id <> report_id"),
        partly_unique("uq_report_relation_other", "report_id", "kind", "other_id", where="other_id IS NOT NULL"),
        partly_unique("uq_report_relation_outlet", "report_id", "kind", "outlet_id", where="outlet_id IS NOT NULL"),
        sa.Index(None, "other_id"),
    )
    id: int | None = serial()
    report_id: int = refers("report.id")
    kind: str = refers("report_relation_kind.code", sa_type=TEXT)
    other_id: int | None = may_refer("report.id")
    outlet_id: int | None = may_refer("outlet.id")


class SourceRow(Table, table=True):
    """Someone who speaks in a report, by a handle inside it (`source 1`, `outlet`)."""

    __table_args__ = (sa.UniqueConstraint("report_id", "handle"), check("handle", "handle <> ''"))
    id: int | None = serial()
    report_id: int = refers("report.id")
    handle: str = Field(sa_type=TEXT)
    type: str = refers("source_type.code", sa_type=TEXT)
    place_id: int | None = may_refer("place.id")
