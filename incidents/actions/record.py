"""Recording an incident by hand, changing one, taking it out and bringing it back, and undoing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from incidents.actions import known
from incidents.actions.backing import standing_beside
from incidents.errors import Refused
from incidents.model.change import Change
from incidents.model.incident import Decision, Evidence, Incident, InstitutionLink, OpenName, still_open
from incidents.model.reference import Institution
from incidents.store.location import Location
from incidents.store.log import change_of
from incidents.store.undo import undo as undo_change
from incidents.store.unit import Unit, begin

Edit = Callable[[Incident], Incident]
"""From a record as it is to what it shall be."""
Follow = Callable[[Iterator[str]], Iterator[str]]
"""What passes on the keys of the records that are worked on, one by one: a progress bar."""


Brought = tuple[InstitutionLink, Institution]
"""An institution that no database holds, and its part in the record that brings it along."""


def record(
    location: Location, who: str, incident: Incident, made: Sequence[Brought] = (), *, dry_run: bool = False
) -> Incident:
    """Save a new record; fields that no claim of its evidence gives are the recorder's decisions.

    Of `made`, those whose names the record still has open are added and settle them.

    Raises:
        BadInput, NotFound: a value that no record may have.
        Refused: it has one passage twice.
    """
    demand_new((), incident.evidence)
    with begin(location, who, dry_run=dry_run) as unit:
        whole = _with(unit, incident, made)
        saved = unit.save(decided(whole, who, "recorded by hand"), "add")
    if made:
        known.changed()
    return saved


def _with(unit: Unit, incident: Incident, made: Sequence[Brought]) -> Incident:
    """The record with the institutions that its open names bring along."""
    for link, institution in made:
        named = OpenName("institution", institution.name)
        if named not in incident.open_names:
            continue
        from incidents.store import institutions  # noqa: PLC0415  few records bring any

        institutions.add(unit, institution)
        left = tuple(one for one in incident.open_names if one != named)
        incident = replace(incident, institutions=(*incident.institutions, link), open_names=left)
    return incident


def decided(incident: Incident, who: str, reason: str) -> Incident:
    """The incident with a decision for each field that has a value which neither a claim nor a decision gives."""
    claimed = {claim.field for one in incident.evidence for claim in one.claims if claim.followed}
    given = {"date": incident.when.dated, "place": incident.places, "institution": incident.institutions}
    made = {decision.field for decision in incident.decisions}
    fields = [name for name, value in given.items() if value and name not in claimed | made]
    return replace(incident, decisions=(*incident.decisions, *(Decision(name, who, reason) for name in fields)))


def revise(  # noqa: PLR0913  who changes which record how and why
    location: Location,
    who: str,
    key: str,
    change: Edit,
    *,
    reason: str = "",
    dry_run: bool = False,
) -> tuple[Incident, Incident]:
    """Change a record by number, code or uid; the record as it was and as it is.

    Raises:
        NotFound, Refused, BadInput: it is not there, is withdrawn, was changed meanwhile, or the value is none.
    """
    return revise_all(location, who, {key: change}, reason=reason, dry_run=dry_run)[0]


def held(location: Location, key: str) -> Incident:
    """A record as it is now, by number, code or uid. Raises NotFound."""
    with begin(location, "", dry_run=True) as unit:
        return unit.incident(key)


def revise_all(  # noqa: PLR0913  as above
    location: Location,
    who: str,
    changes: Mapping[str, Edit],
    *,
    reason: str = "",
    withdrawn_too: bool = False,
    dry_run: bool = False,
    follow: Follow = iter,
) -> list[tuple[Incident, Incident]]:
    """Change several records by number, code or uid, all or none; each as it was and as it is. Raises as `revise`.

    A withdrawn one is refused, but for what is done to all that have something (`withdrawn_too`).
    """
    demand = (lambda _: None) if withdrawn_too else demand_standing
    with begin(location, who, dry_run=dry_run) as unit:
        return [_revise(unit, key, changes[key], reason, demand) for key in follow(iter(changes))]


def demand_standing(incident: Incident) -> None:
    """Refuse to change a record that is out of the chronology, where nobody would see it."""
    if incident.withdrawn:
        raise Refused(f"incident {incident.id} is withdrawn: `incidents restore {incident.id}` brings it back first.")


def _revise(
    unit: Unit, key: str, change: Edit, reason: str, demand: Callable[[Incident], None]
) -> tuple[Incident, Incident]:
    before = unit.incident(key)
    demand(before)
    after = change(before)
    demand_new(before.evidence, after.evidence)
    return before, unit.save(marked(before, after, unit.who, reason or "edited"), "edit", reason)


def demand_new(before: Sequence[Evidence], after: Sequence[Evidence]) -> None:
    """Refuse a passage or citation that is there already: twice the same words are not two testimonies."""
    held, known = {_words(one) for one in before}, {one.uid for one in before}
    for one in after:
        if one.uid not in known and _words(one) in held:
            raise Refused(f"the incident has these words already: “{one.quote or one.citation:.80}”.")
        held.add(_words(one))


def _words(one: Evidence) -> tuple[object, ...]:
    return one.text, one.start, one.end, one.citation


def marked(before: Incident, after: Incident, who: str, reason: str, confirmed: Sequence[str] = ()) -> Incident:
    """A changed date, place or institution becomes the recorder's decision: claims of other values stand beside it.

    So does one of these fields that is not changed, but `confirmed` by its name. Open names of a changed field are
    settled.
    """
    pairs: dict[str, tuple[object, object]] = {"date": (before.when, after.when)}
    pairs["place"] = (before.places, after.places)
    pairs["institution"] = (before.institutions, after.institutions)
    changed = [name for name, (old, new) in pairs.items() if old != new or name in confirmed]
    moved = after.places != before.places
    precision = "unknown" if moved and after.precision == before.precision else after.precision
    kept = tuple(decision for decision in after.decisions if decision.field not in changed)
    made = (Decision(name, who, reason) for name in changed)
    pairs |= {"people": (before.people, after.people), "status": (before.status, after.status)}
    moved_on = [name for name, (old, new) in pairs.items() if old != new]
    evidence = tuple(standing_beside(after, one, moved_on) for one in after.evidence)
    named = still_open(before, after)
    return replace(after, precision=precision, decisions=(*kept, *made), evidence=evidence, open_names=named)


def withdraw(  # noqa: PLR0913  who takes which records out and why
    location: Location,
    who: str,
    keys: Sequence[str],
    reason: str,
    *,
    dry_run: bool = False,
    follow: Follow = iter,
) -> list[Incident]:
    """Take records out of the chronology, all or none; nothing is deleted.

    Raises:
        NotFound, Refused: one is not there, or withdrawn already.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [_withdraw(unit, key, reason) for key in follow(iter(keys))]


def _withdraw(unit: Unit, key: str, reason: str) -> Incident:
    incident = unit.incident(key)
    if incident.withdrawn:
        raise Refused(f"incident {incident.id} is withdrawn already: {incident.withdrawn_reason or 'no reason given'}.")
    return unit.save(replace(incident, withdrawn=True, withdrawn_reason=reason), "withdraw", reason)


def restore(  # noqa: PLR0913  as above
    location: Location,
    who: str,
    keys: Sequence[str],
    reason: str = "",
    *,
    dry_run: bool = False,
    follow: Follow = iter,
) -> list[Incident]:
    """Bring withdrawn records back, all or none.

    Raises:
        NotFound, Refused: one is not there, or not withdrawn.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        return [_restore(unit, key, reason) for key in follow(iter(keys))]


def _restore(unit: Unit, key: str, reason: str) -> Incident:
    incident = unit.incident(key)
    if not incident.withdrawn:
        raise Refused(f"incident {incident.id} is not withdrawn.")
    return unit.save(replace(incident, withdrawn=False, withdrawn_reason=""), "restore", reason)


def undo(
    location: Location, who: str, sequence: int | None = None, *, reason: str = "", dry_run: bool = False
) -> list[Change]:
    """Undo the last thing that this person did, or what was written with a change by its number.

    Raises:
        NotFound, Refused: there is nothing to undo, or a later change builds on it.
    """
    with begin(location, who, dry_run=dry_run) as unit:
        found = [change_of(row) for row in undo_change(unit, sequence, reason)]
    known.changed()
    return found
