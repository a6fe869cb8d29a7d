"""`incidents report mark`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.report_words import State
from incidents.model.scales import ReportState

EXAMPLES = """
incidents report mark 1 --state done
incidents report mark 2,4 --state nothing --reason "a recipe" --dry-run
incidents report mark 5 --state done --reject-rest --reason "told in report 2 already"
"""


@make("mark", EXAMPLES)
@click.argument("report", nargs=-1, required=True)
@click.option("--state", type=State(("done", "nothing in it", "new")), required=True, help="What it is from now on.")
@click.option("--reject-rest", is_flag=True, help="Reject the proposals that still wait; needs --reason.")
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    report: tuple[str, ...],
    state: ReportState,
    reject_rest: bool,
    reason: str,
    yes: bool,
    who: str | None,
    database: str | None,
    dry_run: bool,
) -> None:
    """Mark reports (1-3,7) as done, as having nothing in them, or as new: all of them or none.

    A report is marked by what is decided of its proposals; this is for one without proposals, or to be done with one.
    The mark stays until a proposal comes or is decided. Before several it asks.
    """
    from incidents.cli import report_writing  # noqa: PLC0415  help must not load what writes

    report_writing.marked(report, state, reason, database, who, reject_rest=reject_rest, yes=yes, dry_run=dry_run)
