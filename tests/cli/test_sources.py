"""`place show` and `institution show`: on what a row rests, and where it lay with what is above it."""

import csv
import json
from itertools import takewhile

import pytest

from incidents.paths import shipped
from tests.cli.conftest import Program

WIDTH = 80


def told(shown: str, label: str) -> str:
    """What stands beside a label, with the lines below that have none."""
    lines = shown.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{label} "))
    below = takewhile(lambda line: line.startswith(" "), lines[first + 1 :])
    return " ".join((lines[first].removeprefix(label).strip(), *map(str.strip, below)))


def one_with(noun: str, *, second: bool) -> dict[str, str]:
    """A row of the seeds below the county, with a second source or without."""
    name = {"place": "places.csv", "institution": "institutions.csv"}[noun]
    with (shipped("seeds") / name).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if noun == "institution" or row["code"].count(".") > 1]
    return next(row for row in rows if (len(f"{row['source']} {row.get('second', '')}".split()) > 1) == second)


@pytest.mark.parametrize("noun", ["place", "institution"])
def test_two_sources_are_named_with_what_they_are(stocked: Program, noun: str) -> None:
    row = one_with(noun, second=True)
    words = f"{row['source']} {row.get('second', '')}".split()
    (own,) = json.loads(stocked.out(noun, "show", row["code"], "--format", "json"))
    assert own["sources"] == words
    assert [one["source"] for one in own["citations"] if one["about"] == "itself"] == words
    said = told(stocked.out(noun, "show", row["code"]), "sources")
    assert all(f"{one['source']}: {one['text']}" in said for one in own["citations"])
    assert "not checked" not in said


def test_a_single_citation_is_printed_in_place_of_the_word_and_wrapped(stocked: Program) -> None:
    shown = stocked.out("place", "show", "KP-04.manpo.munak-dam")
    assert "sources     press: Daily NK, April 2025: one of the six dams of the Yalu\n" in shown
    assert "\n            accessdprk: AccessDPRK, January 2016\n" in shown
    long = stocked.out("place", "show", "KP-03.pihyon.camp-27")
    assert max(map(len, long.splitlines())) <= WIDTH


def test_what_attests_names_and_parents_says_that_it_does(stocked: Program) -> None:
    said = told(stocked.out("place", "show", "KP-10.kimhyongjik"), "sources")
    assert "its parents, daum: Daum encyclopedia" in said
    assert "its names: Huchang is Kimhyongjik since August 1988" in said


def test_one_source_is_said_to_be_alone(stocked: Program) -> None:
    row = one_with("place", second=False)
    said = told(stocked.out("place", "show", row["code"]), "sources")
    assert said.startswith(f"{row['source']}: ")
    assert said.endswith(" not checked against a second source")


def test_what_was_added_here_rests_on_nobody_else(copied: Program) -> None:
    copied.said("place", "add", "Sangri", "--kind", "ri", "--under", "Samsu")
    assert told(copied.out("place", "show", "Sangri"), "sources") == "added here, none of the reference data"
    (own,) = json.loads(copied.out("place", "show", "Sangri", "--format", "json"))
    assert (own["sources"], own["citations"]) == ([], [])
    copied.said("place", "rename", "Hyesan", "Hyesin")
    assert " changed here" in told(copied.out("place", "show", "Hyesin"), "sources")


def test_it_lay_where_what_is_above_it_lay(stocked: Program) -> None:
    shown = stocked.out("place", "show", "KP-14.onchon.airfield")
    assert "also in     South Pyongan (KP-02), usage\n" in shown
    assert "South Pyongan (KP-02), until 2010" in shown
    (own,) = json.loads(stocked.out("place", "show", "KP-14.onchon.airfield", "--format", "json"))
    assert {(one["code"], one["kind"]) for one in own["once"]} >= {("KP-02", "usage"), ("KP-02", "administrative")}
    spans = [(one["code"], one["kind"]) for one in own["once"]]
    assert len(spans) == len(set(spans)), "no time within another of the same"
    (county,) = json.loads(stocked.out("place", "show", "KP-14.onchon", "--format", "json"))
    assert "KP-02" in {one["code"] for one in county["parents"]} - {one["code"] for one in county["once"]}
