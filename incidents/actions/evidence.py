"""The evidence of an incident: a passage more or less, or one that weighs otherwise; level and days follow."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from incidents.actions.backing import standing_beside
from incidents.actions.record import decided, demand_new, demand_standing
from incidents.errors import NotFound, Refused
from incidents.model.incident import Evidence, Incident
from incidents.store.location import Location
from incidents.store.saving import Standing, standing
from incidents.store.unit import begin

_DROPPED = "kept when a passage that said so was dropped"


class Weighed(NamedTuple):
    """An incident as it was and as it is, and what its evidence yielded and yields."""

    before: Incident
    after: Incident
    yielded: Standing
    yields: Standing


class Aim(NamedTuple):
    """Which incident, by number, code or uid, why, and the revision of it that was seen (0: any)."""

    key: str
    seen: int = 0
    reason: str = ""


def add_evidence(location: Location, who: str, aim: Aim, passage: Evidence, *, dry_run: bool = False) -> Weighed:
    """Add a passage or citation. The incident's own values stay: what the passage claims stands beside them.

    Raises:
        NotFound, Refused, BadInput: no such incident, another revision, the same words twice, a value that is none.
    """

    def added(incident: Incident) -> Incident:
        demand_new(incident.evidence, (*incident.evidence, passage))
        return replace(incident, evidence=(*incident.evidence, standing_beside(incident, passage)))

    return _changed(location, who, aim, added, dry_run=dry_run)


def drop_evidence(
    location: Location, who: str, aim: Aim, passages: Collection[str], *, dry_run: bool = False
) -> Weighed:
    """Take passages, by uid, away. A value that only they gave stays, as a decision of this person.

    Raises:
        NotFound, Refused: no such incident or passage, or another revision.
    """

    def dropped(incident: Incident) -> Incident:
        _demand(incident, passages)
        left = tuple(one for one in incident.evidence if one.uid not in passages)
        return decided(replace(incident, evidence=left), who, aim.reason or _DROPPED)

    return _changed(location, who, aim, dropped, dry_run=dry_run)


def grade_evidence(  # noqa: PLR0913  who weighs which passages how
    location: Location,
    who: str,
    aim: Aim,
    passages: Collection[str],
    weight: Mapping[str, Any],
    *,
    dry_run: bool = False,
) -> Weighed:
    """Give passages, by uid, other values of the fields of Evidence that say who told them and how good that is.

    Raises:
        NotFound, Refused, BadInput: no such incident or passage, another revision, a value that is none.
    """

    def graded(incident: Incident) -> Incident:
        _demand(incident, passages)
        told = (replace(one, **weight) if one.uid in passages else one for one in incident.evidence)
        return replace(incident, evidence=tuple(told))

    return _changed(location, who, aim, graded, dry_run=dry_run)


def _changed(
    location: Location, who: str, aim: Aim, change: Callable[[Incident], Incident], *, dry_run: bool
) -> Weighed:
    with begin(location, who, dry_run=dry_run) as unit:
        before = unit.incident(aim.key)
        demand_standing(before)
        if aim.seen not in (0, before.revision):
            raise Refused(
                f"incident {before.id} is at revision {before.revision}, not {aim.seen}: it was changed since"
            )
        yielded = standing(unit, before.uid)
        after = unit.save(change(before), "edit", aim.reason)
        return Weighed(before, after, yielded, standing(unit, before.uid))


def _demand(incident: Incident, passages: Collection[str]) -> None:
    held = {one.uid for one in incident.evidence}
    missing = [uid for uid in passages if uid not in held]
    if missing:
        raise NotFound(f"incident {incident.id} has no evidence {missing[0]}; incidents evidence show lists it")
