"""`incidents report link`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents report link 2 --quotes 1
incidents report link 2 --quotes "Radio Free Asia" --update-of 3
incidents report link 2 --quotes 1 && incidents report link 2 --quotes 1 --drop --dry-run
"""


@make("link", EXAMPLES)
@click.argument("report")
@click.option("--quotes", metavar="OTHER", multiple=True, help="It takes a passage from the other one.")
@click.option("--reprint-of", metavar="OTHER", multiple=True, help="It gives the other one again, whole or shortened.")
@click.option("--translation-of", metavar="OTHER", multiple=True, help="It is the other one in another language.")
@click.option("--update-of", metavar="OTHER", multiple=True, help="It continues or replaces the other one.")
@click.option("--corrects", metavar="OTHER", multiple=True, help="It says that something in the other one was wrong.")
@click.option("--drop", is_flag=True, help="Take these links away instead.")
@options.reason
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    report: str,
    drop: bool,
    reason: str,
    who: str | None,
    database: str | None,
    dry_run: bool,
    **others: tuple[str, ...],
) -> None:
    """Say how a report stands to others (by number or uid), or to an outlet whose own report is not held (by name).

    `report show` shows it on both sides. Levels of verification do not count these links yet: they go by the origin
    that each passage of evidence names.
    """
    from incidents.cli import report_writing  # noqa: PLC0415  help must not load what writes

    report_writing.linked(report, others, reason, database, who, drop=drop, dry_run=dry_run)
