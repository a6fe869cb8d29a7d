"""Incidents near another one, with reasons in words, on both kinds of database; every query is an index range."""

import pytest

from incidents.actions.nearby import Near, nearby
from incidents.model.incident import Evidence, Incident, InstitutionLink, PlaceLink
from incidents.model.when import When
from incidents.store.location import Location
from incidents.store.query import nearby as queries
from incidents.store.query.connect import Reader
from tests.query.stock import LATER, PARTY, RFA

TITLE = "The {} one"


def asked(type_: str, edtf: str | None, *places: str, **given: object) -> Incident:
    links = tuple(PlaceLink(code) for code in places)
    return Incident("Asked", type_, when=When.of(edtf), places=links, **given)  # type: ignore[arg-type]


def told_in(text: str) -> tuple[Evidence, ...]:
    return (Evidence(text=text, quote="words"),)


def found(location: Location, one: Incident, **given: object) -> dict[str, tuple[str, ...]]:
    """The reasons by title."""
    return {near.title: near.reasons for near in nearby(location, one, **given)}  # type: ignore[arg-type]


CASES = {
    "the same day and county": (
        asked("leaflet-graffiti", "2016-01-01", "KP-10.samsu"),
        {TITLE.format("day"): ("same day", "same place (Samsu)", "same type (leaflet-graffiti)")},
    ),
    "a site in the county, three days later": (
        asked("leaflet-graffiti", "2016-01-04", "KP-10.samsu.posong"),
        {TITLE.format("day"): ("3 days apart", "same county (Samsu)", "same type (leaflet-graffiti)")},
    ),
    "another county of the province, one family": (
        asked("protest", "2016-01-02", "KP-10.hyesan"),
        {TITLE.format("day"): ("1 day apart", "same province (Ryanggang)", "same family (dissent)")},
    ),
    "too late": (asked("leaflet-graffiti", "2016-01-12", "KP-10.samsu"), {}),
    "another province": (asked("leaflet-graffiti", "2016-01-01", "KP-09.musan"), {}),
    "another province, but the same institution": (
        asked("leaflet-graffiti", "2016-01-01", "KP-09.musan", institutions=(InstitutionLink("kp.mss"),)),
        {TITLE.format("day"): ("same day", "same type (leaflet-graffiti)", "Ministry of State Security in both")},
    ),
    "a type of another family in that county, another day": (asked("market", "2016-01-02", "KP-10.samsu"), {}),
    "a type of another family in that county, that day": (
        asked("market", "2016-01-01", "KP-10.samsu"),
        {TITLE.format("day"): ("same day", "same place (Samsu)")},
    ),
    "the year before": (asked("leaflet-graffiti", "2015", "KP-10.samsu"), {}),
    "a province that its county was in once": (asked("leaflet-graffiti", "2016-01-01", "KP-08.hamhung"), {}),
    "an open type": (
        asked("other", "2016-01-02", "KP-10.samsu"),
        {TITLE.format("day"): ("1 day apart", "same place (Samsu)")},
    ),
    "no place": (
        asked("leaflet-graffiti", "2016-01-01"),
        {TITLE.format("day"): ("same day", "same type (leaflet-graffiti)")},
    ),
    "a span that meets its span": (
        asked("arrest", "2016-03", "KP-14.onchon"),
        {TITLE.format("third"): ("dates overlap", "same place (Onchon)", "same type (arrest)")},
    ),
    "the same span": (
        asked("arrest", "2016-03-21/2016-03-31", "KP-14.onchon"),
        {TITLE.format("third"): ("same date", "same place (Onchon)", "same type (arrest)")},
    ),
    "a year holds it": (
        asked("leaflet-graffiti", "2016", "KP-10.samsu"),
        {TITLE.format("day"): ("dates overlap", "same place (Samsu)", "same type (leaflet-graffiti)")},
    ),
    "since a day, abroad": (
        asked("order", "2024-03-15", "RU-IRK.irkutsk", evidence=told_in(LATER.sha256)),
        {
            TITLE.format("open-end"): (
                "dates overlap",
                "same province (Irkutsk Oblast)",
                "same type (order)",
                "same report",
            )
        },
    ),
    "undated, as that one": (
        asked("corruption", None, "KP-14.onchon", evidence=told_in(PARTY.sha256)),
        {
            TITLE.format("undated"): (
                "undated, reported at the same time",
                "same place (Onchon)",
                "same type (corruption)",
                "same report",
            )
        },
    ),
    "undated, before its report": (
        asked("leaflet-graffiti", None, "KP-10.samsu", evidence=told_in(RFA.sha256)),
        {
            TITLE.format("day"): (
                "21 days before the report",
                "same place (Samsu)",
                "same type (leaflet-graffiti)",
                "same report",
            )
        },
    ),
    "undated, without a report": (asked("corruption", None, "KP-14.onchon"), {}),
    "withdrawn": (asked("arrest", "2016-01-01", "KP-10.hyesan"), {}),
    "the ends of the calendar": (asked("arrest", "0001-01-01/9999-12-31", "KP-14.onchon"), None),
    "an unknown type and place": (asked("picnic", "2016-01-01", "KP-99"), {}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_near_and_why(stocked: Location, case: str) -> None:
    one, expected = CASES[case]
    got = found(stocked, one)
    if expected is not None:
        assert got == expected


def test_the_likest_first_and_only_so_many(stocked: Location) -> None:
    one = asked("leaflet-graffiti", "2016-01-01/2016-03-31", "KP-10.samsu", "KP-14.onchon")
    other = asked("other", "2016-01-01/2016-03-31", "KP-10", "KP-14.onchon", institutions=(InstitutionLink("kp.mss"),))
    assert [near.title for near in nearby(stocked, one)] == [TITLE.format("day")]
    assert [near.title for near in nearby(stocked, other)] == [TITLE.format("third"), TITLE.format("day")]
    assert [near.title for near in nearby(stocked, other, 1)] == [TITLE.format("third")]


def test_without_itself_and_those_left_out(stocked: Location) -> None:
    one, _ = CASES["the same day and county"]
    [near] = nearby(stocked, one)
    assert isinstance(near, Near)
    assert (near.edtf, near.code != "") == ("2016-01-01", True)
    assert nearby(stocked, one, but=[near.code]) == []


PLANS = {
    "in_scope": (queries._ROWS, ("place", 1, "2015", "2016", "2015-06")),
    "of_texts": (queries._SAME_TEXT.format("?"), ("a",)),
    "facts": (queries._FACTS.format("?, ?"), (1, 2)),
    "under": (queries._UNDER.format("?, ?", "?, ?"), (1, 2, 3, 4)),
    "shared": (queries._SHARED.format("?, ?", "?"), (1, 2, "kp.mss")),
    "places": (queries._PLACES.format("?, ?"), (1, 2)),
}


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_read_whole(reader: Reader, name: str) -> None:
    if reader.dialect != "sqlite":
        pytest.skip("the plan of PostgreSQL depends on how much is in the tables")
    text, values = PLANS[name]
    plan = [row[3] for row in reader.rows(f"EXPLAIN QUERY PLAN {text}", values)]
    assert plan
    assert [step for step in plan if step.startswith("SCAN")] == [], plan


def test_the_scope_is_a_range_of_days(reader: Reader) -> None:
    if reader.dialect != "sqlite":
        pytest.skip("the plan of PostgreSQL depends on how much is in the tables")
    text, values = PLANS["in_scope"]
    [step] = [row[3] for row in reader.rows(f"EXPLAIN QUERY PLAN {text}", values)]
    assert "PRIMARY KEY (kind=? AND node=? AND sort_from>? AND sort_from<?)" in step
