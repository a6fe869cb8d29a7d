"""`incidents institution merge`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution merge kp.mss kp.mps --yes
incidents institution merge "Workers' Party" kp.wpk.cc --yes --dry-run
"""


@make("merge", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("kept")
@click.argument("gone")
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, kept: str, gone: str, reason: str, yes: bool, dry_run: bool, who: str | None, database: str | None
) -> None:
    """Make one of two that are the same: GONE goes into KEPT, with its names, incidents and what is below it.

    Its names and its code find the kept one from then on. Before several records are changed it asks; `undo` parts
    them again.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.merged(kept, gone, upkeep.Way("institution", reason, database, who, dry_run), yes=yes)
