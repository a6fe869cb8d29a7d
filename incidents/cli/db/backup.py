"""`incidents db backup`."""

from pathlib import Path

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.screen import say
from incidents.store.location import Location, default_location

EXAMPLES = """
incidents db backup
incidents db backup camps-2026.db
"""


@make("backup", EXAMPLES, exits=(0, 2, 3, 5, 6))
@click.argument("file", required=False)
@options.database
def command(file: str | None, database: str | None) -> None:
    """Copy the database, while others may be using it, into a file that is not there yet.

    Without a name the copy stands beside the database, with the time in its name.
    """
    from incidents.store.backup import backup  # noqa: PLC0415  help needs nothing of it

    location = Location.parse(database) if database else default_location()
    say(f"copied to {backup(location, Path(file) if file else None)}")
