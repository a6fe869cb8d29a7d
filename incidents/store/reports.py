"""Reports with their texts, and the proposals made of them, as rows."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, NamedTuple, cast

import sqlalchemy as sa
from sqlmodel import Session

from incidents import __version__
from incidents.errors import NotFound
from incidents.model.change import canonical
from incidents.model.codec import Plain, proposal_from_plain
from incidents.model.edtf import bounds
from incidents.model.proposal import Proposal, StoredProposal
from incidents.model.report import Report
from incidents.model.scales import ProposalState, ReportState
from incidents.store import payload, report_relations
from incidents.store.identity import new_uid
from incidents.store.log import inserted
from incidents.store.lookup import Lookup
from incidents.store.search import refresh_report
from incidents.store.tables import ProposalRow, table_of
from incidents.store.undone import reworked


class Reading(NamedTuple):
    """What one reading of a text yielded, and the version of the seeds that it was read with."""

    sha256: str
    proposals: tuple[Proposal, ...]
    seeds: str


def find_text(session: Session, digest: str) -> Any:
    """The row (`id`, `uid`, `withdrawn`) of the report that has a text of this SHA-256, or None."""
    report, text = table_of("report"), table_of("report_text")
    query = sa.select(report.c.id, report.c.uid, report.c.withdrawn).join(text, text.c.report_id == report.c.id)
    return session.connection().execute(query.where(text.c.sha256 == digest)).first()


def row_of(session: Session, name: str, number: int) -> Any:
    """A row by its number; not through the ORM, whose set-up costs more than taking a report in."""
    table = table_of(name)
    return session.connection().execute(sa.select(table).where(table.c.id == number)).one()


def insert(session: Session, lookup: Lookup, report: Report, at: str, who: str, *, note: str = "") -> Any:  # noqa: PLR0913  who got what when
    """A new report with its text, if it has one, and search parts; its row."""
    own = {
        "uid": report.uid or new_uid(),
        "outlet_id": lookup.id_of("outlet", report.outlet) if report.outlet else None,
        "url": report.url or "",
        "title": report.title,
        **published_columns(report.published),
        "language": report.language or "",
        "handling": report.handling,
        "got_how": report.how,
        "got_at": at,
        "got_by": who,
        "note": note,
    }
    number = inserted(session, "report", own)
    if report.sha256:
        inserted(session, "report_text", _text(number, report))
    refresh_report(session, number, report.title, report.text)
    return row_of(session, "report", number)


def published_columns(published: str | None) -> dict[str, str | None]:
    """The publication day (EDTF or None) and the days that it allows, as columns of a report."""
    first, last = bounds(published) if published else (None, None)
    days = {"published_from": first.isoformat() if first else None, "published_to": last.isoformat() if last else None}
    return {"published": published, **days}


def _text(report: int, of: Report) -> dict[str, Any]:
    return {
        "report_id": report,
        "sha256": of.sha256,
        "media_type": of.media_type,
        "encoding": of.encoding,
        "data": of.data,
        "text": of.text,
        "chars": len(of.text),
    }


def report_to_plain(session: Session, lookup: Lookup, row: Any, *, new: bool = False) -> Plain:
    """What the log keeps of a report: not its text, but the hashes of its versions; a `new` one has no relations."""
    text = table_of("report_text")
    query = sa.select(text.c.sha256).where(text.c.report_id == row.id).order_by(text.c.version)
    texts = session.connection().execute(query).scalars()
    names = "url title published language handling state got_how got_at got_by note withdrawn".split()
    plain: Plain = {name: getattr(row, name) for name in names}
    plain["outlet"] = lookup.code_of("outlet", row.outlet_id) if row.outlet_id else None
    plain["texts"] = list(texts)
    plain["relations"] = None if new else report_relations.read(session, row.id) or None
    return {name: value for name, value in plain.items() if value not in (None, "")}


def fingerprint(digest: str, proposal: Proposal) -> str:
    """What makes two proposals of one text the same: the text, the span of the main evidence, the type."""
    main = proposal.incident.evidence[0] if proposal.incident.evidence else None
    span = (main.start, main.end) if main else (None, None)
    return sha256(canonical({"text": digest, "span": span, "type": proposal.incident.type}).encode()).hexdigest()


def insert_proposals(session: Session, text: int, reading: Reading, at: str) -> list[Any]:
    """The rows of new waiting proposals; one whose fingerprint is there already is left as it was decided."""
    table = table_of("proposal")
    marks = sa.select(table.c.fingerprint).where(table.c.text_id == text)
    known = set(session.connection().execute(marks).scalars())
    new = []
    for position, proposal in enumerate(reading.proposals):
        mark = fingerprint(reading.sha256, proposal)
        if mark not in known:
            known.add(mark)
            new.append(columns(text, position, proposal, reading) | {"fingerprint": mark})
    return insert_rows(session, new, at)


def insert_rows(session: Session, new: Iterable[Mapping[str, Any]], at: str) -> list[Any]:
    """Proposals by their columns as rows that wait."""
    numbers = [inserted(session, "proposal", {**one, "created_at": at}) for one in new]
    return [row_of(session, "proposal", number) for number in numbers]


def columns(text: int, position: int, proposal: Proposal, reading: Reading) -> dict[str, Any]:
    """The columns of a new proposal, all but its fingerprint and when it was made."""
    return {
        "uid": new_uid(),
        "text_id": text,
        "position": position,
        "payload": payload.payload(proposal),
        "title": proposal.incident.title,
        "program_version": __version__,
        "seeds_version": reading.seeds,
    }


def read_proposal(session: Session, number: int) -> StoredProposal:
    """The proposal of this number, its evidence pointing to the stored report and text.

    Raises:
        NotFound: there is none.
    """
    row = session.get(ProposalRow, number)
    if row is None:
        raise NotFound(f"there is no proposal {number}; `incidents review --list` shows those that wait.")
    return stored(session, row)


def stored(session: Session, row: Any) -> StoredProposal:
    """The value of a row."""
    table = table_of("report_text")
    where = sa.select(table.c.sha256, table.c.report_id).where(table.c.id == row.text_id)
    text = session.connection().execute(where).one()
    report = row_of(session, "report", text.report_id)
    proposal = proposal_from_plain(json.loads(row.payload))
    evidence = tuple(replace(e, report=report.uid, text=text.sha256) for e in proposal.incident.evidence)
    return StoredProposal(
        id=row.id or 0,
        uid=row.uid,
        report=report.uid,
        text=text.sha256,
        proposal=proposal._replace(incident=replace(proposal.incident, evidence=evidence)),
        state=cast("ProposalState", row.state),
        incident=_incident_uid(session, row),
        reason=row.reason,
        position=row.position,
        payload_sha=sha256(row.payload.encode()).hexdigest(),
    )


def _incident_uid(session: Session, row: Any) -> str | None:
    if row.incident_id is None:
        return None
    table = table_of("incident")
    uid = session.connection().execute(sa.select(table.c.uid).where(table.c.id == row.incident_id)).scalar_one()
    return str(uid)


def proposal_to_change(session: Session, row: Any) -> Plain:
    """What the log keeps of a proposal: its fate, and each field of its payload, so that a change can be undone.

    Two of them are compared, so that only what differs goes into the log; of a new one `proposed` says enough.
    """
    return proposed(session, row) | payload.parts(row.payload)


def proposed(session: Session, row: Any) -> Plain:
    """What the log keeps of a new proposal, whose payload can be read from the report again."""
    names = "title state decided_by decided_at reason".split()
    plain: dict[str, Any] = {name: getattr(row, name) for name in names}
    plain["incident"] = _incident_uid(session, row)
    return {name: value for name, value in plain.items() if value not in (None, "")}


def refresh_state(session: Session, text: int) -> ReportState:
    """The state of a report from its proposals; one without proposals stays as it is.

    In review while some wait and some were decided or reworked; done when none waits and one was accepted; nothing
    in it when none waits and none was accepted.
    """
    report, texts = table_of("report"), table_of("report_text")
    number = session.connection().execute(sa.select(texts.c.report_id).where(texts.c.id == text)).scalar_one()
    held = session.connection().execute(sa.select(report.c.state).where(report.c.id == number)).scalar_one()
    state = _state(session, number) or cast("ReportState", held)
    if state != held:
        session.connection().execute(sa.update(report).where(report.c.id == number).values(state=state))
    return state


def _state(session: Session, report: int) -> ReportState | None:
    proposal, texts = table_of("proposal"), table_of("report_text")
    of = texts.join(proposal, proposal.c.text_id == texts.c.id)
    query = sa.select(texts.c.id, proposal.c.state).select_from(of).where(texts.c.report_id == report)
    rows = session.connection().execute(query).all()
    states = {row.state for row in rows}
    if not states:
        return None
    if "waiting" not in states:
        return "done" if "accepted" in states else "nothing in it"
    begun = states & {"accepted", "rejected"} or any(reworked(session, text) for text in {row.id for row in rows})
    return "in review" if begun else "new"


def note_reading(session: Session, text: int, seeds: str, at: str) -> None:
    """Note that a text was read with this program and these seeds."""
    table = table_of("text_reading")
    session.connection().execute(sa.delete(table).where(table.c.text_id == text))
    columns = {"text_id": text, "program_version": __version__, "seeds_version": seeds, "read_at": at}
    session.connection().execute(sa.insert(table).values(columns))
