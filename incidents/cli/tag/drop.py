"""`incidents tag drop`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents tag drop day 1
incidents tag drop day 1,2 --dry-run
"""


@make("drop", EXAMPLES)
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
    """Take a tag from incidents, given by number (3-7,12), code or uid: from all of them or none.

    Those that do not have it stay as they are. Before several it asks.
    """
    from incidents.cli import tagging  # noqa: PLC0415  help must not load what writes

    tagging.untagged(tag, incident, tagging.Way(reason, database, who, yes=yes, dry_run=dry_run))
