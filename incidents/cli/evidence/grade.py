"""`incidents evidence grade`."""

from typing import Unpack

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.incident_options import WeightOptions, weight

CLEARABLE = ("attribution", "source-place", "said-on", "origin")
EXAMPLES = """
incidents evidence grade 1 1 --reliability B --credibility 2
incidents evidence grade 6 2 --stance supports --access hearsay
incidents evidence grade 1 1-2 --sensitive --clear said-on --dry-run
"""


@make("grade", EXAMPLES)
@click.argument("incident")
@click.argument("number", nargs=-1, required=True)
@weight
@click.option("--clear", type=click.Choice(CLEARABLE), multiple=True, help="Empty a field.")
@click.option("--revision", metavar="N", type=click.IntRange(1), help="Refuse if this is not its revision any more.")
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    incident: str,
    number: tuple[str, ...],
    sensitive: bool | None,
    clear: tuple[str, ...],
    revision: int | None,
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
    **given: Unpack[WeightOptions],
) -> None:
    """Say who told passages of evidence and how good that is, by the numbers that `show` prints (2 or 1-3,5), or uid.

    What is not named stays. The level of the incident and the days on which it was reported follow.
    """
    from incidents.cli import evidencing  # noqa: PLC0415  help must not load what writes

    aimed = evidencing.Aimed(revision, reason, database, who, dry_run)
    evidencing.graded(incident, number, evidencing.Weight(given, sensitive, clear), aimed)
