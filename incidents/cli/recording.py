"""What `add` does once it knows its options. Names are resolved first; what writes is loaded only then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from incidents.cli import sentences
from incidents.cli.asking.terminal import interactive
from incidents.cli.duplicates import alike
from incidents.cli.fields import Desk
from incidents.cli.incident_options import EvidenceOptions, FieldOptions
from incidents.cli.incident_values import evidence, values
from incidents.cli.reading import reading
from incidents.cli.screen import say
from incidents.cli.startup import unwatched
from incidents.cli.typed_date import Typed, typed_date
from incidents.cli.writing import done, writable
from incidents.errors import BadInput, UsageProblem
from incidents.intake.piped import piped_object
from incidents.model.codec import incident_from_plain
from incidents.model.incident import Evidence, Incident
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.find import number_of
from incidents.store.query.names import one
from incidents.store.query.terms import term

if TYPE_CHECKING:
    from incidents.actions.sentence import Open

Given = dict[str, Any]
_MISSING = "an incident needs at least a --title and a --type"
_TYPES = "incidents add --help lists the types"
_FIELD = {"type_": "type"}
"""Fields whose option arrives under another name."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The options with their names resolved and their dates read."""

    values: dict[str, Any]
    passage: Evidence | None = None
    date: Typed | None = None
    when: dict[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    def put(self, incident: Incident) -> Incident:
        """The incident with the evidence and the fields that were given."""
        when = self.date.when if self.date else incident.when
        return replace(
            incident,
            **self.values,
            when=replace(when, **self.when) if when.dated else when,
            tags=tuple(dict.fromkeys((*incident.tags, *self.tags))),
            evidence=(*incident.evidence, self.passage) if self.passage else incident.evidence,
        )


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


def added(given: Given, database: str | None, who: str | None, way: Way) -> None:
    """Record an incident from the options and what else the `way` gives; at a terminal, what is missing is asked for.

    Raises:
        UsageProblem: it has no title or type.
        BadInput: what is piped is no incident, or a form cannot be read.
        LeftOff: the user left.
    """
    whole = bool(given["title"] and given["type_"])
    asks = not (way.piped or way.edit or (whole and not way.sentence)) and interactive()
    if not (way.words or way.edit or asks or whole):
        raise UsageProblem(_MISSING)
    location, name = writable(database, who, dry_run=way.dry_run)
    with reading(database) as reader:
        draft = _draft(reader, location, given, way, bare=bool(way.sentence) or way.edit or asks)
        if way.edit:
            _through_a_form(reader, draft, name, way)
            return
        draft = _asked(draft, reader, given) if asks else _complete(draft, way)
        twins = [] if asks else alike(reader, draft.incident)
    _save(draft, name, way, twins)


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


def _draft(reader: Reader, location: Location, given: Given, way: Way, *, bare: bool) -> Draft:
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
    )


def _uid(reader: Reader, report: int) -> str:
    row = reader.one("SELECT uid FROM report WHERE id = ?", (report,))
    return str(row[0]) if row else ""


def _complete(draft: Draft, way: Way) -> Draft:
    """The draft, if it has what a record needs; what is left open is said."""
    incident = draft.incident
    if way.sentence and incident.title and not incident.type:
        hint = f"give --type {' or --type '.join(draft.types[:3])}" if draft.types else "give --type"
        raise UsageProblem(f"what was done cannot be told from “{way.sentence:.80}”: {hint}; {_TYPES}")
    if not incident.title or not incident.type:
        raise UsageProblem(_MISSING)
    for point in draft.left_open:
        say(f"left open: {point.sentence}")
    if others := [code for code in draft.types if code != incident.type]:
        say(f"taken as {incident.type}; it could also be {' or '.join(others[:3])}: --type says so")
    return draft


def _asked(draft: Draft, reader: Reader, given: Given) -> Draft:
    """What the user makes of the draft at the terminal, once it is to be recorded."""
    from incidents.cli.asking.asking import Known, agreed, asked  # noqa: PLC0415  needs prompt_toolkit, and loads slowly

    desk = Desk(reader, draft.location, draft.reports, draft.counted_from)
    named = [_FIELD.get(name, name) for name in given if given[name]]
    for point in draft.left_open:
        if not point.words:
            say(f"left open: {point.sentence}")
    unread = {point.field: point.words for point in draft.left_open if point.words}
    incident = asked(desk, draft.incident, Known(named, unread, draft.report))
    while agreed(desk, incident) == "edit":
        incident = _edited(reader, draft, incident) or incident
    return replace(draft, incident=incident, understood="")


def _edited(
    reader: Reader, draft: Draft, incident: Incident, save: Callable[[Incident], object] | None = None
) -> Incident | None:
    from incidents.cli.form.editor import edit_in_editor  # noqa: PLC0415  only who asks for a form needs it

    return edit_in_editor(
        reader,
        draft.location,
        incident,
        draft.reports,
        [f"Open: {point.sentence}" for point in draft.left_open],
        counted_from=draft.counted_from,
        save=save,
    )


def _through_a_form(reader: Reader, draft: Draft, who: str, way: Way) -> None:
    def save(value: Incident) -> None:
        _save(replace(draft, incident=value, understood=""), who, way, alike(reader, value))

    if _edited(reader, draft, draft.incident, save) is None:
        say("the form was left as it is, or emptied: nothing was recorded")


def _save(draft: Draft, who: str, way: Way, twins: Sequence[str]) -> None:
    with unwatched():
        from incidents.actions.record import record  # noqa: PLC0415  heavy, after all that can be mistyped

        saved = record(draft.location, who, draft.incident, dry_run=way.dry_run)
    if draft.understood:
        say(draft.understood)
    say(f"{done('recorded', dry_run=way.dry_run)}: {saved.id} ({saved.code}) {saved.title}")
    for twin in twins:
        say(f"looks like {twin}; it is kept as another one: `incidents undo` takes it back")


def resolve(reader: Reader, location: Location, given: Given, reports: Sequence[str]) -> Resolved:
    """The options read; words of a date count from the day of the first of the `reports`, then of the passage's."""
    found = values(reader, cast("FieldOptions", _part(given, FieldOptions)))
    passage = evidence(reader, location, cast("EvidenceOptions", _part(given, EvidenceOptions)))
    counted = [*reports, *([passage.report] if passage and passage.report else [])]
    date = typed_date(reader, location, given["date"], given["counted_from"], counted) if given["date"] else None
    when = {name: given[name] for name in ("extent", "basis") if given[name]}
    return Resolved(found, passage, date, when, given["tag"])


def _part(given: Given, of: Any) -> Given:
    return {name: given[name] for name in of.__annotations__}


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
        places=tuple(replace(link, place=one(reader, "place", link.place)) for link in incident.places),
        institutions=tuple(
            replace(link, institution=one(reader, "institution", link.institution)) for link in incident.institutions
        ),
    )
