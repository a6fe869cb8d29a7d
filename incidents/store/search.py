"""The parts of incidents and reports that are searched; the database's own index follows them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from incidents.model.incident import Incident
from incidents.store.query.search import expanded
from incidents.store.tables import table_of

_PARAGRAPH = re.compile(r"\r?\n\s*")
_LONGEST = 100_000
"""In characters; a tsvector of PostgreSQL ends at 1 MB."""
_MANY = 500
"""So many incidents are read and written at once."""


def refresh_incident(session: Session, number: int, incident: Incident, names: Iterable[str]) -> None:
    """Search parts of an incident: its own words with the names of its places and institutions, and each quote."""
    own = " ".join([incident.title, incident.summary, incident.note, *sorted(incident.tags), *names])
    _put(session, "incident", {number: [own, *(e.quote or e.citation for e in incident.evidence)]})


def refresh_names(session: Session, numbers: Sequence[int]) -> None:
    """The same of incidents whose places or institutions are called otherwise now, many at once."""
    for start in range(0, len(numbers), _MANY):
        some = numbers[start : start + _MANY]
        bodies = {number: [" ".join(words)] for number, words in _own_words(session, some).items()}
        evidence = table_of("evidence")
        quotes = sa.select(evidence.c.incident_id, evidence.c.quote, evidence.c.citation).order_by(evidence.c.position)
        for number, quote, citation in _of(session, quotes, evidence.c.incident_id, some):
            bodies[number].append(quote or citation)
        _put(session, "incident", bodies)


def refresh_report(session: Session, number: int, title: str, text: str) -> None:
    """Search parts of a report: its title and each paragraph."""
    _put(session, "report", {number: [title, *_PARAGRAPH.split(text)]})


def _own_words(session: Session, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Title, summary, note, tags and the names of the places and institutions, by incident."""
    incident, tag = table_of("incident"), table_of("incident_tag")
    own = sa.select(incident.c.id, incident.c.title, incident.c.summary, incident.c.note)
    words = {number: list(rest) for number, *rest in _of(session, own, incident.c.id, numbers)}
    tags = sa.select(tag.c.incident_id, tag.c.tag).order_by(tag.c.tag)
    queries = [(tags, tag.c.incident_id)]
    for noun in ("place", "institution"):
        link, name = table_of(f"incident_{noun}"), table_of(f"{noun}_name")
        named = name.c[f"{noun}_id"] == link.c[f"{noun}_id"]
        query = sa.select(link.c.incident_id, name.c.name).join_from(link, name, named).order_by(name.c.name)
        queries.append((query, link.c.incident_id))
    for query, of in queries:
        for number, word in _of(session, query, of, numbers):
            words[number].append(word)
    return words


def _of(session: Session, query: sa.Select[Any], column: Any, numbers: Sequence[int]) -> Iterable[Any]:
    return session.connection().execute(query.where(column.in_(numbers)))


def _put(session: Session, kind: str, bodies: Mapping[int, Iterable[str]]) -> None:
    """Make these the search parts of incidents or reports, by number."""
    table = table_of("search_part")
    session.connection().execute(sa.delete(table).where(table.c.kind == kind, table.c.ref.in_(list(bodies))))
    rows = [
        {"kind": kind, "ref": ref, "body": piece}
        for ref, parts in bodies.items()
        for body in parts
        for piece in _pieces(expanded(body))
    ]
    if rows:
        session.connection().execute(sa.insert(table), rows)


def _pieces(body: str) -> Iterable[str]:
    return (body[k : k + _LONGEST] for k in range(0, len(body), _LONGEST) if body[k : k + _LONGEST].strip())
