"""`incidents review`."""

from typing import TypedDict, Unpack

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.numbers import numbers, split
from incidents.errors import UsageProblem

EXAMPLES = """
incidents review
incidents review --list
incidents review 2 --list --format json
incidents review --show 1,2
incidents review --accept 1,3 --dry-run
incidents review --accept 1-3,7 --reject 4 --reason "background, not an incident"
incidents review --accept-report 2
"""
_Numbers = tuple[int, ...]


class Decided(TypedDict):
    """What the options decide, as Click gives it."""

    accept: _Numbers
    accept_report: tuple[str, ...]
    accept_all: bool
    reject: _Numbers
    reject_report: tuple[str, ...]
    reason: str


@make("review", EXAMPLES)
@click.argument("report", nargs=-1)
@click.option("--list", "listing", is_flag=True, help="List the waiting proposals (without a terminal always).")
@options.limit("List only the first N.")
@click.option("--show", metavar="NO.", callback=numbers, multiple=True, help="Show these proposals whole: 3 or 1-3,7.")
@click.option("--accept", metavar="NO.", callback=numbers, multiple=True, help="Accept these proposals: 3 or 1-3,7.")
@click.option(
    "--accept-report", metavar="REPORT", multiple=True, help="Accept all that wait of a report, or several: 1-3,7."
)
@click.option("--accept-all", is_flag=True, help="Accept all that wait of the reports given as arguments.")
@click.option("--reject", metavar="NO.", callback=numbers, multiple=True, help="Reject these proposals: 3 or 1-3,7.")
@click.option(
    "--reject-report", metavar="REPORT", multiple=True, help="Reject all that wait of a report, or several: 1-3,7."
)
@click.option("--reason", metavar="WORDS", default="", help="Why they are rejected; kept in the change log.")
@options.dry_run
@options.form
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    report: tuple[str, ...],
    listing: bool,
    limit: int | None,
    show: _Numbers,
    dry_run: bool,
    form: str,
    who: str | None,
    database: str | None,
    **decided: Unpack[Decided],
) -> int:
    """Review the reports that wait, or some (1-3,7, or uids), one after the other on a screen: one key a step.

    Each step is saved at once, so that quitting loses nothing; ? shows the keys. Without a terminal, or with --list,
    the proposals that wait are listed. With the other options they are shown, accepted or rejected by their numbers:
    all that one call decides is one transaction. What is accepted becomes an incident marked as reviewed by you.
    """
    deciding = any(value for name, value in decided.items() if name != "reason")
    if listing + bool(show) + deciding > 1:
        raise UsageProblem("--list, --show, and accepting or rejecting: one at a time")
    from incidents.cli import reviewing  # noqa: PLC0415  help must not load what reads proposals

    if deciding:
        reviewing.decided(report, decided, database, who, dry_run=dry_run)
    elif show:
        reviewing.shown(show, form, database)
    elif listing or limit or dry_run or form != "table":
        reviewing.listed(tuple(split(report)), limit, form, database)
    else:
        return reviewing.reviewed(tuple(split(report)), database, who)
    return 0
