"""`undo`: of every action, in steps and by number; what is refused as something was built on it; undo of an undo."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from incidents.actions.attach import attach
from incidents.actions.rework import revise, split, unite
from incidents.actions.sheet import sheet
from incidents.actions.take_passage import propose_passage
from incidents.model.change import canonical
from tests.cli.conftest import Program

Step = Callable[[Program], Any]


def said(*words: str) -> Step:
    return lambda program: program.said(*words)


def own(program: Program, report: int = 5) -> list[Any]:
    return list(sheet(program.location, report).proposals)


def revised(program: Program, title: str = "Said otherwise") -> None:
    first = own(program)[0]
    changed = replace(first.proposal.incident, title=title)
    revise(program.location, "tester", first.id, changed, seen=first.payload_sha)


def united(program: Program) -> None:
    first, *others = own(program)
    unite(program.location, "tester", first.id, [one.id for one in others[:2]])


def parted(program: Program) -> None:
    split(program.location, "tester", own(program)[0].id, [1])


def taken(program: Program) -> None:
    propose_passage(program.location, "tester", 5, 300, 420)


def attached(program: Program) -> None:
    attach(program.location, "tester", own(program)[0].id, "1")


def accepted(program: Program) -> None:
    program.said("review", "--accept", str(own(program)[0].id))


def read_before(program: Program) -> None:
    """A proposal as another program might have read it."""
    first = own(program)[0].id
    with closing(sqlite3.connect(program.path)) as connection:
        ((payload,),) = connection.execute("SELECT payload FROM proposal WHERE id = ?", (first,)).fetchall()
        plain = json.loads(payload)
        plain["incident"]["summary"] = "As it was read before"
        connection.execute("UPDATE proposal SET payload = ? WHERE id = ?", (canonical(plain), first))
        connection.commit()


def reread(program: Program) -> None:
    program.said("report", "reprocess", "5")


def both(*steps: Step) -> Step:
    def run(program: Program) -> None:
        for step in steps:
            step(program)

    return run


def withdrawn(program: Program) -> None:
    program.said("report", "withdraw", "5", "--reason", "x")


def accepted_with_institution(program: Program) -> None:
    every = (one for report in range(5, 19) for one in own(program, report))
    made = next(one for one in every if one.proposal.institutions)
    program.said("review", "--accept", str(made.id))


EVERY: dict[str, Step] = {
    "add": said("add", "--title", "x", "--type", "other"),
    "edit": said("edit", "1", "--title", "x", "--date", "2016", "--place", "Hyesan"),
    "tag": said("tag", "add", "border", "1", "2", "--yes"),
    "evidence": said("evidence", "add", "2", "--citation", "a book, p. 5"),
    "drop": said("evidence", "drop", "1", "2"),
    "grade": said("evidence", "grade", "1", "1", "--reliability", "B"),
    "link": said("link", "2", "1", "--relation", "follows"),
    "withdraw": said("withdraw", "1", "--reason", "x"),
    "restore": said("restore", "3"),
    "accept": accepted,
    "accept with an institution that is new": accepted_with_institution,
    "reject": said("review", "--reject-report", "5", "--reason", "x"),
    "revise": revised,
    "unite": united,
    "split": parted,
    "take": taken,
    "attach": attached,
    "mark": said("report", "mark", "5", "--state", "done", "--reject-rest", "--reason", "x"),
    "mark new": said("report", "mark", "1", "--state", "done"),
    "report edit": said("report", "edit", "3", "--published", "2024", "--outlet", "RFA", "--title", "x", "--note", "y"),
    "report link": said("report", "link", "2", "--quotes", "1", "--reprint-of", "RFA"),
    "report add": said("report", "add", "--title", "Radio", "--outlet", "RFA"),
    "report withdraw": withdrawn,
    "reprocess": reread,
}
"""Everything that can be done, each as the last thing done."""
PREPARED: dict[str, Step] = {"split": united, "reprocess": read_before}
_STATE = (
    "SELECT id, uid, title, state, reason, payload, incident_id FROM proposal ORDER BY id",
    "SELECT id, outlet_id, url, title, published, published_from, handling, state, note, withdrawn FROM report",
    "SELECT report_id, kind, other_id, outlet_id FROM report_relation ORDER BY 1, 2, 3, 4",
    "SELECT id, title, type, edtf, sort_from, level, level_explanation, first_reported, withdrawn FROM incident",
    "SELECT incident_id, position, quote, citation, origin_id, reliability, text_id FROM evidence ORDER BY 1, 2",
    "SELECT code, retired FROM institution WHERE origin = 'user'",
    "SELECT incident_id, tag FROM incident_tag ORDER BY 1, 2",
    "SELECT incident_id, kind, other_id FROM incident_relation ORDER BY 1, 2, 3",
    "SELECT incident_id, place_id, role FROM incident_place ORDER BY 1, 2, 3",
)


def held(program: Program) -> list[set[tuple[Any, ...]]]:
    """All that people see, but for what was made and taken back."""
    with closing(sqlite3.connect(program.path)) as connection:
        return [set(connection.execute(query).fetchall()) for query in _STATE]


def standing(rows: set[tuple[Any, ...]], before: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    """Without the rows of numbers that were not there before."""
    numbers = {row[0] for row in before}
    return {row for row in rows if row[0] in numbers}


@pytest.mark.parametrize("name", EVERY)
def test_everything_is_undone_and_done_again_and_undone_again(full_copied: Program, name: str) -> None:
    if name in PREPARED:
        PREPARED[name](full_copied)
    before = held(full_copied)
    EVERY[name](full_copied)
    after = held(full_copied)
    assert after != before
    first = full_copied.said("undo")
    assert "undone: change " in first
    back = held(full_copied)
    assert [standing(rows, old) for rows, old in zip(back, before, strict=True)] == before
    redone = json.loads(full_copied.out("history", "--format", "jsonl").splitlines()[-1])["sequence"]
    full_copied.said("undo", str(redone))
    assert held(full_copied) == after
    full_copied.said("undo")
    assert held(full_copied) == back


def test_what_was_made_is_left_but_stands_no_more(full_copied: Program) -> None:
    before = {one.id for one in own(full_copied)}
    taken(full_copied)
    full_copied.said("undo")
    (made,) = [one for one in own(full_copied) if one.id not in before]
    assert made.state == "superseded"
    full_copied.said("report", "add", "--title", "Radio")
    full_copied.said("undo")
    assert "1 withdrawn report" in full_copied.said("report", "list", "--withdrawn")


def sequence(program: Program) -> str:
    return str(json.loads(program.out("history", "--format", "jsonl").splitlines()[-1])["sequence"])


LATER: list[tuple[str, Step, Step, str]] = [
    (
        "an incident that was edited",
        said("add", "--title", "x", "--type", "other"),
        said("edit", "10", "--title", "y"),
        "title was changed since",
    ),
    (
        "a field that was edited again",
        said("edit", "1", "--title", "x"),
        said("edit", "1", "--title", "y"),
        "title was changed since",
    ),
    (
        "one whose evidence was graded",
        said("evidence", "add", "2", "--citation", "p. 5"),
        said("evidence", "grade", "2", "1", "--reliability", "B"),
        "evidence was changed since",
    ),
    ("one that was tagged", said("tag", "add", "a", "1"), said("tag", "add", "b", "1"), "tags was changed since"),
    (
        "one that another is linked to",
        said("add", "--title", "x", "--type", "other"),
        said("link", "1", "10", "--relation", "follows"),
        "incident 1 was linked to it since",
    ),
    (
        "one that was restored",
        said("withdraw", "1", "--reason", "x"),
        said("restore", "1"),
        "withdrawn was changed since",
    ),
    ("an acceptance whose record was edited", accepted, said("edit", "10", "--title", "y"), "title was changed since"),
    ("a rework that was accepted", revised, accepted, "was accepted since"),
    ("a rework that was reworked", revised, lambda program: revised(program, "Again"), "title was changed since"),
    (
        "a rework that was united",
        revised,
        lambda program: unite(program.location, "tester", own(program)[1].id, [own(program)[0].id]),
        "was superseded since",
    ),
    ("uniting that was split", united, parted, "evidence was changed since"),
    (
        "a passage that was accepted",
        taken,
        lambda program: program.said("review", "--accept-report", "5"),
        "was changed since",
    ),
    (
        "an attaching whose evidence was dropped",
        attached,
        said("evidence", "drop", "1", "1"),
        "evidence was changed since",
    ),
    ("a reading that was accepted", both(read_before, reread), accepted, "was accepted since"),
    (
        "a mark that a decision went over",
        said("report", "mark", "1", "--state", "done"),
        lambda program: program.said("report", "mark", "1", "--state", "new"),
        "state was changed since",
    ),
    (
        "a day that was corrected again",
        said("report", "edit", "1", "--published", "2015"),
        said("report", "edit", "1", "--published", "2016"),
        "published was changed since",
    ),
    (
        "a link that was dropped",
        said("report", "link", "2", "--quotes", "1"),
        said("report", "link", "2", "--quotes", "1", "--drop"),
        "relations was changed since",
    ),
    (
        "a report that was linked to",
        said("report", "add", "--title", "x"),
        said("report", "link", "1", "--quotes", "19"),
        "report 1 was linked to report 19 since",
    ),
    (
        "a report that an incident rests on",
        said("report", "add", "--title", "x"),
        said("add", "--title", "y", "--type", "other", "--report", "19", "--citation", "p. 1"),
        "incident 10 rests on report 19",
    ),
    (
        "a report that was corrected",
        said("report", "add", "--title", "x"),
        said("report", "edit", "19", "--title", "y"),
        "title was changed since",
    ),
    (
        "a report that was withdrawn",
        said("report", "add", "--title", "x"),
        said("report", "withdraw", "19", "--reason", "y"),
        "report 19 is withdrawn already",
    ),
    ("a withdrawal that was restored", withdrawn, said("report", "restore", "5"), "was changed since"),
]


@pytest.mark.parametrize(("name", "first", "later", "why"), LATER, ids=[row[0] for row in LATER])
def test_what_a_later_change_builds_on_is_refused(
    full_copied: Program, name: str, first: Step, later: Step, why: str
) -> None:
    first(full_copied)
    number = sequence(full_copied)
    later(full_copied)
    before, log = held(full_copied), sequence(full_copied)
    refused = full_copied.said("undo", number, code=5)
    assert why in refused, name
    assert refused.startswith("incidents: change ")
    assert refused.count("\n") == 1
    assert (held(full_copied), sequence(full_copied)) == (before, log)


def test_the_last_change_is_ones_own_and_anothers_only_by_number(full_copied: Program) -> None:
    full_copied.said("edit", "1", "--title", "Mine")
    full_copied.said("edit", "2", "--title", "Theirs", "--as", "han")
    theirs = sequence(full_copied)
    assert "edited incident 1" in full_copied.said("undo")
    assert "edited incident 2" in full_copied.said("undo", theirs)
    assert "was undone already" in full_copied.said("undo", theirs, code=5)


def test_plain_undo_goes_back_step_by_step(full_copied: Program) -> None:
    for title in ("One", "Two", "Three"):
        full_copied.said("edit", "1", "--title", title)
    titles = []
    for _ in range(3):
        full_copied.said("undo")
        (shown,) = json.loads(full_copied.out("show", "1", "--format", "json"))
        titles.append(shown["title"])
    assert titles == ["Two", "One", "The day one"]
    redo = sequence(full_copied)
    full_copied.said("undo", redo)
    assert "edited incident 1 “The day one”: title One → The day one" in full_copied.said("undo")


def test_an_institution_that_is_still_needed_does_not_stop_the_steps(full_copied: Program) -> None:
    """Two records need what the first made: its undo leaves the institution, and the next undo goes on."""
    made = [one for report in range(5, 19) for one in own(full_copied, report) if one.proposal.institutions]
    code = made[0].proposal.institutions[0].code
    full_copied.said("add", "--title", "Before", "--type", "other")
    full_copied.said("review", "--accept", str(made[0].id))
    full_copied.said("add", "--title", "Needs it", "--type", "other", "--institution", code, "--as", "han")
    full_copied.said("undo")
    assert "Before" in full_copied.said("undo")


# the history in words


def test_history_of_a_report_holds_its_proposals(full_copied: Program) -> None:
    revised(full_copied)
    full_copied.said(
        "report", "edit", "5", "--published", "2 May 2016", "--handling", "internal", "--reason", "as printed"
    )
    full_copied.said("report", "link", "5", "--quotes", "1")
    full_copied.said("report", "mark", "5", "--state", "nothing", "--reject-rest", "--reason", "old")
    shown = " ".join(full_copied.out("history", "--report", "5").split())
    assert "tester: revised proposal" in shown
    assert "→ Said otherwise" in shown
    assert "tester: edited report 5" in shown
    assert "handling: public → internal published: 22 Jan 2016 → 2 May 2016" in shown
    assert "relations: none → quotes report 1" in shown
    assert "rejected proposal" in shown
    kinds = {
        json.loads(line)["subject_kind"]
        for line in full_copied.out("history", "--report", "5", "--format", "jsonl").splitlines()
    }
    assert kinds == {"report", "proposal"}


def test_history_of_a_proposal_by_whom_and_since_when(full_copied: Program) -> None:
    first = str(own(full_copied)[0].id)
    full_copied.said("review", "--accept", first, "--as", "han")
    both = full_copied.out("history", "--proposal", first, "--format", "jsonl").splitlines()
    assert [json.loads(line)["action"] for line in both] == ["propose", "accept"]
    (one,) = full_copied.out("history", "--proposal", first, "--by", "han", "--format", "jsonl").splitlines()
    assert json.loads(one)["content"]
    assert full_copied.said("history", "--by", "nobody") == "no change\n"
    assert full_copied.said("history", "--since", "2999") == "no change\n"
    assert full_copied.out("history", "--since", "2020") == full_copied.out("history")
    assert "is no date" in full_copied.said("history", "--since", "soon", code=2)
    assert "there is no proposal 9999" in full_copied.said("history", "--proposal", "9999", code=4)
