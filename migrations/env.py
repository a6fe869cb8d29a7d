"""How Alembic runs: on the connection that the program gives, or for a developer on `-x db=…` or INCIDENTS_DB."""

import os

import sqlalchemy as sa
from alembic import context
from alembic.util import CommandError

from incidents.store.migrate import managed


def _run(connection: sa.Connection, metadata: sa.MetaData) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=managed,
        compare_server_default=connection.dialect.name != "sqlite",  # it mistakes every DEFAULT '' for none
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def _developer() -> None:
    from incidents.store.engine import engine_of  # noqa: PLC0415  the program gives a connection and needs none of it
    from incidents.store.location import Location  # noqa: PLC0415
    from incidents.store.tables import metadata  # noqa: PLC0415

    given = context.get_x_argument(as_dictionary=True).get("db") or os.environ.get("INCIDENTS_DB")
    if not given or context.is_offline_mode():
        raise CommandError("name the database: alembic -x db=PATH_OR_URL … (there is no offline mode)")
    with engine_of(Location.parse(given), migrating=True).begin() as connection:
        _run(connection, metadata)


if "connection" in context.config.attributes:
    _run(context.config.attributes["connection"], context.config.attributes["metadata"])
else:
    _developer()
