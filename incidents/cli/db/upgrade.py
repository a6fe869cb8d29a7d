"""`incidents db upgrade`."""

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.screen import say
from incidents.cli.seed_says import say_conflicts
from incidents.store.location import Location, default_location
from incidents.store.query.connect import HEAD

EXAMPLES = """
incidents db upgrade
incidents db upgrade --db camps.db
"""


@make("upgrade", EXAMPLES)
@options.writer
@options.database
def command(who: str | None, database: str | None) -> None:
    """Bring a database and its reference data up to this version; a file is copied beside itself first.

    What you changed of the reference data stays as it is; where the new one has changed it, too, that is said.
    """
    from incidents.actions.database import upgrade  # noqa: PLC0415  help must not load what writes
    from incidents.cli.writing import writer  # noqa: PLC0415

    location = Location.parse(database) if database else default_location()
    before, kept, conflicts = upgrade(location, writer(who))
    say(f"{location.shown} was at {before}, is at {HEAD}" if before != HEAD else f"{location.shown} is up to date")
    if kept:
        say(f"the database as it was is {kept}")
    say_conflicts(conflicts)
