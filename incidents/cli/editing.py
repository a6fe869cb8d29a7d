"""What `edit` does once it knows its options: names are resolved first, what writes is loaded only then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from incidents.cli.asking.confirm import confirmed_several
from incidents.cli.changes import told
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.resolving import Given, Resolved, resolve
from incidents.cli.screen import bulk, say, say_each
from incidents.cli.startup import unwatched
from incidents.cli.writing import done, writable
from incidents.errors import Refused, UsageProblem
from incidents.model.codec import incident_to_plain
from incidents.model.incident import Incident
from incidents.model.when import UNDATED
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.reports import resting_on

if TYPE_CHECKING:
    from incidents.actions.record import Edit

_EMPTY: dict[str, dict[str, Any]] = {
    "summary": {"summary": ""},
    "date": {"when": UNDATED},
    "places": {"places": (), "precision": "unknown"},
    "institutions": {"institutions": ()},
    "people": {"people": ()},
    "tags": {"tags": ()},
    "note": {"note": ""},
    "open-names": {"open_names": ()},
    "level": {"assessed": None, "assessed_reason": ""},
}
_TOLD = 50
"""Columns that a text takes at the most in what is said of an edit."""

_UNDO = "; undo: incidents undo"
_OWN = ("title", "summary", "quote")
"""What no two incidents share."""


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


def edited(  # noqa: PLR0913  who changes which records how and why
    several: Sequence[str],
    change: Change,
    reason: str,
    database: str | None,
    who: str | None,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Change incidents, all or none, and say what of each is other than it was.

    Raises:
        UsageProblem: no field is named, or one that several incidents cannot share.
        Refused: one has another revision than the one that was seen.
    """
    if change.empty:
        raise UsageProblem("name a field to change, such as --date or --title; incidents edit --help lists them")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = meant(reader, "incident", several)
        _demand_shared(change, len(numbers))
        changes = wanted(reader, location, change, numbers)
        confirmed_several(reader, "changed", numbers, yes=yes or dry_run)
    with unwatched():
        from incidents.actions.record import revise_all  # noqa: PLC0415  heavy, after all that can be mistyped

        pairs = revise_all(location, name, changes, reason=reason, dry_run=dry_run, follow=bulk(len(numbers)))
    say_differences(database, pairs, dry_run=dry_run)


def say_differences(database: str | None, pairs: Sequence[tuple[Incident, Incident]], *, dry_run: bool) -> None:
    """What of each incident is other than it was; of very many the first, and how many there are."""
    with reading(database) as reader:
        if len(pairs) == 1:
            say(difference(reader, *pairs[0], dry_run=dry_run))
            return
        sentences = (difference(reader, *pair, dry_run=dry_run).removesuffix(_UNDO) for pair in pairs)
        say_each(sentences, len(pairs))
    changed = sum(after.revision != before.revision for before, after in pairs)
    say(f"{changed} incident{'s' * (changed != 1)} {done('changed', dry_run=dry_run)}{'' if dry_run else _UNDO}")


def _demand_shared(change: Change, count: int) -> None:
    """Refuse for several incidents what belongs to one."""
    own = [name for name in _OWN if change.given[name]] + ["revision"] * (change.revision is not None)
    if count > 1 and own:
        raise UsageProblem(f"--{own[0]} belongs to one incident, and these are {count}: edit them one by one")


def wanted(reader: Reader, location: Location, change: Change, numbers: Sequence[int]) -> "dict[str, Edit]":
    """What becomes of each incident; a date in words counts from the day of its own report."""
    found: dict[int, Resolved] = {}
    for number in numbers:
        known = found.get(numbers[0]) if change.given["date"] is None else None
        found[number] = known or resolve(reader, location, change.given, resting_on(reader, number))
    for sentence in dict.fromkeys(one.date.understood for one in found.values() if one.date and one.date.understood):
        say(sentence)
    return {str(number): partial(_changed, resolved=one, change=change) for number, one in found.items()}


def difference(reader: Reader, before: Incident, after: Incident, *, dry_run: bool) -> str:
    """`12: date by 31 Jan 2025 → 8 Jan 2025 (revision 3); undo: incidents undo`."""
    if after.revision == before.revision:
        return f"{after.id} is so already: nothing was changed"
    old, new = incident_to_plain(before), incident_to_plain(after)
    differing = {name: (old.get(name), new.get(name)) for name in old.keys() | new.keys()}
    fields = told(reader, {name: pair for name, pair in differing.items() if pair[0] != pair[1]}, _TOLD)
    what = f"{after.id}: {', '.join(f'{label} {words}' for label, words in fields)}"
    return f"would be changed: {what}" if dry_run else f"{what} (revision {after.revision}){_UNDO}"


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
