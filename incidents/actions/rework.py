"""What a reviewer does to waiting proposals: changing one, uniting several, splitting one. Each is one `undo`."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from incidents.actions.backing import values
from incidents.actions.record import marked
from incidents.actions.splitting import leaving, staying
from incidents.actions.uniting import united
from incidents.errors import NotFound, Refused
from incidents.model.incident import Evidence, Incident
from incidents.model.proposal import StoredProposal
from incidents.store.desk import decide
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.proposals import proposal_numbered
from incidents.store.rework import add_beside, blank, demand_seen, finest, judged, rewrite, waiting
from incidents.store.unit import begin


def revise(  # noqa: PLR0913  who changes which proposal how and why
    location: Location,
    who: str,
    number: int,
    incident: Incident,
    *,
    seen: str = "",
    reason: str = "",
    confirmed: Sequence[str] = (),
    still_open: Sequence[int] = (),
) -> StoredProposal:
    """Replace the incident of a waiting proposal; what was open of a changed field is settled with it.

    A changed date, place or institution becomes this person's decision, and so does a field of `confirmed`, which is
    right as it is. Problems at the positions `still_open` stay open all the same. `seen` is the `payload_sha` of what
    the person saw.

    Raises:
        NotFound, Refused, BadInput: it is not there, was decided or changed meanwhile, or the value is none.
    """
    with begin(location, who) as unit:
        stored = waiting(unit, number, seen)
        before = stored.proposal.incident
        after = marked(before, blank(incident), who, reason or "set in review", confirmed)
        settled = {*_changed(before, after), *confirmed}
        points = enumerate(stored.proposal.problems)
        problems = tuple(one for k, one in points if one.field not in settled or k in still_open)
        proposal = stored.proposal._replace(incident=after, problems=problems)
        if _told(after) != _told(before):
            proposal = judged(unit, stored.report, proposal)
        return rewrite(unit, stored, proposal, "revise", reason)


def _told(incident: Incident) -> list[Evidence]:
    """The passages, whatever they claim: what the level follows from."""
    return [replace(one, claims=()) for one in incident.evidence]


def _changed(before: Incident, after: Incident) -> set[str]:
    """The fields that differ, as problems name them."""
    pairs = {
        "title": (before.title, after.title),
        "type": (before.type, after.type),
        "date": (before.when, after.when),
        "place": (before.places, after.places),
        "institution": (before.institutions, after.institutions),
        "people": (before.people, after.people),
        "status": (before.status, after.status),
    }
    return {name for name, (old, new) in pairs.items() if old != new}


def unite(location: Location, who: str, into: int, others: Sequence[int], *, seen: str = "") -> StoredProposal:
    """Make one of several waiting proposals of a report: the first gets what the others have, these are superseded.

    `seen` is the `payload_sha` of the first as the person saw it.

    Raises:
        NotFound, Refused: one is not there, was decided or changed meanwhile, or is of another report.
    """
    with begin(location, who) as unit:
        first = waiting(unit, into, seen)
        rest = [waiting(unit, number) for number in dict.fromkeys(others)]
        _demand_apart(first, rest)
        proposal = united(first.proposal, [one.proposal for one in rest])
        if _told(proposal.incident) != _told(first.proposal.incident):
            proposal = judged(unit, first.report, proposal)
        for one in rest:
            decide(unit, one, "superseded", reason=f"united with {into}")
        return rewrite(unit, first, proposal, "unite")


def _demand_apart(first: StoredProposal, rest: Sequence[StoredProposal]) -> None:
    if not rest or any(one.id == first.id for one in rest):
        raise Refused(f"proposal {first.id} can only be united with others.")
    for one in rest:
        if one.text != first.text:
            raise Refused(
                f"proposals {first.id} and {one.id} are of different reports: accept one, then attach the other to it."
            )


def split(location: Location, who: str, number: int, passages: Sequence[int], *, seen: str = "") -> StoredProposal:
    """Let passages (positions in the evidence, from 0) leave a waiting proposal for a new one, which is returned.

    The new one has what these passages claim, the old one keeps what the others do or none of them; what then has no
    value is open, with the value that the whole had as a candidate. `seen` is the `payload_sha` of what the person saw.

    Raises:
        NotFound, Refused: it or a passage is not there, it was decided or changed meanwhile, or none or all of its
            passages would leave.
    """
    from incidents.actions.take_passage import title_of  # noqa: PLC0415  extraction is slow to set up

    held = _numbered(location, number)
    demand_seen(held, seen)
    _demand_some(held, passages)
    claimed = values([held.proposal.incident.evidence[k] for k in passages], "place")
    title, problem = title_of(location, held, min(passages), claimed)
    with begin(location, who) as unit:
        stored = waiting(unit, number, held.payload_sha)
        whole, order = stored.proposal, partial(finest, unit)
        new = leaving(whole, passages, order)
        problems = (*(one for one in new.problems if one.field != "title"), *([problem] if problem else ()))
        new = new._replace(incident=replace(new.incident, title=title), problems=problems)
        rewrite(unit, stored, judged(unit, stored.report, staying(whole, passages, order)), "split")
        return add_beside(unit, stored, judged(unit, stored.report, new), f"split from {number}")


def _numbered(location: Location, number: int) -> StoredProposal:
    with open_reader(location) as reader:
        found = proposal_numbered(reader, number)
    if found is None:
        raise NotFound(f"there is no proposal {number}; `incidents review --list` shows those that wait.")
    return found


def _demand_some(stored: StoredProposal, passages: Sequence[int]) -> None:
    count = len(stored.proposal.incident.evidence)
    unknown = [position for position in passages if not 0 <= position < count]
    if unknown:
        raise NotFound(f"proposal {stored.id} has no passage {unknown[0] + 1}; it has {count}.")
    if len(set(passages)) in (0, count):
        raise Refused(f"proposal {stored.id} has {count} passages: one or more of them, not all, can leave it.")
