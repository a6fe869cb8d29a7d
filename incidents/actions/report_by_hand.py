"""Recording a report by hand: a broadcast, a chapter of a book, an interview; with its text, or without one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incidents.actions.reading import lexicon, reference
from incidents.errors import Refused
from incidents.extract.pipeline import extract
from incidents.model.proposal import StoredProposal
from incidents.model.report import Report
from incidents.store.desk import file_report, propose
from incidents.store.location import Location
from incidents.store.report_changes import addresses
from incidents.store.reports import Reading
from incidents.store.unit import Unit, begin

_BARE = re.compile(r"^(?:https?://)?(?:www\.)?|[#?]utm_[^#]*$|#.*$|/+$", re.IGNORECASE)
"""What two addresses of one page may differ in."""


@dataclass(frozen=True, slots=True)
class Added:
    """A report that was recorded, and what its text proposes."""

    id: int
    uid: str
    proposals: tuple[StoredProposal, ...] = ()


def add_report(  # noqa: PLR0913  who records what how
    location: Location, who: str, report: Report, *, note: str = "", another: bool = False, dry_run: bool = False
) -> Added:
    """Record a report; one without a hash has no text, and nothing is proposed of it.

    Raises:
        Refused: its bytes are held already, or its address is, and `another` does not say that it is another one.
    """
    found = extract(report, lexicon(location, report.language or "en")).proposals if report.sha256 else ()
    with begin(location, who, dry_run=dry_run) as unit:
        for twin in [] if another else _same_address(unit, report.url or ""):
            raise Refused(f"{report.url} is the address of report {twin} already; --another records it all the same.")
        filed = file_report(unit, report, action="add", note=note)
        if filed.known:
            raise Refused(f"{report.name} is report {filed.id} already, with the same bytes.")
        reading = Reading(report.sha256, found, reference(location).version)
        return Added(filed.id, filed.uid, tuple(propose(unit, reading)) if report.sha256 else ())


def _same_address(unit: Unit, url: str) -> Iterator[int]:
    """The numbers of the standing reports with this address."""
    yield from (number for number, other in addresses(unit) if url and bare(other) == bare(url))


def bare(url: str) -> str:
    """An address without what makes no difference: scheme, www, fragment, a slash at the end; a host in any case."""
    found = url.strip()
    while (shorter := _BARE.sub("", found)) != found:
        found = shorter
    host, slash, path = found.partition("/")
    return host.lower() + slash + path
