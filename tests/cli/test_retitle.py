"""Titles after `place resolve`: what the program made follows the place, what a person typed stays and is told."""

import json
from dataclasses import replace
from typing import Any

import pytest

from incidents.actions.retitle import followed
from incidents.actions.rework import revise
from incidents.actions.sheet import sheet
from tests.cli.conftest import Program

VILLAGE = "Police in Kimchaek shot a smuggler on Jan. 22. Residents of Hwangtori village protested on Jan. 25.\n"
TYPED = "Protest of the villagers, Kimchaek"
MADE = "Residents of Hwangtori village protested on Jan. 25, Kimchaek"
FOLLOWED = "Residents of Hwangtori village protested on Jan. 25"


@pytest.fixture
def read(copied: Program) -> Program:
    """A report of which the second proposal has its place from the first, and a village that is open."""
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=VILLAGE)
    return copied


def village(program: Program) -> dict[str, Any]:
    (row,) = json.loads(program.out("place", "unresolved", "--format", "json"))
    found: dict[str, Any] = row
    return found


def title(program: Program, number: str) -> str:
    return str(json.loads(program.out("show", number, "--format", "jsonl"))["title"])


def accepted(program: Program) -> str:
    program.said("review", "--accept", village(program)["proposals"])
    return str(village(program)["incidents"])


LEFT_ALONE = [
    ("Traders held at the market", "Kimchaek", "Hyesan"),
    ("Kimchaek traders held", "Kimchaek", "Hyesan"),
    ("Traders held, Kimchaek and Musan", "Kimchaek", "Hyesan"),
    ("Traders held, Hyesan", "", "Hyesan"),
    ("Traders held at the market of Unsan", "", "Unsan"),
    (f"{'Traders held ' * 7}, Ulan", "Ulan", "Ulaanbaatar"),
]


@pytest.mark.parametrize(("words", "was", "now"), LEFT_ALONE, ids=[one[0][:40] for one in LEFT_ALONE])
def test_titles_that_do_not_end_in_the_old_place_stay(words: str, was: str, now: str) -> None:
    assert followed(words, was, now, ()) == words


FOLLOWING = [
    ("Arrest, Kimchaek", "Kimchaek", "Hyesan", "Arrest, Hyesan"),
    ("Arrest, Kimchaek (2)", "Kimchaek", "Hyesan", "Arrest, Hyesan (2)"),
    ("Arrest, Kimchaek, 2025-02-04", "Kimchaek", "Hyesan", "Arrest, Hyesan, 2025-02-04"),
    ("Arrest at Hyesan station, Kimchaek", "Kimchaek", "Hyesan", "Arrest at Hyesan station"),
    ("Arrest in the border post, Kimchaek", "Kimchaek", "Hyesan", "Arrest in the border post"),
    ("Arrest, Kimchaek", "Kimchaek", "", "Arrest"),
    ("Arrest", "", "Hyesan", "Arrest, Hyesan"),
]


@pytest.mark.parametrize(("words", "was", "now", "then"), FOLLOWING, ids=[one[0] for one in FOLLOWING])
def test_the_place_at_the_end_is_another(words: str, was: str, now: str, then: str) -> None:
    assert followed(words, was, now, ("the border post",)) == then


def test_the_title_of_a_proposal_follows_and_is_taken_back(read: Program) -> None:
    number = village(read)["proposals"]
    said = read.said("place", "resolve", "Hwangtori", "Hyesan", "--dry-run")
    assert said.splitlines()[1] == f"the title of proposal {number} would follow: {FOLLOWED}"
    read.said("place", "resolve", "Hwangtori", "Hyesan")
    assert json.loads(read.out("review", "--show", number, "--format", "jsonl"))["title"] == FOLLOWED
    assert f"title: {MADE} → {FOLLOWED}" in " ".join(read.out("history", "--limit", "1").split())
    read.said("undo")
    assert json.loads(read.out("review", "--show", number, "--format", "jsonl"))["title"] == MADE


def test_the_title_of_a_record_follows_and_its_borrowed_place_goes(read: Program) -> None:
    number = accepted(read)
    assert title(read, number) == MADE
    said = read.said("place", "resolve", "Hwangtori", "Hyesan")
    assert said.splitlines()[1] == f"the title of incident {number} follows: {FOLLOWED}"
    shown = json.loads(read.out("show", number, "--format", "jsonl"))
    assert (shown["title"], [one["code"] for one in shown["place_list"]]) == (FOLLOWED, ["KP-10.hyesan"])
    assert shown["evidence_list"][0]["quote"].startswith("Residents of Hwangtori village")
    assert "settled a name of" in read.out("history", number)
    read.said("undo")
    assert title(read, number) == MADE


def test_a_title_that_was_typed_stays_and_is_told(read: Program) -> None:
    number = accepted(read)
    read.said("edit", number, "--title", TYPED)
    said = read.said("place", "resolve", "Hwangtori", "Hyesan")
    assert f"the title of incident {number} still says Kimchaek: incidents edit {number} --title" in said
    assert title(read, number) == TYPED
    read.said("undo")
    read.said("undo")
    read.said("place", "resolve", "Hwangtori", "Hyesan")
    assert title(read, number) == FOLLOWED


def test_a_title_that_was_typed_before_the_proposal_was_accepted_stays(read: Program) -> None:
    number = int(village(read)["proposals"])
    (waiting,) = [one for one in sheet(read.location, 5).proposals if one.id == number]
    revise(read.location, "tester", number, replace(waiting.proposal.incident, title=TYPED), seen=waiting.payload_sha)
    record = accepted(read)
    assert "still says Kimchaek" in read.said("place", "resolve", "Hwangtori", "Hyesan")
    assert title(read, record) == TYPED


def test_a_record_typed_by_hand_keeps_its_title(copied: Program) -> None:
    made = ("--title", "Traders held, South Pyongan", "--type", "arrest", "--place", "KP-02")
    copied.said("add", *made, "--open-place", "Unsan")
    number = village(copied)["incidents"]
    said = copied.said("place", "resolve", "Unsan", "KP-02.unsan")
    assert f"the title of incident {number} still says South Pyongan" in said
    assert title(copied, number) == "Traders held, South Pyongan"
