"""`incidents place move`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents place move Onchon --under "South Pyongan" --from 2024-01
incidents place move KP-10.samsu.posong --under Kapsan --dry-run
"""


@make("move", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("place")
@upkeep_options.under
@upkeep_options.began
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, place: str, under: str, since: str, reason: str, dry_run: bool, who: str | None, database: str | None
) -> None:
    """Put a place under another one, with all that is below it.

    With --from what happened there until then is found under the old one too; without it the old one was wrong.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.moved(place, under, since, upkeep.Way("place", reason, database, who, dry_run))
