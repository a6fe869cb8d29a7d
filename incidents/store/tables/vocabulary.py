"""The vocabularies: small tables of terms that the seeds fill and that foreign keys point to."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.model.scales import PLACE_LEVELS
from incidents.store.tables.base import TEXT, Table, flag, number, one_of, refers, seeded, words


class Term(Table):
    """A term with its labels; `rank` orders it among its like. Not a table itself."""

    code: str = Field(primary_key=True, sa_type=TEXT)
    name: str = Field(sa_type=TEXT)
    korean: str = words()
    definition: str = words()
    rank: int = number(0)
    origin: str = words("user")
    seed_hash: str = words()
    retired: bool = flag()


class IncidentFamilyRow(Term, table=True):
    """A family of incident types; `node` is its number in `incident_scope`."""

    __table_args__ = tuple(seeded())
    node: int = Field(sa_type=sa.Integer, unique=True)


class IncidentTypeRow(Term, table=True):
    """A type of incident; `node` is its number in `incident_scope`."""

    __table_args__ = tuple(seeded())
    family_code: str = refers("incident_family.code", sa_type=TEXT, index=True)
    plover: str = words()
    acled: str = words()
    node: int = Field(sa_type=sa.Integer, unique=True)


class SourceTypeRow(Term, table=True):
    __table_args__ = tuple(seeded())


class PlaceRoleRow(Term, table=True):
    __table_args__ = tuple(seeded())


class PlaceKindRow(Term, table=True):
    """A kind of place with its level in the tree."""

    __table_args__ = (one_of("level", PLACE_LEVELS), *seeded())
    level: str = Field(sa_type=TEXT)


class InstitutionRoleRow(Term, table=True):
    __table_args__ = tuple(seeded())


class InstitutionKindRow(Term, table=True):
    __table_args__ = tuple(seeded())


class PeopleGroupRow(Term, table=True):
    __table_args__ = tuple(seeded())


class OutletKindRow(Term, table=True):
    __table_args__ = tuple(seeded())


class ReportRelationKindRow(Term, table=True):
    __table_args__ = tuple(seeded())


class IncidentRelationKindRow(Term, table=True):
    __table_args__ = tuple(seeded())


class ScaleTermRow(Table, table=True):
    """The labels of a closed scale, whose codes stand in CHECKs."""

    __table_args__ = tuple(seeded())
    scale: str = Field(primary_key=True, sa_type=TEXT)
    code: str = Field(primary_key=True, sa_type=TEXT)
    name: str = Field(sa_type=TEXT)
    korean: str = words()
    definition: str = words()
    rank: int = number(0)
    origin: str = words("user")
    seed_hash: str = words()
    retired: bool = flag()
