"""A proposal that tells of a recorded incident: its passages stand beside those that are there."""

from dataclasses import replace

import pytest

from incidents.actions.attach import attach
from incidents.actions.decide import Verdict, settle
from incidents.actions.record import record, undo, withdraw
from incidents.errors import NotFound, Refused
from incidents.model.incident import Incident, PlaceLink
from incidents.model.when import When
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from tests.actions.conftest import Program
from tests.actions.desk import WHO, last_changes, numbered, of_type, rows

ARREST = ("three neighboring villages", "arrest")
OFFICERS = "kp.mss.branch@KP-10.samsu"
RECORDED = Incident(
    "Two watchmen are led away", "arrest", when=When.of("2016-01-02"), places=(PlaceLink("KP-10.hyesan"),)
)


def derived(location: Location, number: int | None) -> tuple[object, ...]:
    with open_reader(location) as reader:
        row = reader.one("SELECT level, first_reported, last_reported FROM incident WHERE id = ?", (number,))
    assert row
    return row


def test_its_passages_stand_beside(full_copied: Program) -> None:
    location = full_copied.location
    proposal = of_type(location, *ARREST)
    held = record(location, "anna", RECORDED)
    assert derived(location, held.id) == ("unverified", None, None)
    after = attach(location, WHO, proposal.id, str(held.id))
    assert (after.when, after.places, after.title) == (held.when, held.places, held.title)
    assert [one.quote for one in after.evidence] == [e.quote for e in proposal.proposal.incident.evidence]
    followed = {(claim.field, claim.value): claim.followed for one in after.evidence for claim in one.claims}
    assert followed["date", "2016-01-02"]
    assert not followed["place", "KP-10.samsu"]
    assert derived(location, held.id) == ("single-source", "2016-01-20", "2016-01-20"), (
        "the day on which the source spoke"
    )
    done = numbered(location, proposal.id)
    assert (done.state, done.incident) == ("accepted", held.uid)
    assert [(action, kind) for action, kind, _ in last_changes(location, 3)] == [
        ("bring", "institution"),
        ("attach", "incident"),
        ("accept", "proposal"),
    ]


def test_what_its_passages_claim_has_a_name(full_copied: Program) -> None:
    location = full_copied.location
    proposal, held = of_type(location, *ARREST), record(location, WHO, RECORDED)
    attach(location, WHO, proposal.id, held.code)
    with open_reader(location) as reader:
        assert reader.one("SELECT count(*) FROM institution WHERE code = ? AND retired = 0", (OFFICERS,)) == (1,)
        of_it = "SELECT count(*) FROM incident_institution WHERE incident_id = ?"
        assert reader.one(of_it, (held.id,)) == (0,), "the record keeps its own institutions"


def test_undo_parts_them_again(full_copied: Program) -> None:
    location = full_copied.location
    proposal, held, stood = of_type(location, *ARREST), record(location, "anna", RECORDED), rows(full_copied.location)
    attach(location, WHO, proposal.id, held.uid)
    undo(location, WHO)
    assert rows(location) == stood
    assert derived(location, held.id) == ("unverified", None, None)
    attach(location, WHO, proposal.id, held.uid)
    assert numbered(location, proposal.id).state == "accepted"


def test_a_passage_that_is_there_is_left_out(full_copied: Program) -> None:
    location = full_copied.location
    dinner = of_type(location, "seaside guest house", "corruption")
    first, *others = dinner.proposal.incident.evidence
    held = record(location, WHO, replace(RECORDED, evidence=(first,)))
    after = attach(location, WHO, dinner.id, held.uid)
    assert [one.quote for one in after.evidence] == [first.quote, *(one.quote for one in others)]


@pytest.mark.parametrize("case", ["all there", "withdrawn", "decided", "no incident", "no proposal"])
def test_what_cannot_be_attached(full_copied: Program, case: str) -> None:
    location = full_copied.location
    proposal = of_type(location, *ARREST)
    evidence = proposal.proposal.incident.evidence if case == "all there" else ()
    held = record(location, WHO, replace(RECORDED, evidence=evidence))
    if case == "withdrawn":
        withdraw(location, WHO, [held.uid], "twice")
    if case == "decided":
        settle(location, WHO, Verdict(reject=[proposal.id]))
    stood = rows(location)
    number, key = 9999 if case == "no proposal" else proposal.id, "zzzzzz" if case == "no incident" else held.uid
    with pytest.raises(NotFound if case.startswith("no ") else Refused):
        attach(location, WHO, number, key)
    assert rows(location) == stood
