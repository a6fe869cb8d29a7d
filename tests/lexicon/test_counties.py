"""The counties against an independent table of 179: found by name, in the same province, near; or explained."""

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest

from incidents import paths
from incidents.intake.seeds import read_reference
from incidents.lexicon.gazetteer import Gazetteer
from incidents.model.reference import Place

TABLE = Path(__file__).parents[3] / "shared" / "data" / "admin" / "counties.json"
NEAR = 15.0
"""Kilometres; the table gives the middle of most counties and the seeds give the seat."""
AREA = 45.0
"""Kilometres from the middle of the largest county to its seat: no explanation reaches farther."""
UNITS = {"county", "province"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(read_reference())


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    if not TABLE.exists():
        pytest.skip("the table of counties stands in ../shared/data/admin, which is not here")
    found: list[dict[str, Any]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return found


def name(row: dict[str, Any]) -> str:
    return re.sub(r" (City|Dist\.)$", "", row["name"]["en"])


def kilometres(place: Place, row: dict[str, Any]) -> float:
    if place.latitude is None or place.longitude is None:
        return math.inf
    latitude, longitude = float(row["geo"]["lat"]), float(row["geo"]["lon"])
    east = math.radians(longitude - place.longitude) * math.cos(math.radians((latitude + place.latitude) / 2))
    return 6371 * math.hypot(east, math.radians(latitude - place.latitude))


def difference(row: dict[str, Any], gazetteer: Gazetteer) -> str:
    """What is other than in the table: `name`, `province` or `distance`; empty where nothing is."""
    places = [gazetteer.place[code] for code in gazetteer.codes(name(row))]
    places = [place for place in places if place.level in UNITS and gazetteer.country(place.code) == "KP"]
    if not places:
        return "name"
    provinces = set(gazetteer.codes(row["parent"]["name"]["en"]))
    here = [place for place in places if place.parent in provinces]
    if not here:
        return "province"
    return "" if min(kilometres(place, row) for place in here) <= NEAR else "distance"


def explained(gazetteer: Gazetteer) -> set[str]:
    """The codes of the places named in the README's table of known differences."""
    text = (paths.shipped("seeds") / "README.md").read_text(encoding="utf-8")
    table = text.split("Known differences from `admin179`", 1)[1].split("\n\n", 2)[1]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return {code for cell in cells for one in cell.split(",") for code in gazetteer.codes(one)}


def test_each_county_is_found_in_its_province_and_near_or_its_difference_is_explained(
    gazetteer: Gazetteer, rows: list[dict[str, Any]]
) -> None:
    differing = {name(row): difference(row, gazetteer) for row in rows}
    known = explained(gazetteer)
    unexplained = {one: what for one, what in differing.items() if what and not known & set(gazetteer.codes(one))}
    assert len(rows) == 179
    assert unexplained == {}


def test_no_explained_distance_is_longer_than_a_county(gazetteer: Gazetteer, rows: list[dict[str, Any]]) -> None:
    known = explained(gazetteer)
    away = {
        name(row): round(kilometres(gazetteer.place[code], row))
        for row in rows
        for code in known & set(gazetteer.codes(name(row)))
        if gazetteer.country(code) == "KP"
    }
    assert {one: far for one, far in away.items() if far > AREA} == {}


def test_a_county_elsewhere_would_be_seen(gazetteer: Gazetteer, rows: list[dict[str, Any]]) -> None:
    row = next(row for row in rows if name(row) == "Anak")
    assert difference(row, gazetteer) == ""
    assert difference(row | {"geo": {"lat": "39.0", "lon": "125.4"}}, gazetteer) == "distance"
    assert difference(row | {"parent": {"name": {"en": "Kangwon"}}}, gazetteer) == "province"
    assert difference(row | {"name": {"en": "Nowhere"}}, gazetteer) == "name"
