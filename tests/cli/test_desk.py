"""The review screen on a real pseudo-terminal: every key, every size, and what is left when it ends in any way."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.cli.sitting import Sitting, sitting

FOOT = "a accept"


def stored(program: Program, number: int) -> dict[str, Any]:
    (found,) = json.loads(program.out("review", "--show", str(number), "--format", "json"))
    return dict(found)


def state(program: Program, number: int) -> str:
    return str(stored(program, number)["state"])


def desk(program: Program, **more: Any) -> AbstractContextManager[Sitting]:
    """The screen with the reports that have proposals."""
    listed = program.out("review", "--list", "--format", "jsonl").splitlines()
    return sitting(program, *dict.fromkeys(str(json.loads(one)["report_id"]) for one in listed), **more)


def begun(seat: Sitting) -> str:
    return seat.until("proposal 1 of", FOOT)


def first(program: Program) -> int:
    """The number of the first report with proposals."""
    return int(json.loads(program.out("review", "--list", "--limit", "1", "--format", "jsonl"))["report_id"])


def numbers(program: Program, report: int) -> list[int]:
    lines = program.out("review", str(report), "--list", "--format", "jsonl").splitlines()
    return [json.loads(line)["id"] for line in lines]


def test_the_first_screen_shows_report_and_proposal(full_copied: Program) -> None:
    number = numbers(full_copied, first(full_copied))[0]
    title = stored(full_copied, number)["title"]
    with desk(full_copied) as seat:
        shown = begun(seat)
        assert title[:60] in shown
        assert "Radio Free Asia · 22 Jan 2016 · Handwriting Hunt" in shown
        assert " wait " in shown
        assert "┃ State security agents" in shown
        seat.press("q")
        assert seat.end() == 0
        assert not seat.screen.alternate


def test_accept_moves_to_the_next_that_waits(full_copied: Program) -> None:
    one, two, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("a")
        seat.until("accepted: ", "proposal 2 of", "1✓ 2·")
        assert state(full_copied, one) == "accepted"
        seat.press("a")
        seat.until("proposal 3 of")
    assert [state(full_copied, n) for n in (one, two)] == ["accepted", "accepted"]


def test_reject_with_a_usual_reason_and_a_typed_one(full_copied: Program) -> None:
    one, two, three, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("r")
        seat.until("why is it rejected?", "1  background")
        seat.press("2")
        seat.until("rejected (no incident)", "proposal 2 of")
        seat.press("r")
        seat.until("why is it rejected?")
        seat.type("hearsay of hearsay")
        seat.press("Enter")
        seat.until("rejected (hearsay of hearsay)")
        seat.press("r")
        seat.until("why is it rejected?")
        seat.press("Enter")
        seat.until("rejected: ", "proposal 4 of")
    reasons = [stored(full_copied, n)["reason"] for n in (one, two, three)]
    assert reasons == ["no incident", "hearsay of hearsay", ""]


def test_reject_the_rest_goes_to_the_next_report(full_copied: Program) -> None:
    report = first(full_copied)
    one, *rest = numbers(full_copied, report)
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("a")
        seat.until("accepted: ")
        seat.press("R")
        seat.until(f"why are the {len(rest)} that wait")
        seat.press("1")
        seat.until("on to report 2 of", f"rejected (background): {len(rest)} proposals", "Onchon dinner")
    assert state(full_copied, one) == "accepted"
    assert {state(full_copied, n) for n in rest} == {"rejected"}


def test_edit_a_field_with_completion_and_undo(full_copied: Program) -> None:
    number = numbers(full_copied, first(full_copied))[0]
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("e")
        seat.until("edit which field?", "d  date")
        seat.press("d")
        seat.until("date:", "Enter takes it")
        seat.until("time place institution source act")
        seat.type("mid-March 2015")
        seat.until("is understood as mid-Mar 2015", "date: mid-March 2015")
        assert stored(full_copied, number)["date"] is None
        seat.press("Enter")
        seat.until("date: “mid-March 2015” is understood as mid-Mar 2015", FOOT)
        seat.press("e", "p")
        seat.until("place: Ryanggang")
        seat.type("musan")
        seat.press("Tab", "Enter")
        seat.until("place: Musan, North Hamgyong", without="Enter takes it")
        own = stored(full_copied, number)["proposal"]["incident"]
        assert own["when"]["edtf"] == "2015-03-11/2015-03-20"
        assert [link["place"] for link in own["places"]] == ["KP-09.musan"]
        seat.press("z")
        seat.until("undone: place edited")
        seat.press("z")
        seat.until("undone: date edited", "date        undated")
        seat.press("z")
        seat.until("nothing was done here yet")
    own = stored(full_copied, number)["proposal"]["incident"]
    assert own.get("when", {}).get("edtf") is None


def test_a_field_that_cannot_be_read_stays_open(full_copied: Program) -> None:
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("e", "y")
        seat.until("type: crackdown")
        seat.type("nonsense")
        seat.press("Enter")
        seat.until("! there is no type 'nonsense'")
        seat.until("type: nonsense")
        seat.press("Esc")
        seat.until("left as it was", FOOT)


def test_the_first_character_replaces_and_an_arrow_edits(full_copied: Program) -> None:
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("e", "y")
        seat.until("type: crackdown")
        seat.press("Right")
        seat.type("s")
        seat.until("type: crackdowns")
        seat.press("Esc")
        seat.until("left as it was")
        seat.press("e", "y")
        seat.until("type: crackdown")
        seat.type("arr")
        seat.until("type: arr", without="crackdownarr")
        seat.press("Ctrl-C")
        seat.until("left as it was")
        seat.press("a")
        seat.until("accepted: ")


def with_problem(program: Program) -> tuple[int, int]:
    """A report and the place in it of a proposal with a candidate."""
    for line in program.out("review", "--list", "--format", "jsonl").splitlines():
        one = json.loads(line)
        if any(p.get("candidates") for p in stored(program, one["id"])["proposal"].get("problems", ())):
            return one["report_id"], one["id"]
    raise AssertionError("no candidate anywhere")


def test_one_key_takes_a_candidate(full_copied: Program) -> None:
    report, number = with_problem(full_copied)
    at = numbers(full_copied, report).index(number)
    with sitting(full_copied, str(report)) as seat:
        begun(seat)
        seat.press(*["n"] * at)
        seat.until(f"proposal {at + 1} of", "? the place is that of the passages around it", "  1 ")
        seat.press("9")
        seat.until("no candidate has that number")
        seat.press("1")
        seat.until("place: confirmed", without="? the place is that of the passages around it")
    problems = stored(full_copied, number)["proposal"].get("problems", ())
    assert not any(problem["field"] == "place" for problem in problems)


def test_unite_and_split(full_copied: Program) -> None:
    one, two, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("u")
        seat.until("unite with which?", "2  ")
        seat.press("2")
        seat.until("united with: ", "2∪")
        assert state(full_copied, two) == "superseded"
        seat.press("s")
        seat.until("which passages leave", "1  [ ]")
        seat.press("2")
        seat.until("2  [x]")
        seat.press("Enter")
        seat.until("split: ", "proposal 1 of 7")
        seat.press("z")
        seat.until("undone: split", "proposal 1 of 6", "1· 2∪ 3·")
        seat.press("z")
        seat.until("undone: united", "proposal 1 of 6", "1· 2· 3·")
    assert {state(full_copied, n) for n in (one, two)} == {"waiting"}


def test_a_new_proposal_from_a_selected_passage(full_copied: Program) -> None:
    report = first(full_copied)
    before = numbers(full_copied, report)
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("v")
        seat.until("sentence", "start here")
        seat.press("s", "s", "Enter")
        seat.until("new proposal ", f"of {len(before) + 1}")
        (made,) = set(numbers(full_copied, report)) - set(before)
        told = stored(full_copied, made)["proposal"]["incident"]["evidence"]
        assert len(told) == 1
        assert told[0]["quote"].startswith("“People had been brought in")
        seat.press("a")
        seat.until("accepted: ", "proposal 1 of")
        assert state(full_copied, made) == "accepted"
        seat.press("v", "Esc")
        seat.until(FOOT)


def test_shifting_both_ends_of_a_selection(full_copied: Program) -> None:
    report = first(full_copied)
    before = numbers(full_copied, report)
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("v", "s", "v", "w", "w", "w", "o", "w", "Enter")
        seat.until("new proposal ")
    (made,) = set(numbers(full_copied, report)) - set(before)
    assert stored(full_copied, made)["proposal"]["incident"]["evidence"][0]["quote"] == "guard found"


def test_undo_leaves_alone_what_was_done_outside_the_screen(full_copied: Program) -> None:
    one, two, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        full_copied.said("review", "--accept", str(two))
        seat.press("e", "t", "Enter")
        seat.until("title: as it was")
        seat.press("z")
        seat.until("nothing was done here yet")
        seat.press("a")
        seat.until("accepted: ")
        full_copied.said("edit", "1", "--tag", "outside")
        seat.press("z")
        seat.until("undone: accepted")
    assert [state(full_copied, n) for n in (one, two)] == ["waiting", "accepted"]
    assert "outside" in full_copied.out("tag", "list")


def test_a_new_proposal_that_is_undone_is_not_there_any_more(full_copied: Program) -> None:
    before = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("v", "s", "s", "Enter")
        seat.until("new proposal ", f"of {len(before) + 1}")
        seat.press("z")
        seat.until("undone: new proposal", f"1 of {len(before)}", "0/6 decided", without="∪")


def test_a_number_that_is_no_incident_can_be_mended(full_copied: Program) -> None:
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("a")
        seat.until("accepted: 10 ")
        seat.press("t", "/")
        seat.until("number or code of the incident:", without="accepted: 10 ")
        seat.type("109")
        seat.press("Enter")
        seat.until("there is no incident 109", "number or code of the incident: 109")
        seat.press("\x7f", "Enter")
        seat.until("2/6 decided", without="number or code")


def test_a_report_without_a_text_says_what_can_be_done(copied: Program) -> None:
    copied.out("report", "add", "--title", "Interview with a trader")
    with sitting(copied, "5") as seat:
        seat.until("this report has no text", "No text, no proposals. incidents add --report 5", without="v makes")
        seat.press("x")
        seat.until("nothing in it")


def test_attach_by_digit_and_by_typed_number(full_copied: Program) -> None:
    one, two, three, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("n")
        seat.until("proposal 2 of")
        seat.press("a")
        text = seat.until("accepted: ")
        made = int(text.split("accepted: ")[1].split()[0])
        seat.press("t")
        seat.until("number or code of the incident")
        seat.press("/")
        seat.until("Enter takes it")
        seat.type(str(made))
        seat.press("Enter")
        seat.until(f"attached to incident {made}")
    assert stored(full_copied, three)["incident_id"] == made
    assert state(full_copied, one) == "waiting"
    assert state(full_copied, two) == "accepted"


def test_next_back_and_between_reports(full_copied: Program) -> None:
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("n")
        seat.until("proposal 2 of")
        seat.press("b")
        seat.until("proposal 1 of")
        seat.press("b")
        seat.until("this is the first one")
        seat.press("N")
        seat.until("report 2 of", "Onchon dinner")
        seat.press("b")
        seat.until("proposal 6 of 6", "Handwriting Hunt")
        seat.press("n")
        seat.until("Onchon dinner", "proposal 1 of")
        seat.press("B")
        seat.until("Handwriting Hunt")
        seat.press("B")
        seat.until("this is the first report")


def test_paging_help_marks_and_repaint(full_copied: Program) -> None:
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("End")
        seat.when(lambda text: "┃" not in text, "the end of the text")
        seat.press(".")
        seat.until("┃ State security agents")
        seat.press("Space")
        seat.until("People had been brought in")
        seat.press("PgUp", "Up")
        seat.until("Handwriting Hunt Follows Leaflet at North Korean Railway Stop")
        seat.press("?")
        seat.until("Deciding", "Accept the proposal")
        seat.press("PgDn", "PgDn", "PgDn", "PgDn", "PgDn")
        seat.until("Ctrl-L")
        seat.press("Esc")
        seat.until(FOOT)
        seat.until("time place institution source act")
        seat.press("m")
        seat.until("marks: brackets", "{time} [place] <institution>", "{before dawn on Jan. 1}")
        seat.press("m")
        seat.until("marks: none", without="{time}")
        before = seat.screen.text()
        seat.screen = type(seat.screen)(80, 24)
        seat.press("Ctrl-L")
        seat.when(lambda text: text == before, "the same screen again")


def test_nothing_in_it_only_where_nothing_waits(full_copied: Program) -> None:
    report = first(full_copied)
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("x")
        seat.until("6 of its proposals wait still: R rejects them all")
        seat.press("R", "1")
        seat.until("on to report 2 of", "rejected (background)")
    states = [json.loads(one) for one in full_copied.out("report", "list", "--format", "jsonl").splitlines()]
    assert next(one["state"] for one in states if one["id"] == report) == "nothing in it"


def test_a_report_without_proposals_can_be_closed(copied: Program, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Nothing at all is told in here, and nobody tells it.\n")
    copied.out("ingest", str(tmp_path / "quiet.txt"), "--outlet", "RFA", "--published", "2024-05-06")
    with sitting(copied, "5") as seat:
        seat.until("Nothing was proposed.", "Nothing at all is told")
        seat.press("a")
        seat.until("nothing was proposed here")
        seat.press("x")
        seat.until("nothing in it", without="nothing was proposed here")
        seat.press("q")
        assert seat.end() == 0


def test_where_nothing_was_proposed_the_text_has_the_room(copied: Program, tmp_path: Path) -> None:
    lines = "".join(f"Line {n} tells nothing at all.\n" for n in range(1, 40))
    (tmp_path / "quiet.txt").write_text(lines)
    copied.out("ingest", str(tmp_path / "quiet.txt"), "--outlet", "RFA", "--published", "2024-05-06")
    with sitting(copied, "5") as seat:
        seat.until("Nothing was proposed.", "Line 1 tells", "Line 15 tells")
        seat.press("q")
        assert seat.end() == 0


def editing(path: Path, script: str) -> dict[str, str]:
    """An editor that is a script of Python on the file named last."""
    editor = path / "editor"
    editor.write_text(f"#!/usr/bin/env python3\nimport sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{script}\n")
    editor.chmod(0o755)
    return {"VISUAL": str(editor), "EDITOR": str(editor)}


def test_all_fields_in_the_editor(full_copied: Program, tmp_path: Path) -> None:
    number = numbers(full_copied, first(full_copied))[0]
    script = "text = path.read_text()\npath.write_text(text.replace('crackdown', 'arrest'))"
    script += "\nassert text.startswith('# Proposal 1.') and 'which still waits then' in text"
    with desk(full_copied, environment=editing(tmp_path, script)) as seat:
        begun(seat)
        seat.press("E")
        seat.until("edited", "arrest · event", FOOT)
        seat.press("z")
        seat.until("undone: edited", "crackdown · event")
    assert stored(full_copied, number)["type"] == "crackdown"


def test_an_editor_that_fails_is_one_line(full_copied: Program, tmp_path: Path) -> None:
    with desk(full_copied, environment=editing(tmp_path, "sys.exit(3)")) as seat:
        begun(seat)
        seat.press("E")
        seat.until("! ", FOOT)
        seat.press("a")
        seat.until("accepted: ")


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda seat: seat.press("q"), 0),
        (lambda seat: seat.press("Ctrl-C"), 130),
        (lambda seat: seat.child.kill(signal.SIGTERM), 130),
        (lambda seat: seat.child.kill(signal.SIGHUP), 130),
        (lambda seat: seat.child.kill(signal.SIGKILL), -9),
    ],
)
def test_what_was_decided_is_there_however_it_ends(
    end: Callable[[Sitting], None], code: int, full_copied: Program
) -> None:
    one, two, three, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("a")
        seat.until("accepted: ")
        seat.press("r", "1")
        seat.until("rejected (background)")
        end(seat)
        assert seat.end() == code
        assert seat.screen.alternate == (code == -9)
    assert [state(full_copied, n) for n in (one, two, three)] == ["accepted", "rejected", "waiting"]
    assert "Traceback" not in seat.raw


def test_a_terminal_that_is_closed(full_copied: Program) -> None:
    number = numbers(full_copied, first(full_copied))[0]
    with desk(full_copied) as seat:
        begun(seat)
        seat.press("a")
        seat.until("accepted: ")
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, seat.child.child_fd)  # the terminal's own end is closed by this
        os.close(nowhere)
        seat.child.wait()
        assert (seat.child.exitstatus, seat.child.signalstatus) in ((130, None), (None, signal.SIGHUP))
    assert state(full_copied, number) == "accepted"


def test_without_colour_no_sequence_of_colour(full_copied: Program) -> None:
    with desk(full_copied, environment={"NO_COLOR": "1"}) as seat:
        begun(seat)
        seat.until("{time} [place] <institution> /source/ *act*", "*collecting", "[North Korea’s Yanggang province]")
        seat.press("e", "Esc", "v", "s", "Esc", "?", "Esc", "a")
        seat.until("accepted: ")
        assert seat.screen.colours == set()


def test_marks_are_told_apart_by_attributes_too(full_copied: Program) -> None:
    with desk(full_copied) as seat:
        begun(seat)
        seat.until("time place institution source act")
        words = ("time", "place", "institution", "source", "act")
        legend = [seat.screen.attributes_of(word)[0] for word in words]
        assert len(set(legend)) == len(words)
        assert seat.screen.colours <= set(range(30, 38)) | set(range(90, 98))


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40), (60, 15), (200, 60)])
def test_every_row_fits_the_screen(full_copied: Program, columns: int, lines: int) -> None:
    with desk(full_copied, columns=columns, lines=lines) as seat:
        begun(seat)
        shown = seat.until("a accept", "q quit").splitlines()
        assert len(shown) == lines
        assert ("│ date" in "\n".join(shown)) == (columns >= 110)
        seat.press("n")
        seat.until("proposal 2 of")


def test_a_window_that_is_too_small_and_one_that_grows(full_copied: Program) -> None:
    with desk(full_copied, columns=50, lines=12) as seat:
        seat.until("This needs a window of 60 × 15")
        seat.screen = type(seat.screen)(120, 40)
        seat.child.setwinsize(40, 120)
        begun(seat)
        seat.screen = type(seat.screen)(70, 20)
        seat.child.setwinsize(20, 70)
        begun(seat)


def test_keys_that_are_typed_ahead_are_taken_in_their_order(full_copied: Program) -> None:
    one, two, three, four, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        seat.press(
            "a", "r", "1", "e", "d", *"2015-03-03", "Enter", "a", "e", "y", *"arr", "Tab", "Enter", "r", "/", *"so"
        )
        seat.press("Enter", "q")
        assert seat.end() == 0
    found = [stored(full_copied, number) for number in (one, two, three, four)]
    assert [n["state"] for n in found] == ["accepted", "rejected", "accepted", "rejected"]
    assert [found[1]["reason"], found[2]["date"], found[3]["type"]] == ["background", "2015-03-03", "arrest"]
    assert found[3]["reason"] == "so"


def test_a_list_that_is_longer_than_the_screen_is_scrolled_to_its_ends(full_copied: Program) -> None:
    with desk(full_copied, columns=60, lines=15) as seat:
        begun(seat)
        seat.press("e")
        seat.until("edit which field?", "more rows: ↓")
        seat.press(*["Down"] * 20)
        seat.until("l  level", without="more rows")
        seat.press(*["Up"] * 14)
        seat.until("edit which field?")
        seat.press("l")
        seat.until("level:", "Enter takes it")


def test_a_bug_gives_the_terminal_back(full_copied: Program, tmp_path: Path) -> None:
    broken = "from incidents.cli.desk import facts\n\ndef broken(*_):\n    raise ValueError\n\nfacts.facts = broken\n"
    (tmp_path / "sitecustomize.py").write_text(broken)
    path = os.pathsep.join([str(tmp_path), str(Path.cwd())])
    with desk(full_copied, environment={"PYTHONPATH": path}) as seat:
        assert seat.end() == 70
        assert not seat.screen.alternate
        assert "this is a bug (ValueError)" in " ".join(seat.raw.split())
        assert "Traceback" not in seat.raw


def test_a_dumb_terminal_gets_the_list(full_copied: Program) -> None:
    with sitting(full_copied, environment={"TERM": "dumb"}) as seat:
        assert seat.end() == 0
        assert "cannot show the review screen" in seat.raw
        assert "report 1 ·" in seat.raw or "proposals wait" in seat.raw


def test_somebody_else_decides_meanwhile(full_copied: Program) -> None:
    one, two, *_ = numbers(full_copied, first(full_copied))
    with desk(full_copied) as seat:
        begun(seat)
        full_copied.out("review", "--accept", str(one), "--as", "berta")
        seat.press("a")
        seat.until("! ", "1✓")
        seat.press("n", "a")
        seat.until("accepted: ", "2✓")
    assert [stored(full_copied, n)["decided_by"] for n in (one, two)] == ["berta", "tester"]


def test_a_locked_database_is_one_line(full_copied: Program) -> None:
    number = numbers(full_copied, first(full_copied))[0]
    with desk(full_copied) as seat, closing(sqlite3.connect(full_copied.path, isolation_level=None)) as other:
        begun(seat)
        other.execute("BEGIN IMMEDIATE")
        seat.press("a")
        seat.until("one moment: ")
        seat.until("! Another program is writing")
        other.execute("ROLLBACK")
        seat.press("a")
        seat.until("accepted: ")
    assert state(full_copied, number) == "accepted"


def test_without_a_terminal_it_lists(full_copied: Program) -> None:
    assert "proposals wait" in full_copied.said("review")


def test_a_text_of_many_pages_and_one_line(copied: Program, tmp_path: Path) -> None:
    text = (
        "A trader was arrested in Hyesan on Feb. 4, a resident said.\n"
        + "혜산시 주민 word " * 60_000
        + "\n\nThe end of it."
    )
    (tmp_path / "long.txt").write_text(text)
    copied.out("ingest", str(tmp_path / "long.txt"), "--outlet", "RFA", "--published", "2025-02-06")
    with sitting(copied, "5") as seat:
        seat.until("A trader was arrested", FOOT)
        seat.press("End")
        seat.until("The end of it.")
        seat.press("PgUp")
        seat.until("혜산시 주민", without="The end of it.")
        seat.press("Home")
        seat.until("A trader was arrested")


def test_control_and_direction_characters_break_nothing(copied: Program, tmp_path: Path) -> None:
    odd = "\x1b[31m\x07 red\u202e turned\u200b e\u0301e\u0301 \u2066x 혜산\u3000done\n"
    text = f"A trader was arrested in Hyesan on Feb. 4.{odd}" + "And so it went on for a long time, they said.\n" * 40
    (tmp_path / "odd.txt").write_text(text)
    copied.out("ingest", str(tmp_path / "odd.txt"), "--outlet", "RFA", "--published", "2025-02-06")
    with sitting(copied, "5", environment={"NO_COLOR": "1"}) as seat:
        seat.until("A trader was arrested", "done", FOOT)
        assert "\u202e" not in seat.raw
        assert "\x07" not in seat.raw
        assert seat.screen.colours == set()


def test_a_waiting_screen_paints_nothing(full_copied: Program) -> None:
    with desk(full_copied) as seat:
        begun(seat)
        seat.until("time place institution source act")
        seat.press("n")
        seat.until("proposal 2 of")
        seat.press("b")
        seat.until("proposal 1 of")
        before = ""
        while before != seat.raw:
            before = seat.raw
            seat._read(0.5)
        for _ in range(4):
            seat._read(0.5)
        assert seat.raw == before


def test_listing_loads_no_screen(full: Program) -> None:
    code = (
        "import sys\nfrom incidents.cli.app import app\n"
        "app(['review', '--list', '--limit', '1'], standalone_mode=False)"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        env={**os.environ, **full.environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "incidents.cli.reviewing" in ran.stderr
    assert "prompt_toolkit" not in ran.stderr
