"""What `add` does once it knows its options. Names are resolved first; what writes is loaded only then."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from incidents.cli.duplicates import alike
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
from incidents.store.query.names import one
from incidents.store.query.terms import term

Given = dict[str, Any]


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


def added(given: Given, database: str | None, who: str | None, *, piped: bool, dry_run: bool) -> None:
    """Record an incident from the options and, if `piped`, the JSON object on standard input.

    Raises:
        UsageProblem: it has no title or type.
        BadInput: what is piped is no incident.
    """
    if not piped and not (given["title"] and given["type_"]):
        raise UsageProblem("an incident needs at least a --title and a --type")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        base = _piped(reader) if piped else Incident(title="", type="")
        resolved = resolve(reader, location, given, [told.report for told in base.evidence if told.report])
        value = resolved.put(base)
        if not value.title or not value.type:
            raise UsageProblem("an incident needs at least a --title and a --type")
        twins = alike(reader, value)
    with unwatched():
        from incidents.actions.record import record  # noqa: PLC0415  heavy, after all that can be mistyped

        saved = record(location, name, value, dry_run=dry_run)
    _understood(resolved)
    say(f"{done('recorded', dry_run=dry_run)}: {saved.id} ({saved.code}) {saved.title}")
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


def _understood(resolved: Resolved) -> None:
    """How a date in words was understood."""
    if resolved.date and resolved.date.understood:
        say(resolved.date.understood)
