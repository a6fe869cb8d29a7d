"""`incidents report edit`."""

from typing import TypedDict, Unpack

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.model.scales import HANDLINGS

EXAMPLES = """
incidents report edit 1 --published "24 January 2016" --reason "the day stands on the page"
incidents report edit 2 --outlet "Daily NK" --url https://www.dailynk.com/english/leaflets --dry-run
incidents report edit 3 --handling internal --note "from the partner's archive"
"""


class Given(TypedDict):
    """What Click gives for what is known of a report; None: not given, empty: to be emptied."""

    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    language: str | None
    handling: str | None
    note: str | None


@make("edit", EXAMPLES)
@click.argument("report")
@click.option("--published", metavar="DATE", help="When: 2025-02-06, 2024-04, 2016~, 6 February 2025; `unknown`.")
@click.option("--outlet", metavar="NAME", help="Who published it, by any name; `unknown`.")
@click.option("--title", metavar="WORDS", help="Its title.")
@click.option("--url", metavar="URL", help="Where it was published.")
@click.option("--language", metavar="CODE", help="Its language: en, ko.")
@click.option("--handling", type=click.Choice(HANDLINGS), help="Who may see it.")
@click.option("--note", metavar="WORDS", help="A note of your own.")
@options.reason
@options.dry_run
@options.writer
@options.database
def command(
    report: str, reason: str, who: str | None, database: str | None, *, dry_run: bool, **given: Unpack[Given]
) -> None:
    """Correct what is known of a report, given by its number or uid; what is not named stays, '' empties.

    Levels and days of the incidents that rest on it are computed anew. Dates that were counted from an old publication
    day stay as they are: `report reprocess` reads the report again. Its text never changes.
    """
    from incidents.cli import report_writing  # noqa: PLC0415  help must not load what writes

    report_writing.edited(report, given, reason, database, who, dry_run=dry_run)
