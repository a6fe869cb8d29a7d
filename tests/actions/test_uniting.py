"""Uniting as a function: the first one's own values win, what it lacks is the next one's, each passage counts once."""

from dataclasses import replace

import pytest

from incidents.actions.uniting import united
from incidents.model.incident import Claim, Decision, Evidence, Incident, InstitutionLink, People, PlaceLink
from incidents.model.proposal import Problem, Proposal
from incidents.model.when import UNDATED, When

DAY, MONTH = When.of("2016-01-01", "Jan. 1"), When.of("2016-01", "January")
ONE = Evidence(
    text="t",
    start=0,
    end=40,
    quote="first",
    claims=(Claim("date", "2016-01-01", 3, 9), Claim("place", "KP-10", 10, 20)),
)
TWO = Evidence(text="t", start=50, end=90, quote="second", claims=(Claim("date", "2016-01", 53, 60),))
ARREST = Proposal(
    Incident(
        "Two men were arrested",
        "arrest",
        when=DAY,
        places=(PlaceLink("KP-10"),),
        precision="province",
        institutions=(InstitutionLink("kp.mss", "actor"),),
        people=(People("detained", 2, 2, words="two men"),),
        evidence=(ONE,),
    ),
    confidence=0.4,
    problems=(Problem("the title was made", "title"),),
)
ORDER = Proposal(
    Incident(
        "An order was read",
        "order",
        summary="An order.",
        when=MONTH,
        places=(PlaceLink("KP-09", "applies"),),
        precision="province",
        institutions=(InstitutionLink("kp.mss", "authority"), InstitutionLink("kp.wpk", "mentioned")),
        people=(People("detained", 3, 3, words="three"), People("affected", words="dozens")),
        tags=("border",),
        evidence=(TWO,),
    ),
    confidence=0.7,
    problems=(Problem("which place?", "place"), Problem("which committee?", "institution")),
)


def undated(proposal: Proposal, *problems: Problem) -> Proposal:
    return proposal._replace(incident=replace(proposal.incident, when=UNDATED), problems=problems)


def test_what_the_first_has_stays() -> None:
    made = united(ARREST, [ORDER])
    own = made.incident
    assert (own.title, own.type, own.when, own.places) == (
        "Two men were arrested",
        "arrest",
        DAY,
        (PlaceLink("KP-10"),),
    )
    assert own.institutions == (InstitutionLink("kp.mss", "actor"), InstitutionLink("kp.wpk", "mentioned"))
    assert own.people == (People("detained", 2, 2, words="two men"), People("affected", words="dozens"))
    assert (own.tags, own.summary, made.confidence) == (("border",), "An order.", 0.7)


def test_every_passage_once_and_only_what_agrees_is_followed() -> None:
    again = ORDER._replace(incident=replace(ORDER.incident, evidence=(TWO, ONE)))
    one, two = united(ARREST, [again]).incident.evidence
    assert one == ONE
    assert two == replace(TWO, claims=(replace(TWO.claims[0], followed=False),))


def test_one_passage_of_two_acts_keeps_the_claims_of_both() -> None:
    other = replace(ONE, claims=(Claim("institution", "kp.wpk", 21, 25), ONE.claims[0]))
    [one] = united(ARREST, [ORDER._replace(incident=replace(ORDER.incident, evidence=(other,)))]).incident.evidence
    assert one.claims == (*ONE.claims, Claim("institution", "kp.wpk", 21, 25))


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (ARREST, {"title": "the title was made", "institution": "which committee?"}),
        (undated(ARREST, Problem("no day", "date")), {"institution": "which committee?"}),
        (
            ARREST._replace(incident=replace(ARREST.incident, places=()), problems=()),
            {"place": "which place?", "institution": "which committee?"},
        ),
    ],
    ids=["nothing lacks", "the date is the other's", "the place is the other's, and as open as there"],
)
def test_what_is_open(first: Proposal, expected: dict[str, str]) -> None:
    assert {one.field: one.message for one in united(first, [ORDER]).problems} == expected


def test_what_the_first_lacks() -> None:
    bare = Proposal(Incident("Words", "other", evidence=(replace(ONE, claims=()),)), problems=(Problem("?", "type"),))
    decided = replace(ORDER.incident, decisions=(Decision("date", "ann", "seen"), Decision("people", "ann", "seen")))
    made = united(bare, [undated(ARREST), ORDER._replace(incident=decided)])
    own = made.incident
    assert (own.type, own.when, own.places) == ("arrest", MONTH, ARREST.incident.places)
    assert own.decisions == (Decision("date", "ann", "seen"),)
    assert own.evidence[1].claims == TWO.claims, "the date rests on the other's claim"
    assert "type" not in {problem.field for problem in made.problems}
