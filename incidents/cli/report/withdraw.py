"""`incidents report withdraw`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents report withdraw 2 --reason "a forgery"
incidents report withdraw 1,3 --reason "taken in twice" --yes
"""


@make("withdraw", EXAMPLES)
@click.argument("report", nargs=-1, required=True)
@click.option("--reason", metavar="WORDS", required=True, help="Why; kept in the change log.")
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, report: tuple[str, ...], reason: str, yes: bool, dry_run: bool, who: str | None, database: str | None
) -> None:
    """Take reports (1-3,7) out of use: all of them or none.

    Nothing is deleted. What is in them backs no incident any more, whose levels are computed anew; their proposals wait
    no more. `report restore` brings them back. Before several it asks.
    """
    from incidents.cli import report_writing  # noqa: PLC0415  help must not load what writes

    report_writing.stand("withdraw", report, reason, database, who, yes=yes, dry_run=dry_run)
