"""Seeing that there is a database to work on, and that it knows the seeds of this program."""

from pathlib import Path
from typing import TYPE_CHECKING

from incidents.actions import known
from incidents.intake.seeds import read_reference
from incidents.intake.seeds import version as seeds_version
from incidents.store.location import Location
from incidents.store.query.connect import exists, open_reader

if TYPE_CHECKING:  # only a program with other seeds loads them
    from incidents.store.seed_clashes import Clash
    from incidents.store.seed_plan import Counts

Conflicts = tuple["Clash", ...]
"""What a user has changed or named and the seeds have changed, too, or retired."""
_LOADED = "SELECT value FROM setting WHERE key = 'seeds'"


def ready(location: Location, who: str) -> Conflicts:
    """Make the default database if it is missing, and load the seeds if this program has others.

    Raises:
        DatabaseProblem: another database is missing, or this one is behind, newer, locked or none of ours.
        BadInput: a seed file is wrong; says the file and the line.
    """
    if exists(location):
        return load_seeds(location, who)
    from incidents.store.create import ready as make  # noqa: PLC0415  only the first command of all makes one

    make(location, read_reference)
    return ()


def initialize(location: Location) -> bool:
    """Make a database with the seeds; False if there is one already.

    Raises:
        DatabaseProblem: something else is there, or it cannot be written.
    """
    from incidents.store.create import create  # noqa: PLC0415

    return create(location, read_reference)


def upgrade(location: Location, who: str) -> tuple[str, Path | None, Conflicts]:
    """Bring a database and its seeds to this version; the revision that it had, the backup that was made, conflicts.

    Raises:
        DatabaseProblem: it is missing, locked, newer, or no database of ours.
    """
    from incidents.store.create import upgrade as bring_up  # noqa: PLC0415

    found = bring_up(location)
    return *found, load_seeds(location, who)


def load_seeds(location: Location, who: str) -> Conflicts:
    """Load the seeds of this program unless they were loaded; what a user changed stays, and is named."""
    version = seeds_version()
    with open_reader(location) as reader:
        row = reader.one(_LOADED)
    held = row[0] if row else ""
    if held == version:
        return ()
    from incidents.store import scope, seeding  # noqa: PLC0415  only a program with other seeds loads them
    from incidents.store.unit import begin  # noqa: PLC0415

    with begin(location, who) as unit:
        counts = seeding.load(unit.session.connection(), read_reference())
        scope.refresh(unit.session, None)
        changed = {"version": (held, version), "rows": (None, _rows(counts))}
        unit.log.append("seed", "seeds", version, changed)
    known.changed()
    return counts.clashes


def _rows(counts: "Counts") -> str:
    kept = f", {counts.kept} left as users changed them" if counts.kept else ""
    return f"{counts.added} added, {counts.updated} updated{kept}"
