"""`report`: the queue and its states, recording by hand, correcting, linking, withdrawing, reading again."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from incidents.output.columns import names
from incidents.output.listings import REPORT, REPROCESSED
from incidents.output.width import width
from tests.cli.conftest import Program


def listed(program: Program, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in program.out("report", "list", "--format", "jsonl", *words).splitlines()]


def report(program: Program, number: int) -> dict[str, Any]:
    (found,) = json.loads(program.out("report", "show", str(number), "--format", "json"))
    return dict(found)


def proposals(program: Program, number: int) -> list[dict[str, Any]]:
    return list(report(program, number)["proposals"])


def state(program: Program, number: int) -> str:
    return str(report(program, number)["state"])


def numbers(program: Program, number: int) -> list[str]:
    return [str(one["id"]) for one in proposals(program, number)]


def sql(program: Program, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(program.path)) as connection:
        found = connection.execute(statement).fetchall()
        connection.commit()
    return found


def log(program: Program) -> list[tuple[Any, ...]]:
    return sql(program, "SELECT sequence, action, subject_kind FROM change ORDER BY id")


# the queue


def test_a_report_goes_from_new_over_in_review_to_done(full_copied: Program) -> None:
    own = numbers(full_copied, 5)
    assert state(full_copied, 5) == "new"
    full_copied.said("review", "--accept", own[0])
    assert state(full_copied, 5) == "in review"
    full_copied.said("review", "--reject-report", "5", "--reason", "old")
    assert state(full_copied, 5) == "done"
    full_copied.said("undo")
    assert state(full_copied, 5) == "in review"
    full_copied.said("undo")
    assert state(full_copied, 5) == "new"


def test_a_report_of_which_all_was_rejected_has_nothing_in_it(full_copied: Program) -> None:
    full_copied.said("review", "--reject-report", "5", "--reason", "old")
    assert state(full_copied, 5) == "nothing in it"


def test_the_list_ends_with_the_queue(full_copied: Program) -> None:
    waiting = sum(one["proposals_waiting"] for one in listed(full_copied))
    assert full_copied.said("report", "list") == f"18 reports: 18 new; {waiting} proposals wait\n"
    full_copied.said("review", "--reject-report", "5", "--reason", "old")
    full_copied.said("review", "--accept", numbers(full_copied, 6)[0])
    waiting = sum(one["proposals_waiting"] for one in listed(full_copied))
    queue = f"16 new, 1 in review, 1 nothing in it; {waiting} proposals wait\n"
    assert full_copied.said("report", "list") == f"18 reports: {queue}"
    assert full_copied.said("report", "list", "--state", "nothing") == f"1 of 18 reports; in all {queue}"
    assert full_copied.said("report", "list", "--limit", "2") == f"18 reports, the first 2 shown: {queue}"


def test_the_list_counts_what_was_decided(full_copied: Program) -> None:
    own = numbers(full_copied, 5)
    full_copied.said("review", "--accept", own[0], "--reject", f"{own[1]},{own[2]}", "--reason", "old")
    (found,) = [one for one in listed(full_copied) if one["id"] == 5]
    told = [found[f"proposals_{what}"] for what in ("waiting", "accepted", "rejected", "total")]
    assert told == [len(own) - 3, 1, 2, len(own)]
    (head, *_) = full_copied.out("report", "list").splitlines()
    assert head.split() == ["id", "published", "outlet", "title", "state", "wait", "acc", "rej"]


@pytest.mark.parametrize("typed", ["in review", "in-review", "IN_REVIEW", "review", "in"])
def test_a_state_in_any_spelling(full_copied: Program, typed: str) -> None:
    full_copied.said("review", "--accept", numbers(full_copied, 6)[0])
    assert [one["id"] for one in listed(full_copied, "--state", typed)] == [6]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--outlet", "RFA"), [1, 4, 5, 17, 18]),
        (("--since", "2016-02", "--until", "2016"), [2, 10]),
        (("--since", "2024-04", "--until", "2024-04"), [3, 7]),
        (("--until", "2015"), []),
        (("--text", "leaflets station"), [1, 2]),
        (("--text", "삐라"), [1]),
        (("--text", "???"), []),
        (("--sort", "-id", "--limit", "2"), [18, 17]),
        (("--sort", "published", "--limit", "1"), [1]),
        (("--sort", "-published", "--limit", "1"), [6]),
        (("--withdrawn",), []),
    ],
)
def test_filters_and_orders(full: Program, words: tuple[str, ...], expected: list[int]) -> None:
    assert [one["id"] for one in listed(full, *words)] == expected


def test_an_undated_report_is_the_last_in_either_order(full: Program) -> None:
    undated = [one["id"] for one in listed(full) if not one["published"]]
    for order in ("published", "-published"):
        assert [one["id"] for one in listed(full, "--sort", order)][-1:] == undated


@pytest.mark.parametrize("columns", [80, 120])
def test_the_list_keeps_the_width(full: Program, columns: int) -> None:
    shown = full("report", "list", COLUMNS=str(columns)).stdout
    assert all(width(line) <= columns for line in shown.splitlines())


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("list", "--state", "reopened"), 2, "no state of a report"),
        (("list", "--since", "2017", "--until", "2016"), 2, "--since 2017 is after --until 2016"),
        (("list", "--outlet", "Atlantis Times"), 4, "there is no outlet"),
        (("mark", "1", "--state", "in-review"), 2, "write done, nothing in it, new"),
        (("mark", "99", "--state", "done"), 4, "there is no report 99"),
        (("mark", "5", "--state", "done"), 5, "of its proposals wait"),
        (("mark", "1", "5", "--state", "nothing", "--yes"), 5, "of its proposals wait"),
        (("mark", "5", "--state", "done", "--reject-rest"), 2, "--reject-rest needs a --reason"),
        (("mark", "5", "--state", "new", "--reject-rest", "--reason", "x"), 2, "for a report that is done with"),
        (("add", "--outlet", "RFA"), 2, "at least a --title or a --url"),
        (("add", "--title", "A\nB"), 2, "one line"),
        (("add", "--title", "x", "--published", "Feb 30"), 6, "is no date"),
        (("add", "--title", "x", "--published", "yesterday"), 6, "is no date"),
        (("add", "--title", "x", "--outlet", "Radio Free Asiaa"), 4, "Radio Free Asia"),
        (("add", "--title", "x", "--text", "nowhere.txt"), 6, "nowhere.txt is not there"),
        (("edit", "1"), 2, "name what to correct"),
        (("edit", "99", "--title", "x"), 4, "there is no report 99"),
        (("edit", "1", "--published", "yesterday"), 6, "is no date"),
        (("edit", "1", "--title", "A\x1bB"), 2, "one line"),
        (("link", "1"), 2, "name the other report or outlet"),
        (("link", "1", "--quotes", "99"), 4, "there is no report 99"),
        (("link", "1", "--quotes", "Atlantis Times"), 4, "there is no outlet"),
        (("link", "1", "--quotes", "1"), 5, "cannot be linked to itself"),
        (("link", "1", "--quotes", "2", "--drop"), 4, "no such link"),
        (("withdraw", "99", "--reason", "x"), 4, "there is no report 99"),
        (("withdraw", "1"), 2, "--reason"),
        (("restore", "1"), 5, "report 1 is not withdrawn"),
        (("reprocess",), 2, "name reports, or give --all or --outdated"),
        (("reprocess", "1", "--all"), 2, "one of the three"),
        (("reprocess", "99"), 4, "there is no report 99"),
    ],
)
def test_what_is_refused_changes_nothing(
    full_copied: Program, words: tuple[str, ...], code: int, sentence: str
) -> None:
    before = log(full_copied)
    said = full_copied.said("report", *words, code=code)
    assert sentence in said
    assert said.count("\n") == 1
    assert log(full_copied) == before


def test_a_dry_run_of_every_verb_writes_nothing(full_copied: Program) -> None:
    before = log(full_copied)
    for words in (
        ("mark", "1", "--state", "done"),
        ("mark", "5", "--state", "done", "--reject-rest", "--reason", "x"),
        ("add", "--title", "x"),
        ("edit", "1", "--title", "x"),
        ("link", "2", "--quotes", "1"),
        ("withdraw", "1", "--reason", "x"),
        ("reprocess", "1"),
    ):
        assert "would be " in full_copied.said("report", *words, "--dry-run")
    assert log(full_copied) == before
    assert len(listed(full_copied)) == 18


# marking


def test_mark_of_reports_without_proposals_stays_until_one_is_decided(full_copied: Program) -> None:
    said = full_copied.said("report", "mark", "1-3", "--state", "nothing", "--reason", "read", "--yes")
    assert said.count("marked: report ") == 3
    assert [state(full_copied, number) for number in (1, 2, 3)] == ["nothing in it"] * 3
    assert "report 2 is nothing in it already\n" in full_copied.said("report", "mark", "2", "--state", "nothing")
    full_copied.said("report", "reprocess", "1")
    assert state(full_copied, 1) == "nothing in it"
    full_copied.said("report", "mark", "1", "--state", "new")
    assert state(full_copied, 1) == "new"


def test_mark_of_several_asks(full_copied: Program) -> None:
    words = ("report", "mark", "1-3", "--state", "nothing")
    asked = full_copied(*words, stdin="n\n")
    assert asked.exit_code == 130
    assert asked.stderr.startswith("3 reports would be marked: 1 “")
    assert {state(full_copied, number) for number in (1, 2, 3)} == {"new"}
    assert full_copied(*words, stdin="y\n").exit_code == 0
    assert {state(full_copied, number) for number in (1, 2, 3)} == {"nothing in it"}


def test_mark_rejects_the_rest_with_its_reason(full_copied: Program) -> None:
    own = numbers(full_copied, 5)
    full_copied.said("review", "--accept", own[0])
    words = ["report", "mark", "5", "--state", "done", "--reject-rest", "--reason", "told before"]
    assert f"report 5 in review → done, {len(own) - 1} proposals rejected" in full_copied.said(*words)
    assert {one["state"] for one in proposals(full_copied, 5)[1:]} == {"rejected"}
    assert {one["reason"] for one in proposals(full_copied, 5)[1:]} == {"told before"}
    full_copied.said("undo")
    assert [one["state"] for one in proposals(full_copied, 5)] == ["accepted"] + ["waiting"] * (len(own) - 1)
    assert state(full_copied, 5) == "in review"


# by hand


def test_a_report_without_a_text_is_read_by_every_command(copied: Program) -> None:
    words = ["--title", "Evening news", "--outlet", "rfa", "--published", "6 Feb 2025", "--note", "kept on tape"]
    said = copied.said("report", "add", *words, "--handling", "internal")
    assert said == "recorded: report 5 “Evening news”, without a text\n"
    own = report(copied, 5)
    known = ("outlet", "published", "handling", "note", "sha256", "chars", "text", "got_how", "state")
    assert [own[name] for name in known] == [
        *("Radio Free Asia", "2025-02-06", "internal", "kept on tape", None, None, "", "by hand", "new")
    ]
    assert "no text, internal" in copied.out("report", "show", "5")
    assert "5  6 Feb 2025" in copied.out("report", "list")
    assert [one["id"] for one in listed(copied, "--text", "evening")] == [5]
    assert copied.said("review", "5", "--list").startswith("0 proposals wait")
    assert "has no text" in copied.said("report", "reprocess", "5", code=6)
    copied.said("add", "--title", "Heard on air", "--type", "other", "--report", "5", "--citation", "minute 3")
    assert [one["id"] for one in report(copied, 5)["incident_list"]] == [10]
    (shown,) = json.loads(copied.out("show", "10", "--format", "json"))
    assert (shown["first_reported"], shown["origins"]) == ("2025-02-06", "Radio Free Asia")
    assert [(one["report_id"], one["citation"]) for one in shown["evidence_list"]] == [(5, "minute 3")]
    assert [(one["id"]) for one in listed(copied, "--state", "new") if one["incidents"]] == [1, 2, 3, 4, 5]
    assert copied.said("list", "--outlet", "RFA", "--text", "heard").startswith("1 of 9 incidents")
    assert "5" in copied.out("report", "show", "5", "--format", "csv")


def test_two_testimonies_of_one_report_without_a_text_are_one_source_unless_told_apart(copied: Program) -> None:
    copied.said("report", "add", "--title", "Interviews", "--outlet", "rfa", "--published", "2025")
    own = ["--report", "5", "--source-type", "resident"]
    copied.said("add", "--title", "A", "--type", "other", *own, "--citation", "p. 1")
    copied.said("evidence", "add", "10", *own, "--citation", "p. 2")
    (shown,) = json.loads(copied.out("show", "10", "--format", "json"))
    assert (shown["source_count"], shown["level"]) == (1, "single-source")
    copied.said("evidence", "add", "10", *own, "--citation", "p. 3", "--source", "source 2")
    (shown,) = json.loads(copied.out("show", "10", "--format", "json"))
    assert (shown["source_count"], shown["level"]) == (2, "multiple-source")


def test_a_report_by_hand_with_a_text_is_read(copied: Program, tmp_path: Path) -> None:
    text = "A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.\n"
    (tmp_path / "one.txt").write_text(text)
    words = ["--title", "A trader", "--outlet", "rfa", "--published", "2025-02-06", "--text", str(tmp_path / "one.txt")]
    assert "incidents review 5 --list" in copied.said("report", "add", *words)
    assert report(copied, 5)["text"] == text
    assert [one["date"] for one in proposals(copied, 5)] == ["2025-02-04"]
    assert "is report 5 already" in copied.said("report", "add", *words, code=5)
    piped = copied.said("report", "add", "--title", "Piped", "--text", "-", stdin=text.replace("Feb. 4", "Feb. 5"))
    assert "recorded: report 6" in piped
    (tmp_path / "two.txt").write_text("Two.")
    several = copied.said("report", "add", "--title", "x", "--text", str(tmp_path), code=6)
    assert f"holds 2 texts; `incidents ingest {tmp_path}`" in several


@pytest.mark.parametrize(
    "address",
    ["https://www.example.org/a/b", "http://example.org/a/b/", "HTTPS://EXAMPLE.ORG/a/b#x", "example.org/a/b"],
)
def test_one_address_is_one_report_unless_it_is_said(copied: Program, address: str) -> None:
    copied.said("report", "add", "--url", "https://example.org/a/b")
    assert "is the address of report 5 already" in copied.said("report", "add", "--url", address, code=5)
    copied.said("report", "add", "--url", "https://example.org/a/c")
    copied.said("report", "add", "--url", address, "--another")
    assert len(listed(copied)) == 7


def test_what_an_address_and_the_configuration_tell(
    copied: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".incidents.toml").write_text('[ingest]\noutlet = "Daily NK"\nhandling = "internal"\n')
    monkeypatch.chdir(tmp_path)
    copied.said("report", "add", "--url", "https://www.rfa.org/english/2025/02/06/traders")
    copied.said("report", "add", "--title", "An interview")
    copied.said("report", "add", "--title", "A broadcast", "--handling", "public")
    told = [(one["outlet"], one["published"], one["handling"]) for one in listed(copied)[-3:]]
    assert told == [("Radio Free Asia", "2025-02-06", "internal"), (None, None, "internal"), (None, None, "public")]


def test_the_day_in_an_address_is_the_publication_day(copied: Program) -> None:
    copied.said("report", "add", "--url", "https://example.org/2025/02/06/traders")
    assert report(copied, 5)["published"] == "2025-02-06"


# correcting


def test_edit_recomputes_what_follows(full_copied: Program) -> None:
    (before,) = json.loads(full_copied.out("show", "4", "--format", "json"))
    assert before["first_reported"] == "2016-01-22"
    said = full_copied.said("report", "edit", "1", "--published", "24 January 2016", "--reason", "as printed")
    assert "report 1: published 22 Jan 2016 → 24 Jan 2016\n" in said
    assert "levels and days of incidents 1, 4 computed anew" in said
    assert "incidents report reprocess 1 reads it again; see to the dates of incidents 1, 4" in said
    (after,) = json.loads(full_copied.out("show", "4", "--format", "json"))
    assert (after["first_reported"], after["revision"]) == ("2016-01-24", before["revision"])
    full_copied.said("undo")
    (again,) = json.loads(full_copied.out("show", "4", "--format", "json"))
    assert again == before


def test_edit_of_the_outlet_moves_the_origin_of_its_evidence(full_copied: Program) -> None:
    (before,) = json.loads(full_copied.out("show", "5", "--format", "json"))
    assert before["origins"] == "Daily NK"
    full_copied.said("report", "edit", "3", "--outlet", "Asiapress")
    (after,) = json.loads(full_copied.out("show", "5", "--format", "json"))
    assert after["origins"] == "Asiapress"
    assert "Asiapress" in after["level_explanation"]
    full_copied.said("undo")
    (again,) = json.loads(full_copied.out("show", "5", "--format", "json"))
    assert (again["origins"], again["level_explanation"]) == (before["origins"], before["level_explanation"])


def test_edit_leaves_the_origin_of_what_a_report_quotes(full_copied: Program) -> None:
    full_copied.said("report", "edit", "2", "--outlet", "Asiapress")
    (shown,) = json.loads(full_copied.out("show", "1", "--format", "json"))
    assert [one["origin"] for one in shown["evidence_list"]] == ["Radio Free Asia", "Radio Free Asia"]


def test_edit_empties_and_says_that_nothing_changed(full_copied: Program) -> None:
    full_copied.said("report", "edit", "1", "--published", "unknown", "--outlet", "", "--note", "mine")
    own = report(full_copied, 1)
    assert (own["published"], own["outlet"], own["note"]) == (None, None, "mine")
    assert "nothing was changed" in full_copied.said("report", "edit", "1", "--note", "mine")


def test_a_new_title_is_found(full_copied: Program) -> None:
    full_copied.said("report", "edit", "1", "--title", "Zanzibar")
    assert [one["id"] for one in listed(full_copied, "--text", "zanzibar")] == [1]
    assert [one["id"] for one in listed(full_copied, "--text", "leaflets guard")] == [1]


# links


def test_links_are_shown_on_both_sides_and_dropped(full_copied: Program) -> None:
    said = full_copied.said("report", "link", "2", "--quotes", "1", "--reprint-of", "Daily NK")
    assert said == "linked: report 2 quotes report 1; reprint of Daily NK\n"
    assert "quotes report 1 · Radio Free Asia" in full_copied.out("report", "show", "2")
    assert "quoted by report 2 · One Free Korea" in full_copied.out("report", "show", "1")
    own = report(full_copied, 2)["relations"]
    assert [(one["kind"], one["way"], one["report_id"], one["outlet"]) for one in own] == [
        ("quotes", "to", 1, "Radio Free Asia"),
        ("reprint-of", "to", None, "Daily NK"),
    ]
    assert "linked so already" in full_copied.said("report", "link", "2", "--quotes", "1", code=5)
    assert "both ways" in full_copied.said("report", "link", "1", "--quotes", "2", code=5)
    full_copied.said("report", "link", "2", "--quotes", "1", "--drop")
    assert [one["kind"] for one in report(full_copied, 2)["relations"]] == ["reprint-of"]
    full_copied.said("undo")
    full_copied.said("undo")
    assert report(full_copied, 2)["relations"] == []


# out of use


def test_withdraw_takes_the_support_away_and_restore_gives_it_back(full_copied: Program) -> None:
    own = len(numbers(full_copied, 5))
    full_copied.said("review", "--accept", numbers(full_copied, 5)[0])
    said = full_copied.said("report", "withdraw", "5", "--reason", "a forgery")
    assert said == f"withdrawn: report 5; {own - 1} proposals wait no more; it backs no more: incident 10\n"
    (shown,) = json.loads(full_copied.out("show", "10", "--format", "json"))
    assert (shown["level"], shown["level_explanation"]) == ("unverified", "no evidence")
    assert 5 not in [one["id"] for one in listed(full_copied)]
    assert [one["id"] for one in listed(full_copied, "--withdrawn")] == [5]
    assert "is withdrawn" in full_copied.said("report", "edit", "5", "--title", "x", code=5)
    assert "is withdrawn" in full_copied.said("report", "reprocess", "5", code=6)
    assert f"{own - 1} proposals wait again" in full_copied.said("report", "restore", "5", "--reason", "it is none")
    assert state(full_copied, 5) == "in review"
    (shown,) = json.loads(full_copied.out("show", "10", "--format", "json"))
    assert shown["level"] != "unverified"


# again


def changed(program: Program, number: int, statement: str) -> dict[str, Any]:
    """What a second reading says once a row was changed behind the back of the program."""
    sql(program, statement)
    (row,) = json.loads(program.out("report", "reprocess", str(number), "--format", "json"))
    assert tuple(row) == names(REPROCESSED)
    return dict(row)


def older(program: Program, proposal: str) -> str:
    """The payload of a proposal as another program might have read it: with another title."""
    ((payload,),) = sql(program, f"SELECT payload FROM proposal WHERE id = {proposal}")
    plain = json.loads(payload)
    plain["incident"]["title"] = "As it was read before"
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("'", "''")


def test_a_second_reading_of_the_same_changes_nothing(full_copied: Program) -> None:
    before = log(full_copied)
    rows = json.loads(full_copied.out("report", "reprocess", "--all", "--format", "json"))
    assert {row["result"] for row in rows} == {"same"}
    assert log(full_copied) == before


def test_a_waiting_proposal_follows_the_new_reading(full_copied: Program) -> None:
    first = numbers(full_copied, 5)[0]
    title = proposals(full_copied, 5)[0]["title"]
    row = changed(full_copied, 5, f"UPDATE proposal SET payload = '{older(full_copied, first)}' WHERE id = {first}")
    assert (row["result"], row["refreshed"], row["new"], row["gone"]) == ("changed", first, "", "")
    assert proposals(full_copied, 5)[0]["title"] == title
    full_copied.said("undo")
    assert proposals(full_copied, 5)[0]["title"] == "As it was read before"
    assert "As it was read before" in full_copied.out("history", "--proposal", first)


def test_what_is_not_found_any_more_waits_no_more_and_comes_back_when_found(full_copied: Program) -> None:
    first = numbers(full_copied, 5)[0]
    row = changed(full_copied, 5, f"UPDATE proposal SET fingerprint = 'x' WHERE id = {first}")
    assert row["gone"] == first
    assert len(row["new"].split("; ")) == 1
    gone = next(one for one in proposals(full_copied, 5) if str(one["id"]) == first)
    assert (gone["state"], gone["reason"]) == ("superseded", "a later reading does not find it any more")
    ((mark,),) = sql(full_copied, f"SELECT fingerprint FROM proposal WHERE id = {row['new']}")
    sql(full_copied, f"UPDATE proposal SET fingerprint = 'y' WHERE id = {row['new']}")
    again = changed(full_copied, 5, f"UPDATE proposal SET fingerprint = '{mark}' WHERE id = {first}")
    assert (again["new"], again["gone"]) == (first, row["new"])
    assert [one["state"] for one in proposals(full_copied, 5) if str(one["id"]) == first] == ["waiting"]


@pytest.mark.parametrize("deciding", ["--accept", "--reject"])
def test_what_was_decided_stays_and_is_not_proposed_again(full_copied: Program, deciding: str) -> None:
    first, *rest = numbers(full_copied, 5)
    full_copied.said("review", deciding, first, "--reason", "x")
    decided = next(one for one in proposals(full_copied, 5) if str(one["id"]) == first)
    row = changed(full_copied, 5, f"UPDATE proposal SET fingerprint = 'x' WHERE id = {first}")
    assert (row["new"], row["gone"], row["withheld"], row["kept"]) == ("", "", 1, len(rest) + 1)
    assert next(one for one in proposals(full_copied, 5) if str(one["id"]) == first) == decided


def test_what_a_person_has_reworked_stays(full_copied: Program) -> None:
    from incidents.actions.rework import revise  # noqa: PLC0415  as the review screen does
    from incidents.actions.sheet import sheet  # noqa: PLC0415

    first = sheet(full_copied.location, 5).proposals[0]
    own = first.proposal.incident
    from dataclasses import replace  # noqa: PLC0415

    revise(full_copied.location, "tester", first.id, replace(own, title="Said otherwise"), seen=first.payload_sha)
    assert state(full_copied, 5) == "in review"
    row = changed(full_copied, 5, "SELECT 1")
    assert row["result"] == "same"
    assert proposals(full_copied, 5)[0]["title"] == "Said otherwise"
    full_copied.said("undo")
    assert state(full_copied, 5) == "new"


def test_outdated_ones_are_those_that_another_program_has_read(full_copied: Program) -> None:
    assert "every report was read" not in full_copied.said("report", "reprocess", "--outdated")
    assert "every report was read" in full_copied.said("report", "reprocess", "--outdated")
    sql(full_copied, "UPDATE text_reading SET seeds_version = 'old' WHERE text_id = 5")
    sql(full_copied, "DELETE FROM text_reading WHERE text_id = 6")
    rows = json.loads(full_copied.out("report", "reprocess", "--outdated", "--dry-run", "--format", "json"))
    assert [row["report_id"] for row in rows] == [5, 6]
    rows = json.loads(full_copied.out("report", "reprocess", "--outdated", "--format", "json"))
    assert [row["report_id"] for row in rows] == [5, 6]
    assert full_copied.out("report", "reprocess", "--outdated", "--format", "json").strip() == "[]"


@pytest.mark.parametrize(
    "words",
    [
        ("place", "alias", "add", "Hyesan", "Hyesanjin"),
        ("place", "add", "Sangri", "--kind", "ri", "--under", "Samsu"),
        ("place", "merge", "Samsu", "Kapsan", "--yes"),
        ("place", "move", "Onchon", "--under", "KP-02"),
        ("institution", "rename", "kp.mss", "State Protection Ministry"),
    ],
)
def test_what_is_called_otherwise_is_outdated_until_it_is_taken_back(
    full_copied: Program, words: tuple[str, ...]
) -> None:
    full_copied.said("report", "reprocess", "--all")
    nothing = "every report was read with this program and these seeds"
    assert nothing in full_copied.said("report", "reprocess", "--outdated")
    full_copied.said(*words)
    assert len(
        json.loads(full_copied.out("report", "reprocess", "--outdated", "--dry-run", "--format", "json"))
    ) == len(json.loads(full_copied.out("report", "list", "--format", "json")))
    full_copied.said("undo")
    assert nothing in full_copied.said("report", "reprocess", "--outdated")
    full_copied.said(*words)
    full_copied.said("report", "reprocess", "--outdated")
    assert nothing in full_copied.said("report", "reprocess", "--outdated")


def test_an_institution_that_a_record_brought_outdates_nothing(full_copied: Program) -> None:
    made = "SELECT count(*) FROM institution WHERE origin = 'user'"
    before = sql(full_copied, made)
    full_copied.said("report", "reprocess", "--all")
    for row in json.loads(full_copied.out("review", "--list", "--format", "json")):
        full_copied("review", "--accept", str(row["id"]))
    assert sql(full_copied, made) != before
    assert "every report was read" in full_copied.said("report", "reprocess", "--outdated")


def test_a_corrected_day_is_counted_from(full_copied: Program) -> None:
    undated = next(one["id"] for one in listed(full_copied) if not one["published"])
    full_copied.said("report", "edit", str(undated), "--published", "2014-05-20")
    (row,) = json.loads(full_copied.out("report", "reprocess", str(undated), "--format", "json"))
    assert row["refreshed"]
    dates = {str(one["id"]): one["date"] for one in proposals(full_copied, undated)}
    assert dates[row["refreshed"].split("; ")[0]] == "2014-05-17"


def test_bytes_and_texts_are_never_touched(full_copied: Program) -> None:
    query = "SELECT id, report_id, sha256, text, data FROM report_text ORDER BY id"
    before = sql(full_copied, query)
    full_copied.said("report", "edit", "5", "--published", "2016", "--title", "Other")
    full_copied.said("report", "reprocess", "--all")
    assert sql(full_copied, query) == before


def test_the_columns_of_the_list_are_those_of_the_docs(full: Program) -> None:
    assert tuple(listed(full)[0]) == names(REPORT)
