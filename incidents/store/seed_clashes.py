"""What new seeds do beside what users have: names that are shared now, and what is retired though it is in use."""

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa

_SHARED = """SELECT DISTINCT a.code, m.name, b.code FROM {0}_name m JOIN {0} a ON a.id = m.{0}_id
    JOIN {0}_name s ON s.key = m.key AND s.{0}_id <> m.{0}_id JOIN {0} b ON b.id = s.{0}_id
    WHERE m.origin = 'user' AND m.kind <> 'merged' AND s.origin = 'seed' AND a.retired = 0 AND b.retired = 0"""
_USED = """SELECT n.code, n.name, '' FROM {0} n WHERE n.origin = 'seed' AND n.retired = 1
    AND (EXISTS (SELECT 1 FROM {0}_name m WHERE m.{0}_id = n.id AND m.origin = 'user')
    OR EXISTS (SELECT 1 FROM {0} c WHERE c.parent_id = n.id AND c.retired = 0)
    OR EXISTS (SELECT 1 FROM incident_{0} l WHERE l.{0}_id = n.id))"""
_OWN = "SELECT code, name, '' FROM {0} WHERE seed_hash = '' AND retired = 0"
_TEXTS = {"shared": _SHARED, "retired": _USED, "own": _OWN}


class Clash(NamedTuple):
    """`how`: `kept` as a user changed it, `taken` (its code), `shared` (the name, with the `other`), or `retired`."""

    how: str
    noun: str
    code: str
    name: str = ""
    other: str = ""


def standing(connection: sa.Connection) -> frozenset[Clash]:
    """The names of users that the seeds give to other things too, and what is retired and in use."""
    return frozenset(one for how in ("shared", "retired") for one in _found(connection, how))


def made_by_load(connection: sa.Connection, before: frozenset[Clash], kept: tuple[str, ...]) -> tuple[Clash, ...]:
    """What a load of the seeds has brought about, after it; `kept` names what it left alone, as table and key."""
    own = {(one.noun, one.code): one.name for one in _found(connection, "own")}
    left = []
    for noun, _, code in (one.partition(" ") for one in kept):
        name = own.get((noun, code))
        left.append(Clash("taken" if name else "kept", noun, code, name or ""))
    return (*left, *sorted(standing(connection) - before))


def _found(connection: sa.Connection, how: str) -> Iterator[Clash]:
    for noun in ("place", "institution"):
        for row in connection.execute(sa.text(_TEXTS[how].format(noun))):
            yield Clash(how, noun, *row)
