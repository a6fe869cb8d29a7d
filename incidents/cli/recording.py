"""What `add` and `edit` do once they know their options. Names are resolved first; what writes is loaded only then."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from incidents.cli.changes import told
from incidents.cli.duplicates import alike
from incidents.cli.incident_options import EvidenceOptions, FieldOptions
from incidents.cli.incident_values import evidence, values
from incidents.cli.reading import reading
from incidents.cli.screen import say
from incidents.cli.startup import unwatched
from incidents.cli.typed_date import Typed, typed_date
from incidents.cli.writing import done, writable
from incidents.errors import BadInput, Refused, UsageProblem
from incidents.intake.piped import piped_object
from incidents.model.codec import incident_from_plain, incident_to_plain
from incidents.model.incident import Evidence, Incident
from incidents.model.when import UNDATED
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.find import number_of
from incidents.store.query.names import one
from incidents.store.query.reports import resting_on
from incidents.store.query.terms import term

Given = dict[str, Any]
_EMPTY: dict[str, dict[str, Any]] = {
    "summary": {"summary": ""},
    "date": {"when": UNDATED},
    "places": {"places": (), "precision": "unknown"},
    "institutions": {"institutions": ()},
    "people": {"people": ()},
    "tags": {"tags": ()},
    "note": {"note": ""},
    "level": {"assessed": None, "assessed_reason": ""},
}
_TOLD = 50
"""Columns that a text takes at the most in what is said of an edit."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the options of `edit` ask for; `revision` is the one that the user has seen."""

    given: Given
    untag: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()
    reviewed: bool = False
    revision: int | None = None

    @property
    def empty(self) -> bool:
        """Whether it names no field."""
        named = any(value not in (None, (), False) for value in self.given.values())
        return not (named or self.untag or self.clear or self.reviewed)


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
        resolved = _resolved(reader, location, given, [told.report for told in base.evidence if told.report])
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


def edited(  # noqa: PLR0913  who changes which record how and why
    key: str, change: Change, reason: str, database: str | None, who: str | None, *, dry_run: bool
) -> None:
    """Change an incident, and say what of it is other than it was.

    Raises:
        UsageProblem: no field is named.
        Refused: it has another revision than the one that was seen.
    """
    if change.empty:
        raise UsageProblem("name a field to change, such as --date or --title; incidents edit --help lists them")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        number = number_of(reader, "incident", key)
        resolved = _resolved(reader, location, change.given, resting_on(reader, number))
    with unwatched():
        from incidents.actions.record import revise  # noqa: PLC0415  as above

        before, after = revise(
            location, name, str(number), lambda old: _changed(old, resolved, change), reason=reason, dry_run=dry_run
        )
    _understood(resolved)
    with reading(database) as reader:
        say(_difference(reader, before, after, dry_run=dry_run))


def _difference(reader: Reader, before: Incident, after: Incident, *, dry_run: bool) -> str:
    """`12: date by 31 Jan 2025 → 8 Jan 2025 (revision 3); undo: incidents undo`."""
    if after.revision == before.revision:
        return f"{after.id} has that already: nothing was changed"
    old, new = incident_to_plain(before), incident_to_plain(after)
    differing = {name: (old.get(name), new.get(name)) for name in old.keys() | new.keys()}
    fields = told(reader, {name: pair for name, pair in differing.items() if pair[0] != pair[1]}, _TOLD)
    what = f"{after.id}: {', '.join(f'{label} {words}' for label, words in fields)}"
    return f"would be changed: {what}" if dry_run else f"{what} (revision {after.revision}); undo: incidents undo"


def _changed(incident: Incident, resolved: Resolved, change: Change) -> Incident:
    if change.revision not in (None, incident.revision):
        raise Refused(
            f"incident {incident.id} is at revision {incident.revision}, not {change.revision}: it was changed since"
        )
    for name in change.clear:
        incident = replace(incident, **_EMPTY[name])
    incident = resolved.put(incident)
    incident = replace(incident, tags=tuple(tag for tag in incident.tags if tag not in change.untag))
    if change.reviewed and incident.review != "reviewed":
        incident = replace(incident, review="reviewed", reviewed_by="", reviewed_at="")
    return incident


def _resolved(reader: Reader, location: Location, given: Given, reports: Sequence[str]) -> Resolved:
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
