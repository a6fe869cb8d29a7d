"""The options of `add` and `edit` with their names resolved and their dates read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from incidents.cli.incident_options import EvidenceOptions, FieldOptions
from incidents.cli.incident_values import evidence, values
from incidents.cli.typed.date import Typed, typed_back, typed_date
from incidents.model.incident import Evidence, Incident, OpenName, still_open
from incidents.store.location import Location
from incidents.store.query.connect import Reader

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The options with their names resolved and their dates read."""

    values: dict[str, Any]
    passage: Evidence | None = None
    date: Typed | None = None
    when: dict[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    open_names: tuple[OpenName, ...] = ()

    def put(self, incident: Incident) -> Incident:
        """The incident with the evidence and the fields that were given."""
        when = typed_back(self.date.when, incident.when) if self.date else incident.when
        after = replace(
            incident,
            **self.values,
            when=replace(when, **self.when) if when.dated else when,
            tags=tuple(dict.fromkeys((*incident.tags, *self.tags))),
            evidence=(*incident.evidence, self.passage) if self.passage else incident.evidence,
        )
        named = (*still_open(incident, after), *self.open_names)
        return replace(after, open_names=tuple(dict.fromkeys(named)))


def resolve(reader: Reader, location: Location, given: Given, reports: Sequence[str]) -> Resolved:
    """The options read; words of a date count from the day of the first of the `reports`, then of the passage's."""
    found = values(reader, cast("FieldOptions", _part(given, FieldOptions)))
    passage = evidence(reader, location, cast("EvidenceOptions", _part(given, EvidenceOptions)))
    counted = [*reports, *([passage.report] if passage and passage.report else [])]
    words = given["date"]
    date = None if words is None else typed_date(reader, location, words, given["counted_from"], counted)
    when = {name: given[name] for name in ("extent", "basis") if given[name]}
    pairs = ((noun, words) for noun in ("place", "institution") for words in given[f"open_{noun}"])
    named = (OpenName(noun, " ".join(words.split())) for noun, words in pairs)
    return Resolved(found, passage, date, when, given["tag"], tuple(named))


def _part(given: Given, of: Any) -> Given:
    return {name: given[name] for name in of.__annotations__}
