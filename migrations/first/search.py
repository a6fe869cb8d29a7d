"""The index of what is searched: FTS5 kept by triggers in SQLite, GIN in PostgreSQL."""

from alembic import op

_SQLITE = (
    """
    CREATE VIRTUAL TABLE search_index
    USING fts5(body, content='search_part', content_rowid='id', tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE TRIGGER search_part_inserted AFTER INSERT ON search_part BEGIN
        INSERT INTO search_index (rowid, body) VALUES (new.id, new.body);
    END
    """,
    """
    CREATE TRIGGER search_part_deleted AFTER DELETE ON search_part BEGIN
        INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', old.id, old.body);
    END
    """,
    """
    CREATE TRIGGER search_part_updated AFTER UPDATE ON search_part BEGIN
        INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', old.id, old.body);
        INSERT INTO search_index (rowid, body) VALUES (new.id, new.body);
    END
    """,
)
_POSTGRESQL = ("CREATE INDEX ix_search_part_body ON search_part USING gin (to_tsvector('simple', body))",)


def create() -> None:
    connection = op.get_bind()
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def drop() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TABLE search_index")
