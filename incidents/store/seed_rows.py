"""What a Reference says, as the rows of each table: the same shape in which the database's own rows are compared."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from incidents.model.key import fold, place_key
from incidents.model.reference import Name, Reference, Term
from incidents.store.tables import metadata

VOCABULARIES = {
    "family": "incident_family",
    "source-type": "source_type",
    "place-role": "place_role",
    "institution-role": "institution_role",
    "institution-kind": "institution_kind",
    "people-group": "people_group",
    "outlet-kind": "outlet_kind",
    "relation": "report_relation_kind",
    "incident-relation": "incident_relation_kind",
}
"""The vocabularies of the seeds that have a table of their own; the others are labels of closed scales."""

Values = dict[str, Any]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """What a seed says of one thing: its columns (parents by code), its further names and parents."""

    row: Values
    names: tuple[tuple[str, ...], ...] = ()
    parents: tuple[tuple[str, ...], ...] = ()

    @property
    def digest(self) -> str:
        """A hash that is the same for the same content, wherever it comes from."""
        plain = json.dumps([self.row, sorted(self.names), sorted(self.parents)], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(plain.encode()).hexdigest()


@dataclass(frozen=True)
class Noun:
    """A table of named things; `links` are its columns that the seeds fill by code, with their tables."""

    table: sa.Table
    columns: tuple[str, ...]
    links: dict[str, str]
    name_columns: tuple[str, ...]
    key: Callable[[str], str]
    parent_columns: tuple[str, ...] = ()

    @property
    def names(self) -> sa.Table:
        return metadata.tables[f"{self.table.name}_name"]

    @property
    def parents(self) -> sa.Table:
        return metadata.tables[f"{self.table.name}_parent"]

    @property
    def owner(self) -> str:
        """The column of names and parents that points to the thing."""
        return f"{self.table.name}_id"


_NAME = ("name", "language", "kind", "since", "until")
PLACE = Noun(
    metadata.tables["place"],
    ("code", "name", "kind", "level", "since", "latitude", "longitude"),
    {"parent": "place"},
    _NAME,
    place_key,
    ("parent", "kind", "since", "until"),
)
INSTITUTION = Noun(
    metadata.tables["institution"],
    ("code", "name", "kind", "since", "until"),
    {"parent": "institution", "place": "place"},
    _NAME,
    fold,
    ("parent", "since", "until"),
)
OUTLET = Noun(
    metadata.tables["outlet"],
    ("code", "name", "kind", "country", "language", "domains"),
    {},
    ("name", "language"),
    fold,
)


def terms(reference: Reference) -> dict[str, dict[Key, Content]]:
    """The rows of every vocabulary table, by table and key, in an order that their foreign keys allow."""
    tables: dict[str, dict[Key, Content]] = {name: {} for name in (*VOCABULARIES.values(), "scale_term")}
    for term in reference.terms:
        table = VOCABULARIES.get(term.vocabulary)
        labels = _labels(term)
        if table:
            tables[table][(term.code,)] = Content(labels)
        else:
            tables["scale_term"][(term.vocabulary, term.code)] = Content({"scale": term.vocabulary, **labels})
    tables["place_kind"] = {(kind.code,): Content(_kind(kind)) for kind in reference.place_kinds}
    tables["incident_type"] = {(kind.code,): Content(_type(kind)) for kind in reference.types}
    return tables


def places(reference: Reference) -> dict[Key, Content]:
    found: dict[Key, Content] = {}
    for place in reference.places:
        row = {name: getattr(place, name) for name in (*PLACE.columns, "parent")}
        parents = {(parent.code, parent.kind, parent.since, parent.until) for parent in place.parents}
        found[(place.code,)] = Content(row, _names(place.name, place.names), tuple(sorted(parents)))
    return found


def institutions(reference: Reference) -> dict[Key, Content]:
    found: dict[Key, Content] = {}
    for institution in reference.institutions:
        row = {name: getattr(institution, name) for name in (*INSTITUTION.columns, "parent", "place")}
        parents = {(parent.code, parent.since, parent.until) for parent in institution.parents}
        found[(institution.code,)] = Content(row, _names(institution.name, institution.names), tuple(sorted(parents)))
    return found


def outlets(reference: Reference) -> dict[Key, Content]:
    found: dict[Key, Content] = {}
    for outlet in reference.outlets:
        row = {name: getattr(outlet, name) for name in OUTLET.columns} | {"domains": " ".join(outlet.domains)}
        further = dict.fromkeys(name for name in outlet.names if name != outlet.name)
        found[(outlet.code,)] = Content(row, tuple((name, "") for name in further))
    return found


def _labels(term: Term) -> Values:
    return {name: getattr(term, name) for name in ("code", "rank", "name", "korean", "definition")}


def _kind(kind: Any) -> Values:
    return {name: getattr(kind, name) for name in ("code", "name", "korean", "level")}


def _type(kind: Any) -> Values:
    names = ("code", "name", "korean", "definition", "plover", "acled")
    return {name: getattr(kind, name) for name in names} | {"family_code": kind.family}


def _names(canonical: str, names: Iterable[Name]) -> tuple[tuple[str, ...], ...]:
    """Further names, each once: a name is one row, whatever kinds it is given with."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        if name.text != canonical:
            found.setdefault(name.text, (name.text, name.language, name.kind, name.since, name.until))
    return tuple(found.values())


def held(connection: sa.Connection, noun: Noun) -> dict[Key, Content]:
    """What the database says of the things of a noun, leaving out the names and parents that a user added."""
    rows = {row["id"]: row for row in connection.execute(sa.select(*noun.table.c)).mappings()}
    codes = {name: _codes(connection, target) for name, target in noun.links.items()}
    names = _children(connection, noun.names, noun, noun.name_columns)
    parents = _parents(connection, noun)
    found: dict[Key, Content] = {}
    for number, row in rows.items():
        values = {column: row[column] for column in noun.columns}
        values |= {name: codes[name].get(row[f"{name}_id"], "") for name in noun.links}
        found[(row["code"],)] = Content(values, tuple(names[number]), tuple(parents[number]))
    return found


def _codes(connection: sa.Connection, target: str) -> dict[int, str]:
    table = metadata.tables[target]
    return {row[0]: row[1] for row in connection.execute(sa.select(table.c.id, table.c.code))}


def _children(
    connection: sa.Connection, table: sa.Table, noun: Noun, columns: tuple[str, ...]
) -> dict[int, list[tuple[str, ...]]]:
    found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    canonical = table.c.name == noun.table.c.name
    query = sa.select(table.c[noun.owner], *(table.c[name] for name in columns)).join(noun.table)
    for owner, *values in connection.execute(query.where(table.c.origin == "seed", ~canonical)):
        found[owner].append(tuple(values))
    return found


def _parents(connection: sa.Connection, noun: Noun) -> dict[int, list[tuple[str, ...]]]:
    found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    if noun.parent_columns:
        table, above = noun.parents, noun.table.alias()
        columns = (table.c[noun.owner], above.c.code, *(table.c[name] for name in noun.parent_columns[1:]))
        query = sa.select(*columns).join(above, above.c.id == table.c.parent_id).where(table.c.origin == "seed")
        for owner, *values in connection.execute(query):
            found[owner].append(tuple(values))
    return found
