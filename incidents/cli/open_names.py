"""What `unresolved` and `resolve` of places and institutions do: the names that matched nothing, or too much."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.cli.asking.confirm import confirmed
from incidents.cli.formed import standing_meant
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say, say_each
from incidents.cli.startup import unwatched
from incidents.cli.titles import headings
from incidents.cli.upkeep import Way
from incidents.cli.writing import done, writable
from incidents.errors import NotFound, UsageProblem
from incidents.model.key import fold
from incidents.output.safe import line
from incidents.output.table import Head
from incidents.output.thing_listings import UNRESOLVED
from incidents.store.query.connect import Reader
from incidents.store.query.find import numbers_of
from incidents.store.query.names import SUGGESTED, described
from incidents.store.query.terms import term
from incidents.store.query.unresolved import Unresolved, by_hand, called, contexts, unresolved

if TYPE_CHECKING:  # what writes is loaded after what can be mistyped
    from incidents.actions.retitle import Titled

HEADS = {
    "words": Head("name", 16, style="name"),
    "uses": Head("uses", right=True),
    "why": Head("why"),
    "candidates": Head("can be", 24),
    "context": Head("context", 30),
}


@dataclass(frozen=True, slots=True)
class Meant:
    """An open name, what it stands for, and where: only in these reports (none: in all); an institution has a role."""

    words: str
    thing: str
    reports: Sequence[str]
    role: str = ""
    alias: bool = False


def listed(noun: str, form: str, database: str | None) -> None:
    """Print the open names of places or of institutions, the most frequent first."""
    with reading(database) as reader:
        found = unresolved(reader, noun)
    say(f"{len(found)} open name{'s' * (len(found) != 1)}" + f"; settle one: incidents {noun} resolve" * bool(found))
    emit(printed(form, UNRESOLVED, map(_row, found), HEADS, roomy=("why",)))


def resolved(meant: Meant, way: Way, *, yes: bool) -> None:
    """Settle a name where it is open, and say it; before several are changed it shows where they are, and asks.

    Raises:
        NotFound: no such name is open.
        UsageProblem: nobody said yes.
    """
    if meant.alias and meant.reports:
        raise UsageProblem("--alias is for all later reports, --report for these alone: leave one of them out")
    location, who = writable(way.database, way.who, dry_run=way.dry_run)
    with reading(way.database) as reader:
        found = _found(reader, way.noun, meant.words, numbers_of(reader, "report", meant.reports))
        code = standing_meant(reader, way.noun, meant.thing)
        role = term(reader, f"{way.noun} role", meant.role) if meant.role else ""
        (about,) = described(reader, way.noun, [code])
        where = _counted(found)
        if len(found.proposals) + len(found.incidents) > 1 and not yes:
            say_each([*_contexts(reader, found), *_by_hand(found)], len(found.reports) + len(found.incidents))
            confirmed(f"{_written(found)} would be {about} in {where}{_apart(found)}", yes=way.dry_run)
    with unwatched():
        from incidents.actions.new_thing import Who  # noqa: PLC0415  heavy, after what can be mistyped
        from incidents.actions.resolve_name import resolve  # noqa: PLC0415
        from incidents.store.things import Thing  # noqa: PLC0415

        by = Who(location, who, way.reason, way.dry_run)
        titles = resolve(by, found.uses, Thing(way.noun, code), found.spellings if meant.alias else (), role)
    undo = "" if way.dry_run else "; undo: incidents undo"
    say(f"{done('resolved', dry_run=way.dry_run)}: {_written(found)} is {about} in {where}{undo}")
    say_each(_titled(titles, dry_run=way.dry_run), len(titles))


def _found(reader: Reader, noun: str, words: str, reports: Collection[int]) -> Unresolved:
    if not fold(words):
        raise UsageProblem(f"say which name: incidents {noun} unresolved lists those that are open")
    found = called(reader, noun, words, reports)
    if found is None:
        there = f" in report{'s' * (len(reports) > 1)} {', '.join(map(str, reports))}" if reports else ""
        raise NotFound(f"no name {words!r} is open{there}; {_meant(reader, noun, words)}")
    return found


def _meant(reader: Reader, noun: str, words: str) -> str:
    """The open names that hold the words, else where all of them are listed."""
    near = [one.words for one in unresolved(reader, noun) if fold(words) in fold(one.words) != fold(words)]
    listed = f"incidents {noun} unresolved lists those that are"
    return f"did you mean {' or '.join(map(repr, near[:SUGGESTED]))}? {listed}" if near else listed


def _written(found: Unresolved) -> str:
    return " or ".join(found.spellings)


def _contexts(reader: Reader, found: Unresolved) -> Iterator[str]:
    """`report 3 (RFA, 2025-02-06): … a market in Unsan on Feb. 3. (2 times)`."""
    heads = headings(reader, found.reports)
    for number, context, uses in contexts(reader, found):
        about = ", ".join(filter(None, heads[number][:2]))
        yield f"report {number} ({line(about)}): {line(context)}" + f" ({uses} times)" * (uses > 1)


def _by_hand(found: Unresolved) -> Iterator[str]:
    return (f"incident {number}: {line(told)}" for number, told in by_hand(found))


def _apart(found: Unresolved) -> str:
    """How to settle one report alone, where several have the name."""
    return f" (--report {found.reports[0]} settles that one alone)" if len(found.reports) > 1 else ""


def _titled(titles: "Sequence[Titled]", *, dry_run: bool) -> Iterator[str]:
    """Which titles say the new place, and which still the old one: in a clause of the report, or typed by a person."""
    for one in titles:
        which = f"{one.noun} {one.number}"
        if one.followed:
            yield f"the title of {which} {'would follow' if dry_run else 'follows'}: {line(one.title)}"
        else:
            change = f"incidents edit {one.number} --title WORDS" if one.noun == "incident" else "incidents review"
            yield f"the title of {which} still says {one.old}: {change} changes it"


def _counted(found: Unresolved) -> str:
    """`2 proposals that wait and 1 incident, of 2 reports`."""
    proposals, incidents, reports = len(found.proposals), len(found.incidents), len(found.reports)
    waiting = "1 proposal that waits" if proposals == 1 else f"{proposals} proposals that wait"
    records = f"{incidents} incident{'s' * (incidents != 1)}"
    both = " and ".join([waiting] * bool(proposals) + [records] * bool(incidents))
    return both + f", of {reports} reports" * (reports > 1)


def _row(found: Unresolved) -> tuple[str | int, ...]:
    numbers = ("; ".join(map(str, some)) for some in (found.proposals, found.incidents, found.reports))
    own = found.words, len(found.uses), found.why, "; ".join(found.candidates), found.context
    return *own, *numbers, "; ".join(found.spellings)
