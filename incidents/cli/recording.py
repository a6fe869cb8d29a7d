"""What `add` and `edit` do once they know their options; it loads everything that writes."""

import json
import sys
from dataclasses import dataclass, replace
from typing import Any, cast

from incidents.actions.record import record, revise
from incidents.cli.incident_options import EvidenceOptions, FieldOptions
from incidents.cli.incident_values import changed, evidence
from incidents.cli.reading import reading
from incidents.cli.screen import say
from incidents.cli.writing import done, writable
from incidents.errors import BadInput, Refused, UsageProblem
from incidents.model.codec import incident_from_plain, incident_to_plain
from incidents.model.incident import Incident
from incidents.model.when import UNDATED
from incidents.model.wording import worded
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.names import one
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


@dataclass(frozen=True, slots=True)
class Change:
    """What the options of `edit` ask for; `revision` is the one that the user has seen."""

    given: Given
    untag: tuple[str, ...]
    clear: tuple[str, ...]
    reviewed: bool
    revision: int | None


def added(given: Given, database: str | None, who: str | None, *, piped: bool, dry_run: bool) -> None:
    """Record an incident from the options and, if `piped`, the JSON object on standard input.

    Raises:
        UsageProblem: it has no title or type.
        BadInput: what is piped is no incident.
    """
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        base = _piped(reader) if piped else Incident(title="", type="")
        value = _with(reader, location, base, given)
    if not value.title or not value.type:
        raise UsageProblem("an incident needs at least a --title and a --type")
    saved = record(location, name, value, dry_run=dry_run)
    _told(given, saved)
    say(f"{done('recorded', dry_run=dry_run)}: {saved.id} ({saved.code}) {saved.title}")


def edited(  # noqa: PLR0913  who changes which record how and why
    key: str, change: Change, reason: str, database: str | None, who: str | None, *, dry_run: bool
) -> None:
    """Change an incident, and say which fields are other than they were.

    Raises:
        Refused: it has another revision than the one that was seen.
    """
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:

        def change_it(incident: Incident) -> Incident:
            return _changed(reader, location, incident, change)

        before, after = revise(location, name, key, change_it, reason=reason, dry_run=dry_run)
    _told(change.given, after)
    old, new = incident_to_plain(before), incident_to_plain(after)
    fields = sorted(field for field in old.keys() | new.keys() if old.get(field) != new.get(field))
    what = f"{', '.join(fields)}" if fields else "nothing"
    say(f"{done('changed', dry_run=dry_run)}: {after.id} {what} (revision {after.revision})")


def _changed(reader: Reader, location: Location, incident: Incident, change: Change) -> Incident:
    if change.revision not in (None, incident.revision):
        raise Refused(
            f"incident {incident.id} is at revision {incident.revision}, not {change.revision}: it was changed since"
        )
    for field in change.clear:
        incident = replace(incident, **_EMPTY[field])
    incident = _with(reader, location, incident, change.given)
    incident = replace(incident, tags=tuple(tag for tag in incident.tags if tag not in change.untag))
    if change.reviewed and incident.review != "reviewed":
        incident = replace(incident, review="reviewed", reviewed_by="", reviewed_at="")
    return incident


def _with(reader: Reader, location: Location, incident: Incident, given: Given) -> Incident:
    """The incident with the evidence and the fields that were given."""
    passage = evidence(reader, location, cast("EvidenceOptions", _part(given, EvidenceOptions)))
    if passage:
        incident = replace(incident, evidence=(*incident.evidence, passage))
    return changed(reader, location, incident, cast("FieldOptions", _part(given, FieldOptions)))


def _part(given: Given, of: Any) -> Given:
    return {name: given[name] for name in of.__annotations__}


def _piped(reader: Reader) -> Incident:
    try:
        plain = json.load(sys.stdin)
        incident = incident_from_plain(plain)
    except (ValueError, RecursionError) as error:
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


def _told(given: Given, saved: Incident) -> None:
    """How a date in words was understood."""
    if given["date"] and given["date"] != saved.when.edtf:
        say(f"“{given['date']}” is understood as {worded(saved.when.edtf)} ({saved.when.edtf or 'undated'})")
