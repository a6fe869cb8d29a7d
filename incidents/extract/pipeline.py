"""The pipeline: a report in, its time expressions, proposals and problems out. Pure; nothing is stored."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from incidents.extract import act, assemble, attribution, institution, people, place, text
from incidents.extract import time as timex
from incidents.extract.attribution.telling import public_types
from incidents.extract.dateline import datelines
from incidents.extract.findings import Findings
from incidents.extract.quotation import quotations
from incidents.lexicon.calendar import Calendar
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Attribution, PlaceMention
from incidents.model.incident import Claim, Evidence
from incidents.model.proposal import Extraction, Problem, Proposal, Timex
from incidents.model.report import Report
from incidents.model.when import When

_DATES_ONLY = "no incidents are read from texts in this language yet; the dates of this text are found"
_NAMES_TOO = (
    "no incidents are read from texts in this language yet; "
    "the dates, places and institutions of this text are found, and marked in review"
)
_NOT_READ = "neither incidents nor dates are read from texts in this language yet"
_READINGS = 2
"""How often the dates are read again: days of telling hardly ever rest on others twice."""


def extract(report: Report, lexicon: Lexicon) -> Extraction:
    """All that is found in a report; offsets count the code points of its kept text."""
    document = text.prepare(report, lexicon)
    found = annotated(document, lexicon)
    proposals = tuple(_kept(document, report, proposal) for proposal in assemble.propose(found))
    timexes = tuple(_kept_timex(document, one) for one in found.timexes)
    messages = (*report.problems, *_unread(lexicon))
    return Extraction(timexes, proposals, tuple(map(Problem, messages)))


def _unread(lexicon: Lexicon) -> tuple[str, ...]:
    """What the language has no tables for, so that nothing found is not taken for nothing there."""
    if lexicon.rows("acts"):
        return ()
    if not lexicon.rows("time_patterns"):
        return (_NOT_READ,)
    return (_NAMES_TOO if lexicon.hangul else _DATES_ONLY,)


def extract_selected(report: Report, lexicon: Lexicon, start: int, end: int) -> tuple[Proposal, ...]:
    """What the words of the kept text from `start` to `end` can be a proposal of, the likeliest first; one at least.

    These words, which a reader selected, are the one passage of each.
    """
    document = text.prepare(report, lexicon)
    made = assemble.propose_selected(annotated(document, lexicon), document.clean(start, end))
    kept = (_kept(document, report, one) for one in made)
    return tuple(_quoting(report, start, end, one) for one in kept)


def _quoting(report: Report, start: int, end: int, proposal: Proposal) -> Proposal:
    """With the passage as it was selected, where cleaning dropped something at its ends."""
    [passage] = proposal.incident.evidence
    passage = replace(passage, text=report.sha256, start=start, end=end, quote=report.text[start:end])
    return proposal._replace(incident=replace(proposal.incident, evidence=(passage,)))


def annotated(document: Document, lexicon: Lexicon) -> Findings:
    """The annotators in their order, each with what the ones before it found."""
    places = place.annotate(document, lexicon)
    institutions = institution.annotate(document, lexicon, places)
    expressions = timex.find(document, lexicon)
    times, told = _told(document, lexicon, places, expressions)
    if lexicon.hangul:
        places = place.sources(document, places, told)
    return Findings(
        document=document,
        lexicon=lexicon,
        places=tuple(places),
        institutions=tuple(institutions),
        people=tuple(people.annotate(document, lexicon)),
        timexes=times,
        attributions=told,
        acts=act.annotate(document, lexicon, told, times),
    )


def _told(
    document: Document, lexicon: Lexicon, places: Sequence[PlaceMention], expressions: Sequence[timex.Expression]
) -> tuple[tuple[Timex, ...], tuple[Attribution, ...]]:
    """The dates and who told what, which rest on each other.

    Where dates stand tells which of them are days of telling; these are then read as such ("이날" is the day of the
    telling before it), and quotations count from them.
    """
    calendar, published = lexicon.compiled(Calendar.of), document.published
    times = timex.resolve_all(expressions, published, calendar, setting=timex.Setting(sentences=document.sentences))
    told = attribution.annotate(document, lexicon, places, times)
    for _ in range(_READINGS):
        setting, before = _setting(document, lexicon, told), times
        times = timex.resolve_all(expressions, published, calendar, _anchors(document, told), setting)
        if all(one == other or not setting.telling(one.start) for one, other in zip(times, before, strict=True)):
            break
        told = attribution.annotate(document, lexicon, places, times)
    return times, told


def _setting(document: Document, lexicon: Lexicon, told: tuple[Attribution, ...]) -> timex.Setting:
    starts = [sentence.start for sentence in document.sentences]

    def said(offset: int) -> When | None:
        k = bisect_right(starts, offset) - 1
        own = k >= 0 and offset < document.sentences[k].end and told[k].end
        return When.of(told[k].said_on) if own and told[k].said_on else None

    return timex.Setting(_telling(document, lexicon, told), document.sentences, said)


def _telling(document: Document, lexicon: Lexicon, told: tuple[Attribution, ...]) -> timex.Telling:
    """Who tells at a position that lies in a cue or in a dateline."""
    public = lexicon.compiled(public_types)
    spans: list[tuple[int, int, timex.Teller]] = [(*line, "anonymous") for line in datelines(document, lexicon)]
    spans += [(a.start, a.end, "public" if a.source_type in public else "anonymous") for a in told if a.end]
    spans.sort()
    starts = [span[0] for span in spans]

    def inside(offset: int) -> timex.Teller:
        k = bisect_right(starts, offset) - 1
        return spans[k][2] if k >= 0 and offset < spans[k][1] else ""

    return inside


def _anchors(document: Document, told: tuple[Attribution, ...]) -> timex.Anchors:
    """Inside a quotation dates count from when its source spoke, however rough that is (codebook, section 3)."""
    quotes = quotations(document)
    opened, starts = [start for start, _ in quotes], [sentence.start for sentence in document.sentences]

    def anchor(offset: int) -> When | None:
        k = bisect_right(opened, offset) - 1
        if k < 0 or offset >= quotes[k][1]:
            return None
        one = told[bisect_right(starts, offset) - 1] if told else None
        return one.time if one and not one.start <= offset < one.end else None

    return anchor


def _kept_timex(document: Document, one: Timex) -> Timex:
    start, end = document.kept(one.start, one.end)
    return one._replace(start=start, end=end)


def _kept(document: Document, report: Report, proposal: Proposal) -> Proposal:
    """The proposal with all offsets and quotes in the kept text, where clean text differs from it."""
    evidence = tuple(_kept_evidence(document, report, one) for one in proposal.incident.evidence)
    problems = tuple(_kept_problem(document, one) for one in proposal.problems)
    return proposal._replace(incident=replace(proposal.incident, evidence=evidence), problems=problems)


def _kept_evidence(document: Document, report: Report, one: Evidence) -> Evidence:
    if one.start is None or one.end is None:
        return one
    start, end = document.kept(one.start, one.end)
    claims = tuple(_kept_claim(document, claim) for claim in one.claims)
    return replace(one, text=report.sha256, start=start, end=end, quote=report.text[start:end], claims=claims)


def _kept_claim(document: Document, claim: Claim) -> Claim:
    if claim.start is None or claim.end is None:
        return claim
    start, end = document.kept(claim.start, claim.end)
    return replace(claim, start=start, end=end)


def _kept_problem(document: Document, problem: Problem) -> Problem:
    if problem.start is None or problem.end is None:
        return problem
    start, end = document.kept(problem.start, problem.end)
    return problem._replace(start=start, end=end)
