"""The date of an act: only from words of its sentence that are tied to it (codebook, sections 3 and 9)."""

import re

from incidents.extract.assemble.draft import Dating
from incidents.extract.findings import Findings
from incidents.model.finding import Act
from incidents.model.proposal import Timex
from incidents.model.scales import Status
from incidents.model.when import When

_BEFORE = 90
_AHEAD = re.compile(r"\b(?:ahead of|in advance of|in preparation for|in the run-up to|in time for)\b")
_OVER = re.compile(r"[;:]|, (?!which)|\bon\b.*\bon\b")
_IMPERSONAL = re.compile(r"\bit (?:was|were|has been|had been|became|emerged|came)\b", re.IGNORECASE)
_FRAGMENT = 25
_FRONT = 90
"""Within so many characters of its start, a sentence's time expression governs all of it."""


def date(found: Findings, act: Act) -> Dating:
    """The dating of an act; undated with a problem where its time expression has no value."""
    sentence = found.around(act)
    near = found.timexes_in(sentence, found.outside(act))
    if not near:
        return _spoken(found, act) or _fragment(found, act)
    own = [t for t in near if act.clause[0] <= t.start < act.clause[1]]
    chosen = _relative(found, act, near) or (_chosen(act, own) if own else _outside(found, act, near, sentence))
    if chosen is None:
        return _governing(found, act, near)
    if _occasion(found, chosen) and chosen.when.latest:
        when = When.of(f"../{chosen.when.latest}", chosen.text, basis="bounded")
        return Dating(when, (chosen.start, chosen.end))
    return _dated(chosen)


def status(found: Findings, act: Act, when: When) -> tuple[Status, bool]:
    """The status of an act by its date, and whether what was planned had passed by the report.

    What lies after the report is planned; what was planned for before it has lapsed, as long as nothing more is known
    (codebook, section 2). The report's own words hold where its publication date is too rough to tell.
    """
    published = found.document.published
    if when.earliest and published.latest and when.earliest > published.latest:
        return ("planned" if act.status in ("occurred", "ongoing") else act.status), False
    if act.status == "planned" and when.latest and published.earliest and when.latest < published.earliest:
        return "lapsed", True
    return act.status, False


def _chosen(act: Act, own: list[Timex]) -> Timex:
    """The one nearest to the trigger, a resolved one before an unresolved; "from … to" pairs are one expression."""
    return min(own, key=lambda t: (not t.when.dated, max(t.start - act.end, act.start - t.end, 0)))


def _spoken(found: Findings, act: Act) -> Dating | None:
    """A state's statement happened on the day on which it spoke: "in a statement carried by KCNA on Monday"."""
    told = found.attributions[act.sentence] if found.attributions else None
    if act.type != "statement" or told is None or told.source_type not in ("state-media", "government"):
        return None
    days = found.timexes_in((told.start, told.end))
    return _dated(days[0]) if days else None


def _relative(found: Findings, act: Act, near: list[Timex]) -> Timex | None:
    """The time right before the "when" that opens the act's clause: "on July 27, when the river flooded"."""
    for timex in near:
        between = found.document.text[timex.end : act.clause[0]] if timex.end <= act.clause[0] else ""
        if between.strip(" ,") == "when":
            return timex
    return None


def _outside(found: Findings, act: Act, near: list[Timex], sentence: tuple[int, int]) -> Timex | None:
    """A time expression outside the clause: one at the sentence's front, or one that no other act has."""
    others = [a for a in found.acts_of(act.sentence) if a.type != act.type]
    front = [t for t in near if t.end <= act.clause[0] and t.start - sentence[0] < _FRONT and not _held(t, others)]
    if front and not _told_before(found, act, front[0]):
        return front[0]
    free = [t for t in near if not _held(t, others) and t.start >= act.clause[1]]
    return min(free, key=lambda t: abs(t.start - act.end), default=None)


def _fragment(found: Findings, act: Act) -> Dating:
    """The date of a next sentence that is hardly more than a time, as in "On the night of Jan. 1" alone."""
    k = act.sentence + 1
    sentences = found.document.sentences
    if k >= len(sentences) or sentences[k].block != sentences[act.sentence].block or found.acts_of(k):
        return Dating()
    start, end = found.sentence(k)
    near = found.timexes_in((start, end))
    if len(near) != 1 or end - start - (near[0].end - near[0].start) > _FRAGMENT:
        return Dating()
    return _dated(near[0])


def _held(timex: Timex, acts: list[Act]) -> bool:
    return any(a.clause[0] <= timex.start < a.clause[1] for a in acts)


def _told_before(found: Findings, act: Act, timex: Timex) -> bool:
    """Whether "that" parts the time expression from the act: "it was revealed last month that …"."""
    between = found.document.text[timex.end : act.clause[0]]
    return between.rstrip().endswith("that") and timex.end < act.clause[0]


def _governing(found: Findings, act: Act, near: list[Timex]) -> Dating:
    """An act told by "it was revealed last month that he …" happened by then; what someone said that day is undated."""
    begin = found.around(act)[0]
    told = [t for t in near if t.when.latest and _told_before(found, act, t)]
    told = [t for t in told if _IMPERSONAL.search(found.document.text, begin, t.start)]
    if not told or act.status == "planned":
        return Dating()
    last = told[-1]
    latest = (last.when.edtf or "").rsplit("/", 1)[-1]
    when = When.of(f"../{latest}", last.text, basis="bounded")
    return Dating(when, (last.start, last.end))


def _occasion(found: Findings, timex: Timex) -> bool:
    """Whether the time is that of what the act comes before: "ahead of", "in preparation for"."""
    before = found.document.text[max(0, timex.start - _BEFORE) : timex.start].lower()
    opener = _AHEAD.search(before)
    return opener is not None and not _OVER.search(before, opener.end())


def _dated(timex: Timex) -> Dating:
    if not timex.when.dated:
        return Dating(problem=f"“{timex.text}” could not be resolved: {timex.reason or 'no value'}")
    return Dating(timex.when, (timex.start, timex.end))
