"""Ingest: reports in, proposals waiting, and, if asked, the clear ones accepted. One report is one transaction."""

from collections.abc import Iterable, Iterator, Sequence

from incidents.actions.ingested import Accept, Ingested
from incidents.actions.reading import Read, read_all, reference
from incidents.intake.files import Item
from incidents.intake.metadata import Metadata
from incidents.model.incident import Incident
from incidents.model.proposal import StoredProposal
from incidents.model.report import Report
from incidents.store.check_value import unseen
from incidents.store.desk import file_report, propose
from incidents.store.location import Location
from incidents.store.reports import Reading
from incidents.store.unit import Unit, begin


def ingest(
    location: Location, who: str, items: Sequence[Item], said: Metadata, accepting: Accept = "none"
) -> Iterator[Ingested]:
    """Take reports in, in their order; a report that cannot be taken in is told and does not stop the others.

    Raises:
        DatabaseProblem: the database cannot be written.
    """
    version = reference(location).version
    for found in read_all(items, said, location):
        if found.report is None:
            yield Ingested(found, error=found.error)
        elif found.report.outlet_words:
            yield Ingested(found, error=_unknown_outlet(found.report, location))
        else:
            yield _take(
                location, who, found, Reading(found.report.sha256, found.extraction.proposals, version), accepting
            )


def _take(location: Location, who: str, found: Read, reading: Reading, accepting: Accept) -> Ingested:
    if found.report is None:
        return Ingested(found, error=found.error)
    with begin(location, who) as unit:
        filed = file_report(unit, found.report)
        if filed.known:
            return Ingested(found, filed)
        proposals = propose(unit, reading)
        accepted = _accepted(unit, proposals) if accepting == "clear" else ()
        return Ingested(found, filed, tuple(proposals), tuple(accepted))


def _accepted(unit: Unit, proposals: Iterable[StoredProposal]) -> Iterator[Incident]:
    from incidents.actions.decide import accept  # noqa: PLC0415  most ingests accept nothing

    return (accept(unit, one, review="machine") for one in proposals if is_clear(one))


def _unknown_outlet(report: Report, location: Location) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only on the way to an error

    names = [name for outlet in reference(location).outlets for name in (outlet.name, *outlet.names)]
    near = get_close_matches(report.outlet_words, names, 3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`incidents outlet list` shows the known ones."
    return f"{report.name}: no outlet is known as {report.outlet_words!r}; {hint}"


def is_clear(stored: StoredProposal) -> bool:
    """Whether a proposal may be accepted unseen: dated, placed (or with an institution), sourced, nothing open."""
    proposal = stored.proposal
    incident = proposal.incident
    sourced = any(one.attribution and one.source_type != "outlet" for one in incident.evidence)
    return bool(
        incident.when.dated
        and (incident.places or incident.institutions)
        and sourced
        and not proposal.problems
        and not unseen(incident.title)
    )
