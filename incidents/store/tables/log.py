"""The change log with its contents and head, and the parts that are searched."""

import sqlalchemy as sa
from sqlmodel import Field

from incidents.store.tables.base import DIGEST, INSTANT, TEXT, UID, Table, check, partial, refers, serial, shaped, words


class ChangeRow(Table, table=True):
    """A change of one subject, chained by hashes (`model.change`); chains of several databases live side by side."""

    __table_args__ = (
        sa.UniqueConstraint("database", "sequence"),
        check("database", "length(database) = 36"),
        check("sequence", "sequence >= 1"),
        *shaped(INSTANT, "at"),
        check("who", "who <> ''"),
        check("action", "action <> ''"),
        check("hashes", "length(previous) = 64 AND length(commitment) = 64 AND length(hash) = 64"),
        sa.UniqueConstraint("database", "previous"),
        sa.Index(None, "subject_kind", "subject_uid"),
        sa.Index(None, "database", "at"),
        partial("ix_change_undo", "database", "sequence", where="action >= 'undo ' AND action < 'undo!'"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = serial()
    database: str = Field(sa_type=UID)
    sequence: int = Field(sa_type=sa.Integer)
    at: str = Field(sa_type=TEXT)
    who: str = Field(sa_type=TEXT)
    action: str = Field(sa_type=TEXT)
    subject_kind: str = Field(sa_type=TEXT)
    subject_uid: str = Field(sa_type=TEXT)
    reason: str = words()
    previous: str = Field(sa_type=DIGEST)
    commitment: str = Field(sa_type=DIGEST)
    hash: str = Field(sa_type=DIGEST, unique=True)


class ChangeContentRow(Table, table=True):
    """The changed fields, old and new, as canonical JSON with a random salt; both NULL once redacted."""

    __table_args__ = (check("redacted", "(salt IS NULL) = (content IS NULL)"),)
    change_id: int = refers("change.id", primary_key=True)
    salt: str | None = Field(default=None, sa_type=TEXT)
    content: str | None = Field(default=None, sa_type=TEXT)


class LogHeadRow(Table, table=True):
    """The one row that a writer takes first: this database's uid, its last sequence and last hash."""

    __table_args__ = (
        check("id", "id = 1"),
        check("database", "length(database) = 36"),
        check("hash", "length(hash) = 64"),
        check("sequence", "sequence >= 0"),
    )
    id: int | None = serial()
    database: str = Field(sa_type=UID)
    sequence: int = Field(sa_type=sa.Integer)
    hash: str = Field(sa_type=DIGEST)


class SearchPartRow(Table, table=True):
    """A paragraph that is searched: `ref` is the number of what `kind` names. The index follows by itself."""

    __table_args__ = (sa.Index(None, "kind", "ref"),)
    id: int | None = serial()
    kind: str = Field(sa_type=TEXT)
    ref: int = Field(sa_type=sa.Integer)
    body: str = Field(sa_type=TEXT)
