"""Reference rows as values: what `seeds/` and the database hold of places, institutions, outlets, types and days."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from incidents.model.scales import PlaceLevel


class Name(NamedTuple):
    """One name of a place or institution; `since` and `until` are EDTF or empty."""

    text: str
    language: str = "en"
    kind: str = "alias"
    since: str = ""
    until: str = ""


class Parent(NamedTuple):
    """A parent besides the administrative one of today; kind `administrative` (then) or `usage`."""

    code: str
    kind: str
    since: str = ""
    until: str = ""


class Place(NamedTuple):
    """A place of the gazetteer; `parent` is the code of its administrative parent today, empty for a country."""

    code: str
    name: str
    kind: str
    level: PlaceLevel
    parent: str = ""
    since: str = ""
    latitude: float | None = None
    longitude: float | None = None
    names: tuple[Name, ...] = ()
    parents: tuple[Parent, ...] = ()


class Institution(NamedTuple):
    """An organ, unit, enterprise, school; `parent` and `place` are codes or empty."""

    code: str
    name: str
    kind: str
    parent: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    names: tuple[Name, ...] = ()
    parents: tuple[Parent, ...] = ()
    """Those besides that of today: with `until` an earlier one, without a second one."""


class Outlet(NamedTuple):
    """Who publishes. `domains` are bare (`dailynk.com`); `names` are further names."""

    code: str
    name: str
    kind: str
    country: str = ""
    language: str = ""
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class IncidentType(NamedTuple):
    """A type of codebook section 6, with its family and its codes in PLOVER and ACLED (or empty)."""

    code: str
    name: str
    korean: str
    family: str
    definition: str
    plover: str = ""
    acled: str = ""


class NamedDay(NamedTuple):
    """A named day or period. `fixed`: month and day; else `occurrences` as pairs of EDTF (end empty: one day)."""

    code: str
    name: str
    kind: str
    country: str = ""
    month: int | None = None
    day: int | None = None
    since: str = ""
    until: str = ""
    event_year: int | None = None
    """The year of what it remembers: the Nth anniversary is N years later."""
    occurrences: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    """Further names with their language."""


class Term(NamedTuple):
    """A term of a vocabulary or scale."""

    vocabulary: str
    code: str
    rank: int
    name: str
    korean: str = ""
    definition: str = ""


class PlaceKind(NamedTuple):
    """A kind of place with its level in the tree."""

    code: str
    name: str
    korean: str
    level: PlaceLevel


@dataclass(frozen=True)
class Reference:
    """All reference rows, each tuple in the order of its codes."""

    places: tuple[Place, ...] = ()
    place_kinds: tuple[PlaceKind, ...] = ()
    institutions: tuple[Institution, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    types: tuple[IncidentType, ...] = ()
    days: tuple[NamedDay, ...] = ()
    terms: tuple[Term, ...] = ()
    version: str = field(default="", compare=False)
    """A hash of the seed files, with one of what users of a database changed of it; goes into proposals."""
    changes: str = field(default="", compare=False)
    """A hash of all that is other in a database than in the seeds, also what records brought; empty of the seeds."""

    @cached_property
    def place(self) -> dict[str, Place]:
        """Places by code."""
        return {place.code: place for place in self.places}

    @cached_property
    def institution(self) -> dict[str, Institution]:
        """Institutions by code."""
        return {institution.code: institution for institution in self.institutions}

    @cached_property
    def outlet(self) -> dict[str, Outlet]:
        """Outlets by code."""
        return {outlet.code: outlet for outlet in self.outlets}

    @cached_property
    def type(self) -> dict[str, IncidentType]:
        """Types by code."""
        return {kind.code: kind for kind in self.types}

    def vocabulary(self, name: str) -> tuple[Term, ...]:
        """The terms of one vocabulary, by rank."""
        return tuple(sorted((t for t in self.terms if t.vocabulary == name), key=lambda t: (t.rank, t.code)))

    def ancestry(self, code: str) -> tuple[Place, ...]:
        """The place and its administrative parents of today, finest first."""
        line: list[Place] = []
        while code and (found := self.place.get(code)) and found not in line:
            line.append(found)
            code = found.parent
        return tuple(line)

    def path(self, code: str) -> str:
        """`Posong, Samsu, Ryanggang, North Korea`; a region is left out unless it is the place itself."""
        line = self.ancestry(code)
        return ", ".join(place.name for k, place in enumerate(line) if k == 0 or place.level != "region")

    def first_level(self, code: str) -> str:
        """The ISO 3166-2 code of the first level above or at the place, else its country's code."""
        line = self.ancestry(code)
        return next((place.code for place in line if place.level == "province"), line[-1].code if line else "")
