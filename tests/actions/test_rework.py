"""What a reviewer does to waiting proposals, on the shipped reports; every action and its undo leave nothing behind."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from incidents.actions.attach import attach
from incidents.actions.decide import Verdict, settle
from incidents.actions.record import undo
from incidents.actions.rework import revise, split, unite
from incidents.actions.sheet import sheet
from incidents.errors import BadInput, IncidentsError, NotFound, Refused
from incidents.model.incident import Decision, Incident, InstitutionLink, PlaceLink
from incidents.model.proposal import StoredProposal
from incidents.model.when import When
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.unit import begin
from tests.actions.conftest import Program
from tests.actions.desk import WHO, holding, last_changes, log_length, numbered, of_type, rows, sheets

ARREST = ("three neighboring villages", "arrest")
DINNER = ("seaside guest house", "corruption")
TO_HYESAN = (PlaceLink("KP-10.hyesan"),)


def as_it_was(location: Location, before: dict[int, tuple[object, ...]]) -> bool:
    """Whether the proposals of before are the same, byte for byte; new ones are superseded."""
    now = rows(location)
    added = [now[number][3] for number in now.keys() - before.keys()]
    return {number: now[number] for number in before} == before and set(added) <= {"superseded"}


# revise


def test_a_changed_field_is_the_persons_decision(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, *ARREST)
    own = before.proposal.incident
    changed = replace(own, title="Two watchmen are led away", places=TO_HYESAN, when=When.of("2016-01"))
    after = revise(location, WHO, before.id, changed, seen=before.payload_sha)
    got = after.proposal.incident
    assert got == numbered(location, before.id).proposal.incident
    assert (got.title, got.places, got.when.edtf) == (changed.title, TO_HYESAN, "2016-01")
    assert got.decisions == (Decision("date", WHO, "set in review"), Decision("place", WHO, "set in review"))
    assert (after.state, after.proposal.verification) == ("waiting", before.proposal.verification)
    assert not {problem.field for problem in after.proposal.problems} & {"title", "date", "place"}
    row, old = rows(location)[before.id], rows(full_copied.location)[before.id]
    assert (row[2], row[7]) == (changed.title, old[7]), "its title is listed, its fingerprint stays"


def test_accepting_keeps_what_was_set(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, *ARREST)
    revise(location, WHO, before.id, replace(before.proposal.incident, places=TO_HYESAN), reason="a letter says so")
    [saved] = settle(location, WHO, Verdict(accept=[before.id])).accepted
    assert (saved.places, saved.precision) == (TO_HYESAN, "county")
    assert saved.decisions == (Decision("place", WHO, "a letter says so"),)


def test_only_what_changed_is_logged(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, *DINNER)
    revise(location, WHO, before.id, replace(before.proposal.incident, status="ongoing"))
    [(action, kind, content)] = last_changes(location, 1)
    assert (action, kind, content) == ("revise", "proposal", {"incident.status": ["occurred", "ongoing"]})


def test_what_changes_nothing_is_not_logged(full_copied: Program) -> None:
    location = full_copied.location
    before, changes = of_type(location, *DINNER), last_changes(location, 1)
    assert revise(location, WHO, before.id, before.proposal.incident) == before
    assert last_changes(location, 1) == changes


def test_a_level_follows_the_passages(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, *ARREST)
    [told] = before.proposal.incident.evidence
    nobody = replace(told, source_type="outlet", source="outlet")
    after = revise(location, WHO, before.id, replace(before.proposal.incident, evidence=(nobody,)))
    assert before.proposal.verification == "single-source"
    assert after.proposal.verification == "unverified"
    assert after.proposal.explanation == "the word of Radio Free Asia only, no source named"


def test_a_level_stays_where_only_claims_change(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, "three neighboring villages", "leaflet-graffiti")
    assert before.proposal.verification == "multiple-source", "residents said so, in the plural"
    after = revise(location, WHO, before.id, replace(before.proposal.incident, when=When.of("2016"), places=()))
    assert after.proposal.verification == "multiple-source"


def test_a_field_is_confirmed_as_it_is(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, "Haean-dong", "mobilization")
    fields = [problem.field for problem in before.proposal.problems]
    assert fields.count("place") == 2
    kept = revise(location, WHO, before.id, before.proposal.incident, confirmed=["place"], still_open=[0])
    assert kept.proposal.problems[0] == before.proposal.problems[0]
    assert [problem.field for problem in kept.proposal.problems].count("place") == 1
    assert kept.proposal.incident.decisions == (Decision("place", WHO, "set in review"),)
    done = revise(location, WHO, before.id, kept.proposal.incident, confirmed=["place"])
    assert "place" not in {problem.field for problem in done.proposal.problems}


def _of_other_report(location: Location, own: Incident) -> Incident:
    return replace(own, evidence=(*own.evidence, of_type(location, *DINNER).proposal.incident.evidence[0]))


REFUSED: dict[str, tuple[Callable[[Location, Incident], Incident], type[IncidentsError]]] = {
    "no title": (lambda _, own: replace(own, title=" "), BadInput),
    "an unknown type": (lambda _, own: replace(own, type="picnic"), BadInput),
    "an unknown place": (lambda _, own: replace(own, places=(PlaceLink("KP-99"),)), NotFound),
    "an unknown institution": (lambda _, own: replace(own, institutions=(InstitutionLink("kp.none"),)), NotFound),
    "a passage of another report": (_of_other_report, BadInput),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_value_that_no_record_may_have_is_refused(full_copied: Program, case: str) -> None:
    location, (change, error) = full_copied.location, REFUSED[case]
    before, stood = of_type(location, *ARREST), rows(full_copied.location)
    with pytest.raises(error):
        revise(location, WHO, before.id, change(location, before.proposal.incident))
    assert rows(location) == stood


def test_an_institution_that_a_pattern_made_may_stay(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, *ARREST)
    assert before.proposal.institutions, "the county State Security Department is in no seed"
    after = revise(location, WHO, before.id, replace(before.proposal.incident, title="Led away"))
    assert after.proposal.institutions == before.proposal.institutions


def test_what_somebody_else_changed_is_refused(full_copied: Program) -> None:
    location = full_copied.location
    seen = of_type(location, *ARREST)
    revise(location, "anna", seen.id, replace(seen.proposal.incident, title="Anna's title"), seen=seen.payload_sha)
    with pytest.raises(Refused, match="changed by somebody else"):
        revise(location, WHO, seen.id, replace(seen.proposal.incident, title="Mine"), seen=seen.payload_sha)
    assert numbered(location, seen.id).proposal.incident.title == "Anna's title"


DECIDING: dict[str, Callable[[Location, StoredProposal, StoredProposal], object]] = {
    "accept": lambda at, one, _: settle(at, WHO, Verdict(accept=[one.id], seen={one.id: one.payload_sha})),
    "reject": lambda at, one, _: settle(at, WHO, Verdict(reject=[one.id], seen={one.id: one.payload_sha})),
    "unite": lambda at, one, other: unite(at, WHO, one.id, [other.id], seen=one.payload_sha),
    "split": lambda at, one, _: split(at, WHO, one.id, [0], seen=one.payload_sha),
    "attach": lambda at, one, _: attach(at, WHO, one.id, "1", seen=one.payload_sha),
}


@pytest.mark.parametrize("how", DECIDING)
def test_what_somebody_else_changed_is_not_decided(full_copied: Program, how: str) -> None:
    location = full_copied.location
    seen, other = of_type(location, *ARREST), of_type(location, *DINNER)
    revise(location, "anna", seen.id, replace(seen.proposal.incident, title="Anna's title"))
    stood = rows(location)
    with pytest.raises(Refused, match="changed by somebody else"):
        DECIDING[how](location, seen, other)
    assert rows(location) == stood


# unite


def test_the_others_are_superseded(full_copied: Program) -> None:
    location = full_copied.location
    first, second, third = holding(location, "seaside guest house").proposals[:3]
    after = unite(location, WHO, first.id, [second.id, third.id])
    assert after.proposal.incident.title == first.proposal.incident.title
    spans = {(e.start, e.end) for one in (first, second, third) for e in one.proposal.incident.evidence}
    got = [(one.start, one.end) for one in after.proposal.incident.evidence]
    assert (set(got), len(got)) == (spans, len(spans))
    others = [numbered(location, one.id) for one in (second, third)]
    assert [(one.state, one.reason) for one in others] == [("superseded", f"united with {first.id}")] * 2
    assert [action for action, _, _ in last_changes(location, 3)] == ["supersede", "supersede", "unite"]


def test_united_passages_are_judged_together(full_copied: Program) -> None:
    location = full_copied.location
    one, other = (of_type(location, "three neighboring villages", kind) for kind in ("arrest", "leaflet-graffiti"))
    assert one.proposal.verification == "single-source"
    after = unite(location, WHO, one.id, [other.id])
    assert after.proposal.explanation == "3 sources, 1 origin (Radio Free Asia)", "the residents are at least two"
    [saved] = settle(location, WHO, Verdict(accept=[one.id])).accepted
    with open_reader(location) as reader:
        row = reader.one("SELECT level, level_explanation FROM incident WHERE id = ?", (saved.id,))
    assert row == (after.proposal.verification, after.proposal.explanation), "as it is counted once it is recorded"


@pytest.mark.parametrize("case", ["itself", "nothing", "of another report", "decided", "not there"])
def test_what_cannot_be_united(full_copied: Program, case: str) -> None:
    location = full_copied.location
    first, second = holding(location, "seaside guest house").proposals[:2]
    settle(location, WHO, Verdict(reject=[second.id]))
    others = {
        "itself": [first.id],
        "nothing": [],
        "of another report": [of_type(location, *ARREST).id],
        "decided": [second.id],
        "not there": [9999],
    }
    with pytest.raises(NotFound if case == "not there" else Refused):
        unite(location, WHO, first.id, others[case])
    assert numbered(location, first.id) == first


# split


def several(location: Location) -> list[StoredProposal]:
    return [one for of in sheets(location) for one in of.proposals if len(one.proposal.incident.evidence) > 1]


def test_a_passage_leaves_with_what_only_it_carries(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, *DINNER)
    own = before.proposal.incident
    [dated] = [k for k, one in enumerate(own.evidence) if any(claim.field == "date" for claim in one.claims)]
    [placed] = [k for k, one in enumerate(own.evidence) if any(claim.field == "place" for claim in one.claims)]
    assert dated != placed
    new = split(location, WHO, before.id, [placed])
    old = numbered(location, before.id)
    assert (new.state, new.position, new.report) == ("waiting", before.position, before.report)
    assert [one.quote for one in new.proposal.incident.evidence] == [own.evidence[placed].quote]
    assert (new.proposal.incident.places, new.proposal.incident.when.edtf) == (own.places, None)
    assert (old.proposal.incident.places, old.proposal.incident.when) == ((), own.when)
    assert (new.proposal.incident.people, old.proposal.incident.people) == (own.people, ())
    assert [("date", own.when.edtf)] == [(p.field, *p.candidates) for p in new.proposal.problems if p.field == "date"]
    order = [one.id for one in sheet(location, holding(location, DINNER[0]).report).proposals]
    assert order[order.index(before.id) + 1] == new.id


def test_a_split_half_has_a_title_from_its_own_words(full_copied: Program) -> None:
    location = full_copied.location
    for before in several(location):
        last = len(before.proposal.incident.evidence) - 1
        new = split(location, WHO, before.id, [last]).proposal
        [told] = new.incident.evidence
        words = new.incident.title.rstrip("…").split()
        made = any(problem.field == "title" for problem in new.problems)
        assert made or sum(word.strip(",").lower() in told.quote.lower() for word in words) >= len(words) - 2, words


@pytest.mark.parametrize(
    ("passages", "error", "words"),
    [
        ([], Refused, "not all"),
        ([0, 1], Refused, "not all"),
        ([2], NotFound, "no passage 3"),
        ([-1], NotFound, "no passage"),
    ],
)
def test_what_cannot_be_split(full_copied: Program, passages: list[int], error: type[Exception], words: str) -> None:
    before = of_type(full_copied.location, *DINNER)
    with pytest.raises(error, match=words):
        split(full_copied.location, WHO, before.id, passages)
    assert numbered(full_copied.location, before.id) == before


# all of them


def _revised(location: Location, one: StoredProposal, _: list[int]) -> None:
    own = one.proposal.incident
    revise(location, WHO, one.id, replace(own, title="X", places=TO_HYESAN, when=When.of(None), people=(), tags=("a",)))


def _split(location: Location, one: StoredProposal, _: list[int]) -> None:
    if len(one.proposal.incident.evidence) > 1:
        split(location, WHO, one.id, [0])


def _united(location: Location, one: StoredProposal, others: list[int]) -> None:
    if others:
        unite(location, WHO, one.id, others)


@pytest.mark.parametrize("action", [_revised, _split, _united])
def test_undo_brings_every_proposal_back_byte_for_byte(
    full_copied: Program, action: Callable[[Location, StoredProposal, list[int]], None]
) -> None:
    location = full_copied.location
    before, done = rows(location), 0
    for of in list(sheets(location)):
        for one in of.proposals[:1] + tuple(p for p in of.proposals[1:] if len(p.proposal.incident.evidence) > 1):
            changes = log_length(location)
            action(location, one, [other.id for other in of.proposals if other.id != one.id])
            if log_length(location) > changes:
                assert not as_it_was(location, before)
                undo(location, WHO)
                done += 1
            assert as_it_was(location, before), one
    assert done > 5


def test_undoing_twice_does_it_again(full_copied: Program) -> None:
    location = full_copied.location
    before = of_type(location, *ARREST)
    after = revise(location, WHO, before.id, replace(before.proposal.incident, title="Two are led away"))
    undo(location, WHO)
    with begin(location, WHO) as unit:
        last = unit.log.head.sequence
    undo(location, WHO, last)
    assert numbered(location, before.id).proposal == after.proposal


@pytest.mark.parametrize("state", ["accepted", "rejected"])
def test_what_was_decided_is_left_alone(full_copied: Program, state: str) -> None:
    location = full_copied.location
    before = of_type(location, *DINNER)
    numbers = [before.id]
    settle(location, WHO, Verdict(accept=numbers) if state == "accepted" else Verdict(reject=numbers))
    stood = rows(location)
    told = pytest.raises(Refused, match=f"was {state} already")
    with told:
        revise(location, WHO, before.id, replace(before.proposal.incident, title="No"))
    with told:
        split(location, WHO, before.id, [0])
    with told:
        unite(location, WHO, before.id, [of_type(location, DINNER[0], "meeting").id])
    assert rows(location) == stood
