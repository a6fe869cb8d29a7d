"""Changing what is known of a report through the unit of work, with all that follows from it."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from incidents.errors import NotFound, Refused
from incidents.model.codec import Plain
from incidents.model.proposal import StoredProposal
from incidents.store import report_relations, reports, search
from incidents.store.log import Diff, diff
from incidents.store.tables import table_of
from incidents.store.unit import Unit

_NO: Any = sa.literal_column("0")
_FOLLOWED = ("outlet", "published", "withdrawn")
"""What days and levels of the incidents that rest on a report follow from."""


def find(unit: Unit, number: int) -> Any:
    """The row of a report, withdrawn or not.

    Raises:
        NotFound: there is none.
    """
    table = table_of("report")
    row = unit.session.connection().execute(sa.select(table).where(table.c.id == number)).first()
    if row is None:
        raise NotFound(f"there is no report {number}; `incidents report list` shows them.")
    return row


def standing(unit: Unit, number: int) -> Any:
    """The row of a report that is not withdrawn.

    Raises:
        NotFound, Refused: there is none, or it is withdrawn.
    """
    row = find(unit, number)
    if row.withdrawn:
        raise Refused(f"report {number} is withdrawn; `incidents report restore {number}` brings it back.")
    return row


def addresses(unit: Unit) -> list[tuple[int, str]]:
    """The standing reports that have an address, by number."""
    table = table_of("report")
    query = sa.select(table.c.id, table.c.url).where(table.c.url != "", table.c.withdrawn == _NO)
    return [(row.id, row.url) for row in unit.session.connection().execute(query.order_by(table.c.id))]


def resting_on(unit: Unit, number: int) -> tuple[int, ...]:
    """The numbers of the standing incidents that rest on a report."""
    from incidents.store import evidence  # noqa: PLC0415  slow to map

    table = table_of("incident")
    on = evidence.incidents_on(unit.session, number)
    query = sa.select(table.c.id).where(table.c.id.in_(on), table.c.withdrawn == _NO)
    return tuple(unit.session.connection().execute(query.order_by(table.c.id)).scalars())


def set_aside(unit: Unit, number: int, reason: str) -> list[StoredProposal]:
    """The proposals of a report that are superseded for this reason."""
    proposal, text = table_of("proposal"), table_of("report_text")
    of = proposal.join(text, text.c.id == proposal.c.text_id)
    query = sa.select(proposal).select_from(of).where(text.c.report_id == number, proposal.c.reason == reason)
    rows = unit.session.connection().execute(query.where(proposal.c.state == "superseded").order_by(proposal.c.id))
    return [reports.stored(unit.session, row) for row in rows.all()]


def plain(unit: Unit, row: Any) -> Plain:
    """What the log keeps of a report."""
    return reports.report_to_plain(unit.session, unit.lookup, row)


def change(unit: Unit, row: Any, values: Mapping[str, Any], action: str, reason: str = "") -> Diff:
    """Put these values (as in `plain`; None empties) into a report and log it; what changed.

    Nothing is written or logged where nothing changes.
    """
    before = plain(unit, find(unit, row.id))
    if "relations" in values:
        report_relations.write(unit.session, unit.lookup, row.id, values["relations"] or ())
    columns = {name: column for field in values for name, column in _columns(unit, field, values[field]).items()}
    if columns:
        table = table_of("report")
        unit.session.connection().execute(sa.update(table).where(table.c.id == row.id).values(columns))
    changed = diff(before, plain(unit, find(unit, row.id)))
    if changed:
        _follow(unit, row.id, changed)
        unit.log.append(action, "report", row.uid, changed, reason)
    return changed


def _columns(unit: Unit, field: str, value: Any) -> dict[str, Any]:
    if field == "relations":
        return {}
    if field == "outlet":
        return {"outlet_id": unit.lookup.id_of("outlet", value) if value else None}
    if field == "published":
        return reports.published_columns(value or None)
    return {field: bool(value) if field == "withdrawn" else value or ""}


def _follow(unit: Unit, number: int, changed: Diff) -> None:
    """Make days and levels of incidents, and what is searched, true again."""
    if "title" in changed:
        text = table_of("report_text")
        query = sa.select(text.c.text).where(text.c.report_id == number).order_by(text.c.version.desc()).limit(1)
        body = unit.session.connection().execute(query).scalar()
        search.refresh_report(unit.session, number, changed["title"][1] or "", body or "")
    if any(name in changed for name in _FOLLOWED):
        from incidents.store import saving  # noqa: PLC0415  the tables of incidents are slow to map

        saving.refresh_report(unit, number)
