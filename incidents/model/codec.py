"""Incidents and proposals as plain JSON values and back: for the change log, stored proposals, and `add` from JSON.

Derived values (earliest, latest) are not written; empty ones are left out, so that the JSON stays small, and
stable when a field is added.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from incidents.model.incident import (
    Claim,
    Decision,
    Evidence,
    Incident,
    InstitutionLink,
    OpenName,
    People,
    PlaceLink,
    Relation,
)
from incidents.model.proposal import Problem, Proposal
from incidents.model.reference import Institution, Name, Parent
from incidents.model.when import When

T = TypeVar("T")
Plain = dict[str, Any]

_EMPTY = (None, "", ())
LOCAL = ("id", "revision")
"""Fields that mean something in one database only: never in the log's content."""


def incident_to_plain(incident: Incident) -> Plain:
    """The record as JSON values, without what only this database gives it (`LOCAL`)."""
    return _object(incident, LOCAL)


def incident_from_plain(plain: Mapping[str, Any]) -> Incident:
    """The record of JSON values.

    Raises:
        ValueError: a key is unknown, a value has the wrong form, or the date is no EDTF; says which.
    """
    return _value(Incident, plain)


def proposal_to_plain(proposal: Proposal) -> Plain:
    """The proposal as JSON values."""
    return _object(proposal)


def proposal_from_plain(plain: Mapping[str, Any]) -> Proposal:
    """The proposal of JSON values. Raises ValueError as `incident_from_plain`."""
    return _value(Proposal, plain)


def _object(value: Any, leave_out: tuple[str, ...] = ()) -> Plain:
    kind: Any = type(value)
    kept = ((name, getattr(value, name), default) for name, default in _fields(kind) if name not in leave_out)
    return {name: _plain(item) for name, item, default in kept if item not in _EMPTY or default not in _EMPTY}


@cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """The fields of a dataclass or a named tuple, each with its default."""
    if is_dataclass(kind):
        return tuple((field.name, field.default) for field in fields(kind))
    named: Any = kind
    return tuple((name, named._field_defaults.get(name, MISSING)) for name in named._fields)


def _plain(value: Any) -> Any:
    if isinstance(value, When):
        return {"edtf": value.edtf, "extent": value.extent, "basis": value.basis, "words": value.words}
    if is_dataclass(value) or hasattr(value, "_fields"):
        return _object(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _when(plain: Any) -> When:
    if plain is None or isinstance(plain, str):
        return When.of(plain)
    if not isinstance(plain, Mapping) or not all(isinstance(part, str | None) for part in plain.values()):
        raise ValueError(f'when must be a text or an object, as "2016-03" or {{"edtf": "2016-03"}}, not {plain!r:.60}')
    _known(plain, ("edtf", "extent", "basis", "words"), "when")
    edtf, words = plain.get("edtf"), plain.get("words", "")
    return When.of(edtf, words, basis=plain.get("basis", "stated"), extent=plain.get("extent", "within"))


def _many(kind: type[T], name: str, example: str = "") -> Callable[[Any], tuple[T, ...]]:
    def read(plain: Any) -> tuple[T, ...]:
        if not isinstance(plain, list | tuple) or not all(isinstance(item, Mapping) for item in plain):
            such = f" such as {example}" * bool(example)
            raise ValueError(f"{name} must be a list of objects{such}, not {plain!r:.60}")
        return tuple(_value(kind, item) for item in plain)

    return read


def _strings(plain: Any) -> tuple[str, ...]:
    if not isinstance(plain, list | tuple) or not all(isinstance(item, str) for item in plain):
        raise ValueError(f'a list of words is expected, as ["border", "market"], not {plain!r:.60}')
    return tuple(plain)


def _parts(plain: Any) -> Incident:
    return _value(Incident, plain)


_READERS: dict[tuple[type, str], Callable[[Any], Any]] = {
    (Incident, "when"): _when,
    (Incident, "places"): _many(PlaceLink, "places", '{"place": "KP-10"}'),
    (Incident, "institutions"): _many(InstitutionLink, "institutions", '{"institution": "kp.mss"}'),
    (Incident, "people"): _many(People, "people", '{"group": "detained", "low": 2, "high": 3}'),
    (Incident, "evidence"): _many(Evidence, "evidence", '{"citation": "a book, p. 5"}'),
    (Incident, "decisions"): _many(Decision, "decisions"),
    (Incident, "open_names"): _many(OpenName, "open_names", '{"field": "place", "words": "Unsan"}'),
    (Incident, "relations"): _many(Relation, "relations"),
    (Incident, "tags"): _strings,
    (Evidence, "claims"): _many(Claim, "claims"),
    (Proposal, "incident"): _parts,
    (Proposal, "problems"): _many(Problem, "problems"),
    (Proposal, "institutions"): _many(Institution, "institutions"),
    (Problem, "candidates"): _strings,
    (Institution, "names"): _many(Name, "names"),
    (Institution, "parents"): _many(Parent, "parents"),
}


def _value(kind: type[T], plain: Any) -> T:
    if not isinstance(plain, Mapping):
        raise ValueError(f"an object of {kind.__name__.lower()} is expected, not {plain!r:.60}")  # noqa: TRY004
    _known(plain, tuple(name for name, _ in _fields(kind)), kind.__name__.lower())  # type: ignore[arg-type]
    try:
        return kind(**{name: _read(kind, name, item) for name, item in plain.items()})
    except TypeError as error:
        missing = str(error).split(":")[-1].strip()
        raise ValueError(f"{kind.__name__.lower()}: {missing} is missing") from error


def _read(kind: type, name: str, item: Any) -> Any:
    if reader := _READERS.get((kind, name)):
        return reader(item)
    if type(item) not in _scalars(kind)[name]:
        raise ValueError(f"{kind.__name__.lower()}: {name} cannot be {item!r:.60}")
    return item


@cache
def _scalars(kind: type) -> dict[str, tuple[type, ...]]:
    """The types that a field without a reader takes: of `Level | None` they are str and NoneType."""
    return {name: tuple(_types(hint)) for name, hint in get_type_hints(kind).items()}


def _types(hint: Any) -> Iterator[type]:
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        yield from {type(part) for part in parts}
    elif parts:
        yield from (found for part in parts for found in _types(part))
    elif hint is float:
        yield from (float, int)
    else:
        yield hint


def _known(plain: Mapping[str, Any], names: tuple[str, ...], what: str) -> None:
    unknown = sorted(set(plain) - set(names))
    if unknown:
        raise ValueError(f"{what}: {unknown[0]!r} is no field; the fields are {', '.join(names)}")
