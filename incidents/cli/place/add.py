"""`incidents place add`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make
from incidents.cli.type_help import WithPlaceKinds

EXAMPLES = """
incidents place add Sangri --kind ri --under Samsu --korean 상리
incidents place add "May Market" --kind market --under Hyesan --at 41.4,128.18
incidents place add Posong --kind ri --under Kapsan --dry-run
"""


@make("add", EXAMPLES, WithPlaceKinds, exits=(0, 2, 3, 4, 5, 6))
@click.argument("name")
@upkeep_options.kind
@upkeep_options.under
@upkeep_options.korean
@upkeep_options.aliases
@click.option("--at", metavar="LAT,LON", default="", help="Where it is, in degrees north and east: 41.40,128.18.")
@upkeep_options.since
@upkeep_options.code
@upkeep_options.another
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    name: str,
    alias: tuple[str, ...],
    another: bool,
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
    **given: str,
) -> None:
    """Add a place to the gazetteer, by its English name: a village, a mine, a market that reports name.

    Filters, completion and the reading of reports know it at once; a new version of the reference data leaves it as
    it is. The kinds are listed below.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.added(name, given, alias, upkeep.Way("place", reason, database, who, dry_run), another=another)
