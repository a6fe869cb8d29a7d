"""Taking one of the candidates for what is open in a proposal."""

from incidents.cli.fields import Desk, Put, put_items, written_items
from incidents.model.proposal import Problem, StoredProposal
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.tree import above

_LINKED = {"place": "places", "institution": "institutions"}


def taken(reader: Reader, location: Location, seen: StoredProposal, problem: Problem, candidate: str) -> Put:
    """The incident with the candidate: the value of a single field, one more of several.

    A place comes first, in the stead of those that it lies in: the finer place is what was open.
    """
    own = seen.proposal.incident
    desk = Desk(reader, location, [seen.report])
    if problem.field not in _LINKED:
        return put_items(desk, problem.field, [candidate], own)
    held = [getattr(link, problem.field) for link in getattr(own, _LINKED[problem.field])]
    if candidate in held:
        return Put(own, "confirmed as it is")
    wider = above(reader, "place", candidate) if problem.field == "place" else set()
    items = written_items(reader, problem.field, own)
    rest = [item for code, item in zip(held, items, strict=True) if code not in wider]
    items = [candidate, *rest] if wider & set(held) else [*rest, candidate]
    return put_items(desk, problem.field, items, own)
