"""Incidents and all that hangs on them."""

import sqlalchemy as sa
from alembic import op

from incidents.store.migrate import part

c = part("first/columns")

TABLES = (
    "incident",
    "incident_place",
    "incident_institution",
    "incident_people",
    "incident_tag",
    "incident_decision",
    "incident_relation",
    "incident_scope",
)
"""In the order of their creation."""


def create() -> None:
    _incident()
    _incident_place()
    _incident_institution()
    _incident_people()
    _incident_tag()
    _incident_decision()
    _incident_relation()
    _incident_scope()


def _incident() -> None:
    op.create_table(
        "incident",
        c.serial(),
        c.text("uid", type_=c.UID, unique=True),
        c.text("code", unique=True),
        c.text("title"),
        c.words("summary"),
        c.refers("type", "incident_type.code", type_=c.TEXT),
        c.words("kind", "event"),
        c.words("status", "occurred"),
        c.text("edtf", nullable=True),
        c.text("earliest", nullable=True),
        c.text("latest", nullable=True),
        c.words("extent", "within"),
        c.words("basis", "none"),
        c.words("date_words"),
        c.words("day_from", "0001-01-01"),
        c.words("day_to", "9999-12-31"),
        c.text("sort_from"),
        c.text("sort_to"),
        c.words("precision", "unknown"),
        c.words("level_computed", "unverified"),
        c.number("level_rule", default=0),
        c.words("level_explanation"),
        c.text("level_assessed", nullable=True),
        c.words("level_reason"),
        c.words("level", "unverified"),
        c.flag("disputed"),
        c.words("review", "machine"),
        c.words("reviewed_by"),
        c.text("reviewed_at", nullable=True),
        c.text("first_reported", nullable=True),
        c.text("last_reported", nullable=True),
        c.words("note"),
        c.number("revision", default=1),
        c.flag("withdrawn"),
        c.words("withdrawn_reason"),
        c.text("recorded_at"),
        c.words("recorded_by"),
        c.check("uid", "length(uid) = 36"),
        c.check("code", "code <> ''"),
        c.check("title", "length(title) BETWEEN 1 AND 99"),
        c.one_of("kind", "event", "aggregate", "series"),
        c.one_of("status", "occurred", "ongoing", "planned", "attempted", "cancelled", "lapsed"),
        c.one_of("extent", "within", "throughout"),
        c.one_of("basis", "stated", "derived", "bounded", "none"),
        c.one_of("precision", "site", "settlement", "county", "province", "country", "several", "unknown"),
        c.one_of("review", "machine", "reviewed"),
        c.one_of("level_computed", "unverified", "single-source", "multiple-source", "corroborated", "confirmed"),
        c.one_of(
            "level_assessed", "unverified", "single-source", "multiple-source", "corroborated", "confirmed", "refuted"
        ),
        c.one_of("level", "unverified", "single-source", "multiple-source", "corroborated", "confirmed", "refuted"),
        c.check("level_follows", "level = coalesce(level_assessed, level_computed)"),
        c.check("level_reason", "level_assessed IS NULL OR level_reason <> ''"),
        c.check("dated", "(edtf IS NULL) = (earliest IS NULL AND latest IS NULL)"),
        c.check("basis_dated", "(edtf IS NULL) = (basis = 'none')"),
        c.check("order", "earliest <= latest"),
        c.check(
            "day_bounds", "day_from = coalesce(earliest, '0001-01-01') AND day_to = coalesce(latest, '9999-12-31')"
        ),
        c.check("sort_order", "sort_from <= sort_to"),
        c.check("reported", "(first_reported IS NULL) = (last_reported IS NULL)"),
        c.check("reported_order", "first_reported <= last_reported"),
        c.check("reviewed", "review = 'machine' OR (reviewed_by <> '' AND reviewed_at IS NOT NULL)"),
        c.check("revision", "revision >= 1"),
        *c.day("earliest", "latest", "sort_from", "sort_to", "first_reported", "last_reported"),
        *c.instant("reviewed_at", "recorded_at"),
        *c.truth("disputed", "withdrawn"),
    )
    op.create_index(None, "incident", ["recorded_at", "id"])
    op.create_index(None, "incident", ["sort_from", "id"])
    op.create_index(None, "incident", ["type"])
    for name, where in (("undated", "edtf IS NULL AND withdrawn = 0"), ("series", "kind = 'series'")):
        few = sa.text(where)
        op.create_index(f"ix_incident_{name}", "incident", ["id"], sqlite_where=few, postgresql_where=few)


def _incident_place() -> None:
    op.create_table(
        "incident_place",
        c.refers("incident_id", "incident.id", primary_key=True),
        c.number("position", primary_key=True),
        c.refers("place_id", "place.id"),
        c.refers("role", "place_role.code", type_=c.TEXT),
        sa.UniqueConstraint("incident_id", "place_id", "role"),
        c.check("position", "position >= 0"),
    )
    op.create_index(None, "incident_place", ["place_id"])


def _incident_institution() -> None:
    op.create_table(
        "incident_institution",
        c.refers("incident_id", "incident.id", primary_key=True),
        c.number("position", primary_key=True),
        c.refers("institution_id", "institution.id"),
        c.refers("role", "institution_role.code", type_=c.TEXT),
        sa.UniqueConstraint("incident_id", "institution_id", "role"),
        c.check("position", "position >= 0"),
    )
    op.create_index(None, "incident_institution", ["institution_id"])


def _incident_people() -> None:
    op.create_table(
        "incident_people",
        c.refers("incident_id", "incident.id", primary_key=True),
        c.number("position", primary_key=True),
        c.refers("people_group", "people_group.code", type_=c.TEXT),
        c.number("low", nullable=True),
        c.number("high", nullable=True),
        c.flag("approximate"),
        c.words("words"),
        c.check("position", "position >= 0"),
        c.check("low", "low >= 0"),
        c.check("order", "low <= high"),
        c.check("said", "low IS NOT NULL OR high IS NOT NULL OR words <> ''"),
        *c.truth("approximate"),
    )


def _incident_tag() -> None:
    op.create_table(
        "incident_tag",
        c.refers("incident_id", "incident.id", primary_key=True),
        c.text("tag", primary_key=True),
        c.check("tag", "tag <> ''"),
    )
    op.create_index(None, "incident_tag", ["tag"])


def _incident_decision() -> None:
    op.create_table(
        "incident_decision",
        c.refers("incident_id", "incident.id", primary_key=True),
        c.text("field", primary_key=True),
        c.words("who"),
        c.words("reason"),
        c.check("field", "field <> ''"),
    )


def _incident_relation() -> None:
    op.create_table(
        "incident_relation",
        c.serial(),
        c.refers("incident_id", "incident.id"),
        c.refers("kind", "incident_relation_kind.code", type_=c.TEXT),
        c.refers("other_id", "incident.id"),
        sa.UniqueConstraint("incident_id", "kind", "other_id"),
        c.check("other", "other_id <> incident_id"),
    )
    op.create_index(None, "incident_relation", ["other_id"])


def _incident_scope() -> None:
    op.create_table(
        "incident_scope",
        c.text("kind", primary_key=True),
        c.number("node", primary_key=True),
        c.text("sort_from", primary_key=True),
        c.text("sort_to", primary_key=True),
        c.refers("incident_id", "incident.id", primary_key=True),
        c.one_of("kind", "place", "institution", "type", "family", "all"),
        c.check("node", "(kind = 'all') = (node = 0)"),
        sqlite_with_rowid=False,
    )
    op.create_index(None, "incident_scope", ["incident_id"])
