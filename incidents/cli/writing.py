"""What every writing command needs: the database made ready, and who writes."""

import os

from incidents.actions.database import ready
from incidents.cli.configuration import setting
from incidents.cli.configuration.defaults_told import database_told
from incidents.cli.reading import located
from incidents.cli.streams import tell
from incidents.errors import UsageProblem
from incidents.store.location import Location


def writer(who: str | None) -> str:
    """The name of --as or INCIDENTS_USER, else of the configuration, else the login name.

    Raises:
        UsageProblem: none of them is known.
    """
    named = who or setting("user") or ""
    if named.strip():
        return named.strip()
    from getpass import getuser  # noqa: PLC0415  few need it

    try:
        return getuser()
    except (OSError, KeyError):
        raise UsageProblem(f"nobody knows who you are (user {os.getuid()} has no name): give --as NAME") from None


def writable(database: str | None, who: str | None, *, dry_run: bool = False) -> tuple[Location, str]:
    """The database, brought to the seeds of this program where needed (not for a dry run), and the writer's name."""
    name = writer(who)
    location = located(database)
    if not dry_run:
        if location.kind == "postgresql" and (words := database_told(location.shown)):
            tell(words)
        if conflicts := ready(location, name):
            from incidents.cli.seed_says import say_conflicts  # noqa: PLC0415  only a program with other seeds has any

            say_conflicts(conflicts)
    return location, name


def done(what: str, *, dry_run: bool) -> str:
    """`withdrawn`, or `would be withdrawn`."""
    return f"would be {what}" if dry_run else what
