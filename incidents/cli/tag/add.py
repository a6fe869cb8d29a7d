"""`incidents tag add`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents tag add border 1
incidents tag add border 4-6,8 --yes
incidents tag add "70-day battle" 1,2 --dry-run
"""


@make("add", EXAMPLES)
@click.argument("tag")
@click.argument("incident", nargs=-1, required=True)
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    tag: str,
    incident: tuple[str, ...],
    reason: str,
    yes: bool,
    dry_run: bool,
    who: str | None,
    database: str | None,
) -> None:
    """Put a tag, a free word or several, on incidents, given by number (3-7,12), code or uid: all of them or none.

    Those that have it already stay as they are. Before several it asks.
    """
    from incidents.cli import tagging  # noqa: PLC0415  help must not load what writes

    tagging.tagged(tag, incident, tagging.Way(reason, database, who, yes=yes, dry_run=dry_run))
