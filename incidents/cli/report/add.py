"""`incidents report add`."""

from typing import TypedDict, Unpack

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.model.scales import HANDLINGS

EXAMPLES = """
incidents report add --title "Evening news, 6 February" --outlet RFA --published "6 February 2025"
incidents report add --title "Interview with a trader" --handling internal --note "notes in the blue folder"
incidents report add --title "A trader was held" --outlet RFA --published 2025-02-06 --text rfa-2025-02-06.txt
echo "A trader was arrested in Hyesan on Feb. 4." | incidents report add --title Radio --published 2025-02-06 --text -
"""


class Given(TypedDict):
    """What Click gives for what is known of the report; empty: not known."""

    outlet: str
    published: str
    title: str
    url: str
    language: str
    handling: str


@make("add", EXAMPLES)
@click.option("--title", metavar="WORDS", default="", help="What it goes by.")
@click.option("--outlet", metavar="NAME", default="", help="Who published it, by any name.")
@click.option("--published", metavar="DATE", default="", help="When: 2025-02-06, 2024-04, 2016~, 6 February 2025.")
@click.option("--url", metavar="URL", default="", help="Where it was published.")
@click.option("--language", metavar="CODE", default="", help="Its language: en, ko.")
@click.option(
    "--handling", type=click.Choice(("", *HANDLINGS)), default="", metavar="|".join(HANDLINGS), help="Who may see it."
)
@click.option("--text", metavar="FILE", help="Its text, if there is one; - is standard input.")
@click.option("--note", metavar="WORDS", default="", help="A note of your own.")
@click.option("--another", is_flag=True, help="Record it although a report has this address already.")
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    text: str | None,
    note: str,
    another: bool,
    who: str | None,
    database: str | None,
    dry_run: bool,
    **given: Unpack[Given],
) -> None:
    """Record a report by hand, also one without a text: a broadcast, a chapter of a book, an interview.

    It needs a --title or a --url, which can tell the outlet and the day; handling and language are else those of the
    configuration. What is in a text is proposed, as `ingest` does. Evidence from a report without one
    cites it: `incidents evidence add 1 --report 3 --citation "minute 12"`.
    """
    from incidents.cli import report_adding  # noqa: PLC0415  help must not load what writes

    report_adding.added(given, text, note, database, who, another=another, dry_run=dry_run)
