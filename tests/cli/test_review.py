"""`review`: many at once by number and range, by report, one shown whole, and the list for people."""

import json
from typing import Any

import pytest

from incidents.cli.passage_words import quoted
from incidents.cli.titles import titled
from incidents.output.columns import names
from incidents.output.listings import PROPOSAL
from incidents.output.width import width
from tests.cli.conftest import Program
from tests.cli.test_list import terminal


def waiting(program: Program) -> list[dict[str, Any]]:
    return [json.loads(line) for line in program.out("review", "--list", "--format", "jsonl").splitlines()]


def states(program: Program, *numbers: int) -> list[str]:
    shown = program.out("review", "--show", ",".join(map(str, numbers)), "--format", "jsonl")
    return [json.loads(line)["state"] for line in shown.splitlines()]


def test_numbers_and_ranges_both_ways_in_one_call(full_copied: Program) -> None:
    said = full_copied.said("review", "--accept", "1,3", "--accept", "5-6", "--reject", "2,4", "--reason", "background")
    assert said.count("accepted: ") == 4
    assert said.count("rejected: ") == 2
    assert states(full_copied, 1, 2, 3, 4, 5, 6) == ["accepted", "rejected", "accepted", "rejected", *["accepted"] * 2]
    (second,) = json.loads(full_copied.out("review", "--show", "2", "--format", "json"))
    assert (second["reason"], second["decided_by"]) == ("background", "tester")


def test_one_call_is_one_transaction(full_copied: Program) -> None:
    full_copied.said("review", "--accept", "3")
    before = full_copied.out("history", "--format", "csv")
    assert "proposal 3 was accepted already" in full_copied.said("review", "--accept", "1-4", "--reject", "5", code=5)
    assert full_copied.out("history", "--format", "csv") == before
    full_copied.said("review", "--accept", "1", "--reject", "2", "--reason", "x")
    full_copied.said("undo")
    assert states(full_copied, 1, 2) == ["waiting", "waiting"]


def test_reports_whole_but_for_those_named_apart(full_copied: Program) -> None:
    some = waiting(full_copied)
    reports = list(dict.fromkeys(one["report_id"] for one in some))
    first = [one["id"] for one in some if one["report_id"] == reports[0]]
    second = [one["id"] for one in some if one["report_id"] == reports[1]]
    third = [one["id"] for one in some if one["report_id"] == reports[2]]
    words = ["--accept-report", str(reports[0]), "--reject", str(first[0])]
    full_copied.said("review", *words, "--reject-report", f"{reports[1]},{reports[2]}", "--reason", "old")
    assert states(full_copied, *first) == ["rejected", *["accepted"] * (len(first) - 1)]
    assert set(states(full_copied, *second, *third)) == {"rejected"}
    assert full_copied.said("review", "--accept-report", str(reports[0])) == "nothing of that waits\n"


def test_a_dry_run_decides_nothing(full_copied: Program) -> None:
    said = full_copied.said("review", "--accept", "1-2", "--reject", "3", "--dry-run")
    assert said.count("would be ") == 3
    assert states(full_copied, 1, 2, 3) == ["waiting"] * 3


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--accept", "x"), 2, "'x' is no list of numbers"),
        (("--accept", "0"), 2, "'0' is no list of numbers"),
        (("--accept", "3-1"), 2, "3-1 is no range"),
        (("--accept", "1-999999999"), 2, "is no range"),
        (("--accept", "1", "--reject", "1"), 5, "proposal 1 cannot be both"),
        (("--accept", "1,9999"), 4, "there is no proposal 9999"),
        (("--show", "9999"), 4, "there is no proposal 9999"),
        (("--accept-report", "99"), 4, "there is no report 99"),
        (("5", "--accept", "1"), 2, "write --accept-report or --reject-report 5"),
        (("--show", "1", "--accept", "1"), 2, "one at a time"),
        (("--accept-all",), 2, "needs the number of a report"),
    ],
)
def test_what_cannot_be_decided(full: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    said = full.said("review", *words, code=code)
    assert sentence in said
    assert said.count("\n") == 1


def test_show_has_all_that_a_decision_needs(full: Program) -> None:
    (found,) = json.loads(full.out("review", "--show", "1", "--format", "json"))
    assert list(found) == [*names(PROPOSAL), "proposal"]
    page = full.out("review", "--show", "1")
    assert page.startswith(f"proposal 1 · {found['title']}"[:60])
    for label in ("report ", "date ", "place ", "type ", "level ", "confidence "):
        assert f"\n{label}" in page
    assert ", North Korea" in page
    flat = " ".join(page.split())
    own = found["proposal"]["incident"]
    assert all(" ".join(told["quote"].split()) in flat for told in own["evidence"])
    assert f"— {own['evidence'][0]['attribution']}" in flat
    assert page.index("proposal 1") < page.index("[1]")


def test_show_tells_what_is_open(full: Program) -> None:
    some = next(one for one in waiting(full) if one["problems"])
    assert some["problems"][:40] in " ".join(full.out("review", "--show", str(some["id"])).split())


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_pages_and_list_keep_the_width(full: Program, columns: int) -> None:
    for words in (("--list",), ("--show", "1-12")):
        shown = full("review", *words, COLUMNS=str(columns)).stdout
        assert all(width(line) <= columns for line in shown.splitlines())


def test_list_by_report(full: Program) -> None:
    result = full("review", "--list")
    some = waiting(full)
    heads = [line for line in result.stdout.splitlines() if line.startswith("report ")]
    assert len(heads) == len({one["report_id"] for one in some})
    assert heads[0].startswith(f"report {some[0]['report_id']} · {some[0]['outlet']} · 22 Jan 2016 · ")
    assert all(one["title"][:40] in result.stdout for one in some)
    assert result.stderr.startswith(f"{len(some)} proposals wait\n")
    assert f"next: incidents review --show {some[0]['id']} " in result.stderr


def test_list_of_one_report_and_of_the_first_few(full: Program) -> None:
    some = waiting(full)
    report = some[-1]["report_id"]
    own = [one["id"] for one in some if one["report_id"] == report]
    found = [json.loads(line) for line in full.out("review", str(report), "--format", "jsonl").splitlines()]
    assert [one["id"] for one in found] == own
    result = full("review", "--limit", "2")
    assert f"{len(some)} proposals wait; the first 2 (all: without --limit)" in result.stderr
    assert result.stdout.count("\nreport ") == 0


def test_words_are_wrapped_between_words_on_a_terminal(full: Program) -> None:
    shown = terminal(full, "review", "--limit", "1", columns=60, NO_COLOR="1")
    words = [line for line in shown.splitlines() if not line.startswith(" ")]
    assert all(len(line) <= 60 for line in words)
    assert "next: incidents review --show 1 shows one whole; --accept 1 takes these, --accept-report" in " ".join(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a guard said", "“a guard said”"),
        ("“It burned,” he said.", "“It burned,” he said."),
        ("one\nline", "“one line”"),
    ],
)
def test_a_quote_is_not_quoted_twice(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("title", "url", "opening", "expected"),
    [
        ("Own", "https://e.org/x", "Text", "Own"),
        ("", None, "\n\n# Heading\nText", "Heading"),
        ("", None, "---\nurl: x\n---\nHeading\n", "Heading"),
        ("", None, "coal mine\nPhoto: A mine\nRead a version of this story in Korean\nMines fail\n", "Mines fail"),
        ("", None, "A " * 100, "A " * 39 + "A…"),
        ("", "https://e.org/2025/mines-fail/", "", "mines-fail"),
        ("", None, "", ""),
    ],
)
def test_what_a_report_goes_by(title: str, url: str | None, opening: str, expected: str) -> None:
    assert titled(title, url, opening) == expected


def test_accepting_says_which_institutions_it_adds(copied: Program) -> None:
    told = "On Feb. 3 police raided the Wolmi Trading Company in Hyesan, a resident of Ryanggang told us.\n"
    again = "On Feb. 4 police raided the Wolmi Trading Company in Musan, a resident of Ryanggang told us.\n"
    new = "the institution Wolmi Trading Company (kp.wolmi-trading-company)\n"
    for number, text in enumerate((told, again), 10):
        copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=text)
        (one,) = [one for one in waiting(copied) if "wolmi" in json.dumps(one).lower()]
        accept = ("review", "--accept", str(one["id"]))
        assert copied.said(*accept, "--dry-run").count(f"would be added with it: {new}") == (number == 10)
        assert copied.said(*accept).endswith(f"\nadded with it: {new}") == (number == 10)
