"""Whether places and institutions can be found by their names; for `db check`."""

from collections.abc import Iterator

import sqlalchemy as sa

from incidents.store.seed_rows import Noun


def wrong(connection: sa.Connection, noun: Noun) -> tuple[int, list[str]]:
    """How many names were looked at, and what is wrong: no name, one without a letter, one that is filed wrongly."""
    rows, names = noun.table, noun.names
    joined = rows.outerjoin(names, names.c[noun.owner] == rows.c.id)
    query = sa.select(rows.c.code, rows.c.name, names.c.name, names.c.key).select_from(joined).order_by(rows.c.code)
    found: list[str] = []
    own: dict[str, tuple[str, set[str]]] = {}
    checked = 0
    for code, canonical, name, key in connection.execute(query):
        checked += name is not None
        own.setdefault(code, (canonical, set()))[1].add(name or "")
        found += _filed(noun, code, name, key)
    return checked, [*_unnamed(own), *found]


def _filed(noun: Noun, code: str, name: str | None, key: str) -> Iterator[str]:
    """What is wrong with one name."""
    if name is None:
        return
    if not noun.key(name):
        yield f"{code} has the name {name!r}, by which nothing is found"
    elif noun.key(name) != key:
        yield f"{code} is not found by its name {name!r}"


def _unnamed(own: dict[str, tuple[str, set[str]]]) -> Iterator[str]:
    """Of each thing by its code what it goes by, where that is empty or none of its names."""
    for code, (canonical, names) in own.items():
        if not canonical.strip():
            yield f"{code} has an empty name"
        elif canonical not in names:
            yield f"{code} goes by {canonical!r}, which is none of its names"
