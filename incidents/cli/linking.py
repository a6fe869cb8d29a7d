"""What `link` does once it knows its options."""

from dataclasses import dataclass

from incidents.cli.asking.confirm import confirmed_several
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.relation_words import relation_words
from incidents.cli.screen import say, say_each
from incidents.cli.startup import unwatched
from incidents.cli.writing import writable
from incidents.errors import UsageProblem
from incidents.model.incident import Incident
from incidents.store.query.connect import Reader
from incidents.store.query.find import number_of
from incidents.store.query.terms import codes, term

_PART = "part-of"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of `link` ask for."""

    relation: str
    series: bool
    drop: bool
    reason: str


def linked(  # noqa: PLR0913  who links which records how
    incident: str, other: str, asked: Asked, database: str | None, who: str | None, *, yes: bool, dry_run: bool
) -> None:
    """Link the incidents to the other one, or take it back, and say each.

    Raises:
        UsageProblem: no relation is named, or one that --series does not go with.
    """
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        kind = _kind(reader, asked, who)
        numbers, target = meant(reader, "incident", [incident]), number_of(reader, "incident", other)
        confirmed_several(reader, "unlinked" if asked.drop else "linked", numbers, yes=yes or dry_run)
    with unwatched():
        from incidents.actions.link import Bond, link, unlink  # noqa: PLC0415  heavy, after what can be mistyped

        act, bond = unlink if asked.drop else link, Bond(kind, str(target), asked.reason, asked.series)
        *found, last = act(location, name, [str(number) for number in numbers], bond, dry_run=dry_run)
    say_each((_told(one, kind, last, drop=asked.drop, dry_run=dry_run) for one in found), len(found))
    if kind == _PART and last.kind != "series" and not asked.drop:
        say(f"{last.id} is of the kind {last.kind}, and counted itself: --series makes it a series")


def _kind(reader: Reader, asked: Asked, who: str | None) -> str:
    if not asked.relation and not asked.drop:
        known = codes(reader, "relation")
        meant_so = f"; --as is who writes, not “{who}”" if who and who.lower() in known else ""
        raise UsageProblem(f"say how they stand: --relation, with one of {', '.join(known)}{meant_so}")
    kind = term(reader, "relation", asked.relation) if asked.relation else ""
    if asked.series and (kind != _PART or asked.drop):
        raise UsageProblem(f"--series goes with --relation {_PART}")
    return kind


def _told(one: Incident, kind: str, other: Incident, *, drop: bool, dry_run: bool) -> str:
    """`2: part of 7 · The campaign (revision 3); undo: incidents undo`."""
    words = f"{'no longer ' * drop}{relation_words(kind or 'related')} {other.id} · {other.title}"
    if dry_run:
        return f"would be changed: {one.id}: {words}"
    return f"{one.id}: {words} (revision {one.revision}); undo: incidents undo"
