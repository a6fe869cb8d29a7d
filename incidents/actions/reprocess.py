"""Reading reports again from their kept text, with the program and the seeds of now; what was decided stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incidents import __version__
from incidents.actions.kept_report import kept_report
from incidents.actions.reading import MANY, lexicon, reference
from incidents.errors import IncidentsError
from incidents.extract.pipeline import extract
from incidents.model.proposal import Proposal
from incidents.store import report_changes
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.reports import Reading
from incidents.store.rereading import Reread, reread
from incidents.store.unit import begin

_OUTDATED = """SELECT id FROM report_listing WHERE withdrawn = 0 AND versions > 0
    AND (program_version IS NULL OR program_version <> ? OR seeds_version <> ?) ORDER BY id"""


@dataclass(frozen=True, slots=True)
class Reprocessed:
    """What became of one report; `error` says why it could not be read again."""

    report: int
    found: Reread
    error: str = ""


def outdated(reader: Reader, location: Location) -> list[int]:
    """The numbers of the standing reports that were last read by another program or with other seeds."""
    return [row[0] for row in reader.rows(_OUTDATED, (__version__, reference(location).version))]


def reprocess(location: Location, who: str, reports: Sequence[int], *, dry_run: bool = False) -> Iterator[Reprocessed]:
    """Read reports again, in their order, each in a transaction of its own; one that cannot be does not stop others.

    Raises:
        DatabaseProblem: the database cannot be written.
    """
    version = reference(location).version
    for number, sha256, proposals in _read_all(location, reports):
        if not sha256:
            yield Reprocessed(number, Reread(), f"report {number} has no text to be read")
            continue
        reading = Reading(sha256, proposals, version)
        yield _put(location, who, number, reading, dry_run=dry_run)


def _put(location: Location, who: str, number: int, reading: Reading, *, dry_run: bool) -> Reprocessed:
    try:
        with begin(location, who, dry_run=dry_run) as unit:
            report_changes.standing(unit, number)
            text, _ = unit.lookup.text_of(reading.sha256)
            return Reprocessed(number, reread(unit, text, reading))
    except IncidentsError as error:
        if error.exit_code not in (4, 5):
            raise
        return Reprocessed(number, Reread(), str(error).rstrip("."))


_Read = tuple[int, str, tuple[Proposal, ...]]
"""Number of a report, the hash of its text (empty: none), and what is found in it."""


def _read(location: Location, number: int) -> _Read:
    report = kept_report(location, number)
    found = extract(report, lexicon(location, report.language or "en")).proposals if report.sha256 else ()
    return number, report.sha256, found


def _read_all(location: Location, reports: Sequence[int]) -> Iterator[_Read]:
    """The reports as they are kept with what is found in them now; many are spread over processes."""
    if len(reports) < MANY:
        return (_read(location, number) for number in reports)
    from joblib import Parallel, delayed  # noqa: PLC0415  slow to import, and needed for many reports only

    found: Iterator[_Read] = Parallel(n_jobs=-1, return_as="generator")(
        delayed(_read)(location, number) for number in reports
    )
    return found
