"""`incidents evidence drop`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents evidence drop 1 2 --reason "it speaks of another station"
incidents evidence drop 6 1-2 --dry-run
"""


@make("drop", EXAMPLES)
@click.argument("incident")
@click.argument("number", nargs=-1, required=True)
@click.option("--revision", metavar="N", type=click.IntRange(1), help="Refuse if this is not its revision any more.")
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    incident: str,
    number: tuple[str, ...],
    revision: int | None,
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
) -> None:
    """Take passages of evidence from an incident, by the numbers that `show` prints before them (2 or 1-3,5), or uid.

    A value that rested on what is dropped stays, as your decision. Its level and days follow; `undo` brings all back.
    """
    from incidents.cli import evidencing  # noqa: PLC0415  help must not load what writes

    evidencing.dropped(incident, number, evidencing.Aimed(revision, reason, database, who, dry_run))
