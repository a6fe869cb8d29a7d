"""`incidents institution alias`."""

from typing import Literal

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution alias add "Ministry of State Security" "the Ministry on the hill"
incidents institution alias add kp.mss SSM --kind abbreviation
incidents institution alias remove KWP KWP --dry-run
"""


@make("alias", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("verb", type=click.Choice(("add", "remove")))
@click.argument("institution")
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
    institution: str,
    name: tuple[str, ...],
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
    **called: str,
) -> None:
    """Add names to an institution, or remove them: spellings, abbreviations, former names.

    Filters, completion and the reading of reports know them at once. A name that several have is never linked by
    itself. --kind, --language, --since and --until are of the names that are added.
    """
    from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

    upkeep.aliased(verb, institution, name, called, upkeep.Way("institution", reason, database, who, dry_run))
