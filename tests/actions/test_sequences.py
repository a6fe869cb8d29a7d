"""Any sequence of what a reviewer does, undone step by step, leaves every proposal and record as it was."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest

from incidents.actions.attach import attach
from incidents.actions.decide import Verdict, settle
from incidents.actions.record import undo
from incidents.actions.rework import revise, split, unite
from incidents.actions.sheet import sheet
from incidents.actions.take_passage import propose_passage
from incidents.errors import Refused
from incidents.model.incident import PlaceLink
from incidents.model.proposal import StoredProposal
from incidents.model.when import When
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from tests.actions.conftest import Program
from tests.actions.desk import WHO, holding, log_length, rows

STEPS = 14
Act = Callable[[Location, Random, list[StoredProposal]], object]


def _revise(location: Location, chance: Random, waiting: list[StoredProposal]) -> object:
    one = chance.choice(waiting)
    own = one.proposal.incident
    new = chance.choice(
        [
            replace(own, title=f"Title {chance.random()}"),
            replace(own, when=When.of("2016"), people=()),
            replace(own, places=(PlaceLink("KP-10.hyesan"),), type="market"),
            replace(own, evidence=own.evidence[:1], tags=("a", "b")),
        ]
    )
    return revise(location, WHO, one.id, new, confirmed=chance.sample(["date", "place", "type"], 1))


def _unite(location: Location, chance: Random, waiting: list[StoredProposal]) -> object:
    first, other = chance.sample(waiting, 2)
    return unite(location, WHO, first.id, [other.id])


def _split(location: Location, chance: Random, waiting: list[StoredProposal]) -> object:
    one = chance.choice(waiting)
    return split(location, WHO, one.id, [chance.randrange(len(one.proposal.incident.evidence))])


def _take(location: Location, chance: Random, waiting: list[StoredProposal]) -> object:
    of = holding(location, waiting[0].proposal.incident.evidence[0].quote)
    start = chance.randrange(len(of.text) - 200)
    return propose_passage(location, WHO, of.report, start, start + chance.randrange(1, 200))


def _decide(location: Location, chance: Random, waiting: list[StoredProposal]) -> object:
    one, two = chance.sample(waiting, 2)
    return settle(location, WHO, Verdict(accept=[one.id], reject=[two.id], reason="no"))


def _attach(location: Location, chance: Random, waiting: list[StoredProposal]) -> object:
    return attach(location, WHO, chance.choice(waiting).id, chance.choice(["1", "2", "4", "5"]))


ACTS: tuple[Act, ...] = (_revise, _unite, _split, _take, _take, _decide, _attach)


def records(location: Location) -> list[tuple[object, ...]]:
    text = """SELECT i.id, i.title, i.withdrawn, i.level, i.first_reported, i.last_reported, count(e.id)
        FROM incident i LEFT JOIN evidence e ON e.incident_id = i.id WHERE i.withdrawn = 0
        GROUP BY i.id, i.title, i.withdrawn, i.level, i.first_reported, i.last_reported ORDER BY i.id"""
    with open_reader(location) as reader:
        return list(reader.rows(text))


@pytest.mark.parametrize("seed", range(4))
def test_all_steps_back(full_copied: Program, seed: int) -> None:
    location, chance = full_copied.location, Random(seed)  # noqa: S311  the steps of a test
    report = holding(location, ("seaside guest house", "three neighboring villages")[seed % 2]).report
    before, recorded = rows(location), records(location)
    kept: list[dict[int, tuple[object, ...]]] = []
    while len(kept) < STEPS:
        waiting = [one for one in sheet(location, report).proposals if one.state == "waiting"]
        changes = log_length(location)
        if len(waiting) < 2:
            break
        with suppress(Refused):
            chance.choice(ACTS)(location, chance, waiting)
        if log_length(location) > changes:
            kept.append(rows(location))
    assert kept
    for now in reversed(kept):
        held = rows(location)
        assert {number: held[number] for number in now} == now
        undo(location, WHO)
    after = rows(location)
    assert {number: after[number] for number in before} == before
    assert {after[number][3] for number in after.keys() - before.keys()} <= {"superseded"}
    assert records(location) == recorded
