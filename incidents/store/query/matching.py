"""A filter as one query for the incidents that match it.

Every query is driven by an index range of `incident_scope`, which holds each standing incident under every ancestor of
its places and institutions, its type and family, and the one node `all`. Further nodes are exact look-ups in its
primary key. The order (sort_from, sort_to, incident) is that of the index.
"""

from collections.abc import Sequence
from typing import NamedTuple

from incidents.model.filter import Filter
from incidents.store.query.conditions import conditions
from incidents.store.query.connect import Reader
from incidents.store.query.former import HOLDS
from incidents.store.query.sql import Sql, joined, number, where, within
from incidents.store.query.window import day_window, scope_window

_SAME = "t.sort_from = s.sort_from AND t.sort_to = s.sort_to AND t.incident_id = s.incident_id"
_INCIDENT = " JOIN incident i ON i.id = s.incident_id"
_NODES = {
    "place": "SELECT id FROM place",
    "institution": "SELECT id FROM institution",
    "type": "SELECT node FROM incident_type",
    "family": "SELECT node FROM incident_family",
}
_WITHDRAWN = {
    "place": """i.id IN (SELECT l.incident_id FROM incident_place l
        JOIN place_closure c ON c.place_id = l.place_id JOIN place n ON n.id = c.ancestor_id
        WHERE {} AND """
    + HOLDS["place"]
    + ")",
    "institution": """i.id IN (SELECT l.incident_id FROM incident_institution l
        JOIN institution_closure c ON c.institution_id = l.institution_id
        JOIN institution n ON n.id = c.ancestor_id WHERE {} AND """
    + HOLDS["institution"]
    + ")",
    "type": "i.type IN (SELECT n.code FROM incident_type n WHERE {})",
    "family": """i.type IN (SELECT t.code FROM incident_type t
        JOIN incident_family n ON n.code = t.family_code WHERE {})""",
}
ENOUGH = 20_000
"""Up to so many rows are counted to find the rarer of two nodes."""


class Scope(NamedTuple):
    """Nodes of one tree, any of which must be above an incident; no codes: the node of all incidents."""

    kind: str
    codes: Sequence[str] = ()


def matching(reader: Reader, chosen: Filter, *, joins: bool = False) -> Sql:
    """`FROM …` with every condition; `s` has `sort_from, sort_to, incident_id`, and `i` is the incident.

    `i` is joined only where a condition needs it, or `joins` says so.
    """
    if chosen.withdrawn:
        return _withdrawn(chosen, reader.dialect)
    first, *others = _by_rarity(reader, _scopes(chosen))
    asked = [*day_window(chosen, "i"), *conditions(chosen, reader.dialect)]
    source, narrowing = _driver(first, scope_window(chosen, "s"))
    join = Sql(_INCIDENT if asked or joins else "")
    return joined("", [Sql(" FROM "), source, join, where([*narrowing, *map(_also, others), *asked])])


def _scopes(chosen: Filter) -> list[Scope]:
    trees = [
        Scope("place", chosen.provinces),
        Scope("place", chosen.places),
        Scope("institution", chosen.institutions),
        Scope("type", chosen.types),
        Scope("family", chosen.families),
    ]
    return [scope for scope in trees if scope.codes] or [Scope("all")]


def _by_rarity(reader: Reader, scopes: list[Scope]) -> list[Scope]:
    if len(scopes) == 1:
        return scopes
    return sorted(scopes, key=lambda scope: _size(reader, scope))


def _size(reader: Reader, scope: Scope) -> int:
    nodes = _nodes("s", scope)
    inner = f"SELECT 1 FROM incident_scope s WHERE {nodes.text} LIMIT {ENOUGH}"
    return number(reader, f"SELECT count(*) FROM ({inner}) AS counted", nodes.values)


def _driver(scope: Scope, window: list[Sql]) -> tuple[Sql, list[Sql]]:
    """The table that drives the query, and what must still hold in its WHERE."""
    narrowing = [_nodes("s", scope), *window]
    if len(scope.codes) <= 1:
        return Sql("incident_scope s"), narrowing
    some = joined("", [Sql("(SELECT DISTINCT sort_from, sort_to, incident_id FROM incident_scope s"), where(narrowing)])
    return Sql(f"{some.text}) s", some.values), []


def _also(scope: Scope) -> Sql:
    nodes = _nodes("t", scope)
    return Sql(f"EXISTS (SELECT 1 FROM incident_scope t WHERE {nodes.text} AND {_SAME})", nodes.values)


def _nodes(alias: str, scope: Scope) -> Sql:
    if not scope.codes:
        return Sql(f"{alias}.kind = 'all' AND {alias}.node = 0")
    codes = within("code", scope.codes)
    operator = "=" if len(scope.codes) == 1 else "IN"
    nodes = f"({_NODES[scope.kind]} WHERE {codes.text})"
    return Sql(f"{alias}.kind = '{scope.kind}' AND {alias}.node {operator} {nodes}", codes.values)


def _withdrawn(chosen: Filter, dialect: str) -> Sql:
    """The withdrawn ones are few and in no scope: they are read from the table."""
    trees = [_put(_WITHDRAWN[s.kind], within("n.code", s.codes)) for s in _scopes(chosen) if s.codes]
    asked = [Sql("i.withdrawn = 1"), *scope_window(chosen, "i"), *day_window(chosen, "i"), *trees]
    table = "incident i JOIN (SELECT id AS incident_id, sort_from, sort_to FROM incident) s ON s.incident_id = i.id"
    return joined("", [Sql(f" FROM {table}"), where([*asked, *conditions(chosen, dialect)])])


def _put(frame: str, inner: Sql) -> Sql:
    return Sql(frame.format(inner.text), inner.values)
