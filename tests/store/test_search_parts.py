"""What is searched of incidents follows the names of their places and institutions, on both databases."""

from dataclasses import replace

from incidents.actions import upkeep
from incidents.actions.new_thing import Who
from incidents.actions.record import record
from incidents.model.incident import PlaceLink
from incidents.store import search
from incidents.store.desk import file_report
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.things import Called, Thing
from incidents.store.undo import undo
from incidents.store.unit import begin
from tests.store.test_unit import party, passage, report


def parts(location: Location) -> list[tuple[object, ...]]:
    with open_reader(location) as reader:
        return sorted(reader.rows("SELECT kind, ref, body FROM search_part"))


def recorded(location: Location) -> list[int]:
    """Three incidents: with two passages, with two places and tags, and one that is withdrawn."""
    told = report()
    with begin(location, "ann") as unit:
        file_report(unit, told)
    cited = replace(passage(told), text=None, start=None, end=None, quote="", citation="A book, p. 5")
    values = (
        party(passage(told), cited),
        party(places=(PlaceLink("KP-10.hyesan"), PlaceLink("KP-14.onchon")), tags=("b", "a")),
        party(withdrawn=True, institutions=()),
    )
    return [record(location, "ann", value).id or 0 for value in values]


def test_many_at_once_are_as_each_by_itself(seeded: Location) -> None:
    numbers = recorded(seeded)
    before = parts(seeded)
    assert len({ref for kind, ref, _ in before if kind == "incident"}) == len(numbers)
    with begin(seeded, "ann") as unit:
        search.refresh_names(unit.session, numbers)
    assert parts(seeded) == before


def test_a_name_is_found_while_it_stands(seeded: Location) -> None:
    numbers = recorded(seeded)
    before = parts(seeded)
    upkeep.add_names(Who(seeded, "ann"), Thing("place", "KP-14.onchon"), ["Onchonville"], Called())
    assert {ref for _, ref, body in parts(seeded) if "Onchonville" in str(body)} == set(numbers)
    with begin(seeded, "ann") as unit:
        undo(unit)
    assert parts(seeded) == before
