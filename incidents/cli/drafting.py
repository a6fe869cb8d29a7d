"""What a new record is made of before it is saved: options, a sentence, a JSON object, and what they leave open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from incidents.cli import sentences
from incidents.cli.open_words import settling
from incidents.cli.resolving import Given, resolve
from incidents.cli.screen import say
from incidents.errors import BadInput, UsageProblem
from incidents.intake.piped import piped_object
from incidents.model.codec import incident_from_plain
from incidents.model.incident import Incident
from incidents.output.safe import line
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.find import number_of
from incidents.store.query.names import standing
from incidents.store.query.terms import term

if TYPE_CHECKING:
    from incidents.actions.sentence import Made, Open

MISSING = "an incident needs at least a --title and a --type"
_TYPES = "incidents add --help lists the types"


@dataclass(frozen=True, slots=True)
class Way:
    """How a record comes in besides by options: `words` are a sentence, or `-` for JSON; `edit`: through a form."""

    words: str = ""
    edit: bool = False
    dry_run: bool = False

    @property
    def piped(self) -> bool:
        """Whether a JSON object comes on standard input."""
        return self.words == "-"

    @property
    def sentence(self) -> str:
        """The bare sentence; empty if there is none."""
        return "" if self.piped else self.words


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is to be saved: what it says so far, how a date was understood, and what is left open."""

    location: Location
    incident: Incident
    reports: Sequence[str] = ()
    counted_from: str | None = None
    report: str = ""
    """The number of a report that is named without a passage of it."""
    understood: str = ""
    left_open: "tuple[Open, ...]" = ()
    types: tuple[str, ...] = ()
    made: "tuple[Made, ...]" = ()


def drafted(reader: Reader, location: Location, given: Given, way: Way, *, bare: bool) -> Draft:
    """What the options say, over what the sentence or the JSON object says; `bare`: a report may come without quote."""
    named = given["report"]
    report = named if bare and not (given["quote"] or given["citation"]) else None
    options = given | {"report": None} if report else given
    reports = [_uid(reader, number_of(reader, "report", named))] if named and bare else []
    read = sentences.read(reader, location, way.sentence, given, reports) if way.sentence else None
    base = _piped(reader) if way.piped else read.incident if read else Incident(title="", type="")
    reports += [told.report for told in base.evidence if told.report]
    resolved = resolve(reader, location, options, reports)
    return Draft(
        location,
        resolved.put(base),
        [*reports, *([resolved.passage.report] if resolved.passage and resolved.passage.report else [])],
        given["counted_from"],
        report or "",
        resolved.date.understood if resolved.date else read.understood if read else "",
        read.left_open if read else (),
        read.types if read else (),
        read.made if read else (),
    )


def _uid(reader: Reader, report: int) -> str:
    row = reader.one("SELECT uid FROM report WHERE id = ?", (report,))
    return str(row[0]) if row else ""


def complete(draft: Draft, way: Way) -> Draft:
    """The draft, if it has what a record needs; what is left open is said."""
    incident = draft.incident
    if way.sentence and incident.title and not incident.type:
        hint = f"give --type {' or --type '.join(draft.types[:3])}" if draft.types else "give --type"
        unread = (point.sentence for point in draft.left_open if point.field == "type")
        why = next(unread, f"what was done cannot be told from “{way.sentence:.80}”")
        raise UsageProblem(f"{why}: {hint}; {_TYPES}")
    if not incident.title or not incident.type:
        raise UsageProblem(MISSING)
    for point in draft.left_open:
        say(f"left open: {point.sentence}")
    if others := [code for code in draft.types if code != incident.type]:
        say(f"taken as {incident.type}; it could also be {' or '.join(others[:3])}: --type says so")
    return draft


def say_open(incident: Incident) -> None:
    """Say which names the record keeps open, and how each is settled."""
    for one in incident.open_names:
        say(f"kept open: the {one.field} “{line(one.words)}”; settle it: {settling(one.field, one.words)}")


def _piped(reader: Reader) -> Incident:
    plain = piped_object()
    try:
        incident = incident_from_plain(plain)
    except ValueError as error:
        raise BadInput(f"standard input is no incident: {error}") from error
    return replace(
        incident,
        id=None,
        revision=0,
        type=term(reader, "type", incident.type) if incident.type else "",
        places=tuple(replace(link, place=standing(reader, "place", link.place)) for link in incident.places),
        institutions=tuple(
            replace(link, institution=standing(reader, "institution", link.institution))
            for link in incident.institutions
        ),
    )
