"""Reference rows that users added, laid over those of the seeds: what extraction looks names up in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from incidents.model.reference import Institution, Name, Outlet, Place, Reference
from incidents.store.query.connect import Reader

_PLACES = """SELECT p.code, p.name, p.kind, p.level, coalesce(u.code, ''), p.since, p.latitude, p.longitude
    FROM place p LEFT JOIN place u ON u.id = p.parent_id WHERE p.origin = 'user' AND p.retired = 0 ORDER BY p.code"""
_INSTITUTIONS = """SELECT i.code, i.name, i.kind, coalesce(u.code, ''), coalesce(p.code, ''), i.since, i.until
    FROM institution i LEFT JOIN institution u ON u.id = i.parent_id LEFT JOIN place p ON p.id = i.place_id
    WHERE i.origin = 'user' AND i.retired = 0 ORDER BY i.code"""
_OUTLETS = """SELECT code, name, kind, country, language, domains FROM outlet
    WHERE origin = 'user' AND retired = 0 ORDER BY code"""
_NAMES = """SELECT o.code, n.name, n.language, n.kind, n.since, n.until FROM {0}_name n JOIN {0} o ON o.id = n.{0}_id
    WHERE n.origin = 'user' AND n.kind <> 'canonical' ORDER BY o.code, n.name"""
_OUTLET_NAMES = """SELECT o.code, n.name FROM outlet_name n JOIN outlet o ON o.id = n.outlet_id
    WHERE n.origin = 'user' AND n.name <> o.name ORDER BY o.code, n.name"""


def with_users_rows(reader: Reader, seeds: Reference) -> Reference:
    """The reference of the seeds with the places, institutions, outlets and names that users of a database added."""
    places, institutions = list(_places(reader)), list(_institutions(reader))
    outlets, names = list(_outlets(reader)), _outlet_names(reader)
    place_names, institution_names = _names(reader, "place"), _names(reader, "institution")
    if not (places or institutions or outlets or names or place_names or institution_names):
        return seeds
    return replace(
        seeds,
        places=tuple(
            replace(place, names=(*place.names, *place_names.get(place.code, ()))) for place in (*seeds.places, *places)
        ),
        institutions=tuple(
            replace(one, names=(*one.names, *institution_names.get(one.code, ())))
            for one in (*seeds.institutions, *institutions)
        ),
        outlets=tuple(replace(one, names=(*one.names, *names.get(one.code, ()))) for one in (*seeds.outlets, *outlets)),
    )


def _places(reader: Reader) -> Iterator[Place]:
    return (Place(*row) for row in reader.rows(_PLACES))


def _institutions(reader: Reader) -> Iterator[Institution]:
    return (Institution(*row) for row in reader.rows(_INSTITUTIONS))


def _outlets(reader: Reader) -> Iterator[Outlet]:
    for code, name, kind, country, language, domains in reader.rows(_OUTLETS):
        yield Outlet(code, name, kind, country, language, tuple(domains.split()))


def _names(reader: Reader, kind: str) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for code, *cells in reader.rows(_NAMES.format(kind)):
        names[code].append(Name(*cells))
    return names


def _outlet_names(reader: Reader) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for code, name in reader.rows(_OUTLET_NAMES):
        names[code].append(name)
    return names
