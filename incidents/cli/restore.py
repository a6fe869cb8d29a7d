"""`incidents restore`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents restore 3
incidents restore 3 9 --reason "the source agrees" --dry-run
"""


@make("restore", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, incident: tuple[str, ...], reason: str, who: str | None, database: str | None, yes: bool, dry_run: bool
) -> None:
    """Bring withdrawn incidents back, given by number (3-7,12), code or uid: all of them or none.

    Before several it asks.
    """
    from incidents.cli.standing import stand  # noqa: PLC0415  help must not load what writes

    stand("restore", incident, reason, database, who, yes=yes, dry_run=dry_run)
