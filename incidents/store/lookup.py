"""From codes to the numbers of this database, each asked once in a unit of work."""

from functools import cache

import sqlalchemy as sa
from sqlmodel import Session

from incidents.errors import DatabaseProblem, NotFound
from incidents.store.tables import table_of


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
        """Raises DatabaseProblem if there is no such row: something was done to the tables by hand."""
        rows = table_of(table)
        found = self.session.connection().execute(sa.select(rows.c.code).where(rows.c.id == number)).scalar()
        if found is None:
            raise DatabaseProblem(f"a row points to a {table} that is not there: incidents db check says more.")
        return str(found)

    def _text_of(self, sha256: str) -> tuple[int, int]:
        """The numbers of a text and of its report. Raises NotFound."""
        text = table_of("report_text")
        query = sa.select(text.c.id, text.c.report_id).where(text.c.sha256 == sha256)
        row = self.session.connection().execute(query).first()
        if row is None:
            raise NotFound(f"no report has a text with the hash {sha256[:12]}.")
        return int(row.id), int(row.report_id)

    def level_of(self, code: str) -> str:
        """The level of a place. Raises NotFound."""
        rows = table_of("place")
        query = sa.select(rows.c.level).where(rows.c.id == self.id_of("place", code))
        return str(self.session.connection().execute(query).scalar_one())

    def incident_of(self, uid: str) -> int:
        """The number of an incident. Raises NotFound."""
        incident = table_of("incident")
        found = self.session.connection().execute(sa.select(incident.c.id).where(incident.c.uid == uid)).scalar()
        if found is None:
            raise NotFound(f"no incident has the uid {uid}.")
        return int(found)

    def report_of(self, uid: str) -> int:
        """The number of a report. Raises NotFound."""
        report = table_of("report")
        found = self.session.connection().execute(sa.select(report.c.id).where(report.c.uid == uid)).scalar()
        if found is None:
            raise NotFound(f"no report has the uid {uid}.")
        return int(found)
