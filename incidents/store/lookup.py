"""From codes to the numbers of this database, each asked once in a unit of work."""

from functools import cache

import sqlalchemy as sa
from sqlmodel import Session, select

from incidents.errors import NotFound
from incidents.store.tables import ReportRow, ReportTextRow, table_of


class Lookup:
    """The numbers of places, institutions and outlets by code, and of reports and texts by uid and hash."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.id_of = cache(self._id_of)
        self.code_of = cache(self._code_of)
        self.text_of = cache(self._text_of)

    def _id_of(self, table: str, code: str) -> int:
        """Raises NotFound if no row has the code."""
        rows = table_of(table)
        found = self.session.connection().execute(sa.select(rows.c.id).where(rows.c.code == code)).scalar()
        if found is None:
            raise NotFound(f"no {table} has the code {code}.")
        return int(found)

    def _code_of(self, table: str, number: int) -> str:
        rows = table_of(table)
        return str(self.session.connection().execute(sa.select(rows.c.code).where(rows.c.id == number)).scalar_one())

    def _text_of(self, sha256: str) -> tuple[int, int]:
        """The numbers of a text and of its report. Raises NotFound."""
        row = self.session.exec(
            select(ReportTextRow.id, ReportTextRow.report_id).where(ReportTextRow.sha256 == sha256)
        ).first()
        if row is None or row[0] is None:
            raise NotFound(f"no report has a text with the hash {sha256[:12]}.")
        return row[0], row[1]

    def level_of(self, code: str) -> str:
        """The level of a place. Raises NotFound."""
        rows = table_of("place")
        query = sa.select(rows.c.level).where(rows.c.id == self.id_of("place", code))
        return str(self.session.connection().execute(query).scalar_one())

    def report_of(self, uid: str) -> int:
        """The number of a report. Raises NotFound."""
        found = self.session.exec(select(ReportRow.id).where(ReportRow.uid == uid)).first()
        if found is None:
            raise NotFound(f"no report has the uid {uid}.")
        return found
