"""`link`: how incidents stand to one another, told of both, taken back, and refused where it makes no sense."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Program


def relations(program: Program, incident: str) -> list[tuple[Any, ...]]:
    found = json.loads(program.out("show", incident, "--format", "jsonl"))["relations"]
    assert all(list(one) == ["kind", "id", "code", "title", "direction", "withdrawn"] for one in found)
    return [(one["kind"], one["id"], one["direction"]) for one in found]


def log(program: Program) -> str:
    return program.out("history", "--format", "csv")


@pytest.mark.parametrize(
    ("typed", "kind", "told", "back"),
    [
        ("part-of", "part-of", "part of 1 · The day one", "has the part 2 · The month one"),
        ("Part of", "part-of", "part of 1 · The day one", "has the part 2 · The month one"),
        ("duplicate of", "duplicate-of", "duplicate of 1 · The day one", "has the duplicate 2 · The month one"),
        ("FOLLOWS", "follows", "follows 1 · The day one", "followed by 2 · The month one"),
        ("related", "related", "related to 1 · The day one", "related to 2 · The month one"),
        ("관련", "related", "related to 1 · The day one", "related to 2 · The month one"),
    ],
)
def test_both_ends_tell_it(copied: Program, typed: str, kind: str, told: str, back: str) -> None:
    said = copied.said("link", "2", "1", "--relation", typed, "--reason", "seen")
    assert said.startswith(f"2: {told} (revision 2); undo: incidents undo\n")
    assert relations(copied, "2") == [(kind, 1, "to")]
    assert relations(copied, "1") == [(kind, 2, "from")]
    assert f"related     {told}\n" in copied.out("show", "2")
    assert f"related     {back}\n" in copied.out("show", "1")
    history = copied.out("history", "2")
    assert f"  why: seen\n  relations: none → {told.partition(' ·')[0]}\n" in history
    copied.said("undo")
    assert relations(copied, "2") == relations(copied, "1") == []


def test_several_become_parts_of_a_series_in_one_step(copied: Program) -> None:
    words = ("link", "4-6", "7", "--relation", "part-of", "--series")
    asked = copied.said(*words, stdin="y\n")
    assert asked.startswith("3 incidents would be linked: 4 “The open-start one”, 5 “The open-end one” and 6 “")
    assert json.loads(copied.out("show", "7", "--format", "jsonl"))["kind"] == "series"
    assert relations(copied, "7") == [("part-of", number, "from") for number in (4, 5, 6)]
    copied.said("undo")
    assert relations(copied, "7") == []
    assert json.loads(copied.out("show", "7", "--format", "jsonl"))["kind"] == "event"


def test_the_other_one_becomes_a_series_only_if_it_is_said(copied: Program) -> None:
    said = copied.said("link", "4", "7", "--relation", "part-of")
    assert said.endswith("7 is of the kind event, and counted itself: --series makes it a series\n")
    assert json.loads(copied.out("show", "7", "--format", "jsonl"))["kind"] == "event"
    assert json.loads(copied.out("history", "7", "--format", "json"))[-1]["action"] == "add"


def test_drop(copied: Program) -> None:
    for words in (
        ("2", "1", "--relation", "follows"),
        ("2", "1", "--relation", "related"),
        ("2", "3", "--relation", "follows"),
    ):
        copied.said("link", *words)
    assert copied.said("link", "2", "1", "--relation", "follows", "--drop").startswith(
        "2: no longer follows 1 · The day"
    )
    assert relations(copied, "2") == [("follows", 3, "to"), ("related", 1, "to")]
    assert copied.said("link", "1", "2", "--drop").startswith("1: no longer related to 2 · The month one")
    assert relations(copied, "2") == [("follows", 3, "to")]
    copied.said("undo")
    assert relations(copied, "1") == [("related", 2, "from")]
    copied.said("link", "2", "3", "--drop")
    assert relations(copied, "3") == []


def test_an_end_that_is_withdrawn_is_told(copied: Program) -> None:
    copied.said("link", "2", "1", "--relation", "duplicate-of")
    copied.said("withdraw", "2", "--reason", "twice")
    assert "related     has the duplicate 2 · The month one (withdrawn)\n" in copied.out("show", "1")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("1", "2"), 2, "say how they stand: --relation, with one of duplicate-of, part-of, follows, related"),
        (("1", "2", "--as", "part-of"), 2, "--as is who writes, not “part-of”"),
        (("1", "2", "--relation", "folows"), 4, "did you mean follows?"),
        (("1", "1", "--relation", "related"), 5, "incident 1 cannot stand in a relation to itself"),
        (("4,2", "2", "--relation", "related", "--yes"), 5, "incident 2 cannot stand in a relation to itself"),
        (("3", "2", "--relation", "part-of"), 5, "“3 part-of 2” stands already"),
        (("1", "2", "--relation", "related"), 5, "“1 related 2” stands already"),
        (("2", "3", "--relation", "part-of"), 5, "“3 part-of 2” stands already, straight or by others: that makes a"),
        (("1", "9", "--relation", "related"), 5, "incident 9 is withdrawn: `incidents restore 9` brings it back"),
        (("9", "1", "--relation", "related"), 5, "incident 9 is withdrawn"),
        (("1", "99", "--relation", "related"), 4, "there is no incident 99"),
        (("1,99", "2", "--relation", "related", "--yes"), 4, "there is no incident 99"),
        (("1", "2", "--relation", "follows", "--series"), 2, "--series goes with --relation part-of"),
        (("1", "2", "--drop", "--series"), 2, "--series goes with --relation part-of"),
        (
            ("1", "3", "--drop"),
            4,
            "incident 1 stands in no relation to 3; incidents show 1 tells how it stands to others",
        ),
        (("3", "2", "--drop", "--relation", "follows"), 4, "incident 3 stands in no relation “follows” to 2"),
        (
            ("2", "3", "--drop"),
            4,
            "incident 2 stands in no relation to 3; the other way round it does: incidents link 3 2 --drop",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_refused_changes_nothing(copied: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    copied.said("link", "3", "2", "--relation", "part-of")
    copied.said("link", "2", "1", "--relation", "related")
    before = log(copied)
    said = copied.said("link", *words, code=code)
    assert sentence in said
    assert said.count("\n") == 1
    assert log(copied) == before


def test_a_dry_run_writes_nothing(copied: Program) -> None:
    copied.said("link", "3", "2", "--relation", "part-of")
    before = log(copied)
    told = copied.said("link", "4-5", "2", "--relation", "part-of", "--series", "--dry-run")
    assert told == "would be changed: 4: part of 2 · The month one\nwould be changed: 5: part of 2 · The month one\n"
    assert "would be changed: 3: no longer part of 2" in copied.said(
        "link", "3", "2", "--drop", "--relation", "part-of", "--dry-run"
    )
    assert log(copied) == before
