"""`incidents report reprocess`."""

import gc

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents report reprocess 1 --dry-run
incidents report reprocess --outdated
incidents report reprocess --all --format csv
"""


@make("reprocess", EXAMPLES)
@click.argument("report", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All reports that stand and have a text.")
@click.option(
    "--outdated", is_flag=True, help="Those read by another program, or before names or reference data changed."
)
@options.dry_run
@options.form
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    report: tuple[str, ...],
    every: bool,
    outdated: bool,
    form: str,
    who: str | None,
    database: str | None,
    dry_run: bool,
) -> None:
    """Read reports (1-3,7) again from their kept text, with the program and the reference data of now.

    What was accepted, rejected or reworked stays, and nothing is proposed again in its passages. A waiting proposal
    that nobody has touched follows the new reading; one that is not found any more waits no more. Each report is a
    transaction and an undo of its own; the texts are never changed.
    """
    gc.disable()  # `settled` turns it on again: what start-up makes stays
    from incidents.cli import reprocessing  # noqa: PLC0415  help must not load what reads reports

    asked = reprocessing.Asked(report, every=every, outdated=outdated)
    reprocessing.reprocessed(asked, form, database, who, dry_run=dry_run)
