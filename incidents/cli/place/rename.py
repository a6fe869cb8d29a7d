"""`incidents place rename`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents place rename Samsu Samsin --korean 삼신군 --from 2024-03
incidents place rename KP-10.hyesan Hyesan-si --reason "as the county writes it" --dry-run
"""


@make("rename", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("place")
@click.argument("name", default="")
@upkeep_options.korean
@upkeep_options.began
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    place: str,
    name: str,
    korean: str,
    since: str,
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
) -> None:
    """Give a place another name, which it goes by from now on; the old ones still find it.

    With --from the old name is kept as a former one until that date, without it as an alias. What you change is yours:
    a new version of the reference data does not overwrite it, and `show` tells where it says otherwise.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.renamed(place, name, korean, since, upkeep.Way("place", reason, database, who, dry_run))
