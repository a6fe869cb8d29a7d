"""`incidents institution add`."""

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make
from incidents.cli.type_help import WithInstitutionKinds

EXAMPLES = """
incidents institution add "Archive Bureau" --kind security --under kp.mss --korean 문서국
incidents institution add "Samsu Timber Office" --kind enterprise --place Samsu --since 2019 --alias STO
incidents institution add "Third Bureau" --kind state --dry-run
"""


@make("add", EXAMPLES, WithInstitutionKinds, exits=(0, 2, 3, 4, 5, 6))
@click.argument("name")
@upkeep_options.kind
@upkeep_options.may_be_under
@click.option("--place", metavar="NAME", default="", help="Where it is, by any name or code.")
@upkeep_options.korean
@upkeep_options.aliases
@upkeep_options.since
@upkeep_options.until
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
    """Add an institution by its English name: an organ, a unit, an enterprise, a school.

    Filters, completion and the reading of reports know it at once; a new version of the reference data leaves it as
    it is. The kinds are listed below.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.added(name, given, alias, upkeep.Way("institution", reason, database, who, dry_run), another=another)
