"""What `report reprocess` does once it knows its options; it loads everything that reads reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from incidents.actions.reprocess import Reprocessed, outdated, reprocess
from incidents.cli.listing import printed
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.report_words import many
from incidents.cli.screen import emit, followed, say
from incidents.cli.startup import settled
from incidents.cli.writing import done, writable
from incidents.errors import BadInput, UsageProblem
from incidents.output.listings import REPROCESSED
from incidents.output.table import Head
from incidents.store.location import Location
from incidents.store.query.connect import Reader

HEADS = {
    "report_id": Head("report", right=True),
    "result": Head("result"),
    "new": Head("new", 6),
    "refreshed": Head("refreshed", 9),
    "gone": Head("gone", 6),
    "kept": Head("kept", right=True),
    "withheld": Head("withheld", right=True),
    "problem": Head("problem", 12),
}
_ALL = "SELECT id FROM report_listing WHERE withdrawn = 0 AND versions > 0 ORDER BY id"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which reports are to be read again."""

    typed: Sequence[str] = ()
    every: bool = False
    outdated: bool = False


def reprocessed(asked: Asked, form: str, database: str | None, who: str | None, *, dry_run: bool) -> None:
    """Read the reports again, print a row for each, and say what changed in all.

    Raises:
        UsageProblem: none is named, or they are named twice over.
        BadInput: some could not be read.
    """
    if bool(asked.typed) + asked.every + asked.outdated != 1:
        raise UsageProblem("name reports, or give --all or --outdated: one of the three")
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = _numbers(reader, asked, location)
    found = list(followed(settled(reprocess(location, name, numbers, dry_run=dry_run)), len(numbers)))
    emit(printed(form, REPROCESSED, map(_row, _shown(found, form)), HEADS, roomy=("withheld", "problem")))
    _say(found, asked, dry_run=dry_run)


def _numbers(reader: Reader, asked: Asked, location: Location) -> list[int]:
    if asked.typed:
        return meant(reader, "report", asked.typed)
    return outdated(reader, location) if asked.outdated else [row[0] for row in reader.rows(_ALL)]


def _shown(found: Sequence[Reprocessed], form: str) -> Sequence[Reprocessed]:
    """For people, the reports of which something changed or that were asked for alone."""
    if form != "table" or len(found) == 1:
        return found
    return [one for one in found if one.found.changed or one.error]


def _row(one: Reprocessed) -> tuple[Any, ...]:
    result = "failed" if one.error else "changed" if one.found.changed else "same"
    lists = (one.found.new, one.found.refreshed, one.found.gone)
    told = ("; ".join(map(str, numbers)) for numbers in lists)
    return (one.report, result, *told, one.found.kept, one.found.withheld, one.error)


def _say(found: Sequence[Reprocessed], asked: Asked, *, dry_run: bool) -> None:
    """How much changed; and at the end, if some failed, why."""
    if not found:
        say("every report was read with this program and these seeds" if asked.outdated else "there is no report")
        return
    sums = {
        "new": sum(len(one.found.new) for one in found),
        "read otherwise": sum(len(one.found.refreshed) for one in found),
        "gone": sum(len(one.found.gone) for one in found),
        "kept": sum(one.found.kept for one in found),
    }
    counts = ", ".join(f"{number} {what}" for what, number in sums.items())
    failed = [one for one in found if one.error]
    read = many(len(found) - len(failed), "report")
    say(f"{done('read again', dry_run=dry_run)}: {read}; proposals: {counts}")
    if failed:
        more = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
        raise BadInput(f"{failed[0].error}{more}")
