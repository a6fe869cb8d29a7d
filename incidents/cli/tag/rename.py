"""`incidents tag rename`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents tag rename day "new year"
incidents tag rename day month --dry-run
"""


@make("rename", EXAMPLES, exits=(0, 2, 3, 4, 5, 6))
@click.argument("old")
@click.argument("new")
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *, old: str, new: str, reason: str, yes: bool, dry_run: bool, who: str | None, database: str | None
) -> None:
    """Rename a tag on every incident that has it, withdrawn ones too; where there is a tag NEW, both become one.

    Before several incidents it asks. `undo` takes it back.
    """
    from incidents.cli import tagging  # noqa: PLC0415  help must not load what writes

    tagging.renamed(old, new, tagging.Way(reason, database, who, yes=yes, dry_run=dry_run))
