"""What the annotators find in a report's kept text, to be marked where a person reads it."""

from collections.abc import Iterator
from dataclasses import replace

from incidents.actions.kept_report import kept_report
from incidents.actions.reading import lexicon
from incidents.extract.act.dated import SAME
from incidents.extract.findings import Findings
from incidents.extract.pipeline import annotated
from incidents.extract.text import prepare
from incidents.model.finding import Mark
from incidents.model.report import Report
from incidents.store.location import Location

READ = 200_000
"""So many characters of a text are read for marks: more than a person reads, and soon done."""
_NO_PLACE = ("outlet", "name-part")
"""Uses of a place's name in the name of something else."""


def marks(location: Location, report: int) -> tuple[Mark, ...]:
    """What is found in the text of a report by its number, by its start; two marks may overlap.

    Only the first `READ` characters of a text are read. A report without a text has none.

    Raises:
        NotFound: there is no such report.
    """
    return marked_in(kept_report(location, report), location)


def marked_in(report: Report, location: Location | None = None) -> tuple[Mark, ...]:
    """The marks of a report; with a database also of names that its users added."""
    known = lexicon(location, report.language or "en")
    document = prepare(replace(report, text=report.text[:READ]), known)
    found = sorted(_found(annotated(document, known)), key=lambda mark: (mark.start, -mark.end, mark.kind))
    kept = ((mark, document.kept(mark.start, mark.end)) for mark in found if mark.start < mark.end)
    return tuple(mark._replace(start=start, end=end) for mark, (start, end) in kept)


def _found(found: Findings) -> Iterator[Mark]:
    """The marks, counted in the clean text."""
    yield from (Mark(one.start, one.end, "time", one.when.edtf or "") for one in found.timexes)
    named = (one for one in found.places if one.use not in _NO_PLACE)
    yield from (Mark(one.start, one.end, "place", one.code or "") for one in named)
    yield from (Mark(one.start, one.end, "institution", one.code or "") for one in found.institutions)
    yield from (Mark(one.start, one.end, "attribution", one.source_type) for one in found.attributions)
    yield from (Mark(one.start, one.end, "act", "" if one.type == SAME else one.type) for one in found.acts)
    yield from (Mark(one.start, one.end, "people", one.group) for one in found.people)
