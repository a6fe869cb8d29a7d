"""Records survive the way to JSON and back; what is no record is refused by name."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.model.codec import incident_from_plain, incident_to_plain, proposal_from_plain, proposal_to_plain
from incidents.model.incident import Claim, Decision, Evidence, Incident, InstitutionLink, People, PlaceLink, Relation
from incidents.model.proposal import Problem, Proposal
from incidents.model.reference import Institution, Name
from incidents.model.when import When

words = st.text(max_size=12)
dates = st.sampled_from(
    [None, "2016-01-01", "2024-03-11/2024-03-20", "2015-10", "2020-10-10/..", "../2020-12-31", "2020~"]
)
whens = st.builds(When.of, dates, words, basis=st.sampled_from(["stated", "derived"]), extent=st.just("within"))
claims = st.builds(Claim, field=st.sampled_from(["date", "place"]), value=words, start=st.integers(0, 9), end=st.none())
evidence = st.builds(Evidence, quote=words, attribution=words, claims=st.lists(claims, max_size=2).map(tuple))
people = st.builds(People, group=words, low=st.none() | st.integers(0, 99), words=words)
incidents = st.builds(
    Incident,
    title=words,
    type=st.just("order"),
    when=whens,
    places=st.lists(st.builds(PlaceLink, words), max_size=2).map(tuple),
    institutions=st.lists(st.builds(InstitutionLink, words), max_size=2).map(tuple),
    people=st.lists(people, max_size=2).map(tuple),
    tags=st.lists(words, max_size=2).map(tuple),
    evidence=st.lists(evidence, max_size=2).map(tuple),
    decisions=st.lists(st.builds(Decision, words, words, words), max_size=1).map(tuple),
    relations=st.lists(st.builds(Relation, words, words), max_size=2).map(tuple),
    withdrawn=st.booleans(),
    uid=words,
)


@given(incidents)
def test_an_incident_survives(incident: Incident) -> None:
    assert incident_from_plain(json.loads(json.dumps(incident_to_plain(incident)))) == incident


@given(incidents, st.floats(0, 1))
def test_a_proposal_survives(incident: Incident, confidence: float) -> None:
    proposal = Proposal(
        incident,
        confidence=confidence,
        problems=(Problem("which Unsan?", "place", 1, 6, ("KP-02.unsan", "KP-03.unsan")),),
        institutions=(Institution("a.b", "A", "party", names=(Name("에이", "ko"),)),),
    )
    assert proposal_from_plain(json.loads(json.dumps(proposal_to_plain(proposal)))) == proposal


def test_what_only_this_database_gives_is_left_out() -> None:
    assert incident_to_plain(Incident("t", "order", id=7, revision=3)).keys() & {"id", "revision"} == set()


@pytest.mark.parametrize(
    ("plain", "says"),
    [
        ({"type": "order"}, "'title' is missing"),
        ({"title": "t", "type": "order", "wehn": "2016"}, "'wehn' is no field"),
        ({"title": "t", "type": "order", "when": "2016-02-30"}, "day"),
        ({"title": "t", "type": "order", "when": {"date": "2016"}}, "'date' is no field"),
        ({"title": "t", "type": "order", "places": "Onchon"}, "places must be a list of objects such as"),
        ({"title": "t", "type": "order", "places": ["Onchon"]}, "places must be a list of objects such as"),
        ({"title": "t", "type": "order", "tags": [1]}, "a list of words"),
        ([], "an object of incident"),
    ],
)
def test_what_is_no_record_is_refused(plain: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        incident_from_plain(plain)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "plain",
    [
        {"title": 5, "type": "arrest"},
        {"title": None, "type": "arrest"},
        {"title": "x", "type": "arrest", "withdrawn": "no"},
        {"title": "x", "type": "arrest", "people": [{"group": "detained", "low": "2"}]},
        {"title": "x", "type": "arrest", "evidence": [{"start": 1.5}]},
    ],
)
def test_a_value_of_another_type_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        incident_from_plain(plain)
