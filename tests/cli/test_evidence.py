"""`evidence add`, `drop`, `grade`, `show`: what rests on what, and what follows from it."""

import json
from typing import Any

import pytest

from incidents.output.columns import names
from incidents.output.listings import CLAIM, PASSAGE
from tests.cli.conftest import Program

ADD = ("evidence", "add", "2")
RFA = ("--report", "1", "--quote", "leaflets lay at")


def shown(program: Program, incident: str) -> Any:
    return json.loads(program.out("show", incident, "--format", "jsonl"))


def log(program: Program) -> str:
    return program.out("history", "--format", "csv")


def test_a_passage_is_found_and_level_and_days_follow(copied: Program) -> None:
    said = copied.said(*ADD, "--report", "1", "--quote", "leaflets\n lay  at", "--source-type", "resident")
    assert said == (
        "the report has it as “leaflets lay at”\n"
        "2: evidence 1 passage added (Radio Free Asia, “leaflets lay at”) (revision 2); undo: incidents undo\n"
        "2: level unverified → single-source; first reported none → 22 Jan 2016; last reported none → 22 Jan 2016\n"
    )
    found = shown(copied, "2")
    (told,) = found["evidence_list"]
    assert (told["start_at"], told["end_at"], told["quote"], told["source"]) == (21, 36, "leaflets lay at", "source 1")
    assert (found["level"], found["first_reported"], found["date"]) == ("single-source", "2016-01-22", "2015-10")


def test_several_sources_and_what_contradicts(copied: Program) -> None:
    copied.said(*ADD, *RFA, "--source-type", "resident")
    second = ("--report", "3", "--quote", "A resident says", "--source-type", "resident")
    assert "2: level single-source → corroborated; last reported" in copied.said(*ADD, *second)
    against = ("--report", "4", "--quote", "another denies it", "--source-type", "official", "--stance", "contradicts")
    assert "2: level corroborated → corroborated, disputed; last reported" in copied.said(*ADD, *against)
    assert "level       corroborated, disputed: 2 sources, 2 origins" in copied.out("show", "2")


def test_a_citation_with_and_without_a_report(copied: Program) -> None:
    copied.said(*ADD, "--citation", " A book, p. 12 ", "--source-type", "expert", "--origin", "38 North")
    copied.said(*ADD, "--citation", "its photo", "--report", "3", "--source-type", "imagery", "--access", "direct")
    book, photo = shown(copied, "2")["evidence_list"]
    assert (book["citation"], book["report_id"], book["origin"]) == ("A book, p. 12", None, "38 North")
    assert (photo["citation"], photo["report_id"], photo["origin"]) == ("its photo", 3, "Daily NK")
    assert (photo["start_at"], photo["quote"]) == (None, "")
    assert shown(copied, "2")["level"] == "confirmed"
    page = copied.out("show", "2")
    assert "[1] citation after 38 North\n    A book, p. 12\n" in page
    assert "[2] Daily NK, 2 Apr 2024 (report 3)\n    its photo\n" in page


def test_claims_stand_beside_the_values(copied: Program) -> None:
    claims = ("date=2 Jan 2016", "place=hyesan", "Place=Samsu", "people=detained=2", "status=occurred")
    said = copied.said(*ADD, *RFA, *(part for claim in claims for part in ("--claim", claim)))
    assert "the date 2 Jan 2016 stands beside the incident's own: incidents edit 2 --date 2016-01-02 takes it\n" in said
    assert "the place Samsu stands beside the incident's own: incidents edit 2 --place KP-10.samsu takes it\n" in said
    assert "the people detained: 2 stands beside" in said
    assert said.count("stands beside") == 3
    found = shown(copied, "2")
    assert (found["date"], found["places"]) == ("2015-10", "Hyesan; Hoeryong")
    (told,) = found["evidence_list"]
    assert [(one["field"], one["value"], one["followed"]) for one in told["claims"]] == [
        ("date", "2016-01-02", False),
        ("place", "KP-10.hyesan", True),
        ("place", "KP-10.samsu", False),
        ("people", "detained: 2", False),
        ("status", "occurred", True),
    ]
    page = copied.out("show", "2")
    assert "(2015-10, stated, “in words”) · claims differ\n" in page
    assert "place       Hyesan, Ryanggang, North Korea · claims differ\n" in page
    assert ["place", "Hyesan", "1", "followed"] in [line.split() for line in page.splitlines()]
    assert "type        order (control) · event · occurred\n" in page


def test_an_edit_lets_claims_of_another_value_stand_beside(copied: Program) -> None:
    said = copied.said("edit", "1", "--date", "2016-01-07", "--people", "affected=dozens of families")
    assert said.startswith("1: date 1 Jan 2016 → 7 Jan 2016, people 2–3 detained; ")
    assert "evidence" not in said
    page = copied.out("show", "1")
    assert "date        7 Jan 2016 (2016-01-07, stated, “2016-01-07”) · claims differ\n" in page
    assert ["date", "1", "Jan", "2016", "guard", "1"] in [line.split() for line in page.splitlines()]
    history = copied.out("history", "1")
    assert "evidence" not in history[history.index("tester: ") :]
    copied.said("edit", "1", "--date", "2016")
    lines = [line.split() for line in copied.out("show", "1").splitlines()]
    assert ["date", "2016", "As", "2", "followed"] in lines
    copied.said("undo")
    copied.said("undo")
    assert "claims differ" not in copied.out("show", "1").partition("place ")[0]


@pytest.mark.parametrize(
    ("claim", "followed"),
    [("detained=2-3", True), ("detained=2", False), ("affected=dozens of families", True), ("affected=dozens", False)],
)
def test_people_are_followed_in_words_or_figures(copied: Program, claim: str, followed: bool) -> None:  # noqa: FBT001  a table
    copied.said("evidence", "add", "1", "--report", "3", "--quote", "A resident", "--claim", f"people={claim}")
    assert shown(copied, "1")["evidence_list"][-1]["claims"][0]["followed"] is followed


@pytest.mark.parametrize("number", ["100+", "up to 3", "~2-3"])
def test_people_without_a_bound_are_followed_as_they_are_typed(copied: Program, number: str) -> None:
    copied.said("edit", "1", "--people", f"killed={number}")
    for claim, followed in ((number, True), ("100", False)):
        copied.said("evidence", "add", "1", "--citation", f"p. {claim}", "--claim", f"people=killed={claim}")
        assert shown(copied, "1")["evidence_list"][-1]["claims"][0]["followed"] is followed


def test_the_words_of_a_claim_are_found_in_the_passage(copied: Program) -> None:
    passage = ("--report", "1", "--quote", "leaflets lay at the station")
    copied.said(*ADD, *passage, "--claim", "people=affected=the station", "--claim", "date=yesterday")
    (told,) = shown(copied, "2")["evidence_list"]
    assert [(one["value"], one["words"]) for one in told["claims"]] == [
        ("affected: the station", None),
        ("2016-01-21", None),
    ]
    copied.said("evidence", "add", "5", "--report", "3", "--quote", "since mid-March", "--claim", "date=mid-March")
    assert shown(copied, "5")["evidence_list"][-1]["claims"][0]["words"] == "mid-March"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((*ADD,), 2, "evidence needs a --quote from its --report, or a --citation"),
        ((*ADD, "--report", "1"), 2, "evidence needs a --quote"),
        ((*ADD, "--report", "1", "--quote", "  "), 2, "evidence needs a --quote"),
        ((*ADD, "--quote", "leaflets"), 2, "--quote needs the --report"),
        ((*ADD, "--citation", " "), 2, "evidence needs a --quote"),
        ((*ADD, "--report", "99", "--quote", "x"), 4, "there is no report 99"),
        (("evidence", "add", "99", *RFA), 4, "there is no incident 99"),
        (
            (*ADD, "--report", "1", "--quote", "never said"),
            5,
            "does not hold the words “never said”: quote it as it is",
        ),
        (
            (*ADD, "--report", "1", "--quote", "leaflits lay at the statoin"),
            5,
            "quote it as it is written; very like it is “leaflets lay at the station”",
        ),
        (
            (*ADD, "--report", "1", "--quote", "at"),
            2,
            "these words stand in 3 places of report 1: --nth 1 takes “A guard told us that leaflets lay at the”, ",
        ),
        ((*ADD, "--report", "1", "--quote", "at", "--nth", "4"), 2, "holds these words 3 times: there is no --nth 4"),
        ((*ADD, *RFA, "--nth", "2"), 2, "holds these words once: there is no --nth 2"),
        (("evidence", "add", "1", "--report", "1", "--quote", "A guard told us that"), 5, "has these words already"),
        ((*ADD, *RFA, "--revision", "7"), 5, "incident 2 is at revision 1, not 7: it was changed since"),
        ((*ADD, *RFA, "--claim", "date"), 2, "--claim 'date': write FIELD=VALUE, with one of date, place"),
        ((*ADD, *RFA, "--claim", "size=3"), 2, "write FIELD=VALUE"),
        ((*ADD, *RFA, "--claim", "date=undated"), 6, "claims none"),
        ((*ADD, *RFA, "--claim", "date=Feb 30"), 6, "Feb 30"),
        ((*ADD, *RFA, "--claim", "place=Hyesann"), 4, "did you mean Hyesan"),
        ((*ADD, *RFA, "--claim", "institution=MSS"), 2, "give the code"),
        ((*ADD, *RFA, "--claim", "status=happened"), 6, "it is one of occurred"),
        ((*ADD, *RFA, "--said-on", "someday"), 2, "--said-on 'someday' is no date"),
        ((*ADD, *RFA, "--source-type", "residnt"), 4, "did you mean resident"),
        (("evidence", "drop", "1", "3"), 4, "incident 1 has no evidence 3; its evidence is numbered 1 to 2"),
        (("evidence", "drop", "1", "2-4"), 4, "incident 1 has no evidence 3, 4; its evidence is numbered 1 to 2"),
        (("evidence", "drop", "7", "1"), 4, "incident 7 has no evidence 1; it has none"),
        (("evidence", "drop", "1", ","), 4, "incident 1 has no evidence"),
        (("evidence", "drop", "1", "1", "--revision", "2"), 5, "is at revision 1, not 2"),
        (("evidence", "grade", "1", "1"), 2, "say what to change, such as --reliability B"),
        (("evidence", "grade", "1", "0", "--reliability", "B"), 4, "incident 1 has no evidence 0"),
        (("evidence", "grade", "1", "1", "--origin", "nobody at all"), 4, "there is no outlet"),
        (("evidence", "grade", "1", "1", "--stance", "supports", "--revision", "9"), 5, "is at revision 1, not 9"),
        (("evidence", "show", "8-10"), 4, "there is no incident 10"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_refused_changes_nothing(copied: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    before = log(copied)
    said = copied.said(*words, code=code)
    assert sentence in said
    assert said.startswith("incidents: ")
    assert said.count("\n") == 1
    assert log(copied) == before


def test_the_nth_place_is_taken(copied: Program) -> None:
    said = copied.said(*ADD, "--report", "1", "--quote", "at", "--nth", "2")
    assert "1 passage added" in said
    (told,) = shown(copied, "2")["evidence_list"]
    assert (told["start_at"], told["end_at"]) == (34, 36)


def test_add_and_edit_ask_for_the_place_too(copied: Program) -> None:
    new = ("add", "--title", "x", "--type", "arrest", "--report", "1", "--quote", "at")
    assert "these words stand in 3 places" in copied.said(*new, code=2)
    assert "recorded: 10" in copied.said(*new, "--nth", "1")
    assert "these words stand in 3 places" in copied.said("edit", "2", "--report", "1", "--quote", "at", code=2)


def test_drop_keeps_the_values_as_decisions(copied: Program) -> None:
    assert [one["field"] for one in shown(copied, "1")["decisions"]] == ["institution", "place"]
    said = copied.said("evidence", "drop", "1", "1-2", "--reason", "another station")
    assert "1: evidence 2 passages taken away (Radio Free Asia, “A guard told us that”; " in said
    assert "1: level single-source → unverified; first reported 20 Jan 2016 → none" in said
    found = shown(copied, "1")
    assert (found["evidence_list"], found["date"], found["level"]) == ([], "2016-01-01", "unverified")
    assert {"field": "date", "who": "tester", "reason": "another station"} in found["decisions"]
    assert "  why: another station\n" in copied.out("history", "1")
    copied.said("undo")
    again = shown(copied, "1")
    assert [one["quote"] for one in again["evidence_list"]] == ["A guard told us that", "As the radio says, l"]
    assert (again["level"], len(again["decisions"])) == ("single-source", 2)


def test_drop_by_uid_numbers_the_rest_anew(copied: Program) -> None:
    first, second = shown(copied, "1")["evidence_list"]
    copied.said("evidence", "drop", "1", first["uid"].upper())
    (left,) = shown(copied, "1")["evidence_list"]
    assert (left["uid"], left["position"]) == (second["uid"], 0)
    assert "[1] One Free Korea" in copied.out("evidence", "show", "1")


def test_grade(copied: Program) -> None:
    said = copied.said(
        *("evidence", "grade", "6", "1", "--reliability", "b", "--credibility", "2", "--access", "hearsay"),
        *("--stance", "contradicts", "--sensitive", "--said-on", "2025-02-04", "--source-place", "onchon"),
        *("--reason", "read again"),
        code=2,
    )
    assert "invalid value for '--reliability'" in said
    said = copied.said(
        *("evidence", "grade", "6", "1", "--reliability", "B", "--credibility", "2", "--access", "hearsay"),
        *("--stance", "contradicts", "--sensitive", "--said-on", "2025-02-04", "--source-place", "onchon"),
        *("--source-type", "resident", "--attribution", "a driver", "--origin", "Daily NK", "--source", "source 9"),
        *("--reason", "read again"),
    )
    assert "reliability F → B, said on none → 2025-02-04, sensitive no → yes" in said
    assert "6: level single-source, disputed → unverified; first reported 6 Feb 2025 → 4 Feb 2025\n" in said
    told, other = shown(copied, "6")["evidence_list"]
    expected = {
        "reliability": "B",
        "credibility": "2",
        "access": "hearsay",
        "stance": "contradicts",
        "sensitive": True,
        "said_on": "2025-02-04",
        "source_place": "Onchon",
        "source_type": "resident",
        "attribution": "a driver",
        "origin": "Daily NK",
        "source": "source 9",
    }
    assert {name: told[name] for name in expected} == expected
    assert (other["reliability"], other["sensitive"]) == ("F", False)
    copied.said(*("evidence grade 6 1-2 --not-sensitive --clear attribution --clear said-on").split())
    for one in shown(copied, "6")["evidence_list"]:
        assert (one["attribution"], one["said_on"], one["sensitive"]) == ("", None, False)
    copied.said("undo")
    copied.said("undo")
    assert shown(copied, "6")["level"] == "single-source"


def test_grade_of_nothing_new_writes_nothing(copied: Program) -> None:
    before = log(copied)
    assert copied.said("evidence", "grade", "1", "1", "--reliability", "F") == "1 is so already: nothing was changed\n"
    assert log(copied) == before


@pytest.mark.parametrize(
    "words",
    [(*ADD, *RFA), ("evidence", "drop", "1", "1"), ("evidence", "grade", "1", "1", "--reliability", "A")],
    ids=" ".join,
)
def test_a_dry_run_writes_nothing(copied: Program, words: tuple[str, ...]) -> None:
    before = log(copied)
    assert "would be changed: " in copied.said(*words, "--dry-run")
    assert log(copied) == before


def test_show(stocked: Program) -> None:
    page = stocked.out("evidence", "show", "1,7")
    assert page.startswith("1 · The day one\n\n[1] Radio Free Asia, 22 Jan 2016 (report 1)\n")
    uid = shown(stocked, "1")["evidence_list"][0]["uid"]
    assert f"    characters 0 to 20 of the text · uid {uid}\n" in page
    assert page.endswith("\n7 · The bare one\nno evidence\n")
    assert "[3]" not in page


def test_show_in_formats(stocked: Program) -> None:
    rows = [line.split("\t") for line in stocked.out("evidence", "show", "6,1,7", "--format", "tsv").splitlines()]
    assert rows[0] == list(names(PASSAGE))
    assert [(row[0], row[2]) for row in rows[1:]] == [("6", "1"), ("6", "2"), ("1", "1"), ("1", "2")]
    found = json.loads(stocked.out("evidence", "show", "6,1,7", "--format", "json"))
    assert [list(one) for one in found] == [[*names(PASSAGE), "claims"]] * 4
    assert [(one["incident_id"], one["number"]) for one in found] == [(6, 1), (6, 2), (1, 1), (1, 2)]
    assert list(found[2]["claims"][0]) == list(names(CLAIM))
    assert stocked.out("evidence", "show", "7", "--format", "json") == "[]\n"
    assert stocked.out("evidence", "show", "1", "--format", "md").startswith("| incident_id | incident_code | number ")
