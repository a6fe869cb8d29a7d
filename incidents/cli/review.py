"""`incidents review`."""

from collections.abc import Sequence

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say, screen
from incidents.errors import UsageProblem

EXAMPLES = """
incidents review --list
incidents review 2 --list --format json
incidents review --accept 1 --dry-run
incidents review 2 --accept-all
incidents review --reject 4 --reason "background, not an incident"
"""
_Numbers = tuple[int, ...]


@make("review", EXAMPLES)
@click.argument("report", nargs=-1)
@click.option("--list", "listing", is_flag=True, help="List the waiting proposals (also without any option).")
@click.option("--accept", metavar="NO.", type=click.IntRange(1), multiple=True, help="Accept this proposal.")
@click.option("--accept-all", is_flag=True, help="Accept every waiting proposal of the reports.")
@click.option("--reject", metavar="NO.", type=click.IntRange(1), multiple=True, help="Reject this proposal.")
@options.reason
@options.dry_run
@options.form
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    report: tuple[str, ...],
    listing: bool,
    accept: _Numbers,
    accept_all: bool,
    reject: _Numbers,
    reason: str,
    dry_run: bool,
    form: str,
    who: str | None,
    database: str | None,
) -> None:
    """List the proposals that wait, of all reports or of some (by number or uid), and accept or reject them.

    What is accepted here becomes an incident marked as reviewed by you. Proposals go by the number in the first column.
    """
    if sum(map(bool, (accept, accept_all, reject, listing))) > 1:
        raise UsageProblem("--list, --accept, --accept-all and --reject: one at a time")
    if accept:
        _accepted(accept, who, database, dry_run=dry_run)
    elif accept_all:
        _accepted_all(report, who, database, dry_run=dry_run)
    elif reject:
        _rejected(reject, reason, who, database, dry_run=dry_run)
    else:
        _listed(report, form, database)


def _listed(given: Sequence[str], form: str, database: str | None) -> None:
    from incidents.cli import proposals  # noqa: PLC0415  accepting does not need it
    from incidents.output.formats import lines  # noqa: PLC0415
    from incidents.output.listings import PROPOSAL  # noqa: PLC0415
    from incidents.output.table import text  # noqa: PLC0415
    from incidents.store.query.find import numbers_of  # noqa: PLC0415

    with reading(database) as reader:
        found = list(proposals.listed(reader, ("waiting",), numbers_of(reader, "report", given)))
        say(f"{len(found)} proposal{'s' * (len(found) != 1)} wait{'s' * (len(found) == 1)}")
        if form == "table":
            shown = screen()
            rows = list(proposals.table_rows(reader, found))
            emit([text(proposals.HEADS, rows, shown.table, colour=shown.colour)])
        else:
            emit(lines(form, PROPOSAL, (tuple(one.values()) for one in found)))


def _accepted(numbers: _Numbers, who: str | None, database: str | None, *, dry_run: bool) -> None:
    from incidents.actions.decide import accept_numbers  # noqa: PLC0415  listing must not load what writes
    from incidents.cli.writing import done, writable  # noqa: PLC0415

    for one in accept_numbers(*writable(database, who, dry_run=dry_run), list(numbers), dry_run=dry_run):
        say(f"{done('accepted', dry_run=dry_run)}: {one.id} {one.title}")


def _accepted_all(given: Sequence[str], who: str | None, database: str | None, *, dry_run: bool) -> None:
    from incidents.actions.decide import accept_report  # noqa: PLC0415  likewise
    from incidents.cli.writing import done, writable  # noqa: PLC0415
    from incidents.store.query.find import numbers_of  # noqa: PLC0415

    if not given:
        raise UsageProblem("--accept-all needs the number of a report: incidents review 2 --accept-all")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = numbers_of(reader, "report", given)
    for number in numbers:
        for one in accept_report(location, name, number, dry_run=dry_run):
            say(f"{done('accepted', dry_run=dry_run)}: {one.id} {one.title}")


def _rejected(numbers: _Numbers, reason: str, who: str | None, database: str | None, *, dry_run: bool) -> None:
    from incidents.actions.decide import reject_numbers  # noqa: PLC0415  likewise
    from incidents.cli.writing import done, writable  # noqa: PLC0415

    for one in reject_numbers(*writable(database, who, dry_run=dry_run), list(numbers), reason, dry_run=dry_run):
        say(f"{done('rejected', dry_run=dry_run)}: {one.id} {one.proposal.incident.title}")
