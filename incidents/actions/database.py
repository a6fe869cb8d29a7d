"""Seeing that there is a database to work on, and that it knows the seeds of this program."""

from pathlib import Path

from incidents.intake.seeds import read_reference
from incidents.intake.seeds import version as seeds_version
from incidents.store.location import Location
from incidents.store.query.connect import exists, open_reader

_LOADED = "SELECT value FROM setting WHERE key = 'seeds'"


def ready(location: Location, who: str) -> bool:
    """Make the default database if it is missing, and load the seeds if this program has others. True: it was made.

    Raises:
        DatabaseProblem: another database is missing, or this one is behind, newer, locked or none of ours.
        BadInput: a seed file is wrong; says the file and the line.
    """
    if exists(location):
        load_seeds(location, who)
        return False
    from incidents.store.create import ready as make  # noqa: PLC0415  only the first command of all makes one

    return make(location, read_reference)


def initialize(location: Location) -> bool:
    """Make a database with the seeds; False if there is one already.

    Raises:
        DatabaseProblem: something else is there, or it cannot be written.
    """
    from incidents.store.create import create  # noqa: PLC0415

    return create(location, read_reference)


def upgrade(location: Location, who: str) -> tuple[str, Path | None]:
    """Bring a database and its seeds to this version; the revision that it had, and the backup that was made.

    Raises:
        DatabaseProblem: it is missing, locked, newer, or no database of ours.
    """
    from incidents.store.create import upgrade as bring_up  # noqa: PLC0415

    found = bring_up(location)
    load_seeds(location, who)
    return found


def load_seeds(location: Location, who: str) -> None:
    """Load the seeds of this program unless they were loaded; what a user changed stays."""
    version = seeds_version()
    with open_reader(location) as reader:
        row = reader.one(_LOADED)
    held = row[0] if row else ""
    if held == version:
        return
    from incidents.store import scope, seeding  # noqa: PLC0415  only a program with other seeds loads them
    from incidents.store.unit import begin  # noqa: PLC0415

    with begin(location, who) as unit:
        counts = seeding.load(unit.session.connection(), read_reference())
        scope.refresh(unit.session, None)
        changed = {"version": (held, version), "rows": (None, f"{counts.added} added, {counts.updated} updated")}
        unit.log.append("seed", "seeds", version, changed)
