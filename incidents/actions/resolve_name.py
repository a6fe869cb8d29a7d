"""Saying what place a name that was open stands for, once for all proposals and records that have it."""

from collections.abc import Iterable
from dataclasses import replace

from incidents.actions import known
from incidents.actions.new_thing import Who, language_of
from incidents.actions.record import marked
from incidents.model.incident import Claim, Evidence, Incident, PlaceLink
from incidents.store import things
from incidents.store.query.unresolved import Open
from incidents.store.rework import finest, rewrite, waiting
from incidents.store.things import CALLED, Called, Thing
from incidents.store.unit import Unit, begin

_REASON = "a name that was open"


def resolve(who: Who, uses: Iterable[Open], place: str, alias: str = "") -> tuple[int, int]:
    """Put the place with this code where the name stands; how many proposals and records have it now.

    What lies above it gives way to it. With `alias` the place is called so from now on.

    Raises:
        Refused, NotFound: a proposal was decided, or a record withdrawn, meanwhile.
    """
    by_proposal: dict[int, list[Open]] = {}
    by_incident: dict[int, list[Open]] = {}
    for use in uses:
        table, number = (by_proposal, use.proposal) if use.incident is None else (by_incident, use.incident)
        table.setdefault(number, []).append(use)
    with begin(who.location, who.name, dry_run=who.dry_run) as unit:
        if alias:
            _name(unit, Thing("place", place), alias, who.reason)
        for number, some in by_proposal.items():
            _proposal(unit, number, some, place, who.reason)
        for number, some in by_incident.items():
            held = unit.incident(str(number))
            unit.save(_placed(unit, held, some, place, who.reason), "edit", who.reason)
    known.changed()
    return len(by_proposal), len(by_incident)


def _name(unit: Unit, thing: Thing, alias: str, reason: str) -> None:
    value = things.plain(unit, thing)
    if alias not in things.called(value):
        named = {f"{CALLED}{alias}": Called("alias", language_of(alias)).plain}
        things.change(unit, thing, value | named, "name", reason)


def _proposal(unit: Unit, number: int, uses: list[Open], place: str, reason: str) -> None:
    stored = waiting(unit, number)
    after = _placed(unit, stored.proposal.incident, uses, place, reason)
    spans, held = {(use.start, use.end) for use in uses}, {link.place for link in after.places}
    problems = tuple(
        one
        for one in stored.proposal.problems
        if one.field != "place"
        or ((one.start, one.end) not in spans and (one.start is not None or held.intersection(one.candidates)))
    )
    rewrite(unit, stored, replace(stored.proposal, incident=after, problems=problems), "revise", reason)


def _placed(unit: Unit, before: Incident, uses: list[Open], place: str, reason: str) -> Incident:
    """The record with the place, first of all, in the role of what lies above it, and with the claims that name it."""
    codes = finest(unit, list(dict.fromkeys((place, *(link.place for link in before.places)))))
    links = {link.place: link for link in reversed(before.places)}
    role = next((link.role for link in before.places if link.place not in codes), "scene")
    places = tuple(links.get(code, PlaceLink(code, role)) for code in codes)
    evidence = tuple(_claimed(one, uses, place) for one in before.evidence)
    return marked(before, replace(before, places=places, evidence=evidence), unit.who, reason or _REASON)


def _claimed(one: Evidence, uses: list[Open], place: str) -> Evidence:
    inside = (use for use in uses if one.start is not None and one.end is not None and one.start <= use.start)
    fresh = [Claim("place", place, use.start, use.end) for use in inside if use.end <= (one.end or 0)]
    held = {(claim.field, claim.value, claim.start) for claim in one.claims}
    new = (claim for claim in fresh if (claim.field, claim.value, claim.start) not in held)
    return replace(one, claims=(*one.claims, *new))
