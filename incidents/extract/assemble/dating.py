"""The date of an act: only from words of its sentence that are tied to it (codebook, sections 3 and 9)."""

from itertools import pairwise

from incidents.extract.act.tables import Kinds, kinds
from incidents.extract.assemble.date_words import DateWords
from incidents.extract.assemble.draft import Dating
from incidents.extract.findings import Findings
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import Act
from incidents.model.proposal import Timex
from incidents.model.scales import Status
from incidents.model.when import When

_BEFORE = 90
_LIMITED = 40
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
    chosen = _fronting(found, act, near, _finer(found, near, chosen))
    if chosen.when.latest and (_occasion(found, chosen) or _limit(found, chosen)):
        when = When.of(f"../{chosen.when.latest}", chosen.text, basis="bounded")
        return Dating(when, (chosen.start, chosen.end))
    return _dated(chosen)


def status(found: Findings, act: Act, when: When) -> tuple[Status, bool]:
    """The status of an act by its date, and whether what was planned had passed by the report.

    What lies after the report is planned; what was planned for before it has lapsed, as long as nothing more is known
    (codebook, section 2); what is told "since" a day goes on. The report's own words hold where its publication date is
    too rough to tell.
    """
    published = found.document.published
    if when.earliest and published.latest and when.earliest > published.latest:
        return ("planned" if act.status in ("occurred", "ongoing") else act.status), False
    if act.status == "planned" and when.latest and published.earliest and when.latest < published.earliest:
        return "lapsed", True
    if act.status == "occurred" and when.earliest and not when.latest and _lasting(found, when):
        return "ongoing", False
    return act.status, False


def _lasting(found: Findings, when: When) -> bool:
    """Whether its words say that it began then and goes on: "since May 12"."""
    first = when.words.lower().split(maxsplit=1)
    return bool(first) and first[0] in found.lexicon.compiled(_kinds)["still"]


def _chosen(act: Act, own: list[Timex]) -> Timex:
    """The one nearest to the trigger, a resolved one before an unresolved; "from … to" pairs are one expression."""
    return min(own, key=lambda t: (not t.when.dated, max(t.start - act.end, act.start - t.end, 0)))


def _finer(found: Findings, near: list[Timex], chosen: Timex) -> Timex:
    """Of two expressions side by side the one that says more: "two weeks later, on Aug. 10"."""
    k = near.index(chosen)
    beside = [pair for pair in pairwise(near[max(0, k - 1) : k + 2]) if _joined(found, *pair)]
    others = [t for pair in beside for t in pair if t is not chosen and t.when.dated]
    return next((t for t in others if not chosen.when.dated or _inside(t.when, chosen.when)), chosen)


def _fronting(found: Findings, act: Act, near: list[Timex], chosen: Timex) -> Timex:
    """The day before the act, where the span that holds it is that of another: "On Dec. 30 … at the meeting held …"."""
    others = [a for a in found.acts_of(act.sentence) if act.end <= a.start and a.end <= chosen.start]
    front = [t for t in near if t.end <= act.start and _inside(t.when, chosen.when)]
    return front[0] if others and front else chosen


def _joined(found: Findings, one: Timex, other: Timex) -> bool:
    joined = found.lexicon.compiled(DateWords.of).joined
    return joined.fullmatch(found.document.text, one.end, other.start) is not None


def _inside(one: When, other: When) -> bool:
    """Whether one lies in another that has two ends, and says more."""
    closed = one.dated and other.earliest is not None and other.latest is not None
    return closed and other.contains(one) and one.days != other.days


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
        if between.strip(" ,") in found.lexicon.compiled(DateWords.of).when:
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
    return between.rstrip().endswith(found.lexicon.compiled(DateWords.of).that) and timex.end < act.clause[0]


def _governing(found: Findings, act: Act, near: list[Timex]) -> Dating:
    """An act told by "it was revealed last month that he …" happened by then; what someone said that day is undated."""
    begin, impersonal = found.around(act)[0], found.lexicon.compiled(DateWords.of).impersonal
    told = [t for t in near if t.when.latest and _told_before(found, act, t)]
    told = [t for t in told if impersonal.search(found.document.text, begin, t.start)]
    if not told or act.status == "planned":
        return Dating()
    last = told[-1]
    latest = (last.when.edtf or "").rsplit("/", 1)[-1]
    when = When.of(f"../{latest}", last.text, basis="bounded")
    return Dating(when, (last.start, last.end))


def _occasion(found: Findings, timex: Timex) -> bool:
    """Whether the time is that of what the act comes before: "ahead of", "in preparation for"."""
    before = found.document.text[max(0, timex.start - _BEFORE) : timex.start].lower()
    known = found.lexicon.compiled(DateWords.of)
    opener = known.ahead.search(before)
    return opener is not None and not known.over.search(before, opener.end())


def _limit(found: Findings, timex: Timex) -> bool:
    """Whether the time only ends what is told: "as of March 1", "to last until Aug. 15", but not "not until"."""
    kinds = found.lexicon.compiled(_kinds)
    begin = max(found.sentence(found.sentence_at(timex.start) or 0)[0], timex.start - _LIMITED)
    before = found.document.text[begin : timex.start].lower().replace("’", "'").split()
    if before and before[-1] in found.lexicon.compiled(DateWords.of).article:
        before.pop()
    ends = any(before[-len(words) :] == list(words) for words in (row.split() for row in kinds["limit"]))
    return ends and not any(word.endswith(tuple(kinds["negation"])) for word in before)


def _kinds(lexicon: Lexicon) -> Kinds:
    return kinds(lexicon)


def _dated(timex: Timex) -> Dating:
    if not timex.when.dated:
        return Dating(problem=f"“{timex.text}” could not be resolved: {timex.reason or 'no value'}")
    return Dating(timex.when, (timex.start, timex.end))
