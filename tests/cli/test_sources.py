"""`place show` and `institution show`: on what a row rests, and where it lay with what is above it."""

import csv
import json

import pytest

from incidents.paths import shipped
from tests.cli.conftest import Program


def line_of(shown: str, label: str) -> str:
    return next(line for line in shown.splitlines() if line.startswith(f"{label} ")).removeprefix(label).strip()


def one_with(noun: str, *, second: bool) -> dict[str, str]:
    """A row of the seeds below the county, with a second source or without."""
    name = {"place": "places.csv", "institution": "institutions.csv"}[noun]
    with (shipped("seeds") / name).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if noun == "institution" or row["code"].count(".") > 1]
    return next(row for row in rows if (len(f"{row['source']} {row.get('second', '')}".split()) > 1) == second)


@pytest.mark.parametrize("noun", ["place", "institution"])
def test_two_sources_are_named(stocked: Program, noun: str) -> None:
    row = one_with(noun, second=True)
    first, *others = f"{row['source']} {row.get('second', '')}".split()
    assert line_of(stocked.out(noun, "show", row["code"]), "sources") == f"{first}; second: {', '.join(others)}"
    (own,) = json.loads(stocked.out(noun, "show", row["code"], "--format", "json"))
    assert own["sources"] == [first, *others]


def test_one_source_is_said_to_be_alone(stocked: Program) -> None:
    row = one_with("place", second=False)
    said = line_of(stocked.out("place", "show", row["code"]), "sources")
    assert said == f"{row['source']}; not checked against a second source"


def test_what_was_added_here_rests_on_nobody_else(copied: Program) -> None:
    copied.said("place", "add", "Sangri", "--kind", "ri", "--under", "Samsu")
    assert line_of(copied.out("place", "show", "Sangri"), "sources") == "added here, none of the reference data"
    copied.said("place", "rename", "Hyesan", "Hyesin")
    assert line_of(copied.out("place", "show", "Hyesin"), "sources").endswith("; changed here")


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
