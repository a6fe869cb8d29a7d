"""`add "a bare sentence"` where nobody can be asked: recorded if title and type could be told, the rest said."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Program


def shown(program: Program, incident: str) -> Any:
    return json.loads(program.out("show", incident, "--format", "jsonl"))


def test_a_sentence_is_recorded(copied: Program) -> None:
    said = copied.said("add", "leaflets found at Posong station on New Year's Day 2016")
    lines = said.splitlines()
    assert lines[0] == "“New Year's Day 2016” is understood as 1 Jan 2016 (2016-01-01)"
    assert lines[1].startswith("recorded: 10 (")
    found = shown(copied, "10")
    expected = {
        "title": "Leaflets found at Posong station",
        "summary": "leaflets found at Posong station on New Year's Day 2016",
        "type": "leaflet-graffiti",
        "date": "2016-01-01",
        "date_words": "New Year's Day 2016",
        "place_code": "KP-10.samsu.posong-station",
        "level": "unverified",
        "review": "reviewed",
    }
    assert {name: found[name] for name in expected} == expected
    assert {one["field"]: (one["who"], one["reason"]) for one in found["decisions"]} == {
        "date": ("tester", "recorded by hand"),
        "place": ("tester", "recorded by hand"),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--title", "Other words"), {"title": "Other words"}),
        (("--type", "other"), {"type": "other"}),
        (("--date", "2017"), {"date": "2017"}),
        (("--place", "Musan"), {"place_code": "KP-09.musan"}),
        (("--institution", "bowibu"), {"institutions": "Ministry of State Security"}),
        (("--summary", "Mine."), {"summary": "Mine."}),
        (("--status", "planned", "--tag", "x"), {"status": "planned", "tags": "x"}),
    ],
)
def test_options_beside_it_win(copied: Program, words: tuple[str, ...], expected: dict[str, str]) -> None:
    copied.said("add", "police arrested three smugglers in Hyesan on 5 June 2019", *words)
    found = shown(copied, "10")
    plain = {"type": "arrest", "date": "2019-06-05", "place_code": "KP-10.hyesan"}
    assert {name: found[name] for name in plain | expected} == plain | expected
    assert [(one["group"], one["low"]) for one in found["people_list"]] == [("detained", 3)]


@pytest.mark.parametrize(
    ("words", "left_open"),
    [
        (("graffiti in Unsan",), ["no date is named", "“Unsan”: the name stands for several places"]),
        (("graffiti in Unsan", "--place", "KP-03.unsan"), ["no date is named"]),
        (("graffiti in Unsan", "--place", "KP-03.unsan", "--date", "2016"), []),
        (("traders arrested yesterday",), ["“yesterday” counts from a day that is not known", "no place is named"]),
        (("traders arrested in Hyesan yesterday", "--counted-from", "2016-05-02"), []),
        (("traders arrested in Hyesan yesterday", "--report", "1"), []),
    ],
)
def test_what_could_not_be_told_is_said_line_by_line(
    copied: Program, words: tuple[str, ...], left_open: list[str]
) -> None:
    said = copied.said("add", *words)
    found = [line.removeprefix("left open: ") for line in said.splitlines() if line.startswith("left open: ")]
    assert len(found) == len(left_open)
    assert all(line.startswith(start) for line, start in zip(found, left_open, strict=True))


@pytest.mark.parametrize(
    ("words", "date", "said"),
    [
        (("--counted-from", "2016-05-02"), "2016-05-01", "counted from 2 May 2016"),
        (("--report", "1"), "2016-01-21", "counted from 22 Jan 2016, the day of report 1"),
        (("--report", "1", "--quote", "leaflets lay at"), "2016-01-21", "the day of report 1"),
        ((), None, "left open: “yesterday”"),
    ],
)
def test_relative_words_count_from_a_day_that_is_given(
    copied: Program, words: tuple[str, ...], date: str | None, said: str
) -> None:
    assert said in copied.said("add", "leaflets were found in Hyesan yesterday", *words)
    found = shown(copied, "10")
    assert found["date"] == date
    assert len(found["evidence_list"]) == ("--quote" in words)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (
            ("rice price rises in Musan",),
            2,
            "what was done cannot be told from “rice price rises in Musan”: give --type market",
        ),
        (("food shortage and theft in Chongjin",), 2, "give --type shortfall or --type theft"),
        (("something odd",), 2, "give --type; incidents add --help lists the types"),
        (("leaflets",), 2, "'leaflets' is no sentence"),
        (("?! .",), 2, "needs at least a --title and a --type"),
        (("leaflets", "found", "in", "Hyesan"), 2, "put the sentence in quotes"),
        (("leaflets found in Hyesan", "--place", "Hyesann"), 4, "did you mean Hyesan"),
        (("leaflets found yesterday", "--report", "99"), 4, "there is no report 99"),
        (("leaflets found in 2016", "--counted-from", "soon"), 2, "is no date"),
        (("leaflets found\x1bin Hyesan",), 6, "control characters"),
    ],
)
def test_what_is_not_recorded(copied: Program, words: tuple[str, ...], code: int, told: str) -> None:
    assert told in copied.said("add", *words, code=code)
    assert copied("show", "10").exit_code == 4


def test_other_readings_are_named(copied: Program) -> None:
    said = copied.said("add", "mobilised labourers killed in a building collapse in Pyongyang on 13 May 2014")
    assert "taken as mobilization; it could also be accident: --type says so" in said


def test_a_dry_run_records_nothing(copied: Program) -> None:
    assert "would be recorded: 10" in copied.said("add", "leaflets found in Hyesan", "--dry-run")
    assert copied("show", "10").exit_code == 4


PARTY = "the Hyesan city party committee dismissed two officials on 3 March 2025"


def test_an_institution_that_a_pattern_names_comes_with_the_record_and_goes_with_it(copied: Program) -> None:
    said = copied.said("add", PARTY)
    assert "added with it: the institution Hyesan City Party Committee (kp.wpk.party-committee@KP-10.hyesan)" in said
    assert "kept open" not in said
    found = shown(copied, "10")
    [link] = found["institution_list"]
    assert (link["code"], link["role"]) == ("kp.wpk.party-committee@KP-10.hyesan", "authority")
    assert found["open_names"] == []
    assert "10" in copied.out("list", "--institution", "hyesan city party committee", "--format", "csv")
    assert "10" in copied.out("list", "--institution", "KWP", "--format", "csv")
    copied.said("undo")
    assert copied("show", "10").exit_code == 0  # withdrawn, not deleted
    assert copied("institution", "show", "Hyesan City Party Committee").exit_code == 4


@pytest.mark.parametrize("words", [("--institution", "KWP"), ("--dry-run",)])
def test_an_institution_that_a_pattern_names_is_not_added_for_nothing(copied: Program, words: tuple[str, ...]) -> None:
    assert "\nadded with it" not in copied.said("add", PARTY, *words)
    assert copied("institution", "show", "Hyesan City Party Committee").exit_code == 4


def test_near_duplicates_are_told(copied: Program) -> None:
    copied.said("add", "leaflets found in Hyesan in 2019")
    said = copied.said("add", "graffiti found in Hyesan in June 2019")
    assert "looks like 10: Leaflets found in Hyesan (2019)" in said


KOREAN = "지난달 15일 혜산에서 두 사람이 붙잡혔다"


def test_of_a_sentence_in_korean_the_date_is_read(copied: Program) -> None:
    assert "what was done cannot be told from a sentence in Korean yet: give --type" in copied.said(
        "add", KOREAN, code=2
    )
    said = copied.said("add", KOREAN, "--type", "arrest", "--counted-from", "2025-02-12")
    assert "“지난달 15일” is understood as 15 Jan 2025 (2025-01-15), counted from 12 Feb 2025" in said
    assert shown(copied, "10")["date"] == "2025-01-15"


def test_a_korean_name_in_a_sentence_leaves_it_english(copied: Program) -> None:
    assert "recorded: 10" in copied.said("add", "leaflets found at the market of 혜산 in March 2016")
