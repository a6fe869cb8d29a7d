"""The parts of incidents and reports that are searched; the database's own index follows them."""

import re
from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session

from incidents.model.incident import Incident
from incidents.store.query.search import expanded
from incidents.store.tables import table_of

_PARAGRAPH = re.compile(r"\r?\n\s*")
_LONGEST = 100_000
"""In characters; a tsvector of PostgreSQL ends at 1 MB."""


def refresh_incident(session: Session, number: int, incident: Incident, names: Iterable[str]) -> None:
    """Search parts of an incident: its own words with the names of its places and institutions, and each quote."""
    own = " ".join([incident.title, incident.summary, incident.note, *incident.tags, *names])
    _replace(session, "incident", number, [own, *(e.quote or e.citation for e in incident.evidence)])


def refresh_report(session: Session, number: int, title: str, text: str) -> None:
    """Search parts of a report: its title and each paragraph."""
    _replace(session, "report", number, [title, *_PARAGRAPH.split(text)])


def _replace(session: Session, kind: str, ref: int, bodies: Iterable[str]) -> None:
    table = table_of("search_part")
    session.connection().execute(sa.delete(table).where(table.c.kind == kind, table.c.ref == ref))
    parts = [piece for body in bodies for piece in _pieces(expanded(body))]
    if parts:
        rows = [{"kind": kind, "ref": ref, "body": part} for part in parts]
        session.connection().execute(sa.insert(table), rows)


def _pieces(body: str) -> Iterable[str]:
    return (body[k : k + _LONGEST] for k in range(0, len(body), _LONGEST) if body[k : k + _LONGEST].strip())
