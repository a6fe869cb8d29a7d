"""`place unresolved`, `place resolve`."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.cli.test_upkeep import log, names

FIRST = (
    "A trader was arrested in Unsan on Feb. 4, a resident told us. Police raided a market in Hoengpo-ri on Feb. 3.\n"
)
SECOND = "Leaflets were found in Hoengpo-ri on Feb. 1, a resident of Ryanggang told us.\n"
THIRD = "A mine collapsed in Hoengpo-ri on Feb. 2, killing three, a source in Hyesan said.\n"


@pytest.fixture
def read(copied: Program) -> Program:
    """The stocked database with three reports of which the proposals wait."""
    for text in (FIRST, SECOND, THIRD):
        copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=text)
    return copied


def unresolved(program: Program) -> dict[str, dict[str, Any]]:
    return {row["words"]: row for row in json.loads(program.out("place", "unresolved", "--format", "json"))}


def proposal(program: Program, number: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(program.out("review", "--show", str(number), "--format", "jsonl"))
    return found


def test_without_open_names_the_list_is_empty(copied: Program) -> None:
    assert copied.said("place", "unresolved") == "0 open names\n"
    assert copied.out("place", "unresolved", "--format", "csv") == (
        "words,uses,why,candidates,context,proposals,incidents\n"
    )


def test_the_list_counts_each_name_and_shows_where_it_stands(read: Program) -> None:
    found = unresolved(read)
    assert list(found) == ["Hoengpo-ri", "Unsan"]
    one, two = found.values()
    assert (one["uses"], one["why"], one["candidates"], one["incidents"]) == (3, "nothing is called so", "", "")
    assert len(one["proposals"].split("; ")) == 3
    assert one["context"].endswith("Police raided a market in Hoengpo-ri on Feb. 3.")
    assert one["context"].startswith("…")
    assert (two["uses"], two["why"]) == (1, "several are called so")
    assert two["candidates"] == "KP-02.unsan; KP-03.unsan"
    assert read.said("place", "unresolved") == "2 open names; settle one: incidents place resolve\n"


def test_a_name_is_settled_wherever_it_is_open(read: Program) -> None:
    before, unsaid = unresolved(read), log(read)
    said = read.said("place", "resolve", "hoengpo-ri", "Hyesan", "--dry-run")
    assert said.startswith(
        "would be resolved: Hoengpo-ri is Hyesan, Ryanggang, North Korea (KP-10.hyesan) in 3 proposals"
    )
    assert (unresolved(read), log(read)) == (before, unsaid)
    assert read("place", "resolve", "hoengpo-ri", "Hyesan", stdin="n\n").exit_code == 130
    assert log(read) == unsaid
    read.said("place", "resolve", "hoengpo-ri", "Hyesan", "--yes")
    assert list(unresolved(read)) == ["Unsan"]
    for number in map(int, before["Hoengpo-ri"]["proposals"].split("; ")):
        one = proposal(read, number)
        assert one["places"] == "KP-10.hyesan"
        assert "no place of that name" not in one["problems"]
        claims = [claim for e in one["proposal"]["incident"]["evidence"] for claim in e["claims"]]
        assert [claim["value"] for claim in claims if claim["field"] == "place"] == ["KP-10.hyesan"]
    assert "Hoengpo-ri" not in names(read, "place", "Hyesan")
    read.said("undo")
    assert unresolved(read) == before


def test_what_was_added_since_is_named(read: Program) -> None:
    read.said("place", "add", "Hoengpo", "--kind", "ri", "--under", "Samsu", "--alias", "Hoengpo-ri")
    one = unresolved(read)["Hoengpo-ri"]
    assert (one["why"], one["candidates"]) == ("added since", "KP-10.samsu.hoengpo")
    read.said("place", "resolve", "Hoengpo-ri", "Hoengpo-ri", "--yes")
    assert list(unresolved(read)) == ["Unsan"]


def test_with_an_alias_later_reports_are_read_so(read: Program) -> None:
    read.said("place", "resolve", "Hoengpo-ri", "Hyesan", "--alias", "--yes")
    assert names(read, "place", "Hyesan")["Hoengpo-ri"] == ("alias", "", "")
    later = "Two officials were arrested in Hoengpo-ri on Feb. 5, a resident told us.\n"
    read("ingest", "-", "--published", "2025-02-07", stdin=later)
    last = json.loads(read.out("review", "--list", "--format", "json"))[-1]["id"]
    assert proposal(read, last)["places"] == "KP-10.hyesan"
    assert list(unresolved(read)) == ["Unsan"]


def test_records_that_were_accepted_with_an_open_name_are_settled_too(read: Program) -> None:
    numbers = unresolved(read)["Unsan"]["proposals"]
    read.said("review", "--accept", numbers)
    record = unresolved(read)["Unsan"]["incidents"]
    assert (record, unresolved(read)["Unsan"]["proposals"]) == ("10", "")
    read.said("place", "resolve", "Unsan", "Unsan, North Pyongan")
    assert "Unsan" not in unresolved(read)
    shown = json.loads(read.out("show", record, "--format", "jsonl"))
    assert (shown["place_code"], shown["precision"]) == ("KP-03.unsan", "county")
    read.said("undo")
    assert unresolved(read)["Unsan"]["incidents"] == "10"
    read.said("edit", record, "--place", "Hyesan")
    assert "Unsan" not in unresolved(read)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("Hyesan", "Hyesan"), 4, "no name 'Hyesan' is open; incidents place unresolved lists those that are"),
        (("Hoengpo-ri", "Atlantis"), 4, "there is no place 'Atlantis'"),
        (("Hoengpo-ri", "Unsan"), 2, "'Unsan' can be several"),
        ((" ", "Hyesan"), 2, "say which name"),
        (("Hoengpo-ri", "Hyesan"), 2, "nobody answered"),
    ],
)
def test_what_is_refused_changes_nothing(read: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    before = log(read)
    assert sentence in read.said("place", "resolve", *words, code=code)
    assert log(read) == before
