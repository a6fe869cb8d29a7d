"""The change log, the parts that are searched, and settings."""

import sqlalchemy as sa
from alembic import op

from incidents.store.migrate import part

c = part("first/columns")

TABLES = ("change", "change_content", "log_head", "search_part", "setting")
"""In the order of their creation."""


def create() -> None:
    _change()
    _change_content()
    _log_head()
    _search_part()
    _setting()


def _change() -> None:
    op.create_table(
        "change",
        c.serial(),
        c.text("database", type_=c.UID),
        c.number("sequence"),
        c.text("at"),
        c.text("who"),
        c.text("action"),
        c.text("subject_kind"),
        c.text("subject_uid"),
        c.words("reason"),
        c.text("previous", type_=c.DIGEST),
        c.text("commitment", type_=c.DIGEST),
        c.text("hash", type_=c.DIGEST, unique=True),
        sa.UniqueConstraint("database", "sequence"),
        sa.UniqueConstraint("database", "previous"),
        c.check("database", "length(database) = 36"),
        c.check("sequence", "sequence >= 1"),
        c.check("who", "who <> ''"),
        c.check("action", "action <> ''"),
        c.check("hashes", "length(previous) = 64 AND length(commitment) = 64 AND length(hash) = 64"),
        *c.instant("at"),
        sqlite_autoincrement=True,
    )
    op.create_index(None, "change", ["subject_kind", "subject_uid"])


def _change_content() -> None:
    op.create_table(
        "change_content",
        c.refers("change_id", "change.id", primary_key=True),
        c.text("salt", nullable=True),
        c.text("content", nullable=True),
        c.check("redacted", "(salt IS NULL) = (content IS NULL)"),
    )


def _log_head() -> None:
    op.create_table(
        "log_head",
        c.serial(),
        c.text("database", type_=c.UID),
        c.number("sequence"),
        c.text("hash", type_=c.DIGEST),
        c.check("id", "id = 1"),
        c.check("database", "length(database) = 36"),
        c.check("hash", "length(hash) = 64"),
        c.check("sequence", "sequence >= 0"),
    )


def _search_part() -> None:
    op.create_table(
        "search_part",
        c.serial(),
        c.text("kind"),
        c.number("ref"),
        c.text("body"),
    )
    op.create_index(None, "search_part", ["kind", "ref"])


def _setting() -> None:
    op.create_table(
        "setting",
        c.text("key", primary_key=True),
        c.words("value"),
    )
