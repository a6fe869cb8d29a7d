"""`incidents institution resolve`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents ingest arrests.txt && incidents institution resolve MSS "Ministry of State Security" --role actor
incidents ingest arrests.txt && incidents institution resolve MSS kp.mps --dry-run
"""


@make("resolve", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("name")
@click.argument("institution")
@click.option("--role", metavar="ROLE", default="mentioned", show_default=True, help="Its role: actor, target …")
@upkeep_options.reports
@click.option("--alias", is_flag=True, help="Call the institution so from now on, for later reports.")
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    name: str,
    institution: str,
    role: str,
    report: tuple[str, ...],
    alias: bool,
    reason: str,
    yes: bool,
    dry_run: bool,
    who: str | None,
    database: str | None,
) -> None:
    """Say what institution an open NAME stands for, once for all proposals that wait and all records that have it.

    `institution unresolved` lists the open names. A record that has the institution already keeps its role. Before
    several are changed it shows where the name stands in each report, and asks.
    """
    from incidents.cli import open_names, upkeep  # noqa: PLC0415  help must not load what writes

    meant = open_names.Meant(name, institution, report, role, alias)
    open_names.resolved(meant, upkeep.Way("institution", reason, database, who, dry_run), yes=yes)
