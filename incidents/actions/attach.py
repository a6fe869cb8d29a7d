"""A proposal tells of an incident that is recorded already: its passages join that one's."""

from dataclasses import replace

from incidents.actions.backing import standing_beside, values
from incidents.errors import Refused
from incidents.model.incident import Evidence, Incident
from incidents.model.proposal import StoredProposal
from incidents.store.desk import add_institutions, decide
from incidents.store.location import Location
from incidents.store.rework import waiting
from incidents.store.unit import Unit, begin


def attach(location: Location, who: str, number: int, incident: str, *, seen: str = "") -> Incident:
    """Add the passages of a waiting proposal to an incident (by number, code or uid), and accept it as that one.

    The incident keeps its own values: what the passages claim besides stands beside them. A passage that it has
    already is left out. `seen` is the `payload_sha` of what the person saw.

    Raises:
        NotFound, Refused: one of them is not there, was decided, changed meanwhile or withdrawn, or every passage is
            there already.
    """
    with begin(location, who) as unit:
        stored = waiting(unit, number, seen)
        before = unit.incident(incident)
        if before.withdrawn:
            raise Refused(f"incident {before.id} is withdrawn: `incidents restore {before.id}` brings it back.")
        added = _new_passages(before, stored)
        if not added:
            raise Refused(f"incident {before.id} has every passage of proposal {number} already.")
        _add_claimed(unit, stored)
        saved = unit.save(replace(before, evidence=(*before.evidence, *added)), "attach")
        decide(unit, stored, "accepted", incident=saved.uid)
        return saved


def _new_passages(incident: Incident, stored: StoredProposal) -> list[Evidence]:
    held = {(one.text, one.start, one.end, one.citation) for one in incident.evidence}
    fresh = (e for e in stored.proposal.incident.evidence if (e.text, e.start, e.end, e.citation) not in held)
    return [standing_beside(incident, one) for one in fresh]


def _add_claimed(unit: Unit, stored: StoredProposal) -> None:
    """Make the institutions that only a pattern knows and that the passages claim, so that the claims have names."""
    add_institutions(unit, stored, values(stored.proposal.incident.evidence, "institution"))
