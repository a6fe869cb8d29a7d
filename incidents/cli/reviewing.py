"""What `review` does once it knows its options."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from incidents.cli import proposals
from incidents.cli.numbers import split
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say, screen
from incidents.errors import UsageProblem
from incidents.output.formats import lines
from incidents.output.listings import PROPOSAL
from incidents.output.objects import array, dumped
from incidents.output.safe import line
from incidents.store.query.connect import Reader
from incidents.store.query.find import numbers_of

if TYPE_CHECKING:
    from incidents.actions.decide import Verdict
    from incidents.cli.review import Decided

Values = dict[str, Any]


def reviewed(given: Sequence[str], database: str | None, who: str | None) -> int:
    """Open the review screen, if somebody sits at a terminal that can show it; else list. The exit code."""
    from incidents.cli.desk import opening  # noqa: PLC0415  the other ways to review need no screen

    if opening.possible():
        if not opening.dumb():
            return opening.opened(given, database, who)
        say("this terminal (TERM=dumb) cannot show the review screen; the proposals are listed instead")
    listed(given, None, "table", database)
    return 0


def listed(given: Sequence[str], limit: int | None, form: str, database: str | None) -> None:
    """Print the proposals that wait, of all reports or of those given; then what to type next."""
    with reading(database) as reader:
        found = list(proposals.listed(reader, ("waiting",), numbers_of(reader, "report", given)))
        some = found[:limit]
        cut = f"; the first {len(some)} (all: without --limit)" if len(some) < len(found) else ""
        say(f"{len(found)} proposal{'s' * (len(found) != 1)} wait{'s' * (len(found) == 1)}{cut}")
        if form == "table":
            emit(_table(reader, some))
        else:
            emit(lines(form, PROPOSAL, (tuple(one.values()) for one in some)))
        if some and form == "table":
            say(_next(some))


def _table(reader: Reader, some: Sequence[Values]) -> Iterator[str]:
    from incidents.cli.proposal_list import blocks  # noqa: PLC0415  the other formats do not need it

    return blocks(reader, some, screen())


def _next(some: Sequence[Values]) -> str:
    """What can be typed now, with numbers that are in the list."""
    numbers = [one["id"] for one in islice(some, 3)]
    return (
        f"next: incidents review --show {numbers[0]} shows one whole; --accept {','.join(map(str, numbers))} takes "
        f"these, --accept-report {some[0]['report_id']} all of a report; --reject {numbers[-1]} --reason WORDS refuses"
    )


def shown(numbers: Sequence[int], form: str, database: str | None) -> None:
    """Print proposals whole."""
    with reading(database) as reader:
        found = list(proposals.whole(reader, numbers))
        if form == "table":
            from incidents.cli.proposal_page import pages  # noqa: PLC0415  the other formats do not need it

            emit(pages(reader, found, screen()))
        elif form in ("json", "jsonl"):
            emit(array(found) if form == "json" else (dumped(one) + "\n" for one in found))
        else:
            emit(lines(form, PROPOSAL, (tuple(one.values())[: len(PROPOSAL)] for one in found)))


def decided(reports: Sequence[str], given: "Decided", database: str | None, who: str | None, *, dry_run: bool) -> None:
    """Accept and reject what the options name, and say what came of each.

    Raises:
        UsageProblem: the arguments and --accept-all do not belong together.
    """
    from incidents.cli.startup import unwatched  # noqa: PLC0415  listing must not load what writes
    from incidents.cli.writing import done, writable  # noqa: PLC0415  likewise

    _fitting(reports, everything=given["accept_all"])
    location, name = writable(database, who, dry_run=dry_run)
    with unwatched(), reading(database) as reader:
        numbers_of(reader, "proposal", [str(number) for number in (*given["accept"], *given["reject"])])
        verdict = _verdict(reader, reports, given)
        from incidents.actions.decide import settle  # noqa: PLC0415  heavy, after what can be mistyped

        settled = settle(location, name, verdict, dry_run=dry_run)
    for saved in settled.accepted:
        say(f"{done('accepted', dry_run=dry_run)}: {saved.id} {saved.title}")
    for new in settled.added:
        say(f"{done('added with it', dry_run=dry_run)}: the institution {line(new.name)} ({new.code})")
    for one in settled.rejected:
        say(f"{done('rejected', dry_run=dry_run)}: {one.id} {one.proposal.incident.title}")
    if not settled.accepted and not settled.rejected:
        say("nothing of that waits")


def _fitting(reports: Sequence[str], *, everything: bool) -> None:
    if everything and not reports:
        raise UsageProblem("--accept-all needs the number of a report: incidents review 2 --accept-all")
    if reports and not everything:
        raise UsageProblem(f"to decide on report {reports[0]}, write --accept-report or --reject-report {reports[0]}")


def _verdict(reader: Reader, reports: Sequence[str], given: "Decided") -> "Verdict":
    from incidents.actions.decide import Verdict  # noqa: PLC0415  listing must not load what writes

    return Verdict(
        given["accept"],
        numbers_of(reader, "report", [*split((*reports, *given["accept_report"]))]),
        given["reject"],
        numbers_of(reader, "report", [*split(given["reject_report"])]),
        given["reason"],
    )
