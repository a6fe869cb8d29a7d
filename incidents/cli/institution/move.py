"""`incidents institution move`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution move kp.mss.investigation --under kp.mss.prosecution --from 2024
incidents institution move kp.mss.prisons --under "Ministry of Social Security" --dry-run
"""


@make("move", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("institution")
@upkeep_options.under
@upkeep_options.began
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, institution: str, under: str, since: str, reason: str, dry_run: bool, who: str | None, database: str | None
) -> None:
    """Put an institution under another one, with all that is below it.

    With --from it is found under the old one too, which it was under until then; without it the old one was wrong.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.moved(institution, under, since, upkeep.Way("institution", reason, database, who, dry_run))
