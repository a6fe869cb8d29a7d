"""Saying how incidents stand to another one, and taking it back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from incidents.actions.record import demand_standing
from incidents.errors import NotFound, Refused
from incidents.model.incident import Incident, Relation
from incidents.store.location import Location
from incidents.store.relations import MUTUAL
from incidents.store.unit import Unit, begin


class Bond(NamedTuple):
    """Of which kind, to which incident by number, code or uid, and why; `series` makes that one a series."""

    kind: str
    other: str
    reason: str = ""
    series: bool = False


def link(location: Location, who: str, keys: Sequence[str], bond: Bond, *, dry_run: bool = False) -> list[Incident]:
    """Say that incidents stand so to the other one, all or none; they, and at the end the other one.

    Raises:
        NotFound: one is not there.
        Refused: it is said already, would make a circle, is of an incident to itself, or to a withdrawn one.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        other = unit.incident(bond.other)
        demand_standing(other)
        if bond.series and other.kind != "series":
            other = unit.save(replace(other, kind="series"), "edit", bond.reason)
        return [*(_linked(unit, unit.incident(key), other, bond) for key in keys), other]


def unlink(location: Location, who: str, keys: Sequence[str], bond: Bond, *, dry_run: bool = False) -> list[Incident]:
    """Take back that incidents stand so to the other one (no kind: in any way), all or none. Returns as `link`.

    A mutual relation is taken back from whichever holds it.

    Raises:
        NotFound: one is not there, or does not stand so.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [*(_unlinked(unit, unit.incident(key), bond) for key in keys), unit.incident(bond.other)]


def _linked(unit: Unit, incident: Incident, other: Incident, bond: Bond) -> Incident:
    demand_standing(incident)
    if incident.uid == other.uid:
        raise Refused(f"incident {incident.id} cannot stand in a relation to itself.")
    held = Relation(bond.kind, other.uid) in incident.relations
    if held or (bond.kind in MUTUAL and Relation(bond.kind, incident.uid) in other.relations):
        raise Refused(f"“{incident.id} {bond.kind} {other.id}” stands already.")
    relations = (*incident.relations, Relation(bond.kind, other.uid))
    return unit.save(replace(incident, relations=relations), "edit", bond.reason)


def _unlinked(unit: Unit, incident: Incident, bond: Bond) -> Incident:
    other = unit.incident(bond.other)  # read anew: one of several may have changed it
    own, others = _without(incident, other, bond), _without(other, incident, bond, only=MUTUAL)
    if own == incident and others == other:
        back = any(one.other == incident.uid for one in other.relations)
        hint = f"the other way round it does: incidents link {other.id} {incident.id} --drop" * back
        kind = f"“{bond.kind}” " if bond.kind else ""
        said = f"incident {incident.id} stands in no relation {kind}to {other.id}"
        raise NotFound(f"{said}; {hint or f'incidents show {incident.id} tells how it stands to others'}.")
    if others != other:
        unit.save(others, "edit", bond.reason)
    return unit.save(own, "edit", bond.reason)


def _without(incident: Incident, other: Incident, bond: Bond, only: frozenset[str] | None = None) -> Incident:
    """The incident without its relations of the kind to the other; of any kind (of `only`) where none is said."""
    kinds = {
        one.kind for one in incident.relations if bond.kind in ("", one.kind) and (only is None or one.kind in only)
    }
    left = tuple(one for one in incident.relations if one.other != other.uid or one.kind not in kinds)
    return replace(incident, relations=left)
