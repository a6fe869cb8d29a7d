"""`add`, `edit`, `withdraw`, `restore`, `undo`, `review`: what is written, said and refused."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Program

ADD = ("add", "--title", "A new one", "--type", "arrest")


def shown(program: Program, incident: str) -> Any:
    return json.loads(program.out("show", incident, "--format", "jsonl"))


def test_add_with_all_fields(copied: Program) -> None:
    said = copied.said(
        *ADD,
        *("--summary", "In own words.", "--kind", "aggregate", "--status", "ongoing", "--date", "2016-03", "--extent"),
        *("throughout", "--place", "혜산", "--place", "hoeryong:to", "--institution", "보위부", "--institution"),
        *("Workers' Party:authority", "--people", "detained=2-3", "--people", "killed=~1,000", "--people"),
        *("affected=dozens", "--tag", "a", "--tag", "b", "--note", "own", "--level", "refuted", "--level-reason", "no"),
    )
    assert said.startswith("recorded: 10 (")
    found = shown(copied, "10")
    expected = {
        "title": "A new one",
        "type": "arrest",
        "summary": "In own words.",
        "kind": "aggregate",
        "status": "ongoing",
        "date": "2016-03",
        "extent": "throughout",
        "basis": "stated",
        "precision": "several",
        "places": "Hyesan; Hoeryong",
        "level": "refuted",
        "level_computed": "unverified",
        "level_reason": "no",
        "tags": "a; b",
        "note": "own",
        "review": "reviewed",
        "recorded_by": "tester",
        "reviewed_by": "tester",
    }
    assert {name: found[name] for name in expected} == expected
    assert [(one["code"], one["role"]) for one in found["place_list"]] == [
        ("KP-10.hyesan", "scene"),
        ("KP-09.hoeryong", "to"),
    ]
    assert [(one["code"], one["role"]) for one in found["institution_list"]] == [
        ("kp.mss", "actor"),
        ("kp.wpk", "authority"),
    ]
    assert [tuple(one.values()) for one in found["people_list"]] == [
        ("detained", 2, 3, False, ""),
        ("killed", 1000, 1000, True, ""),
        ("affected", None, None, False, "dozens"),
    ]


def test_an_open_number_is_told_as_one(copied: Program) -> None:
    copied.said(*ADD, "--people", "detained=500+", "--people", "killed=up to 3", "--people", "affected=dozens")
    assert "500 or more detained; up to 3 killed" in copied.out("list", "--columns", "people", "--text", "A new one")
    page = copied.out("show", "10")
    assert "detained: 500 or more\n" in page
    assert "killed: up to 3\n" in page
    assert "people: 500 or more detained; up to 3 killed; dozens affected\n" in copied.out("history", "10")


@pytest.mark.parametrize(
    ("words", "edtf", "said"),
    [
        (("--date", "late March 2016"), "2016-03-21/2016-03-31", "is understood as late Mar 2016"),
        (("--date", "last October", "--counted-from", "2016-05-02"), "2015-10", "is understood as Oct 2015"),
        (("--date", "undated"), None, "is understood as undated"),
        (("--date", "../2016"), "../2016", ""),
        ((), None, ""),
    ],
)
def test_add_shows_how_a_date_was_understood(copied: Program, words: tuple[str, ...], edtf: str, said: str) -> None:
    told = copied.said(*ADD, *words)
    assert said in told
    assert ("understood" in told) == bool(said)
    assert shown(copied, "10")["date"] == edtf


def test_add_with_a_passage(copied: Program) -> None:
    copied.said(
        *ADD,
        *("--report", "1", "--quote", "leaflets  lay at", "--attribution", "a guard", "--source-type", "resident"),
        *("--source-place", "Ryanggang", "--said-on", "2016-01-20", "--access", "direct", "--reliability", "B"),
        *("--date", "yesterday"),
    )
    found = shown(copied, "10")
    (told,) = found["evidence_list"]
    expected = {
        "quote": "leaflets lay at",
        "start_at": 21,
        "end_at": 36,
        "report_id": 1,
        "attribution": "a guard",
        "source": "source 1",
        "source_type": "resident",
        "source_place": "Ryanggang",
        "said_on": "2016-01-20",
        "access": "direct",
        "origin": "Radio Free Asia",
        "reliability": "B",
    }
    assert {name: told[name] for name in expected} == expected
    assert found["date"] == "2016-01-21"
    assert found["level"] == "single-source"


def test_add_with_a_citation(copied: Program) -> None:
    copied.said(*ADD, "--citation", "A book, p. 12", "--source-type", "expert", "--origin", "38 North")
    (told,) = shown(copied, "10")["evidence_list"]
    assert (told["citation"], told["quote"], told["report_id"]) == ("A book, p. 12", "", None)


def test_add_from_json(copied: Program) -> None:
    given = {"title": "Piped", "type": "체포", "when": "2016", "places": [{"place": "yanggang"}], "tags": ["x"]}
    copied.said("add", "-", "--note", "and an option", stdin=json.dumps(given))
    found = shown(copied, "10")
    assert (found["type"], found["date"], found["place_code"]) == ("arrest", "2016", "KP-10")
    assert found["note"] == "and an option"


def piped(evidence: str) -> str:
    return f'{{"title": "x", "type": "arrest", "evidence": [{evidence}]}}'


@pytest.mark.parametrize(
    ("words", "stdin", "code", "sentence"),
    [
        (("add",), None, 2, "needs at least a --title and a --type"),
        (("add", "--title", "x"), None, 2, "needs at least"),
        (("add", "--title", "x", "--type", "arest"), None, 4, "did you mean arrest"),
        ((*ADD, "--place", "Hyesann"), None, 4, "did you mean Hyesan"),
        ((*ADD, "--place", "Unsan"), None, 2, "give the code"),
        ((*ADD, "--date", "2016-02-30"), None, 6, "2016-02-30"),
        ((*ADD, "--date", "last October"), None, 6, "last October"),
        ((*ADD, "--date", "soon"), None, 6, "cannot be read as a date"),
        ((*ADD, "--date", "2016-03/2016-01"), None, 6, "2016-03/2016-01"),
        ((*ADD, "--people", "12"), None, 2, "GROUP=NUMBER"),
        ((*ADD, "--people", "deteined=2"), None, 4, "did you mean detained"),
        ((*ADD, "--people", "detained=3-2"), None, 2, "runs backwards"),
        ((*ADD, "--level", "confirmed"), None, 6, "needs a reason"),
        ((*ADD, "--quote", "leaflets"), None, 2, "--quote needs the --report"),
        ((*ADD, "--attribution", "someone"), None, 2, "evidence needs a --quote"),
        ((*ADD, "--report", "1", "--quote", "never said"), None, 5, "does not hold the words"),
        ((*ADD, "--report", "99", "--quote", "x"), None, 4, "there is no report 99"),
        (("add", "--title", "x" * 100, "--type", "arrest"), None, 6, "the title has 100 characters"),
        (("add", "-"), "", 6, "standard input is no incident"),
        (("add", "-"), "[]", 6, "standard input is no incident"),
        (("add", "-"), '{"titel": "x"}', 6, "'titel' is no field"),
        (("add", "-"), piped('{"citation": "c", "said_on": "someday"}'), 6, "said_on is 'someday', which is no date"),
        (
            ("add", "-"),
            piped('{"citation": "c", "claims": [{"field": "size", "value": "3"}]}'),
            6,
            "of a claim is 'size'",
        ),
        (
            ("add", "-"),
            piped('{"citation": "c", "claims": [{"field": "date", "value": "soon"}]}'),
            6,
            "'soon', which is",
        ),
        (
            ("add", "-"),
            piped('{"citation": "c", "claims": [{"field": "place", "value": "x", "start": 5, "end": 2}]}'),
            6,
            "a claim has both offsets or none",
        ),
        (("add", "-"), '{"title": 5, "type": "arrest"}', 6, "standard input is no incident"),
        (("add", "-"), "[" * 100_000, 6, "standard input is no incident"),
        (("edit", "99", "--title", "x"), None, 4, "there is no incident 99"),
        (("edit", "1"), None, 2, "name a field to change"),
        (("edit", "1", "--as", "anna", "--reason", "none"), None, 2, "name a field to change"),
        (("edit", "8", "--date", "last October"), None, 6, "add --counted-from"),
        (("edit", "1", "--date", "soon"), None, 6, "cannot be read as a date"),
        (("edit", "1", "--date", "last May", "--counted-from", "now"), None, 2, "--counted-from 'now' is no date"),
        (("edit", "1", "--report", "1", "--quote", "A guard told us that"), None, 5, "has these words already"),
        (("edit", "1", "--title", "x", "--revision", "7"), None, 5, "is at revision 1, not 7"),
        (("withdraw", "1", "99", "--reason", "x"), None, 4, "there is no incident 99"),
        (("withdraw", "9", "--reason", "x"), None, 5, "is withdrawn already: a mistake"),
        (("restore", "1"), None, 5, "is not withdrawn"),
        (("undo", "999"), None, 4, "there is no change 999"),
        (("undo",), None, 4, "tester has changed nothing"),
        (("review", "--accept", "99"), None, 4, "there is no proposal 99"),
        (("review", "--accept-all"), None, 2, "needs the number of a report"),
        (("review", "--accept", "1", "--list"), None, 2, "one at a time"),
    ],
)
def test_what_is_refused_changes_nothing(
    copied: Program, words: tuple[str, ...], stdin: str | None, code: int, sentence: str
) -> None:
    before = copied.out("history", "--format", "csv")
    said = copied.said(*words, code=code, stdin=stdin)
    assert sentence in said
    assert said.startswith("incidents: ")
    assert said.count("\n") == 1
    assert copied.out("history", "--format", "csv") == before


def test_edit(copied: Program) -> None:
    said = copied.said("edit", "1", "--date", "mid-January 2016", "--tag", "new", "--untag", "day", "--reason", "seen")
    assert "is understood as mid-Jan 2016" in said
    assert "1: date 1 Jan 2016 → mid-Jan 2016 (“mid-January 2016”), tags day → new (revision 2)" in said
    assert said.endswith("; undo: incidents undo\n")
    found = shown(copied, "1")
    assert (found["date"], found["tags"], found["revision"]) == ("2016-01-11/2016-01-20", "new", 2)
    assert {"field": "date", "who": "tester", "reason": "seen"} in found["decisions"]
    assert "  why: seen\n  date: 1 Jan 2016 → mid-Jan 2016 (“mid-January 2016”)\n" in copied.out("history", "1")


def test_edit_leaves_alone_what_is_not_named(copied: Program) -> None:
    before = shown(copied, "1")
    copied.said("edit", "1", "--note", "own")
    after = shown(copied, "1")
    assert {name for name in before if before[name] != after[name]} == {"note", "revision"}


def test_edit_of_nothing_writes_nothing(copied: Program) -> None:
    assert "1 is so already: nothing was changed\n" in copied.said("edit", "1", "--title", "The day one")
    assert len(copied.out("history", "1", "--format", "jsonl").splitlines()) == 1


def test_edit_clears_and_marks_as_reviewed(copied: Program) -> None:
    copied.said("edit", "2", "--clear", "places", "--clear", "date", "--clear", "tags", "--reviewed")
    found = shown(copied, "2")
    assert (found["places"], found["precision"], found["date"], found["tags"]) == (None, "unknown", None, None)
    assert (found["review"], found["reviewed_by"]) == ("reviewed", "tester")


def test_edit_adds_a_passage(copied: Program) -> None:
    copied.said("edit", "1", "--report", "3", "--quote", "A resident", "--stance", "contradicts")
    found = shown(copied, "1")
    assert [one["report_id"] for one in found["evidence_list"]] == [1, 2, 3]
    assert found["disputed"] is True


def test_withdraw_restore_undo(copied: Program) -> None:
    assert copied.said("withdraw", "1", "2", "--reason", "asked", "--yes") == (
        "withdrawn: 1 The day one\nwithdrawn: 2 The month one\n"
    )
    assert copied.said("list") == "6 incidents, 2 undated, 0 proposals wait\n"
    assert copied.said("restore", "1") == "restored: 1 The day one\n"
    restored = "restored incident 1 “The day one”: it is withdrawn again\n"
    assert copied.said("undo") == f"undone: change 17, {restored}"
    assert shown(copied, "1")["withdrawn"] is True
    copied.said("undo")
    assert shown(copied, "1")["withdrawn"] is False
    assert shown(copied, "2")["withdrawn"] is False


def test_edit_says_old_and_new_and_cuts_what_is_long(copied: Program) -> None:
    said = copied.said(
        "edit", "7", "--summary", "word " * 40, "--tag", "x", "--place", "Onchon", "--people", "killed=~3"
    )
    places, people, summary, tags = said.removeprefix("7: ").split(" (revision 2)")[0].split(", ")
    assert (places, people, tags) == ("places none → Onchon", "people none → about 3 killed", "tags bare → bare; x")
    assert summary.startswith("summary none → word word ")
    assert len(summary) < 70
    assert "places Onchon → none" in copied.said("edit", "7", "--clear", "places")


def test_undo_says_what_came_back(copied: Program) -> None:
    copied.said("edit", "1", "--title", "Another", "--place", "Onchon")
    said = copied.said("undo", "--dry-run")
    assert said.startswith("would be undone: change ")
    came = "edited incident 1 “The day one”: title Another → The day one; places Onchon → Samsu\n"
    assert copied.said("undo").endswith(came)
    assert shown(copied, "1")["title"] == "The day one"
    copied.said(*ADD)
    assert copied.said("undo").endswith("recorded incident 10 “A new one”: it is withdrawn, not deleted\n")


def test_undo_of_an_accepted_proposal(full_copied: Program) -> None:
    full_copied.said("review", "--accept", "1")
    assert "  accepted from: report 5, proposal 1\n" in full_copied.out("history", "10")
    made, waits = sorted(full_copied.said("undo").splitlines())
    assert made.endswith("”: it is withdrawn, not deleted")
    assert waits.endswith("”: it waits again")
    assert "accepted incident 10 “" in made
    assert "accepted proposal 1 “" in waits


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        (("--date", "last October"), "counted from 22 Jan 2016, the day of report 1\n"),
        (("--date", "last October", "--counted-from", "2020-05-02"), "counted from 2 May 2020\n"),
        (("--date", "mid-March 2016"), ""),
    ],
)
def test_the_day_that_words_are_counted_from(copied: Program, words: tuple[str, ...], counted: str) -> None:
    said = copied.said("edit", "1", *words)
    assert counted in said
    assert ("counted from" in said) == bool(counted)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (
            ("--type", "leaflet-graffiti", "--date", "2016-01", "--place", "Samsu"),
            "looks like 1: The day one (1 Jan 2016)",
        ),
        (("--type", "arrest", "--date", "2016-01", "--place", "Samsu"), ""),
        (("--type", "leaflet-graffiti", "--date", "2016-02", "--place", "Samsu"), ""),
        (("--type", "leaflet-graffiti", "--date", "2016-01", "--place", "Onchon"), ""),
        (("--type", "leaflet-graffiti", "--place", "Samsu"), ""),
        (("--type", "arrest", "--date", "2016-01-01", "--place", "Hyesan"), ""),
    ],
)
def test_add_names_what_it_looks_like(copied: Program, words: tuple[str, ...], hint: str) -> None:
    said = copied.said("add", "--title", "A new one", *words)
    assert hint in said
    assert ("looks like" in said) == bool(hint)
    assert shown(copied, "10")["title"] == "A new one"


@pytest.mark.parametrize(
    "words",
    [
        ADD,
        ("edit", "1", "--title", "Another"),
        ("withdraw", "1", "--reason", "x"),
        ("restore", "9"),
        ("undo", "--as", "stock"),
        ("undo", "5"),
    ],
    ids=" ".join,
)
def test_a_dry_run_writes_nothing(copied: Program, words: tuple[str, ...]) -> None:
    before = copied.out("history", "--format", "csv")
    assert "would be " in copied.said(*words, "--dry-run")
    assert copied.out("history", "--format", "csv") == before


def test_review(full_copied: Program) -> None:
    program = full_copied
    waiting = [json.loads(line) for line in program.out("review", "--list", "--format", "jsonl").splitlines()]
    assert program.said("review", "--list").startswith(f"{len(waiting)} proposals wait\n")
    first, second, third = waiting[:3]
    assert "would be accepted" in program.said("review", "--accept", str(first["id"]), "--dry-run")
    assert program.said("review", "--accept", str(first["id"])).startswith("accepted: ")
    assert program.said("review", "--reject", str(second["id"]), "--reason", "background").startswith("rejected: ")
    assert "was accepted already" in program.said("review", "--accept", str(first["id"]), code=5)
    report = str(third["report_id"])
    of_report = [one for one in waiting[2:] if one["report_id"] == third["report_id"]]
    assert program.said("review", report, "--accept-all").count("accepted: ") == len(of_report)
    left = [json.loads(line) for line in program.out("review", "--format", "jsonl").splitlines()]
    assert len(left) == len(waiting) - 2 - len(of_report)
    accepted = [json.loads(line) for line in program.out("list", "--by", "tester", "--format", "jsonl").splitlines()]
    assert {one["review"] for one in accepted} == {"reviewed"}


def test_who_writes(copied: Program) -> None:
    copied.said(*ADD, "--as", "berta")
    assert shown(copied, "10")["recorded_by"] == "berta"
    assert copied(*ADD, INCIDENTS_USER="").exit_code == 0
    assert shown(copied, "11")["recorded_by"] not in ("", "berta", "tester")


@pytest.mark.parametrize(
    ("held", "typed", "extent"),
    [
        ("until 31 Dec 2016", "until 31 Dec 2016", "throughout"),
        ("until 31 Dec 2016", "by 31 Dec 2016", "within"),
        ("until 31 Dec 2016", "../2016-12-31", "throughout"),
        ("from 23 Feb to 2 May 2016", "23 Feb–2 May 2016", "throughout"),
        ("from 23 Feb to 2 May 2016", "23 Feb–3 May 2016", "within"),
        ("23 Feb–2 May 2016", "from 23 Feb to 2 May 2016", "throughout"),
        ("since 10 Oct 2016", "2016-10-10/..", "throughout"),
        ("since 10 Oct 2016", "after 10 Oct 2016", "within"),
    ],
)
def test_a_date_typed_back_lasts_as_it_did(copied: Program, held: str, typed: str, extent: str) -> None:
    copied.said("edit", "1", "--date", held)
    copied.said("edit", "1", "--date", typed)
    assert shown(copied, "1")["extent"] == extent
