"""`incidents report restore`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents report withdraw 2 --reason "a forgery" && incidents report restore 2
incidents report withdraw 2 --reason "a forgery" && incidents report restore 2 --reason "it is none" --dry-run
"""


@make("restore", EXAMPLES)
@click.argument("report", nargs=-1, required=True)
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, report: tuple[str, ...], reason: str, yes: bool, dry_run: bool, who: str | None, database: str | None
) -> None:
    """Bring withdrawn reports (1-3,7) back, with the proposals that waited: all of them or none.

    Before several it asks.
    """
    from incidents.cli import report_writing  # noqa: PLC0415  help must not load what writes

    report_writing.stand("restore", report, reason, database, who, yes=yes, dry_run=dry_run)
