"""Making one place or institution of two: what had the other has the kept one from now on."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from incidents.errors import Refused
from incidents.model.codec import Plain, incident_from_plain, incident_to_plain, proposal_from_plain, proposal_to_plain
from incidents.model.coded import coded
from incidents.store import reports, rework, things
from incidents.store.references import incidents_with, proposals_with, things_at, turn_rows
from incidents.store.things import CALLED, MERGED, UNDER, Called, Thing
from incidents.store.unit import Unit

ACTION = "merge"
_PROPER = ("canonical", "official")
"""Kinds of names of which the kept one has its own."""
_LISTS = ("places", "institutions", "candidates")
"""Fields of a record in which what became the same stands once."""


def merge(unit: Unit, kept: Thing, other: Thing, reason: str = "") -> int:
    """Give everything of the other to the kept one, and retire the other; how many records were changed for it.

    Its names and its code find the kept one; what lay in it lies there; records, evidence and proposals that had it
    have the kept one (`store.references`).

    Raises:
        Refused: they are one, one is retired, or the kept one lies in the other.
    """
    _demand_two(unit, kept, other)
    _give_names(unit, kept, other, reason)
    _give_children(unit, kept, other, reason)
    changed = [*_incidents(unit, kept, other, reason), *_proposals(unit, kept, other, reason)]
    turn_rows(unit, other, kept)
    gone = things.plain(unit, other)
    things.change(unit, other, {**gone, "retired": True, "origin": "user"}, ACTION, reason)
    return len(changed)


def _demand_two(unit: Unit, kept: Thing, other: Thing) -> None:
    if kept == other:
        raise Refused(f"{kept.code} and {other.code} are one already.")
    for thing in (kept, other):
        if things.plain(unit, thing)["retired"]:
            raise Refused(f"{thing.code} is retired: it takes no changes.")
    if other.code in _line(unit, kept):
        raise Refused(f"{kept.code} lies in {other.code}: move it out first, or keep {other.code}.")


def _line(unit: Unit, thing: Thing) -> Iterator[str]:
    """The codes above a thing today; a ring ends by itself."""
    seen: set[str] = set()
    code = str(things.plain(unit, thing)["parent"])
    while code and code not in seen:
        seen.add(code)
        yield code
        code = str(things.plain(unit, Thing(thing.noun, code))["parent"])


def _give_names(unit: Unit, kept: Thing, other: Thing, reason: str) -> None:
    value = things.plain(unit, kept)
    given = things.called(things.plain(unit, other))
    fresh = {name: replace(one, origin="user") for name, one in given.items()}
    fresh = {name: replace(one, kind="alias") if one.kind in _PROPER else one for name, one in fresh.items()}
    fresh[other.code] = Called(MERGED, "")
    names = {f"{CALLED}{name}": one.plain for name, one in fresh.items()}
    things.change(unit, kept, names | _without(value, other), ACTION, reason)


def _without(value: Plain, other: Thing) -> Plain:
    """The value without having lain in the other one: it would have lain in itself."""
    left = {name: held for name, held in value.items() if not name.startswith(f"{UNDER}{other.code} ")}
    return left if len(left) == len(value) else left | {"origin": "user"}


def _give_children(unit: Unit, kept: Thing, other: Thing, reason: str) -> None:
    """What lies or lay in the other one lies or lay in the kept one; an institution there is there."""
    for thing in list(dict.fromkeys(things_at(unit, other))):
        if thing != kept:
            value = things.plain(unit, thing)
            after = {_renamed(name, kept, other): held for name, held in value.items()}
            link = "parent" if thing.noun == other.noun else other.noun
            if after[link] == other.code:
                after[link] = kept.code
            things.change(unit, thing, after | {"origin": "user"}, ACTION, reason)


def _renamed(field: str, kept: Thing, other: Thing) -> str:
    head = f"{UNDER}{other.code} "
    return f"{UNDER}{kept.code} {field.removeprefix(head)}" if field.startswith(head) else field


def _incidents(unit: Unit, kept: Thing, other: Thing, reason: str) -> Iterator[int]:
    for number in incidents_with(unit, other):
        held = unit.incident(str(number))
        value = incident_from_plain(swapped(incident_to_plain(held), other, kept.code))
        unit.save(replace(value, id=held.id, revision=held.revision), ACTION, reason)
        yield number


def _proposals(unit: Unit, kept: Thing, other: Thing, reason: str) -> Iterator[int]:
    """The numbers of those that wait: of a decided one nobody need know."""
    for number in proposals_with(unit, other):
        stored = reports.read_proposal(unit.session, number)
        value = proposal_from_plain(swapped(proposal_to_plain(stored.proposal), other, kept.code))
        if value != stored.proposal:
            rework.rewrite(unit, stored, value, ACTION, reason)
            yield from [number] * (stored.state == "waiting")


def swapped(value: Any, other: Thing, kept: str) -> Any:
    """A plain record or proposal with the code of the kept one wherever it has the other; links stand once.

    Only fields that hold such a code: words, tags and codes of outlets may be spelled alike.
    """
    if isinstance(value, list):
        return [swapped(one, other, kept) for one in value]
    if not isinstance(value, Mapping):
        return value
    fields = coded(value, other.noun)
    inner = {
        name: _instead(one, other.code, kept) if name in fields else swapped(one, other, kept)
        for name, one in value.items()
    }
    return {name: _once(one) if name in _LISTS and one != value[name] else one for name, one in inner.items()}


def _instead(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return [_instead(one, old, new) for one in value]
    return new if value == old else value


def _once(items: list[Any]) -> list[Any]:
    return [one for place, one in enumerate(items) if one not in items[:place]]
