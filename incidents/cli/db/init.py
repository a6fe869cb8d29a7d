"""`incidents db init`."""

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.screen import say
from incidents.store.location import Location, default_location

EXAMPLES = """
incidents db init
incidents db init --db camps.db
"""


@make("init", EXAMPLES)
@options.database
def command(database: str | None) -> None:
    """Make a new database with the reference data: a file, or the tables in an empty database of a server.

    Only the default database is made without being asked for. A database that is there already is left as it is.
    """
    from incidents.actions.database import initialize  # noqa: PLC0415  help must not load what writes

    location = Location.parse(database) if database else default_location()
    made = initialize(location)
    say(f"{location.shown} is {'made' if made else 'there already'}")
