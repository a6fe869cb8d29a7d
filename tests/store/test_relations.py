"""How incidents stand to one another, on both databases: kept, logged, undone, and never in a circle."""

from dataclasses import replace

import pytest

from incidents.actions.record import record, revise, undo
from incidents.errors import BadInput, NotFound, Refused
from incidents.model.incident import Incident, Relation
from incidents.store.location import Location
from incidents.store.unit import begin


def read(location: Location, key: str) -> Incident:
    with begin(location, "reader", dry_run=True) as unit:
        return unit.incident(key)


def made(location: Location, *titles: str) -> list[Incident]:
    return [record(location, "anna", Incident(title, "order")) for title in titles]


def related(location: Location, one: Incident, *relations: Relation) -> Incident:
    return revise(location, "anna", one.uid, lambda old: replace(old, relations=relations))[1]


def test_relations_come_back_as_they_were_saved_and_are_undone(seeded: Location) -> None:
    one, other = made(seeded, "one", "other")
    relations = (Relation("follows", other.uid), Relation("related", other.uid))
    assert related(seeded, one, *relations).revision == 2
    assert read(seeded, one.uid).relations == relations
    assert read(seeded, other.uid).relations == ()
    undo(seeded, "anna")
    assert read(seeded, one.uid).relations == ()


@pytest.mark.parametrize("kind", ["part-of", "follows", "duplicate-of"])
def test_a_circle_is_refused_however_long(seeded: Location, kind: str) -> None:
    one, two, three = made(seeded, "one", "two", "three")
    related(seeded, one, Relation(kind, two.uid))
    related(seeded, two, Relation(kind, three.uid))
    with pytest.raises(Refused, match=f"“{one.id} {kind} {three.id}” stands already"):
        related(seeded, three, Relation(kind, one.uid))
    assert read(seeded, three.uid).relations == ()
    related(seeded, one, Relation(kind, two.uid), Relation(kind, three.uid))


def test_other_kinds_and_mutual_ones_make_no_circle(seeded: Location) -> None:
    one, two = made(seeded, "one", "two")
    related(seeded, one, Relation("related", two.uid), Relation("part-of", two.uid))
    related(seeded, two, Relation("related", one.uid), Relation("follows", one.uid))
    assert len(read(seeded, two.uid).relations) == 2


def test_an_undo_that_would_close_a_circle_is_refused(seeded: Location) -> None:
    one, two = made(seeded, "one", "two")
    related(seeded, one, Relation("part-of", two.uid))
    related(seeded, one)
    related(seeded, two, Relation("part-of", one.uid))
    with begin(seeded, "reader", dry_run=True) as unit:
        last = unit.log.head.sequence
    with pytest.raises(Refused, match="makes a circle"):
        undo(seeded, "anna", last - 1)


@pytest.mark.parametrize(
    ("relation", "error"),
    [(Relation("part-of", "0" * 36), NotFound), (Relation("nephew-of", ""), BadInput)],
    ids=["an incident that is not there", "a kind that is not there"],
)
def test_what_no_relation_may_have_is_refused(seeded: Location, relation: Relation, error: type[Exception]) -> None:
    (one,) = made(seeded, "one")
    with pytest.raises(error):
        related(seeded, one, relation)
