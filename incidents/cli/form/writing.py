"""The form: one `field: value` a line, one line for each of several, with help and the evidence as comments."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from incidents.cli.fields import BY_NAME, written_items
from incidents.cli.typed.text import written
from incidents.model.incident import Evidence, Incident
from incidents.model.scales import BASES, EXTENTS, KINDS, LEVELS, PRECISIONS, STATUSES
from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.connect import Reader
from incidents.store.query.terms import codes

COMMENT = "#"
INDENT = "  "
"""Stands before each further line of a text."""
COLUMNS = 78
_HEAD = (
    "One “field: value” a line; what can be several has a line for each. A line that is taken away empties its field.",
    "A longer text goes on in lines that are set in. Lines that begin with # are not read.",
)
_SAVING = "Save it and leave the editor to record it; left as it is, or emptied, it records nothing."
_CHANGING = (
    "Save it and leave the editor to change the proposal, which still waits then; left as it is, nothing changes."
)


class Entry(NamedTuple):
    """A line of the form: its name, what it takes, and whether a blank line stands before it."""

    name: str
    takes: str = ""
    apart: bool = False


ENTRIES = (
    Entry("title", "The act and the place, in one line under 100 characters.", apart=True),
    Entry("type", "What was done: {types}."),
    Entry("status", f"{', '.join(STATUSES)}."),
    Entry("kind", f"{', '.join(KINDS)}: one event, many told as one, or a series."),
    Entry("date", "EDTF (2016-03, 2016-03-06/2016-03-09, ../2016) or words (late March 2016).{date}", apart=True),
    Entry("extent", f"{' or '.join(EXTENTS)}: at some time inside the date, or all of it."),
    Entry("basis", f"{', '.join(BASES[:-1])}: what the date rests on."),
    Entry("place", "A name in any spelling, the main place first; NAME: ROLE for {place roles}.", apart=True),
    Entry("precision", f"How fine the place is: {', '.join(PRECISIONS)}."),
    Entry("institution", "A name in any spelling; NAME: ROLE for {institution roles}.", apart=True),
    Entry("people", "GROUP=NUMBER: detained=2, killed=3-5, participants=~40, affected=dozens. Groups: {groups}."),
    Entry("summary", "One to three sentences in your own words.", apart=True),
    Entry("tag", "A free word."),
    Entry("note", "Your own; it never leaves in a public export."),
    Entry("level", f"A level that you set, with the reason: LEVEL: WORDS. {', '.join(LEVELS)}."),
)
TEXTS = ("summary", "note")
"""Fields that take several lines."""


def form(reader: Reader, incident: Incident, notes: Sequence[str] = (), *, about: Sequence[str] = ()) -> str:
    """The form of an incident; `notes` stand above it as comments, what is open about it for instance.

    `about`: what it is the form of and what saving it does, where that is no incident of the chronology.
    """
    return "".join(f"{one}\n" for one in _lines(reader, incident, notes, about or (_about(incident), *_HEAD, _SAVING)))


def values(reader: Reader, incident: Incident) -> dict[str, list[str]]:
    """What stands after the colons, by field: a line for each value, a text as one value with its line ends."""
    own = {name: written_items(reader, name, incident) for name in BY_NAME}
    texts = {name: [_text(text) for text in own[name]] for name in TEXTS}
    when = incident.when
    return own | texts | {"extent": [when.extent], "basis": [when.basis], "precision": [incident.precision]}


def proposed(number: int) -> tuple[str, ...]:
    """`about` of a proposal: what is saved changes it, and it still waits."""
    return (f"Proposal {number}.", *_HEAD, _CHANGING)


def _lines(reader: Reader, incident: Incident, notes: Sequence[str], about: Sequence[str]) -> Iterator[str]:
    for text in (*about, *notes):
        yield from _comment(text)
    held, help_ = values(reader, incident), _help(reader, incident)
    for entry in ENTRIES:
        if entry.apart:
            yield ""
        yield from _comment(entry.takes.format_map(help_))
        for value in held[entry.name] or [""]:
            yield from _entered(entry.name, value)
    yield from _evidence(reader, incident.evidence)


def _entered(name: str, value: str) -> Iterator[str]:
    first, *more = value.split("\n")
    yield f"{name}: {first}".rstrip(" ")
    yield from (f"{INDENT}{one}".rstrip(" ") for one in more)


def _about(incident: Incident) -> str:
    if incident.id is None:
        return "A new incident."
    return f"Incident {incident.id} ({incident.code}), revision {incident.revision}."


def _comment(text: str) -> list[str]:
    return [f"{COMMENT} {part}" for part in wrap(line(text), COLUMNS, break_long_words=False, break_on_hyphens=False)]


def _help(reader: Reader, incident: Incident) -> dict[str, str]:
    edtf = incident.when.edtf
    words = f", from “{incident.when.words}”" if incident.when.words not in ("", edtf) else ""
    return {
        "types": ", ".join(codes(reader, "type")),
        "date": f" Now: {incident.when.in_words}{words}." if edtf else "",
        "place roles": ", ".join(codes(reader, "place role")),
        "institution roles": ", ".join(codes(reader, "institution role")),
        "groups": ", ".join(codes(reader, "people group")),
    }


def _text(text: str) -> str:
    """A text with its line ends; those before and after it are escaped, as is what nobody sees."""
    core = text.strip("\n")
    before = text[: len(text) - len(text.lstrip("\n"))]
    after = text[len(before) + len(core) :]
    parts = [written(part) for part in core.split("\n")]
    return f"{written(before)}{chr(10).join(parts)}{written(after)}"


def _evidence(reader: Reader, evidence: Sequence[Evidence]) -> Iterator[str]:
    if not evidence:
        return
    yield ""
    yield from _comment("The evidence, to look at; `incidents evidence` changes it.")
    for number, one in enumerate(evidence, 1):
        told = ", ".join(filter(None, (_report(reader, one), one.source, one.source_type, line(one.attribution))))
        yield f"{COMMENT} [{number}] {cut(told, COLUMNS)}"
        yield from (f"{COMMENT}     {part}" for part in wrap(f"“{line(one.quote or one.citation)}”", COLUMNS - 4))


def _report(reader: Reader, one: Evidence) -> str:
    row = reader.one("SELECT id, outlet FROM report_listing WHERE uid = ?", (one.report,)) if one.report else None
    return f"report {row[0]} ({row[1]})" if row else ""
