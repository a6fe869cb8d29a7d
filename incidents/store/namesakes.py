"""What stands beside a new place or institution, right below the same parent, and is called so or nearly so."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from incidents.model.key import fold
from incidents.model.rough import rough_institution, rough_place
from incidents.store.things import NOUNS
from incidents.store.unit import Unit

_ROUGH: Mapping[str, Callable[[str], str]] = {"place": rough_place, "institution": rough_institution}
_STANDS: Any = sa.literal_column("0")


class Namesake(NamedTuple):
    """A thing by its code, with the name that is like a new one; `same`: but for signs, spaces and the unit's word."""

    code: str
    name: str
    same: bool


def namesakes(unit: Unit, noun: str, names: Iterable[str], parent: str) -> list[Namesake]:
    """What is right below the parent (empty: below nothing) and has one of the names in any spelling, each once.

    The same names come first, before those that may be other romanizations of it.
    """
    asked = [_keys(noun, name) for name in names]
    found: dict[str, Namesake] = {}
    for code, name in _beside(unit, noun, parent):
        exact, rough = _keys(noun, name)
        same = any(exact & wanted for wanted, _ in asked)
        if same or (code not in found and any(rough & wanted for _, wanted in asked)):
            found[code] = Namesake(code, name, same)
    return sorted(found.values(), key=lambda one: (not one.same, one.code))


def _keys(noun: str, name: str) -> tuple[set[str], set[str]]:
    """What the name is filed under, and its rough keys, each of it as it stands and written in one word."""
    joined = fold(name).replace(" ", "")
    return {NOUNS[noun].key(name), joined}, {_ROUGH[noun](name), _ROUGH[noun](joined)} - {""}


def _beside(unit: Unit, noun: str, parent: str) -> Iterator[tuple[str, str]]:
    """The codes and names of what stands right below the parent."""
    held = NOUNS[noun]
    rows, names = held.table, held.names
    above = rows.c.parent_id == unit.lookup.id_of(noun, parent) if parent else rows.c.parent_id.is_(None)
    query = sa.select(rows.c.code, names.c.name).join_from(rows, names, names.c[held.owner] == rows.c.id)
    found = query.where(above, rows.c.retired == _STANDS).order_by(rows.c.code, names.c.name)
    for row in unit.session.connection().execute(found):
        yield row.code, row.name
