"""`incidents undo`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents undo --dry-run
incidents undo
incidents undo 5 --reason "wrong report" --dry-run
"""


@make("undo", EXAMPLES)
@click.argument("change", type=click.IntRange(1), required=False)
@options.reason
@options.dry_run
@options.writer
@options.database
def command(change: int | None, reason: str, who: str | None, database: str | None, *, dry_run: bool) -> None:
    """Undo the last thing that you did, or what was written with a change, by its number in `history`.

    What was made is withdrawn, not deleted, and an undo can be undone. It is refused where a later change builds on it.
    """
    from incidents.cli import undoing  # noqa: PLC0415  help must not load what writes

    undoing.undone(change, reason, database, who, dry_run=dry_run)
