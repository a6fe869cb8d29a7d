"""`incidents evidence add`."""

from typing import Unpack

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.incident_options import EvidenceOptions, evidence

EXAMPLES = """
incidents evidence add 2 --report 1 --quote "leaflets lay at the station"
incidents evidence add 2 --report 1 --quote "leaflets lay" --claim place=Samsu
incidents evidence add 2 --citation "A talk with a trader, 3 May 2016" --sensitive
"""


@make("add", EXAMPLES)
@click.argument("incident")
@evidence
@click.option(
    "--claim",
    metavar="FIELD=VALUE",
    multiple=True,
    help="What it says of date, place, institution, people or status: date=2016-01-02.",
)
@click.option("--revision", metavar="N", type=click.IntRange(1), help="Refuse if this is not its revision any more.")
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    incident: str,
    claim: tuple[str, ...],
    revision: int | None,
    reason: str,
    dry_run: bool,
    who: str | None,
    database: str | None,
    **given: Unpack[EvidenceOptions],
) -> None:
    """Add a passage of a report to an incident, given by its number, code or uid; or a book, a page, an interview.

    The --quote is looked up in the report's text, exactly, else with any spaces and forms of quotes and dashes, and is
    kept as the report has it. The incident's own values stay; claims stand beside them. Its level and the days on which
    it was reported follow.
    """
    from incidents.cli import evidencing  # noqa: PLC0415  help must not load what writes

    evidencing.added(incident, given, claim, evidencing.Aimed(revision, reason, database, who, dry_run))
