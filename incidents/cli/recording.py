"""What `add` does once it knows its options. Names are resolved first; what writes is loaded only then."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from incidents.cli.asking.terminal import interactive
from incidents.cli.drafting import MISSING, Draft, Way, complete, drafted, say_open
from incidents.cli.duplicates import alike
from incidents.cli.fields import Desk
from incidents.cli.reading import reading
from incidents.cli.resolving import Given
from incidents.cli.screen import say
from incidents.cli.startup import unwatched
from incidents.cli.writing import done, writable
from incidents.errors import IncidentsError, UsageProblem
from incidents.model.incident import Incident, still_open
from incidents.output.safe import line
from incidents.store.query.connect import Reader

_FIELD = {"type_": "type"}
"""Fields whose option arrives under another name."""


def added(given: Given, database: str | None, who: str | None, way: Way) -> None:
    """Record an incident from the options and what else the `way` gives; at a terminal, what is missing is asked for.

    Raises:
        UsageProblem: it has no title or type.
        BadInput: what is piped is no incident, or a form cannot be read.
        LeftOff: the user left.
    """
    whole = bool(given["title"] and given["type_"])
    asks = not (way.piped or way.edit or (whole and not way.sentence)) and interactive()
    if not (way.words or way.edit or asks or whole):
        raise UsageProblem(MISSING)
    location, name = writable(database, who, dry_run=way.dry_run)
    with reading(database) as reader:
        draft = partial(drafted, reader, location, given, bare=bool(way.sentence) or way.edit or asks)
        if way.edit:
            _through_a_form(reader, draft(way), name, way)
        elif asks:
            _asked(reader, draft, given, name, way)
        else:
            found = complete(draft(way), way)
            _save(found, name, way, alike(reader, found.incident))


def _asked(reader: Reader, draft: Callable[[Way], Draft], given: Given, who: str, way: Way) -> None:
    """Record what the user makes of the draft at the terminal; where it cannot be saved, nothing of it is lost."""
    from incidents.cli.asking import asking  # noqa: PLC0415  needs prompt_toolkit, which loads slowly

    asking.greet()
    found = draft(way)
    if not (way.sentence or given["title"] or given["type_"]):
        empty = found
        found = asking.in_a_sentence(lambda words: draft(replace(way, words=words)) if words else empty)
    for point in found.left_open:
        if not point.words:
            say(f"left open: {point.sentence}")
    for _, new in found.made:
        say(f"the institution {line(new.name)} is not known yet: it is added with the record, unless you name another")
    if doubted := found.types if not found.incident.type else ():
        say(f"the type could be {' or '.join(doubted[:3])}")
    named = [_FIELD.get(name, name) for name in given if given[name]]
    unread = {point.field: point.words for point in found.left_open if point.words}
    unread["type"] = doubted[0] if doubted else ""
    desk = Desk(reader, found.location, found.reports, found.counted_from)
    told = asking.asked(desk, found.incident, asking.Known(named, unread, found.report))
    found = replace(found, incident=replace(told, open_names=still_open(found.incident, told)))
    while not _agreed(desk, found, who, way):
        after = _edited(reader, found, found.incident) or found.incident
        found = replace(found, incident=replace(after, open_names=still_open(found.incident, after)))


def _agreed(desk: Desk, draft: Draft, who: str, way: Way) -> bool:
    """Whether the draft is recorded now; else it is to be edited first."""
    from incidents.cli.asking.asking import agreed  # noqa: PLC0415  as above
    from incidents.cli.asking.prompting import beside  # noqa: PLC0415

    while agreed(desk, draft.incident) == "yes":
        try:
            _save(replace(draft, understood=""), who, way, ())
        except IncidentsError as error:  # a lock, a value that no record may have: what was typed is still here
            beside(str(error))
        else:
            return True
    return False


def _edited(
    reader: Reader, draft: Draft, incident: Incident, save: Callable[[Incident], object] | None = None
) -> Incident | None:
    from incidents.cli.form.editor import edit_in_editor  # noqa: PLC0415  only who asks for a form needs it

    return edit_in_editor(
        reader,
        draft.location,
        incident,
        draft.reports,
        [f"Open: {point.sentence}" for point in draft.left_open],
        counted_from=draft.counted_from,
        save=save,
    )


def _through_a_form(reader: Reader, draft: Draft, who: str, way: Way) -> None:
    def save(value: Incident) -> None:
        value = replace(value, open_names=still_open(draft.incident, value))
        _save(replace(draft, incident=value, understood=""), who, way, alike(reader, value))

    if _edited(reader, draft, draft.incident, save) is None:
        say("the form was left as it is, or emptied: nothing was recorded")


def _save(draft: Draft, who: str, way: Way, twins: Sequence[str]) -> None:
    with unwatched():
        from incidents.actions.record import record  # noqa: PLC0415  heavy, after all that can be mistyped

        saved = record(draft.location, who, draft.incident, draft.made, dry_run=way.dry_run)
    if draft.understood:
        say(draft.understood)
    say(f"{done('recorded', dry_run=way.dry_run)}: {saved.id} ({saved.code}) {saved.title}")
    for link, new in draft.made:
        if link in saved.institutions:
            say(f"{done('added with it', dry_run=way.dry_run)}: the institution {line(new.name)} ({new.code})")
    say_open(saved)
    for twin in twins:
        say(f"looks like {twin}; it is kept as another one: `incidents undo` takes it back")
