"""Adding a place or an institution by hand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from incidents.actions import known
from incidents.errors import BadInput, Refused
from incidents.intake.language import language_of
from incidents.model.codec import Plain
from incidents.model.key import fold
from incidents.store import things
from incidents.store.location import Location
from incidents.store.namesakes import namesakes
from incidents.store.thing_checks import (
    demand_name,
    demand_order,
    in_other_capitals,
    level_of,
    taken,
)
from incidents.store.things import CALLED, Called, Thing
from incidents.store.unit import Unit, begin

_WORD = re.compile(r"[a-z0-9]+")
_CODE = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*")
_LONGEST = 400
"""Characters of the longest code; one that is coined has all that lie above it in it."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is to be added; an empty `code` is coined of the parent's and the name. Times are EDTF or empty."""

    noun: str
    name: str
    kind: str
    parent: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    position: tuple[float, float] | None = None
    """Degrees north and east."""
    names: Sequence[tuple[str, str]] = ()
    """Further names with their kinds."""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """Where, by whom and why something is written; `dry_run`: it is not."""

    location: Location
    name: str
    reason: str = ""
    dry_run: bool = False


def add(who: Who, fresh: Fresh, *, another: bool = False) -> str:
    """Add it as the user's own; its code. `another`: although one of that name is there.

    Raises:
        Refused: one that is called so, or nearly, is right below the same parent, or something has the code.
        BadInput: a name or code that nothing can have, or times that run backwards.
    """
    with begin(who.location, who.name, dry_run=who.dry_run) as unit:
        for name in (fresh.name, *(name for name, _ in fresh.names)):
            demand_name(fresh.noun, name)
        demand_order(fresh.name, fresh.since, fresh.until)
        if not another:
            _demand_new(unit, fresh)
        made = replace(fresh, code=fresh.code or _coined(unit, fresh))
        _put(unit, made, who.reason)
    known.changed()
    return made.code


def _demand_new(unit: Unit, fresh: Fresh) -> None:
    names = (fresh.name, *(name for name, _ in fresh.names))
    there = namesakes(unit, fresh.noun, names, fresh.parent)
    if not there:
        return
    same = [one.code for one in there if one.same]
    how = "is called so already" if same else f"is called {there[0].name}, which may be the same"
    seen = f"`incidents {fresh.noun} show {there[0].code}`; --another adds one beside it"
    raise Refused(f"{' and '.join(same or [there[0].code])} {how}: {seen}.")


def _put(unit: Unit, fresh: Fresh, reason: str) -> None:
    thing = Thing(fresh.noun, fresh.code)
    if not _CODE.fullmatch(fresh.code):
        raise BadInput(f"{fresh.code!r} is no code: write letters and digits with - and . between, as KP-10.samsu.")
    if len(fresh.code) > _LONGEST:
        raise BadInput(f"the code {fresh.code[:40]}… has over {_LONGEST} characters: give a shorter --code.")
    if other := in_other_capitals(unit, thing):
        raise Refused(f"{fresh.code} is {other} but for capitals, which nobody types: give another --code.")
    retired = taken(unit, thing)
    if retired is None:
        things.make(unit, thing, _value(unit, fresh), reason)
    elif retired and things.plain(unit, thing)["origin"] == "user":
        things.change(unit, thing, _value(unit, fresh), "add", reason)
    else:
        raise Refused(f"something has the code {fresh.code} already: `incidents {fresh.noun} show {fresh.code}`.")


def _value(unit: Unit, fresh: Fresh) -> Plain:
    value: Plain = {"name": fresh.name, "kind": fresh.kind, "parent": fresh.parent, "since": fresh.since}
    value |= {"origin": "user", "retired": False}
    if fresh.noun == "place":
        value["level"] = level_of(unit, fresh.kind)
        if fresh.position:
            value |= dict(zip(("latitude", "longitude"), fresh.position, strict=True))
    else:
        value |= {"place": fresh.place, "until": fresh.until}
    return value | dict(_names(((fresh.name, "canonical"), *fresh.names)))


def _names(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """The fields of the names; one that is given twice is of the first kind."""
    seen: set[str] = set()
    for name, kind in names:
        if name not in seen:
            seen.add(name)
            yield f"{CALLED}{name}", Called(kind, language_of(name)).plain


def _coined(unit: Unit, fresh: Fresh) -> str:
    """`KP-10.samsu.posong` of a place in KP-10.samsu, `kp.mss.archive` of an institution below kp.mss; a free one."""
    slug = "-".join(_WORD.findall(fold(fresh.name)))
    if not slug:
        raise BadInput(f"no code can be made of {fresh.name!r}: give the English name first, or --code.")
    head = ".".join(fresh.parent.split(".")[:2]) if fresh.noun == "place" else fresh.parent
    code = f"{head}.{slug}" if head else slug
    return next(one for one in _numbered(code) if taken(unit, Thing(fresh.noun, one)) is not False)


def _numbered(code: str) -> Iterator[str]:
    yield code
    yield from (f"{code}-{number}" for number in count(2))
