"""Reworking proposals on both kinds of database: rewritten, divided, taken back, and all stays whole."""

import hashlib
from dataclasses import replace

import pytest

from incidents.actions.attach import attach
from incidents.actions.nearby import nearby
from incidents.actions.record import record, undo
from incidents.actions.rework import revise, split, unite
from incidents.actions.sheet import sheet
from incidents.actions.take_passage import propose_passage
from incidents.model.incident import Claim, Evidence, Incident, PlaceLink
from incidents.model.proposal import Proposal, StoredProposal
from incidents.model.report import Report
from incidents.model.when import When
from incidents.store.desk import file_report, propose
from incidents.store.integrity import check
from incidents.store.location import Location
from incidents.store.payload import parts, whole
from incidents.store.query.connect import open_reader
from incidents.store.reports import Reading
from incidents.store.rework import finest
from incidents.store.unit import begin

WHO = "tester"
TEXT = "Two men were arrested in Samsu. It was on Jan. 2. A third one was beaten in Hyesan, a resident said."


def passage(words: str, *claims: Claim) -> Evidence:
    start = TEXT.index(words)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    return Evidence(text=digest, start=start, end=start + len(words), quote=words, source="source 1", claims=claims)


ARREST = Proposal(
    Incident(
        "Two men were arrested",
        "arrest",
        when=When.of("2025-01-02", "Jan. 2"),
        places=(PlaceLink("KP-10.samsu"),),
        precision="county",
        evidence=(
            passage("Two men were arrested in Samsu.", Claim("place", "KP-10.samsu", 25, 30)),
            passage("It was on Jan. 2.", Claim("date", "2025-01-02", 42, 48)),
        ),
        review="machine",
    ),
    confidence=0.61,
)
BEATING = Proposal(
    Incident(
        "A third one was beaten", "abuse", evidence=(passage("A third one was beaten in Hyesan"),), review="machine"
    )
)


@pytest.fixture
def desk(seeded: Location) -> Location:
    data = TEXT.encode()
    digest = hashlib.sha256(data).hexdigest()
    report = Report("r.txt", data, TEXT, digest, published="2025-02-06", outlet="rfa", language="en")
    with begin(seeded, WHO) as unit:
        file_report(unit, report)
        propose(unit, Reading(digest, (ARREST, BEATING), "seeds"))
    return seeded


def stored(location: Location) -> list[tuple[object, ...]]:
    with open_reader(location) as reader:
        text = "SELECT id, payload, title, state, reason, decided_by, decided_at, fingerprint FROM proposal ORDER BY id"
        return list(reader.rows(text))


def on_the_desk(location: Location) -> tuple[StoredProposal, ...]:
    return sheet(location, 1).proposals


def whole_again(location: Location) -> bool:
    return all(not finding.wrong for finding in check(location))


def test_revise_unite_split_take_and_back(desk: Location) -> None:
    before = stored(desk)
    one, two = on_the_desk(desk)
    revise(desk, WHO, one.id, replace(one.proposal.incident, title="Other", places=()), seen=one.payload_sha)
    assert stored(desk)[0][2] == "Other"
    undo(desk, WHO)
    unite(desk, WHO, one.id, [two.id])
    assert [row[3] for row in stored(desk)] == ["waiting", "superseded"]
    undo(desk, WHO)
    new = split(desk, WHO, one.id, [1])
    assert (new.proposal.incident.when.edtf, new.proposal.incident.places) == ("2025-01-02", ())
    undo(desk, WHO)
    taken = propose_passage(desk, WHO, 1, *_span("beaten in Hyesan, a resident said"))
    undo(desk, WHO)
    now = stored(desk)
    assert now[:2] == before
    assert {row[0]: row[3] for row in now[2:]} == {new.id: "superseded", taken.id: "superseded"}
    assert whole_again(desk)


def _span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_split_twice_has_two_fingerprints(desk: Location) -> None:
    one = on_the_desk(desk)[0]
    first = split(desk, WHO, one.id, [1])
    undo(desk, WHO)
    second = split(desk, WHO, one.id, [1])
    assert first.proposal == second.proposal
    marks = [row[7] for row in stored(desk)]
    assert len(set(marks)) == len(marks)
    assert whole_again(desk)


def test_attach_to_what_is_near(desk: Location) -> None:
    one = on_the_desk(desk)[0]
    held = record(desk, WHO, replace(ARREST.incident, evidence=(), when=When.of("2025-01-03"), review="reviewed"))
    [near] = nearby(desk, one.proposal.incident)
    assert (near.id, near.reasons) == (held.id, ("1 day apart", "same place (Samsu)", "same type (arrest)"))
    after = attach(desk, WHO, one.id, near.code)
    assert [evidence.report for evidence in after.evidence] == [one.report] * 2
    assert whole_again(desk)


def test_the_finest_places(seeded: Location) -> None:
    with begin(seeded, WHO) as unit:
        assert finest(unit, ["KP", "KP-10.samsu", "KP-10", "KP-09"]) == ["KP-10.samsu", "KP-09"]
        assert finest(unit, []) == []


def test_a_payload_is_its_parts(desk: Location) -> None:
    for row in stored(desk):
        text = str(row[1])
        assert whole({"title": "not of it", **parts(text)}) == text
