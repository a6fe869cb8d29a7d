"""`incidents institution rename`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution rename kp.mss "Ministry of State Protection" --korean 국가보호성 --from 2026-04-01
incidents institution rename kp.mss "State Security Ministry" --dry-run
"""


@make("rename", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("institution")
@click.argument("name", default="")
@upkeep_options.korean
@upkeep_options.began
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    institution: str,
    name: str,
    korean: str,
    since: str,
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
) -> None:
    """Give an institution another name, which it goes by from now on; the old ones still find it.

    With --from the old name is kept as a former one until that date, without it as an alias. What you change is yours:
    a new version of the reference data does not overwrite it, and `show` tells where it says otherwise.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.renamed(institution, name, korean, since, upkeep.Way("institution", reason, database, who, dry_run))
