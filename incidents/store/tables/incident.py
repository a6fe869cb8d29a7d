"""Incidents with their places, institutions, people, tags, decisions, open names, relations, and their scope."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.model import scales
from incidents.store.tables.base import (
    DAY,
    INSTANT,
    TEXT,
    UID,
    Table,
    check,
    flag,
    number,
    one_of,
    partial,
    refers,
    serial,
    shaped,
    truth,
    words,
)

COMPUTED = tuple(level for level in scales.LEVELS if level != "refuted")
"""Only a person says that something did not happen."""


class IncidentRow(Table, table=True):
    """An incident. `day_from`, `day_to`: closed bounds for filters; `sort_from`, `sort_to`: what it is listed by."""

    __table_args__ = (
        check("uid", "length(uid) = 36"),
        check("code", "code <> ''"),
        check("title", "length(title) BETWEEN 1 AND 99"),
        one_of("kind", scales.KINDS),
        one_of("status", scales.STATUSES),
        one_of("extent", scales.EXTENTS),
        one_of("basis", scales.BASES),
        one_of("precision", scales.PRECISIONS),
        one_of("review", scales.REVIEWS),
        one_of("level_computed", COMPUTED),
        one_of("level_assessed", scales.LEVELS),
        one_of("level", scales.LEVELS),
        check("level_follows", "level = coalesce(level_assessed, level_computed)"),
        check("level_reason", "level_assessed IS NULL OR level_reason <> ''"),
        *shaped(DAY, "earliest", "latest", "sort_from", "sort_to"),
        *shaped(DAY, "first_reported", "last_reported"),
        *shaped(INSTANT, "reviewed_at", "recorded_at"),
        check("dated", "(edtf IS NULL) = (earliest IS NULL AND latest IS NULL)"),
        check("basis_dated", "(edtf IS NULL) = (basis = 'none')"),
        check("order", "earliest <= latest"),
        check("day_bounds", "day_from = coalesce(earliest, '0001-01-01') AND day_to = coalesce(latest, '9999-12-31')"),
        check("sort_order", "sort_from <= sort_to"),
        check("reported", "(first_reported IS NULL) = (last_reported IS NULL)"),
        check("reported_order", "first_reported <= last_reported"),
        check("reviewed", "review = 'machine' OR (reviewed_by <> '' AND reviewed_at IS NOT NULL)"),
        check("revision", "revision >= 1"),
        *truth("disputed", "withdrawn"),
        sa.Index(None, "sort_from", "id"),
        sa.Index(None, "recorded_at", "id"),
        sa.Index(None, "type"),
        partial("ix_incident_undated", "id", where="edtf IS NULL AND withdrawn = 0"),
        partial("ix_incident_series", "id", where="kind = 'series'"),
    )
    id: int | None = serial()
    uid: str = Field(sa_type=UID, unique=True)
    code: str = Field(sa_type=TEXT, unique=True)
    title: str = Field(sa_type=TEXT)
    summary: str = words()
    type: str = refers("incident_type.code", sa_type=TEXT)
    kind: str = words("event")
    status: str = words("occurred")
    edtf: str | None = Field(default=None, sa_type=TEXT)
    earliest: str | None = Field(default=None, sa_type=TEXT)
    latest: str | None = Field(default=None, sa_type=TEXT)
    extent: str = words("within")
    basis: str = words("none")
    date_words: str = words()
    day_from: str = words("0001-01-01")
    day_to: str = words("9999-12-31")
    sort_from: str = Field(sa_type=TEXT)
    sort_to: str = Field(sa_type=TEXT)
    precision: str = words("unknown")
    level_computed: str = words("unverified")
    level_rule: int = number(0)
    level_explanation: str = words()
    level_assessed: str | None = Field(default=None, sa_type=TEXT)
    level_reason: str = words()
    level: str = words("unverified")
    disputed: bool = flag()
    review: str = words("machine")
    reviewed_by: str = words()
    reviewed_at: str | None = Field(default=None, sa_type=TEXT)
    first_reported: str | None = Field(default=None, sa_type=TEXT)
    last_reported: str | None = Field(default=None, sa_type=TEXT)
    note: str = words()
    revision: int = number(1)
    withdrawn: bool = flag()
    withdrawn_reason: str = words()
    recorded_at: str = Field(sa_type=TEXT)
    recorded_by: str = words()


class IncidentPlaceRow(Table, table=True):
    """A place of an incident with its role; position 0 is the main one."""

    __table_args__ = (
        sa.UniqueConstraint("incident_id", "place_id", "role"),
        check("position", "position >= 0"),
        sa.Index(None, "place_id"),
    )
    incident_id: int = refers("incident.id", primary_key=True)
    position: int = Field(sa_type=sa.Integer, primary_key=True)
    place_id: int = refers("place.id")
    role: str = refers("place_role.code", sa_type=TEXT)


class IncidentInstitutionRow(Table, table=True):
    """An institution of an incident with its role."""

    __table_args__ = (
        sa.UniqueConstraint("incident_id", "institution_id", "role"),
        check("position", "position >= 0"),
        sa.Index(None, "institution_id"),
    )
    incident_id: int = refers("incident.id", primary_key=True)
    position: int = Field(sa_type=sa.Integer, primary_key=True)
    institution_id: int = refers("institution.id")
    role: str = refers("institution_role.code", sa_type=TEXT)


class IncidentPeopleRow(Table, table=True):
    """A group of people of an incident: a number, a range, or only the words of one."""

    __table_args__ = (
        check("position", "position >= 0"),
        check("low", "low >= 0"),
        check("order", "low <= high"),
        check("said", "low IS NOT NULL OR high IS NOT NULL OR words <> ''"),
        *truth("approximate"),
    )
    incident_id: int = refers("incident.id", primary_key=True)
    position: int = Field(sa_type=sa.Integer, primary_key=True)
    people_group: str = refers("people_group.code", sa_type=TEXT)
    low: int | None = Field(default=None, sa_type=sa.Integer)
    high: int | None = Field(default=None, sa_type=sa.Integer)
    approximate: bool = flag()
    words: str = words()


class IncidentTagRow(Table, table=True):
    """A free word on an incident."""

    __table_args__ = (check("tag", "tag <> ''"), sa.Index(None, "tag"))
    incident_id: int = refers("incident.id", primary_key=True)
    tag: str = Field(sa_type=TEXT, primary_key=True)


class IncidentDecisionRow(Table, table=True):
    """A field whose value follows no claim: who decided it, and why."""

    __table_args__ = (check("field", "field <> ''"),)
    incident_id: int = refers("incident.id", primary_key=True)
    field: str = Field(sa_type=TEXT, primary_key=True)
    who: str = words()
    reason: str = words()


class IncidentOpenRow(Table, table=True):
    """A name of a place or institution that is open in a record: what it stands for is not known yet."""

    __table_args__ = (one_of("field", ("place", "institution")), check("words", "words <> ''"))
    incident_id: int = refers("incident.id", primary_key=True)
    field: str = Field(sa_type=TEXT, primary_key=True)
    words: str = Field(sa_type=TEXT, primary_key=True)


class IncidentRelationRow(Table, table=True):
    """An incident stands in a relation to another."""

    __table_args__ = (
        sa.UniqueConstraint("incident_id", "kind", "other_id"),
        check("other", "other_id <> incident_id"),
        sa.Index(None, "other_id"),
    )
    id: int | None = serial()
    incident_id: int = refers("incident.id")
    kind: str = refers("incident_relation_kind.code", sa_type=TEXT)
    other_id: int = refers("incident.id")


class IncidentScopeRow(Table, table=True):
    """A standing incident is under every ancestor of its places and institutions, its type, family and `all` (0)."""

    __table_args__ = (
        one_of("kind", ("place", "institution", "type", "family", "all")),
        check("node", "(kind = 'all') = (node = 0)"),
        sa.Index(None, "incident_id"),
        {"sqlite_with_rowid": False},
    )
    kind: str = Field(sa_type=TEXT, primary_key=True)
    node: int = Field(sa_type=sa.Integer, primary_key=True)
    sort_from: str = Field(sa_type=TEXT, primary_key=True)
    sort_to: str = Field(sa_type=TEXT, primary_key=True)
    incident_id: int = refers("incident.id", primary_key=True)
