"""What `place unresolved` and `place resolve` do: the names that matched nothing, or too much."""

from incidents.cli.asking.confirm import confirmed
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say
from incidents.cli.startup import unwatched
from incidents.cli.upkeep import Way
from incidents.cli.writing import done, writable
from incidents.errors import NotFound, UsageProblem
from incidents.output.listings import UNRESOLVED
from incidents.output.table import Head
from incidents.store.query.connect import Reader
from incidents.store.query.names import described, one
from incidents.store.query.unresolved import Unresolved, called, unresolved

HEADS = {
    "words": Head("name", 16, style="name"),
    "uses": Head("uses", right=True),
    "why": Head("why"),
    "candidates": Head("can be", 16),
    "context": Head("context", 30),
}


def listed(form: str, database: str | None) -> None:
    """Print the open names, the most frequent first."""
    with reading(database) as reader:
        found = unresolved(reader)
    say(f"{len(found)} open name{'s' * (len(found) != 1)}" + "; settle one: incidents place resolve" * bool(found))
    emit(printed(form, UNRESOLVED, map(_row, found), HEADS, roomy=("context",)))


def resolved(words: str, place: str, way: Way, *, alias: bool, yes: bool) -> None:
    """Settle a name wherever it is open, and say it; before several are changed it asks.

    Raises:
        NotFound: no such name is open.
        UsageProblem: nobody said yes.
    """
    location, who = writable(way.database, way.who, dry_run=way.dry_run)
    with reading(way.database) as reader:
        found = _found(reader, words)
        code = one(reader, "place", place)
        (about,) = described(reader, "place", [code])
    where = _counted(len(found.proposals), len(found.incidents))
    if len(found.proposals) + len(found.incidents) > 1:
        confirmed(f"{found.words} would be {about} in {where}", yes=yes or way.dry_run)
    with unwatched():
        from incidents.actions.new_thing import Who  # noqa: PLC0415  heavy, after what can be mistyped
        from incidents.actions.resolve_name import resolve  # noqa: PLC0415

        resolve(Who(location, who, way.reason, way.dry_run), found.uses, code, found.words if alias else "")
    undo = "" if way.dry_run else "; undo: incidents undo"
    say(f"{done('resolved', dry_run=way.dry_run)}: {found.words} is {about} in {where}{undo}")


def _found(reader: Reader, words: str) -> Unresolved:
    if not words.strip():
        raise UsageProblem("say which name: incidents place unresolved lists those that are open")
    found = called(reader, words)
    if found is None:
        raise NotFound(f"no name {words!r} is open; incidents place unresolved lists those that are")
    return found


def _counted(proposals: int, incidents: int) -> str:
    waiting = "1 proposal that waits" if proposals == 1 else f"{proposals} proposals that wait"
    records = f"{incidents} incident{'s' * (incidents != 1)}"
    return " and ".join([waiting] * bool(proposals) + [records] * bool(incidents))


def _row(found: Unresolved) -> tuple[str | int, ...]:
    numbers = ("; ".join(map(str, some)) for some in (found.proposals, found.incidents))
    return found.words, len(found.uses), found.why, "; ".join(found.candidates), found.context, *numbers
