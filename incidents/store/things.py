"""Places and institutions changed through the unit of work: the row, its names and its parents are one value.

The value is plain (`Plain`), so that the log holds it and `undo` can put any part of it back. Its fields: the columns
of the row with codes for numbers; `called NAME`: kind, language, since, until and origin of a name; `under CODE KIND
SINCE`: until and origin of a parent besides the one of today.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from incidents.errors import NotFound
from incidents.model.codec import Plain
from incidents.store import closure, scope
from incidents.store.log import Diff, diff
from incidents.store.seed_rows import INSTITUTION, PLACE, Noun
from incidents.store.tables import table_of
from incidents.store.unit import Unit

NOUNS: Mapping[str, Noun] = {"place": PLACE, "institution": INSTITUTION}
CALLED = "called "
"""A field of a name begins so, the name follows."""
UNDER = "under "
"""A field of a parent begins so; code, kind and the date since when follow (which may be empty)."""
MERGED = "merged"
"""The kind of a name that is the code of what was merged into the thing."""
_TREE = ("parent", "since", UNDER)
_SOME = 5_000


class Thing(NamedTuple):
    """A place or an institution by its code."""

    noun: str
    code: str


@dataclass(frozen=True, slots=True)
class Called:
    """What is known of one name; the times are EDTF or empty."""

    kind: str = "alias"
    language: str = "en"
    since: str = ""
    until: str = ""
    origin: str = "user"

    @property
    def plain(self) -> list[str]:
        """As a field of the value holds it."""
        return [self.kind, self.language, self.since, self.until, self.origin]


def called(value: Mapping[str, Any]) -> dict[str, Called]:
    """The names in a value, the canonical one too."""
    return {name.removeprefix(CALLED): Called(*held) for name, held in value.items() if name.startswith(CALLED)}


def plain(unit: Unit, thing: Thing) -> Plain:
    """A thing as it is now.

    Raises:
        NotFound: nothing has that code.
    """
    noun, code = thing
    held = NOUNS[noun]
    connection = unit.session.connection()
    row = connection.execute(sa.select(*held.table.c).where(held.table.c.code == code)).mappings().first()
    if row is None:
        raise NotFound(f"no {noun} has the code {code}.")
    value = {name: row[name] for name in _columns(noun) if row[name] is not None}
    for link, table in held.links.items():
        number = row[f"{link}_id"]
        value[link] = unit.lookup.code_of(table, number) if number else ""
    return value | dict(_names(unit, held, row["id"])) | dict(_parents(unit, held, row["id"]))


def change(unit: Unit, thing: Thing, after: Plain, action: str, reason: str = "") -> Diff:
    """Make a thing what `after` says (a field that is not there: nothing), with the trees and the scope; the changes.

    A value that changes nothing is not written and not logged.
    """
    changed = diff(plain(unit, thing), after)
    if changed:
        number = unit.lookup.id_of(*thing)
        _write(unit, thing.noun, number, changed)
        _follow(unit, thing.noun, number, changed)
        unit.log.append(action, *thing, changed, reason)
    return changed


def make(unit: Unit, thing: Thing, value: Plain, reason: str = "") -> None:
    """Add a thing with this code, whose value has all columns of the row that may not be empty."""
    noun, code = thing
    connection, held = unit.session.connection(), NOUNS[noun]
    row = {name: value.get(name) for name in _columns(noun)} | dict(_links(unit, held, value))
    connection.execute(sa.insert(held.table).values(code=code, seed_hash="", **row))
    number = unit.lookup.id_of(noun, code)
    changed = diff({}, value)
    _write(unit, noun, number, {name: pair for name, pair in changed.items() if " " in name})
    _follow(unit, noun, number, changed)
    unit.log.append("add", noun, code, changed, reason)


def _incidents_below(unit: Unit, noun: str, number: int) -> list[int]:
    """The incidents, by number, that have the thing with this number or one below it; withdrawn ones too."""
    links, above = table_of(f"incident_{noun}"), table_of(f"{noun}_closure")
    own = f"{noun}_id"
    joined = links.join(above, above.c[own] == links.c[own])
    query = sa.select(links.c.incident_id).select_from(joined).where(above.c.ancestor_id == number).distinct()
    return list(unit.session.connection().execute(query).scalars())


def standing_below(unit: Unit, thing: Thing) -> int:
    """How many incidents of the chronology have the thing or one below it."""
    rows = table_of("incident_scope")
    here = (rows.c.kind == thing.noun) & (rows.c.node == unit.lookup.id_of(*thing))
    query = sa.select(sa.func.count()).select_from(rows).where(here)
    return int(unit.session.connection().execute(query).scalar_one())


def _columns(noun: str) -> list[str]:
    return [*(name for name in NOUNS[noun].columns if name != "code"), "origin", "retired"]


def _names(unit: Unit, held: Noun, number: int) -> Iterator[tuple[str, list[str]]]:
    names = held.names
    columns = (names.c[name] for name in ("name", "kind", "language", "since", "until", "origin"))
    for name, *rest in unit.session.connection().execute(sa.select(*columns).where(names.c[held.owner] == number)):
        yield f"{CALLED}{name}", rest


def _parents(unit: Unit, held: Noun, number: int) -> Iterator[tuple[str, list[str]]]:
    rows, above = held.parents, held.table.alias()
    kind = rows.c.kind if "kind" in rows.c else sa.literal("administrative")
    query = sa.select(above.c.code, kind, rows.c.since, rows.c.until, rows.c.origin)
    joined = query.join_from(rows, above, above.c.id == rows.c.parent_id).where(rows.c[held.owner] == number)
    for code, how, since, *rest in unit.session.connection().execute(joined):
        yield f"{UNDER}{code} {how} {since}", rest


def _links(unit: Unit, held: Noun, value: Mapping[str, Any]) -> Iterator[tuple[str, int | None]]:
    for link, table in held.links.items():
        code = value.get(link)
        yield f"{link}_id", unit.lookup.id_of(table, code) if code else None


def _write(unit: Unit, noun: str, number: int, changed: Diff) -> None:
    """Names and parents go before others come: what was canonical makes room for what will be."""
    held, after = NOUNS[noun], {name: new for name, (_, new) in changed.items()}
    links = {link: after[link] for link in held.links if link in after}
    row = {name: after[name] for name in _columns(noun) if name in after}
    row |= {name: link for name, link in _links(unit, held, links) if name.removesuffix("_id") in links}
    if row:
        unit.session.connection().execute(sa.update(held.table).where(held.table.c.id == number).values(**row))
    for name in after:
        if name.startswith((CALLED, UNDER)):
            _drop(unit, held, number, name)
    for name, value in after.items():
        if value is not None and name.startswith((CALLED, UNDER)):
            _add(unit, held, number, name, value)


def _drop(unit: Unit, held: Noun, number: int, field: str) -> None:
    if field.startswith(CALLED):
        rows = held.names
        here = rows.c.name == field.removeprefix(CALLED)
    else:
        rows = held.parents
        here = sa.and_(*(rows.c[name] == part for name, part in _parent(unit, held, field).items()))
    unit.session.connection().execute(sa.delete(rows).where(rows.c[held.owner] == number, here))


def _add(unit: Unit, held: Noun, number: int, field: str, value: list[str]) -> None:
    if field.startswith(CALLED):
        name = field.removeprefix(CALLED)
        kind, language, since, until, origin = value
        row = {"name": name, "kind": kind, "language": language, "since": since, "until": until, "origin": origin}
        rows, row["key"] = held.names, held.key(name)
    else:
        rows, (until, origin) = held.parents, value
        row = {**_parent(unit, held, field), "until": until, "origin": origin}
    unit.session.connection().execute(sa.insert(rows).values(**{held.owner: number}, **row))


def _parent(unit: Unit, held: Noun, field: str) -> dict[str, Any]:
    code, kind, since = field.removeprefix(UNDER).split(" ", 2)
    row = {"parent_id": unit.lookup.id_of(held.table.name, code), "since": since}
    return row | {"kind": kind} if "kind" in held.parents.c else row


def _follow(unit: Unit, noun: str, number: int, changed: Diff) -> None:
    """The closure and the scope of the incidents below, where its place in the tree is another; what is searched."""
    if any(name.startswith(CALLED) for name in changed):
        _search(unit, noun, number)
    if not any(name.startswith(_TREE) for name in changed):
        return
    if closure.rebuild(unit.session.connection()):
        some = _incidents_below(unit, noun, number)
        for start in range(0, len(some), _SOME):
            scope.refresh(unit.session, some[start : start + _SOME])


def _search(unit: Unit, noun: str, number: int) -> None:
    """The incidents of a thing are found by the words of its names."""
    from incidents.store import search  # noqa: PLC0415  few changes of names

    links = table_of(f"incident_{noun}")
    query = sa.select(links.c.incident_id).where(links.c[f"{noun}_id"] == number).distinct()
    search.refresh_names(unit.session, sorted(unit.session.connection().execute(query).scalars()))
