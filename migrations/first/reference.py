"""Vocabularies, places, institutions and outlets."""

import sqlalchemy as sa
from alembic import op

from incidents.store.migrate import part

c = part("first/columns")

_VOCABULARIES = (
    "source_type",
    "place_role",
    "institution_role",
    "institution_kind",
    "people_group",
    "outlet_kind",
    "report_relation_kind",
    "incident_relation_kind",
)
TABLES = (
    *_VOCABULARIES,
    "incident_family",
    "incident_type",
    "place_kind",
    "scale_term",
    "place",
    "place_name",
    "place_parent",
    "place_closure",
    "institution",
    "institution_name",
    "institution_parent",
    "institution_closure",
    "outlet",
    "outlet_name",
)
"""In the order of their creation."""


def create() -> None:
    for vocabulary in _VOCABULARIES:
        op.create_table(vocabulary, *c.term())
    _types()
    _places()
    _institutions()
    _outlets()


def _types() -> None:
    op.create_table(
        "incident_family",
        *c.term(),
        c.number("node", unique=True),
    )
    op.create_table(
        "incident_type",
        *c.term(),
        c.refers("family_code", "incident_family.code", type_=c.TEXT, index=True),
        c.words("plover"),
        c.words("acled"),
        c.number("node", unique=True),
    )
    op.create_table(
        "place_kind",
        *c.term(),
        c.text("level"),
        c.one_of("level", "country", "province", "county", "settlement", "site", "region"),
    )
    op.create_table(
        "scale_term",
        c.text("scale", primary_key=True),
        c.text("code", primary_key=True),
        c.text("name"),
        c.words("korean"),
        c.words("definition"),
        c.number("rank", default=0),
        *c.seeded(),
    )


def _places() -> None:
    op.create_table(
        "place",
        c.serial(),
        c.text("code", unique=True),
        c.text("name"),
        c.refers("kind", "place_kind.code", type_=c.TEXT),
        c.text("level"),
        c.refers("parent_id", "place.id", nullable=True),
        c.words("since"),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        *c.seeded(),
        c.one_of("level", "country", "province", "county", "settlement", "site", "region"),
        c.check("parent", "parent_id <> id"),
        c.check("latitude", "latitude BETWEEN -90 AND 90"),
        c.check("longitude", "longitude BETWEEN -180 AND 180"),
        c.check("position", "(latitude IS NULL) = (longitude IS NULL)"),
    )
    op.create_index(None, "place", ["parent_id"])
    op.create_table(
        "place_name",
        c.serial(),
        c.refers("place_id", "place.id"),
        c.text("name"),
        c.words("language"),
        c.words("kind", "alias"),
        c.words("since"),
        c.words("until"),
        c.text("key", index=True),
        c.words("origin", "user"),
        sa.UniqueConstraint("place_id", "name"),
        *c.origin(),
    )
    op.create_index(
        "uq_place_name_canonical",
        "place_name",
        ["place_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'canonical'"),
        postgresql_where=sa.text("kind = 'canonical'"),
    )
    op.create_table(
        "place_parent",
        c.serial(),
        c.refers("place_id", "place.id"),
        c.refers("parent_id", "place.id", index=True),
        c.text("kind"),
        c.words("since"),
        c.words("until"),
        c.words("origin", "user"),
        sa.UniqueConstraint("place_id", "parent_id", "kind", "since"),
        c.one_of("kind", "administrative", "usage"),
        c.check("parent", "parent_id <> place_id"),
        *c.origin(),
    )
    op.create_table(
        "place_closure",
        c.refers("place_id", "place.id", primary_key=True),
        c.refers("ancestor_id", "place.id", primary_key=True),
        c.text("via"),
        c.number("depth"),
        c.one_of("via", "self", "current", "former", "usage"),
        c.check("self", "(via = 'self') = (place_id = ancestor_id)"),
        c.check("depth", "depth >= 0"),
        sqlite_with_rowid=False,
    )
    op.create_index(None, "place_closure", ["ancestor_id", "place_id"])


def _institutions() -> None:
    op.create_table(
        "institution",
        c.serial(),
        c.text("code", unique=True),
        c.text("name"),
        c.refers("kind", "institution_kind.code", type_=c.TEXT),
        c.refers("parent_id", "institution.id", nullable=True),
        c.refers("place_id", "place.id", nullable=True),
        c.words("since"),
        c.words("until"),
        *c.seeded(),
        c.check("parent", "parent_id <> id"),
    )
    op.create_index(None, "institution", ["parent_id"])
    op.create_index(None, "institution", ["place_id"])
    op.create_table(
        "institution_name",
        c.serial(),
        c.refers("institution_id", "institution.id"),
        c.text("name"),
        c.words("language"),
        c.words("kind", "alias"),
        c.words("since"),
        c.words("until"),
        c.text("key", index=True),
        c.words("origin", "user"),
        sa.UniqueConstraint("institution_id", "name"),
        *c.origin(),
    )
    op.create_index(
        "uq_institution_name_canonical",
        "institution_name",
        ["institution_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'canonical'"),
        postgresql_where=sa.text("kind = 'canonical'"),
    )
    op.create_table(
        "institution_parent",
        c.serial(),
        c.refers("institution_id", "institution.id"),
        c.refers("parent_id", "institution.id", index=True),
        c.words("since"),
        c.words("until"),
        c.words("origin", "user"),
        sa.UniqueConstraint("institution_id", "parent_id", "since"),
        c.check("parent", "parent_id <> institution_id"),
        *c.origin(),
    )
    op.create_table(
        "institution_closure",
        c.refers("institution_id", "institution.id", primary_key=True),
        c.refers("ancestor_id", "institution.id", primary_key=True),
        c.number("depth"),
        c.check("self", "(depth = 0) = (institution_id = ancestor_id)"),
        c.check("depth", "depth >= 0"),
        sqlite_with_rowid=False,
    )
    op.create_index(None, "institution_closure", ["ancestor_id", "institution_id"])


def _outlets() -> None:
    op.create_table(
        "outlet",
        c.serial(),
        c.text("code", unique=True),
        c.text("name"),
        c.refers("kind", "outlet_kind.code", type_=c.TEXT),
        c.words("country"),
        c.words("language"),
        c.words("domains"),
        *c.seeded(),
    )
    op.create_table(
        "outlet_name",
        c.serial(),
        c.refers("outlet_id", "outlet.id"),
        c.text("name"),
        c.words("language"),
        c.text("key", index=True),
        c.words("origin", "user"),
        sa.UniqueConstraint("outlet_id", "name"),
        *c.origin(),
    )
