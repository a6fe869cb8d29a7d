"""`incidents withdraw`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents withdraw 1 --reason "the source asked for it"
incidents withdraw 1,2 --reason "recorded twice" --dry-run
incidents withdraw 4-6 --reason "another project" --yes
"""


@make("withdraw", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@click.option("--reason", metavar="WORDS", required=True, help="Why; kept in the change log.")
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, incident: tuple[str, ...], reason: str, who: str | None, database: str | None, yes: bool, dry_run: bool
) -> None:
    """Take incidents out of the chronology, given by number (3-7,12), code or uid: all of them or none.

    Nothing is deleted: `list --withdrawn` shows them, `restore` brings them back. Before several it asks.
    """
    from incidents.cli.standing import stand  # noqa: PLC0415  help must not load what writes

    stand("withdraw", incident, reason, database, who, yes=yes, dry_run=dry_run)
