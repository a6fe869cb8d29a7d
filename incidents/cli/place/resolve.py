"""`incidents place resolve`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents ingest market.txt && incidents place resolve Hoengpo-ri Hyesan --dry-run
incidents ingest market.txt && incidents place resolve hoengpo-ri "Hyesan, Ryanggang" --alias --yes
"""


@make("resolve", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("name")
@click.argument("place")
@upkeep_options.reports
@click.option("--alias", is_flag=True, help="Call the place so from now on, for later reports.")
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    name: str,
    place: str,
    report: tuple[str, ...],
    alias: bool,
    reason: str,
    yes: bool,
    dry_run: bool,
    who: str | None,
    database: str | None,
) -> None:
    """Say what place an open NAME stands for, once for all proposals that wait and all records that have it.

    `place unresolved` lists the open names. The place becomes the first of the record's; one that it lies in (its
    province), or that was only taken from the passages around, is left out. Before several are changed it shows where
    the name stands in each report, and asks: two reports may mean two places of one name.
    """
    from incidents.cli import open_names, upkeep  # noqa: PLC0415  help must not load what writes

    meant = open_names.Meant(name, place, report, alias=alias)
    open_names.resolved(meant, upkeep.Way("place", reason, database, who, dry_run), yes=yes)
