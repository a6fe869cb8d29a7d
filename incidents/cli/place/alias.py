"""`incidents place alias`."""

from typing import Literal

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents place alias add Hyesan "Hye San" 惠山市
incidents place alias add KP-10.samsu Samsugun --kind romanization
incidents place alias remove Ryanggang Yanggang --dry-run
"""


@make("alias", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("verb", type=click.Choice(("add", "remove")))
@click.argument("place")
@click.argument("name", nargs=-1, required=True)
@upkeep_options.name_kind
@upkeep_options.language
@upkeep_options.since
@upkeep_options.until
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    verb: Literal["add", "remove"],
    place: str,
    name: tuple[str, ...],
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
    **called: str,
) -> None:
    """Add names to a place, or remove them: spellings, abbreviations, former names.

    Filters, completion and the reading of reports know them at once. A name that several have is never linked by
    itself. --kind, --language, --since and --until are of the names that are added.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.aliased(verb, place, name, called, upkeep.Way("place", reason, database, who, dry_run))
