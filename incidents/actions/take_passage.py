"""A passage that a reader selected in a report becomes a waiting proposal."""

from collections.abc import Sequence
from dataclasses import replace

from incidents.actions.kept_report import kept_report
from incidents.actions.reading import lexicon, reference
from incidents.errors import BadInput, Refused
from incidents.extract.assemble.selected import CUT, shortened
from incidents.extract.pipeline import extract_selected
from incidents.model.proposal import Problem, Proposal, StoredProposal
from incidents.model.report import Report
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.proposals import proposals_of
from incidents.store.rework import add
from incidents.store.unit import begin

_AROUND = 100_000
"""Of a longer text only so much before and after the passage is read."""


def propose_passage(location: Location, who: str, report: int, start: int, end: int) -> StoredProposal:
    """Make a waiting proposal of a passage, by offsets in the kept text; white space at its ends is left out.

    Its one passage is what was selected. It has the date, places, institutions and people that extraction finds in and
    around these words; what they do not tell is open, as problems.

    Raises:
        NotFound: there is no such report.
        BadInput, Refused: the passage lies outside the text or is empty, or a proposal of it with this type waits.
    """
    of = kept_report(location, report)
    first, last = _trimmed(of, start, end)
    made = extract_selected(_near(of, first, last), lexicon(location, of.language or "en"), first, last)
    seeds = reference(location).version
    with begin(location, who) as unit:
        with open_reader(location) as reader:  # nobody else writes now
            known = list(proposals_of(reader, report))
        chosen = _fresh(made, known, of.sha256)
        return add(unit, of.sha256, chosen, _position(known, of.sha256, first), seeds=seeds)


def _trimmed(of: Report, start: int, end: int) -> tuple[int, int]:
    if not of.text:
        raise Refused(f"{of.name} was recorded without a text: there is no passage to select.")
    if not 0 <= start <= end <= len(of.text):
        raise BadInput(f"{of.name} has {len(of.text)} characters: {start} to {end} is no passage of it.")
    words = of.text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if first >= last:
        raise Refused(f"nothing is selected of {of.name}: select the words that tell of the incident.")
    return first, last


def _near(of: Report, first: int, last: int) -> Report:
    """The report with a blank for all that is far from the passage, so that offsets stay."""
    begin_at, end_at = max(0, first - _AROUND), last + _AROUND
    if begin_at == 0:
        return replace(of, text=of.text[:end_at])
    return replace(of, text="\n" * begin_at + of.text[begin_at:end_at], body_start=max(of.body_start, begin_at))


def _fresh(made: Sequence[Proposal], known: Sequence[StoredProposal], text: str) -> Proposal:
    """The likeliest that does not wait already."""
    waiting = {_mark(one.proposal): one.id for one in known if one.state == "waiting" and one.text == text}
    fresh = [one for one in made if _mark(one) not in waiting]
    if not fresh:
        raise Refused(f"proposal {waiting[_mark(made[0])]} of this passage and type waits already.")
    return fresh[0]


def _mark(proposal: Proposal) -> tuple[int | None, int | None, str]:
    main = next(iter(proposal.incident.evidence), None)
    return (main.start, main.end, proposal.incident.type) if main else (None, None, proposal.incident.type)


def _position(known: Sequence[StoredProposal], text: str, start: int) -> int:
    """Behind the last proposal whose main passage begins before."""
    before = [one.position for one in known if one.text == text and (_mark(one.proposal)[0] or 0) <= start]
    return max(before, default=0)


def title_of(
    location: Location, stored: StoredProposal, position: int, places: Sequence[str]
) -> tuple[str, Problem | None]:
    """A title from a passage of a proposal (by its position), and what is open of it.

    It names no other place behind the words of the report than one of `places` (codes).
    """
    one = stored.proposal.incident.evidence[position]
    of = _report_of(location, stored)
    if of.sha256 != one.text or one.start is None or one.end is None:
        return shortened(one.quote or one.citation), CUT
    known = lexicon(location, of.language or "en")
    made = extract_selected(_near(of, one.start, one.end), known, one.start, one.end)
    best = next((found for found in made if found.incident.type == stored.proposal.incident.type), made[0])
    names = [known.reference.place[link.place].name for link in best.incident.places if link.place not in places]
    title = best.incident.title
    for name in names:
        title = title.removesuffix(f", {name}")
    return title, next((problem for problem in best.problems if problem.field == "title"), None)


def _report_of(location: Location, stored: StoredProposal) -> Report:
    with open_reader(location) as reader:
        row = reader.one("SELECT id FROM report WHERE uid = ?", (stored.report,))
    return kept_report(location, row[0] if row else 0)
