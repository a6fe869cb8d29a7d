"""The seeds as values: `seeds/*.csv` becomes a Reference, `seeds/<language>/*.csv` the phrases of a language."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar, cast, get_args

from incidents import paths
from incidents.errors import BadInput
from incidents.intake.phrase_tables import read_phrase_table
from incidents.intake.seed_checks import wrong_rows
from incidents.intake.tables import Row, read_table
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
from incidents.model.scales import PlaceLevel

Phrases = Mapping[str, tuple[Row, ...]]
"""File stem of `seeds/<language>/*.csv` -> its rows."""

T = TypeVar("T")

COLUMNS = {
    "places": "code,name,kind,parent,since,latitude,longitude,source",
    "place_names": "place,name,language,kind,since,until",
    "place_parents": "place,parent,kind,since,until,source",
    "place_kinds": "code,name,korean,level",
    "institutions": "code,name,kind,parent,place,since,until,source,second",
    "institution_names": "institution,name,language,kind,since,until",
    "institution_parents": "institution,parent,since,until,source,second",
    "outlets": "code,name,kind,country,language,domains,source",
    "outlet_names": "outlet,name,language",
    "types": "code,name,korean,family,definition,plover,acled",
    "vocabularies": "vocabulary,code,rank,name,korean,definition",
    "calendar": "code,name,kind,country,month,day,since,until,event_year,source",
    "calendar_dates": "day,start,end,source",
    "calendar_names": "day,name,language",
}
"""The columns of each seed file, as seeds/README.md gives them."""


def read_reference(folder: Path | None = None) -> Reference:
    """All reference rows of the seeds.

    Raises:
        BadInput: a row that cannot be read or names a code that no row has; says the file and the line.
    """
    return _Seeds(folder or paths.shipped("seeds")).reference()


def read_phrases(language: str, folder: Path | None = None) -> Phrases:
    """The phrase tables of a language; empty for one that has none.

    Raises:
        BadInput: a row that cannot be read; says the file and the line.
    """
    home = (folder or paths.shipped("seeds")) / language
    return {path.stem: read_phrase_table(path) for path in sorted(home.glob("*.csv"))}


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The languages that have phrase tables."""
    return tuple(sorted(path.name for path in (folder or paths.shipped("seeds")).iterdir() if path.is_dir()))


def version(folder: Path | None = None) -> str:
    """A short hash over all seed files."""
    return _version(folder) if folder else _shipped_version()


@cache
def _shipped_version() -> str:
    return _version(paths.shipped("seeds"))


def _version(home: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*.csv")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


class _Seeds:
    """One reading of the folder: the tables first, then the values that refer to one another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows = {name: tuple(read_table(self.path(name), columns.split(","))) for name, columns in COLUMNS.items()}

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.csv"

    def reference(self) -> Reference:
        made = self._made()
        for table, row, message in wrong_rows(self.rows):
            raise self._wrong(table, row, message)
        return made

    def _made(self) -> Reference:
        for table in ("place_kinds", "types"):
            self._codes(table)
        return Reference(
            places=self._places(),
            place_kinds=self._each("place_kinds", self._place_kind),
            institutions=self._institutions(),
            outlets=self._outlets(),
            types=self._each("types", lambda row: IncidentType(**_cells(row, IncidentType))),
            days=self._days(),
            terms=self._each("vocabularies", self._term),
            version=version(None if self.folder == paths.shipped("seeds") else self.folder),
        )

    def _each(self, table: str, make: Callable[[Row], T]) -> tuple[T, ...]:
        made = []
        for row in self.rows[table]:
            try:
                made.append(make(row))
            except ValueError as error:
                raise self._wrong(table, row, str(error)) from error
        return tuple(made)

    def _wrong(self, table: str, row: Row, message: str) -> BadInput:
        return BadInput(f"{self.path(table).name}, line {row['line']}: {message}.")

    def _grouped(self, table: str, owner: str, make: Callable[[Row], T], known: Iterable[str]) -> dict[str, list[T]]:
        codes = set(known)
        groups = defaultdict(list)
        for row in self.rows[table]:
            if row[owner] not in codes:
                raise self._wrong(table, row, f"no {owner} has the code {row[owner]}")
            groups[row[owner]].append(make(row))
        return groups

    def _codes(self, table: str) -> list[str]:
        codes: dict[str, str] = {}
        for row in self.rows[table]:
            if before := codes.get(row["code"].lower()):
                told = "stands there twice" if before == row["code"] else f"is {before} but for capitals"
                raise self._wrong(table, row, f"the code {row['code']} {told}")
            codes[row["code"].lower()] = row["code"]
        return list(codes.values())

    def _check(self, table: str, column: str, known: Iterable[str]) -> None:
        codes = set(known) | ({""} if column != "kind" else set())
        for row in self.rows[table]:
            if column == "kind" and not row["kind"]:
                raise self._wrong(table, row, "it has no kind")
            if row[column] not in codes:
                raise self._wrong(table, row, f"{column} names {row[column]}, which no row has as its code")

    def _places(self) -> tuple[Place, ...]:
        codes = self._codes("places")
        levels = {row["code"]: row["level"] for row in self.rows["place_kinds"]}
        self._check("places", "parent", codes)
        self._check("places", "kind", levels)
        self._check("place_parents", "parent", codes)
        names = self._grouped("place_names", "place", _name, codes)
        parents = self._grouped(
            "place_parents", "place", lambda row: Parent(**_cells(row, Parent, code="parent")), codes
        )
        return self._each("places", lambda row: _place(row, levels, names, parents))

    def _place_kind(self, row: Row) -> PlaceKind:
        if row["level"] not in get_args(PlaceLevel):
            raise ValueError(f"{row['level']!r} is no level")
        return PlaceKind(row["code"], row["name"], row["korean"], cast("PlaceLevel", row["level"]))

    def _institutions(self) -> tuple[Institution, ...]:
        codes = self._codes("institutions")
        self._check("institutions", "parent", codes)
        self._check("institutions", "place", (row["code"] for row in self.rows["places"]))
        terms = self.rows["vocabularies"]
        self._check("institutions", "kind", (row["code"] for row in terms if row["vocabulary"] == "institution-kind"))
        self._check("institution_parents", "parent", codes)
        names = self._grouped("institution_names", "institution", _name, codes)
        parents = self._grouped("institution_parents", "institution", _institution_parent, codes)
        return self._each(
            "institutions",
            lambda row: Institution(
                **_cells(row, Institution),
                names=tuple(names.get(row["code"], ())),
                parents=tuple(parents.get(row["code"], ())),
            ),
        )

    def _outlets(self) -> tuple[Outlet, ...]:
        names = self._grouped("outlet_names", "outlet", lambda row: row["name"], self._codes("outlets"))
        return self._each("outlets", lambda row: _outlet(row, tuple(names.get(row["code"], ()))))

    def _days(self) -> tuple[NamedDay, ...]:
        codes = self._codes("calendar")
        dates = self._grouped("calendar_dates", "day", lambda row: (row["start"], row["end"]), codes)
        names = self._grouped("calendar_names", "day", lambda row: (row["name"], row["language"]), codes)
        return self._each(
            "calendar",
            lambda row: _day(row, tuple(dates.get(row["code"], ())), tuple(names.get(row["code"], ()))),
        )

    def _term(self, row: Row) -> Term:
        rank = int(row["rank"] or 0)
        return Term(row["vocabulary"], row["code"], rank, row["name"], row["korean"], row["definition"])


def _cells(row: Row, kind: type[IncidentType | Parent | Institution], **renamed: str) -> dict[str, str]:
    """The cells of `row` that are fields of `kind`, under the field's name; `renamed` gives field and column."""
    columns = {field: renamed.get(field, field) for field in kind._fields if field not in {"names", "parents"}}
    return {field: row[column] for field, column in columns.items() if column in row}


def _name(row: Row) -> Name:
    return Name(row["name"], row["language"], row["kind"], row["since"], row["until"])


def _institution_parent(row: Row) -> Parent:
    return Parent(row["parent"], "administrative", row["since"], row["until"])


def _place(
    row: Row, levels: Mapping[str, str], names: Mapping[str, list[Name]], parents: Mapping[str, list[Parent]]
) -> Place:
    code = row["code"]
    return Place(
        code=code,
        name=row["name"],
        kind=row["kind"],
        level=cast("PlaceLevel", levels[row["kind"]]),
        parent=row["parent"],
        since=row["since"],
        latitude=_number(row["latitude"]),
        longitude=_number(row["longitude"]),
        names=tuple(names.get(code, ())),
        parents=tuple(parents.get(code, ())),
    )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _outlet(row: Row, names: tuple[str, ...]) -> Outlet:
    domains = tuple(row["domains"].split())
    return Outlet(row["code"], row["name"], row["kind"], row["country"], row["language"], domains, names)


_KINDS = ("fixed", "movable", "period", "event")


def _day(row: Row, dates: tuple[tuple[str, str], ...], names: tuple[tuple[str, str], ...]) -> NamedDay:
    month, day = (int(row[column]) if row[column] else None for column in ("month", "day"))
    if row["kind"] not in _KINDS:
        raise ValueError(f"{row['kind']!r} is no kind of day ({', '.join(_KINDS)})")
    if row["kind"] == "fixed" and not (month and day):
        raise ValueError("a fixed day needs a month and a day")
    if row["kind"] != "fixed" and not dates:
        raise ValueError("calendar_dates.csv has no date of it")
    own = (row["code"], row["name"], row["kind"], row["country"], month, day, row["since"], row["until"])
    return NamedDay(*own, int(row["event_year"]) if row["event_year"] else None, dates, names)
