"""`incidents restore`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.screen import say

EXAMPLES = """
incidents restore 3
incidents restore 3 --reason "the source agrees" --dry-run
"""


@make("restore", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@options.reason
@options.dry_run
@options.writer
@options.database
def command(incident: tuple[str, ...], reason: str, who: str | None, database: str | None, *, dry_run: bool) -> None:
    """Bring withdrawn incidents back, given by number, code or uid: all of them or none."""
    from incidents.actions.record import restore  # noqa: PLC0415  help must not load what writes
    from incidents.cli.writing import done, writable  # noqa: PLC0415

    location, name = writable(database, who, dry_run=dry_run)
    for one in restore(location, name, incident, reason, dry_run=dry_run):
        say(f"{done('restored', dry_run=dry_run)}: {one.id} {one.title}")
