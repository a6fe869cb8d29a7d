"""Names and parents of a place or an institution changed by hand. What the seeds gave is the user's from then on."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from incidents.actions import known
from incidents.actions.new_thing import Who
from incidents.errors import NotFound, Refused
from incidents.intake.language import language_of
from incidents.model.codec import Plain
from incidents.store import merging, things
from incidents.store.thing_checks import demand_apart, demand_name, demand_order, ends_before
from incidents.store.things import CALLED, UNDER, Called, Thing
from incidents.store.unit import Unit, begin

__all__ = ["Thing", "add_names", "merge", "move", "remove_names", "rename"]

Way = Callable[[Unit, Plain], Plain]
"""From a thing as it is to what it shall be."""


def rename(who: Who, thing: Thing, name: str, since: str = "", korean: str = "") -> None:
    """Give a thing another canonical name, and perhaps another official Korean one, since a date (EDTF).

    The names that it had stay: as former ones until that date, without one as aliases.

    A name that it had until the wrong one began goes on without a break.

    Raises:
        Refused: it has that name or had it for another time, is retired, or has had its name for less long.
        BadInput: a name that nothing can have.
    """

    def way(_: Unit, value: Plain) -> Plain:
        names = things.called(value)
        if name:
            names = _renamed(thing, names, name, since, "canonical")
        if korean:
            names = _renamed(thing, names, korean, since, "official")
        return _with_names(value, names) | {"name": name or value["name"], "origin": "user"}

    for one in filter(None, (name, korean)):
        demand_name(thing.noun, one)
    _change(who, thing, way, "rename")


def move(who: Who, thing: Thing, parent: str, since: str = "") -> int:
    """Put a thing under another parent, since a date (EDTF); how many standing incidents have it or one below it.

    Where it lay until then is kept as a former parent; without a date the old one was wrong, and is not.

    Raises:
        Refused: it lies there, the parent lies below it, it is retired, or has lain where it is for less long.
    """

    def way(unit: Unit, value: Plain) -> Plain:
        old = value["parent"]
        if old == parent:
            raise Refused(f"{thing.code} lies in {parent} already.")
        demand_apart(unit, thing, parent)
        moved = {**value, "parent": parent, "origin": "user"}
        began = value["since"] if thing.noun == "place" else _last_end(value)
        _demand_later(f"{thing.code} has lain in {old}", began, since)
        if thing.noun == "place":
            moved["since"] = since
        if since and old:
            moved[f"{UNDER}{old} administrative {began}"] = [since, "user"]
        return moved

    return _change(who, thing, way, "move")


def _last_end(value: Plain) -> str:
    """Until when an institution lay elsewhere: since when it lies where it lies today."""
    return max((held[0] for field, held in value.items() if field.startswith(UNDER)), default="")


def add_names(who: Who, thing: Thing, names: Iterable[str], called: Called) -> None:
    """Add further names to a thing; an empty language is told by the script of each.

    Raises:
        Refused: it has one of them, or is retired.
        BadInput: a name that nothing can have, or times that run backwards.
    """

    def way(_: Unit, value: Plain) -> Plain:
        held, fresh = things.called(value), dict(value)
        for name in dict.fromkeys(names):
            demand_name(thing.noun, name)
            demand_order(f"the name {name!r}", called.since, called.until)
            if name in held:
                raise Refused(f"{thing.code} has the name {name!r} already ({held[name].kind}).")
            fresh[f"{CALLED}{name}"] = replace(called, language=called.language or language_of(name)).plain
        return fresh

    _change(who, thing, way, "name")


def remove_names(who: Who, thing: Thing, names: Iterable[str]) -> None:
    """Take names from a thing.

    Raises:
        NotFound: it has no such name.
        Refused: it is the canonical one, or the thing is retired.
    """

    def way(_: Unit, value: Plain) -> Plain:
        held, left = things.called(value), dict(value)
        for name in dict.fromkeys(names):
            if name not in held:
                raise NotFound(f"{thing.code} has no name {name!r}; incidents {thing.noun} show {thing.code} has all.")
            if held[name].kind == "canonical":
                raise Refused(f"{name} is what {thing.code} goes by: `incidents {thing.noun} rename` gives another.")
            if held[name].origin == "seed":
                left["origin"] = "user"
            del left[f"{CALLED}{name}"]
        return left

    _change(who, thing, way, "name")


def merge(who: Who, kept: Thing, other: Thing) -> int:
    """Make one thing of two: everything of the other goes to the kept one; how many records were changed for it.

    Raises:
        Refused: they are one, one is retired, or the kept one lies in the other.
    """
    with begin(who.location, who.name, dry_run=who.dry_run) as unit:
        count = merging.merge(unit, kept, other, who.reason)
    known.changed()
    return count


def _change(who: Who, thing: Thing, way: Way, action: str) -> int:
    """Write what the way makes of the thing; how many incidents of the chronology have it or one below it."""
    with begin(who.location, who.name, dry_run=who.dry_run) as unit:
        before = things.plain(unit, thing)
        if before["retired"]:
            raise Refused(f"{thing.code} is retired: it takes no changes.")
        things.change(unit, thing, way(unit, before), action, who.reason)
        incidents = things.standing_below(unit, thing)
    known.changed()
    return incidents


def _renamed(thing: Thing, names: dict[str, Called], name: str, since: str, kind: str) -> dict[str, Called]:
    """The names with another one of the kind, and what was so before as a former one or an alias."""
    korean = kind == "official"
    past = {text: one for text, one in names.items() if one.kind == kind and (not korean or one.language == "ko")}
    _demand_other(thing, names, name, kind, set() if since else {one.since for one in past.values()})
    for text, one in past.items():
        _demand_later(f"{text} is the name", one.since, since)
    gone = {
        text: replace(one, kind="former" if since else "alias", until=since, origin="user")
        for text, one in past.items()
    }
    began = since or (names[name].since if name in names else "")
    return {**names, **gone, name: Called(kind, language_of(name), began)}


def _with_names(value: Plain, names: dict[str, Called]) -> Plain:
    rest = {field: held for field, held in value.items() if not field.startswith(CALLED)}
    return rest | {f"{CALLED}{name}": one.plain for name, one in names.items()}


def _demand_other(thing: Thing, names: dict[str, Called], name: str, kind: str, wrong: set[str]) -> None:
    """Refuse the name that it has, and one that it had for a time: of which but what was `wrong` since follows on."""
    if name in names and names[name].kind == kind:
        raise Refused(f"{thing.code} is called {name} already.")
    if name in names and names[name].until and names[name].until not in wrong:
        before = f"{thing.code} had the name {name} until {names[name].until}, and one period of a name is kept"
        raise Refused(f"{before}: `incidents {thing.noun} alias remove {thing.code} '{name}'` lets that one go first.")


def _demand_later(what: str, began: str, since: str) -> None:
    """Refuse an end before the beginning."""
    if ends_before(since, began):
        raise Refused(f"{what} only from {began}, which is after {since}.")
