"""Splitting as a function: each half has what its passages claim; what neither claims is open, never guessed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from incidents.actions.splitting import LEFT, leaving, staying
from incidents.model.incident import Claim, Decision, Evidence, Incident, InstitutionLink, People, PlaceLink
from incidents.model.proposal import Problem, Proposal
from incidents.model.reference import Institution
from incidents.model.when import UNDATED, When

DAY = When.of("2016-01-01", "Jan. 1", extent="throughout")
MADE = Institution("kp.made", "A committee", "party")


def passage(start: int, *claims: Claim) -> Evidence:
    return Evidence(
        text="t", start=start, end=start + 50, quote="On Jan. 9 two men were led away from the station.", claims=claims
    )


DATED = passage(0, Claim("date", "2016-01-01", 3, 9), Claim("place", "KP-10.samsu", 20, 30))
PEOPLED = passage(100, Claim("institution", "kp.made", 110, 114), Claim("people", "detained: two men", 115, 120))
ELSEWHERE = passage(200, Claim("date", "2016-01-09", 203, 209, "derived"), Claim("place", "KP-09", 220, 225))
WHOLE = Proposal(
    Incident(
        "Two men were arrested",
        "arrest",
        when=DAY,
        places=(PlaceLink("KP-10.samsu", "applies"),),
        precision="county",
        institutions=(InstitutionLink("kp.mss", "authority"), InstitutionLink("kp.made", "target")),
        people=(People("detained", 2, 2, words="two men"),),
        tags=("border",),
        note="my own",
        evidence=(DATED, PEOPLED, ELSEWHERE),
    ),
    problems=(Problem("“X”: which?", "place", 110, 115), Problem("a guess", "type")),
    institutions=(MADE,),
)


def finest(codes: Sequence[str]) -> Sequence[str]:
    return codes


def fields(proposal: Proposal) -> dict[str, tuple[str, ...]]:
    return {problem.field: problem.candidates for problem in proposal.problems}


def test_a_passage_without_date_and_place_leaves() -> None:
    new, old = (half(WHOLE, [1], finest) for half in (leaving, staying))
    assert (new.incident.when, new.incident.places, new.incident.precision) == (UNDATED, (), "unknown")
    assert new.incident.institutions == (InstitutionLink("kp.made", "target"),)
    assert (new.incident.people, new.institutions) == (WHOLE.incident.people, (MADE,))
    assert (new.incident.tags, new.incident.note) == ((), "")
    assert fields(new) == {"place": ("KP-10.samsu",), "date": ("2016-01-01",)}
    assert [p.start for p in new.problems] == [110, None, None]
    assert (old.incident.when, old.incident.places) == (DAY, WHOLE.incident.places)
    assert (old.incident.institutions, old.incident.people) == ((InstitutionLink("kp.mss", "authority"),), ())
    assert old.problems == (Problem("a guess", "type"),)


def test_the_passage_that_dates_leaves() -> None:
    new, old = (half(WHOLE, [0], finest) for half in (leaving, staying))
    assert (new.incident.when, new.incident.places) == (DAY, (PlaceLink("KP-10.samsu", "applies"),))
    assert fields(new) == {}
    assert old.incident.when == When.of("2016-01-09", "Jan. 9", basis="derived"), "what the passages that stay claim"
    assert old.incident.places == (PlaceLink("KP-09", "applies"),)
    assert fields(old)["place"] == ("KP-09", "KP-10.samsu")


def test_a_title_whose_passage_leaves_is_open() -> None:
    first, second = replace(DATED, quote="It was on\nJan. 1."), replace(PEOPLED, quote="Two men\nwere held.")
    own = replace(WHOLE.incident, summary="It was on Jan. 1.", evidence=(first, second, ELSEWHERE))
    told = WHOLE._replace(incident=own, problems=(Problem("made", "title"),))
    assert [p for p in staying(told, [1], finest).problems if p.field == "title"] == [Problem("made", "title")]
    old = staying(told, [0], finest)
    assert [p for p in old.problems if p.field == "title"] == [LEFT]
    assert old.incident.summary == "Two men were held."
    mine = told._replace(incident=replace(own, summary="In my own words."))
    assert staying(mine, [0], finest).incident.summary == "In my own words."


def test_all_that_date_leave() -> None:
    old = staying(WHOLE, [0, 2], finest)
    assert (old.incident.when, old.incident.places, old.incident.precision) == (UNDATED, (), "unknown")
    assert fields(old) == {"place": ("KP-10.samsu",), "type": (), "date": ("2016-01-01",), "title": ()}


def test_several_dates_leave() -> None:
    new = leaving(WHOLE._replace(incident=replace(WHOLE.incident, when=UNDATED)), [0, 2], finest)
    assert new.incident.when.edtf == "2016-01-01"
    assert fields(new)["date"] == ("2016-01-01", "2016-01-09")


def test_what_a_person_set_stays() -> None:
    decided = tuple(Decision(name, "ann", "seen") for name in ("date", "place", "institution"))
    mine = WHOLE._replace(incident=replace(WHOLE.incident, decisions=decided))
    old, new = staying(mine, [0, 1], finest), leaving(mine, [1], finest)
    assert (old.incident.when, old.incident.places, old.incident.institutions) == (
        DAY,
        WHOLE.incident.places,
        WHOLE.incident.institutions,
    )
    assert (old.incident.decisions, new.incident.decisions) == (decided, ())


def test_a_place_that_no_passage_names_stays_and_is_not_copied() -> None:
    around = WHOLE._replace(incident=replace(WHOLE.incident, places=(PlaceLink("KP-01"),)))
    assert staying(around, [0], finest).incident.places == (PlaceLink("KP-01"),)
    assert fields(leaving(around, [1], finest))["place"] == ("KP-01",)


def test_an_open_point_about_a_place_that_left_goes_with_it() -> None:
    lent = Problem("the place is that of the passages around it", "place", candidates=("KP-10.samsu",))
    told = replace(WHOLE.incident, evidence=(DATED, PEOPLED))
    old = staying(WHOLE._replace(incident=told, problems=(lent,)), [0], finest)
    assert [p.message for p in old.problems if p.field == "place"] == ["no passage of it names a place"]


def test_claims_follow_the_half_they_are_in() -> None:
    [one] = leaving(WHOLE, [2], finest).incident.evidence
    assert [claim.followed for claim in one.claims] == [True, True]
    both = leaving(WHOLE, [0, 2], finest).incident
    assert [c.followed for one in both.evidence for c in one.claims if c.field == "date"] == [True, False]


def test_what_stays_follows_its_new_value() -> None:
    beside = replace(ELSEWHERE, claims=tuple(replace(claim, followed=False) for claim in ELSEWHERE.claims))
    old = staying(WHOLE._replace(incident=replace(WHOLE.incident, evidence=(DATED, PEOPLED, beside))), [0], finest)
    assert [claim.followed for claim in old.incident.evidence[1].claims] == [True, True]
    same = staying(WHOLE._replace(incident=replace(WHOLE.incident, evidence=(DATED, PEOPLED, beside))), [1], finest)
    assert same.incident.evidence == (DATED, beside)


@pytest.mark.parametrize(
    ("since", "until"), [("2024-03-01/..", "../2024-03-31"), ("2024-03-11/..", "../2024-05-02"), ("2024/..", "../2024")]
)
def test_a_date_of_two_bounds_is_that_of_the_one_that_stays(since: str, until: str) -> None:
    one, two = (passage(at, Claim("date", claim, at, at + 9, "bounded")) for at, claim in ((0, since), (100, until)))
    both = When.of(since, basis="bounded").intersection(When.of(until, basis="bounded"))
    whole = WHOLE._replace(incident=replace(WHOLE.incident, when=both, evidence=(one, two)))
    assert staying(whole, [0], finest).incident.when.edtf == until
    assert staying(whole, [1], finest).incident.when.edtf == since
