"""Taking one of the candidates for what is open in a proposal."""

from typing import NamedTuple

from incidents.cli.fields import Desk, put_items, written_items
from incidents.model.incident import Incident
from incidents.model.proposal import Problem, StoredProposal
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.tree import above

_LINKED = {"place": "places", "institution": "institutions"}


class Taken(NamedTuple):
    """The incident with the candidate, how that is understood, and the positions of the problems that stay open."""

    incident: Incident
    understood: str
    still_open: tuple[int, ...]


def taken(reader: Reader, location: Location, seen: StoredProposal, problem: Problem, candidate: str) -> Taken:
    """Put the candidate in: the value of a single field, one more of several.

    It replaces the places that it lies in, and those that were only lent by the passages around, for which a problem
    is open.
    """
    own = seen.proposal.incident
    others = {n: one for n, one in enumerate(seen.proposal.problems) if one.field == problem.field and one != problem}
    if problem.field not in _LINKED:
        found = put_items(Desk(reader, location, [seen.report]), problem.field, [candidate], own)
        return Taken(found.incident, found.understood, tuple(others))
    held = [getattr(link, problem.field) for link in getattr(own, _LINKED[problem.field])]
    if candidate in held:
        return Taken(own, "confirmed as it is", tuple(others))
    lent = {code for one in others.values() for code in one.candidates}
    gone = set(held) & (lent | (above(reader, "place", candidate) if problem.field == "place" else set()))
    items = written_items(reader, problem.field, own)
    rest = [item for code, item in zip(held, items, strict=True) if code not in gone]
    items = [candidate, *rest] if gone else [*rest, candidate]
    found = put_items(Desk(reader, location, [seen.report]), problem.field, items, own)
    left = tuple(n for n, one in others.items() if not (one.candidates and set(one.candidates) <= gone))
    return Taken(found.incident, found.understood, left)
