"""Reference rows that users added or changed, laid over those of the seeds: what extraction looks names up in."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import starmap
from typing import Any

from incidents.model.reference import Institution, Name, Outlet, Parent, Place, Reference
from incidents.store.query.connect import Reader

_PLACES = """SELECT p.code, p.name, p.kind, p.level, coalesce(u.code, ''), p.since, p.latitude, p.longitude
    FROM place p LEFT JOIN place u ON u.id = p.parent_id WHERE p.origin = 'user' AND p.retired = 0 ORDER BY p.code"""
_INSTITUTIONS = """SELECT i.code, i.name, i.kind, coalesce(u.code, ''), coalesce(p.code, ''), i.since, i.until
    FROM institution i LEFT JOIN institution u ON u.id = i.parent_id LEFT JOIN place p ON p.id = i.place_id
    WHERE i.origin = 'user' AND i.retired = 0 ORDER BY i.code"""
_OUTLETS = """SELECT code, name, kind, country, language, domains FROM outlet
    WHERE origin = 'user' AND retired = 0 ORDER BY code"""
_NAMES = """SELECT o.code, n.name, n.language, n.kind, n.since, n.until FROM {0}_name n JOIN {0} o ON o.id = n.{0}_id
    WHERE (n.origin = 'user' OR o.origin = 'user') AND n.kind NOT IN ('canonical', 'merged')
    ORDER BY o.code, n.name"""
_MERGED = """SELECT n.name, o.code FROM {0}_name n JOIN {0} o ON o.id = n.{0}_id
    WHERE n.kind = 'merged' AND n.origin = 'user' AND o.retired = 0"""
_PARENTS = """SELECT o.code, u.code, {1}, r.since, r.until FROM {0}_parent r JOIN {0} o ON o.id = r.{0}_id
    JOIN {0} u ON u.id = r.parent_id WHERE o.origin = 'user' OR r.origin = 'user' ORDER BY o.code, u.code, r.since"""
_KINDS = {"place": "r.kind", "institution": "'administrative'"}
_OUTLET_NAMES = """SELECT o.code, n.name FROM outlet_name n JOIN outlet o ON o.id = n.outlet_id
    WHERE n.origin = 'user' AND n.name <> o.name ORDER BY o.code, n.name"""
_RETIRED = "SELECT code FROM {0} WHERE origin = 'user' AND retired = 1"
_BROUGHT = """SELECT subject_uid FROM change WHERE subject_kind = 'institution' GROUP BY subject_uid
    HAVING min(CASE WHEN action IN ('bring', 'restore') OR substr(action, 1, 5) = 'undo ' THEN 1 ELSE 0 END) = 1"""
"""The institutions that records brought along (`store.institutions`) and that nobody has changed since."""


def with_users_rows(reader: Reader, seeds: Reference) -> Reference:
    """The reference of the seeds as users of a database have changed it and added to it.

    A row that a user has changed stands in place of that of the seeds, with the names and parents of the database; one
    that a user has retired is left out; to any other come the names and parents that users gave it. The version tells
    it from the seeds alone; what only an accepted record brought there is read alike without it, and does not count.
    """
    made = {
        "place": starmap(Place, reader.rows(_PLACES)),
        "institution": starmap(Institution, reader.rows(_INSTITUTIONS)),
    }
    held: dict[str, tuple[Any, ...]] = {"place": seeds.places, "institution": seeds.institutions}
    laid = {noun: _laid_over(reader, noun, held[noun], made[noun]) for noun in held}
    outlets, names = list(_outlets(reader)), _outlet_names(reader)
    if all(laid[noun] is held[noun] for noun in held) and not (outlets or names):
        return seeds
    named = tuple(one._replace(names=(*one.names, *names.get(one.code, ()))) for one in (*seeds.outlets, *outlets))
    found = replace(seeds, places=laid["place"], institutions=laid["institution"], outlets=named)
    differing = _differing(seeds, found)
    return replace(found, version=_version(reader, seeds, differing), changes=_hash([one for _, one in differing]))


def _version(reader: Reader, seeds: Reference, differing: list[tuple[str, Any]]) -> str:
    """That of the seeds, and after a `+` a hash over what is other than there; nothing if nothing that counts is."""
    brought = {row[0] for row in reader.rows(_BROUGHT)}
    counted = [*sorted(merged(reader).items()), *(one for code, one in differing if code not in brought)]
    return f"{seeds.version}+{_hash(counted)[:8]}" if counted else seeds.version


def _differing(seeds: Reference, found: Reference) -> list[tuple[str, Any]]:
    """The codes of what is other than in the seeds or not there, with what it is."""
    differing: list[tuple[str, Any]] = []
    for before, after in (
        (seeds.place, found.place),
        (seeds.institution, found.institution),
        (seeds.outlet, found.outlet),
    ):
        differing += [(code, code) for code in before if code not in after]
        differing += [
            (code, one) for code, one in after.items() if before.get(code) is not one and before.get(code) != one
        ]
    return differing


def _hash(things: list[Any]) -> str:
    return sha256(repr(things).encode()).hexdigest()


def merged(reader: Reader) -> dict[str, str]:
    """The codes of places and institutions that were merged into others, with the codes of those."""
    return {old: new for noun in ("place", "institution") for old, new in reader.rows(_MERGED.format(noun))}


def _laid_over(reader: Reader, noun: str, seeded: tuple[Any, ...], made: Iterator[Any]) -> tuple[Any, ...]:
    """The things of the seeds with those of the users in their places, or beside them; the same tuple if none is."""
    own = {one.code: one for one in made}
    gone = {row[0] for row in reader.rows(_RETIRED.format(noun))}
    more = {
        "names": _grouped(reader, _NAMES.format(noun), Name),
        "parents": _grouped(reader, _PARENTS.format(noun, _KINDS[noun]), Parent),
    }
    if not (own or gone or any(more.values())):
        return seeded
    standing = ({one.code: one for one in seeded} | own).values()
    return tuple(_with(one, more) for one in standing if one.code not in gone)


def _with(one: Any, more: Mapping[str, Mapping[str, list[Any]]]) -> Any:
    added = {part: (*getattr(one, part), *rows[one.code]) for part, rows in more.items() if one.code in rows}
    return one._replace(**added) if added else one


def _grouped(reader: Reader, text: str, kind: Callable[..., Any]) -> dict[str, list[Any]]:
    """Names or parents by the code of what has them."""
    found: dict[str, list[Any]] = defaultdict(list)
    for code, *cells in reader.rows(text):
        found[code].append(kind(*cells))
    return found


def _outlets(reader: Reader) -> Iterator[Outlet]:
    for code, name, kind, country, language, domains in reader.rows(_OUTLETS):
        yield Outlet(code, name, kind, country, language, tuple(domains.split()))


def _outlet_names(reader: Reader) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for code, name in reader.rows(_OUTLET_NAMES):
        names[code].append(name)
    return names
