"""`incidents withdraw`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.screen import say

EXAMPLES = """
incidents withdraw 1 --reason "the source asked for it"
incidents withdraw 1 2 --reason "recorded twice" --dry-run
"""


@make("withdraw", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@click.option("--reason", metavar="WORDS", required=True, help="Why; kept in the change log.")
@options.dry_run
@options.writer
@options.database
def command(incident: tuple[str, ...], reason: str, who: str | None, database: str | None, *, dry_run: bool) -> None:
    """Take incidents out of the chronology, given by number, code or uid: all of them or none.

    Nothing is deleted: `list --withdrawn` shows them, `restore` brings them back.
    """
    from incidents.actions.record import withdraw  # noqa: PLC0415  help must not load what writes
    from incidents.cli.writing import done, writable  # noqa: PLC0415

    location, name = writable(database, who, dry_run=dry_run)
    for one in withdraw(location, name, incident, reason, dry_run=dry_run):
        say(f"{done('withdrawn', dry_run=dry_run)}: {one.id} {one.title}")
