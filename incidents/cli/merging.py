"""What `merge` of places and institutions does: it says what goes along, and asks where the two are hardly one."""

from collections.abc import Sequence
from dataclasses import replace

from incidents.cli.asking.confirm import confirmed, confirmed_several, would_be
from incidents.cli.formed import one_meant
from incidents.cli.reading import reading
from incidents.cli.screen import say, say_each
from incidents.cli.startup import unwatched
from incidents.cli.upkeep import Way
from incidents.cli.writing import done, writable
from incidents.store.query.connect import Reader
from incidents.store.query.going import going, unlike
from incidents.store.query.names import described
from incidents.store.query.proposals import waiting_with
from incidents.store.query.tree import having


def merged(kept: str, other: str, way: Way, *, yes: bool) -> None:
    """Make one thing of two, and say it; before several records are changed, or two unlike things are one, it asks."""
    location, who = writable(way.database, way.who, dry_run=way.dry_run)
    with reading(way.database) as reader:
        codes = [one_meant(reader, way.noun, words) for words in (kept, other)]
        left, gone = described(reader, way.noun, codes) if len(set(codes)) > 1 else codes
        along = _along(reader, way.noun, codes[1])
    with unwatched():
        from incidents.actions.new_thing import Who  # noqa: PLC0415  heavy, after what can be mistyped
        from incidents.actions.upkeep import Thing, merge  # noqa: PLC0415

        by, (first, second) = Who(location, who, way.reason, way.dry_run), (Thing(way.noun, code) for code in codes)
        if not (yes or way.dry_run):
            merge(replace(by, dry_run=True), first, second)  # what cannot be is refused before it is asked for
    with reading(way.database) as reader:
        against = list(unlike(reader, way.noun, *codes))
        if not (yes or way.dry_run):
            _agreed(reader, way.noun, codes[1], f"{gone} would go into {left}, with {along}", against)
    with unwatched():
        count = merge(by, first, second)
    undo = "" if way.dry_run else "; undo: incidents undo"
    say(f"{done('merged', dry_run=way.dry_run)}: {gone} into {left}, with {along}{undo}")
    if count:
        records = f"{count} record{'s' * (count != 1)} (incidents, proposals that wait)"
        say(f"{records} {done('changed', dry_run=way.dry_run)} for it")
    say_each((f"though {one}" for one in against), len(against))


def _agreed(reader: Reader, noun: str, gone: str, what: str, against: Sequence[str]) -> None:
    """Ask where the merger is unlikely, else where several records change."""
    numbers, proposals = having(reader, noun, gone), waiting_with(reader, noun, gone)
    if against:
        records = would_be(reader, "changed", numbers, proposals=len(proposals))
        confirmed("; ".join(filter(None, (what, records, f"but {', and '.join(against)}"))), yes=False)
    else:
        confirmed_several(reader, "changed", numbers, yes=False, proposals=len(proposals))


def _along(reader: Reader, noun: str, code: str) -> str:
    """`6 names, 17 places below it and 3 institutions there`."""
    names, below, there = going(reader, noun, code)
    parts = [_many(names, "name"), _many(below, noun, " right below it"), _many(there, "institution", " there")]
    *first, last = filter(None, parts)
    return f"{', '.join(first)} and {last}" if first else last


def _many(number: int, noun: str, after: str = "") -> str:
    return f"{number} {noun}{'s' * (number != 1)}{after}" if number else ""
