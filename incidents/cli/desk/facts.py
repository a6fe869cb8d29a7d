"""A proposal as rows: what it says, what is open with the candidates, who told it."""

from collections.abc import Iterator

from incidents.cli.desk.fragments import Fragments, labelled, size, wrapped
from incidents.cli.desk.page import Page
from incidents.cli.desk.state import Candidate, candidates
from incidents.cli.incident_page import people_words, role_words
from incidents.model.incident import Evidence, Incident
from incidents.model.key import fold
from incidents.model.proposal import Problem, StoredProposal
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.output.width import width

LABEL = 12
_ACCESS = {"direct": ", at first hand", "hearsay": ", by hearsay"}
STATES = {"accepted": "good", "rejected": "bad", "superseded": "quiet", "waiting": ""}


def facts(page: Page, proposal: StoredProposal, columns: int) -> list[Fragments]:
    """All rows of it, the most important first."""
    own = proposal.proposal.incident
    found = wrapped(line(own.title), columns, "class:title")
    for label, texts in _lines(page, proposal):
        for n, (style, text) in enumerate(texts):
            found += labelled("" if n else label, wrapped(text, columns - LABEL, style), LABEL)
        if label == "type":
            found += _open(page, proposal, columns)
    return found


Lines = list[tuple[str, str]]


def _lines(page: Page, proposal: StoredProposal) -> Iterator[tuple[str, Lines]]:
    own, names = proposal.proposal.incident, page.names
    yield "state", _state(proposal)
    yield "date", [("", _date(own))]
    yield "place", [("", role_words(names[link.place], link.role, "scene")) for link in own.places]
    links = own.institutions
    yield "institution", [("", role_words(names[link.institution], link.role, "")) for link in links]
    yield (
        "people",
        [("", people_words(one.group, one.low, one.high, one.approximate, line(one.words))) for one in own.people],
    )
    yield "type", [("", f"{own.type} · {own.kind} · {own.status}")]
    yield "told by", [("", _told(one, page)) for one in own.evidence[:1]]
    yield "level", [("", _level(proposal))]
    yield "decided", [("", f"{one.field}, by {one.who}: {one.reason}") for one in own.decisions]
    yield "tags", [("", line(", ".join(own.tags)))] if own.tags else []
    yield "note", [("", line(own.note))] if own.note else []
    yield from ((f"passage {n}", [("", _told(one, page))]) for n, one in enumerate(own.evidence[1:], 2))
    main = own.evidence[0].quote if own.evidence else ""
    yield "summary", [("", line(own.summary))] if own.summary and fold(own.summary) != fold(main) else []


def _state(proposal: StoredProposal) -> Lines:
    if proposal.state == "waiting":
        return []
    why = f": {line(proposal.reason)}" if proposal.reason else ""
    return [(f"class:{STATES[proposal.state]}", f"{proposal.state}{why}")]


def _date(own: Incident) -> str:
    when = own.when
    if not when.edtf:
        return "undated"
    span = "lasted all of it" if when.extent == "throughout" else ""
    words = f"“{line(when.words)}”" if when.words else ""
    return f"{when.in_words} ({', '.join(filter(None, (when.edtf, when.basis, span, words)))})"


def _level(proposal: StoredProposal) -> str:
    one = proposal.proposal
    disputed = ", disputed" if one.disputed else ""
    return f"{one.verification}{disputed}" + (f": {one.explanation}" if one.explanation else "")


def _told(told: Evidence, page: Page) -> str:
    """`a resident of the county told us (resident in Samsu, by hearsay; after Radio Free Asia)`."""
    where = f" in {page.names[told.source_place].partition(', ')[0]}" if told.source_place else ""
    said = f", said on {worded(told.said_on)}" if told.said_on else ""
    origin = page.names[told.origin] if told.origin else ""
    after = f"; after {origin}" if origin and origin != page.outlet else ""
    about = f"{told.source_type}{where}{_ACCESS.get(told.access, '')}{said}{after}"
    contradicts = "contradicts: " if told.stance == "contradicts" else ""
    return contradicts + (f"{line(told.attribution)} ({about})" if told.attribution else about)


def _open(page: Page, proposal: StoredProposal, columns: int) -> list[Fragments]:
    """The open points, each with its candidates by their keys; of a proposal that was decided none."""
    keyed = candidates(proposal)
    rows: list[Fragments] = []
    for problem in proposal.proposal.problems if proposal.state == "waiting" else ():
        rows += wrapped(f"? {line(problem.message)}", columns - LABEL, "class:open")
        rows += _choices(page, [one for one in keyed if one.problem == problem], problem, columns - LABEL)
    return labelled("open", rows, LABEL) if rows else []


def _choices(page: Page, some: list[Candidate], problem: Problem, columns: int) -> list[Fragments]:
    """The candidates, as many in a row as fit; those for which no key is left are counted."""
    rows: list[Fragments] = []
    row: Fragments = []
    for one in some:
        name = worded(one.value) if problem.field == "date" else line(page.names[one.value])
        if row and size(row) + width(name) + 5 > columns:
            rows.append(row)
            row = []
        row += [("", "  "), ("class:key", one.key), ("", f" {name}")]
    more = len(problem.candidates) - len(some)
    rest: Fragments = [("", f"  and {more} more: e edits")] if more > 0 else []
    return [one for one in (*rows, row, rest) if one]
