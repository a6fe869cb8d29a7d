"""Opening the database to read."""

from incidents.store.location import Location, default_location
from incidents.store.query.connect import Reader, exists, open_reader


def located(database: str | None) -> Location:
    """The database of `--db` or INCIDENTS_DB, else the default one, which is made now if it is missing."""
    location = Location.parse(database) if database else default_location()
    if location.is_default and not exists(location):
        from incidents.actions.database import initialize  # noqa: PLC0415  heavy, and needed once

        initialize(location)
    return location


def reading(database: str | None) -> Reader:
    """A reader of the database, to use in a `with`. Raises DatabaseProblem as `open_reader`."""
    return open_reader(located(database))
