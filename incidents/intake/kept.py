"""The seeds as they were read before, from the user's cache directory: parsing them anew is slow."""

from collections.abc import Callable, Sequence
from itertools import starmap
from typing import Any

from incidents import paths
from incidents.intake import phrase_tables, seeds, tables
from incidents.intake.keeping import Plain, kept, uncollected
from incidents.intake.seeds import Phrases
from incidents.model import reference
from incidents.model.reference import (
    IncidentType,
    Institution,
    Name,
    NamedDay,
    Outlet,
    Parent,
    Place,
    PlaceKind,
    Reference,
    Term,
)

_MODULES = (seeds, tables, phrase_tables, reference)


def known_reference() -> Reference:
    """The same as `intake.seeds.read_reference()`, from the cache if it can be.

    Raises:
        BadInput: a seed file is wrong; says the file and the line.
    """
    with uncollected():
        return _reference(kept("reference", (seeds.version(),), _MODULES, _plain_reference))


def known_phrases(language: str) -> Phrases:
    """The same as `intake.seeds.read_phrases(language)`, from the cache if it can be. Raises as that."""
    if language not in seeds.languages():
        return seeds.read_phrases(language)
    found: Phrases = kept(f"phrases-{language}", (seeds.version(),), _MODULES, lambda: _plain_phrases(language))
    return found


def _plain_reference() -> Plain:
    found = seeds.read_reference()
    return [[_plain(one) for one in getattr(found, name)] for name in _PARTS]


def _plain(one: tuple[Any, ...]) -> tuple[Any, ...]:
    """The fields of a row, those of its names and parents within."""
    return tuple(tuple(map(tuple, cell)) if isinstance(cell, tuple) and cell and _named(cell) else cell for cell in one)


def _named(cell: tuple[Any, ...]) -> bool:
    return isinstance(cell[0], (Name, Parent))


def _plain_phrases(language: str) -> Plain:
    found = seeds.read_phrases(language)
    phrase_tables.check_codes(paths.shipped("seeds") / language, found, known_reference())
    return dict(found)


Rows = Sequence[Any]


def _nested(kind: Callable[..., Any]) -> Callable[[Rows], tuple[Any, ...]]:
    """Of rows that end in their names and parents."""
    return lambda rows: tuple(
        kind(*row[:-2], tuple(starmap(Name, row[-2])), tuple(starmap(Parent, row[-1]))) for row in rows
    )


def _each(kind: Callable[..., Any]) -> Callable[[Rows], tuple[Any, ...]]:
    return lambda rows: tuple(starmap(kind, rows))


_PARTS: dict[str, Callable[[Rows], tuple[Any, ...]]] = {
    "places": _nested(Place),
    "place_kinds": _each(PlaceKind),
    "institutions": _nested(Institution),
    "outlets": _each(Outlet),
    "types": _each(IncidentType),
    "days": _each(NamedDay),
    "terms": _each(Term),
}


def _reference(parts: Sequence[Rows]) -> Reference:
    made: dict[str, Any] = {name: make(rows) for (name, make), rows in zip(_PARTS.items(), parts, strict=True)}
    return Reference(**made, version=seeds.version())
