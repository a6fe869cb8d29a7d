"""`tag list`, `add`, `drop`, `rename`."""

import json

import pytest

from tests.cli.conftest import Program


def tags(program: Program, incident: str) -> str:
    return json.loads(program.out("show", incident, "--format", "jsonl"))["tags"] or ""


def counts(program: Program) -> dict[str, tuple[int, int]]:
    rows = json.loads(program.out("tag", "list", "--format", "json"))
    assert all(list(row) == ["tag", "incidents", "withdrawn"] for row in rows)
    return {row["tag"]: (row["incidents"], row["withdrawn"]) for row in rows}


def log(program: Program) -> str:
    return program.out("history", "--format", "csv")


def test_list_counts_standing_and_withdrawn_ones_apart(copied: Program) -> None:
    copied.said("tag", "add", "gone", "1-3", "--yes")
    found = counts(copied)
    assert found["gone"] == (3, 1)
    assert found["day"] == (1, 0)
    assert list(found) == sorted(found)
    assert copied.said("tag", "list") == "9 tags\n"
    assert "gone                3          1\n" in copied.out("tag", "list")
    assert copied.out("tag", "list", "--format", "md").startswith("| tag | incidents | withdrawn |\n")


def test_add_asks_and_leaves_alone_what_has_it(copied: Program) -> None:
    asked = copied.said("tag", "add", " new   year ", "1-2", stdin="y\n")
    assert asked.startswith("2 incidents would be tagged: 1 “The day one” and 2 “The month one”\nGo on? [y/N] \n")
    assert "1: tags day → day; new year (revision 2)\n2: tags month → month; new year (revision 2)\n2 inc" in asked
    said = copied.said("tag", "add", "new year", "2,3", "--yes")
    assert (
        "2 is so already: nothing was changed\n3: tags third → new year; third (revision 2)\n1 incident changed" in said
    )
    assert copied.out("list", "--tag", "new year", "--format", "jsonl").count("\n") == 3
    copied.said("undo")
    copied.said("undo")
    assert "new year" not in counts(copied)


def test_drop(copied: Program) -> None:
    assert copied.said("tag", "drop", "day", "1") == "1: tags day → none (revision 2); undo: incidents undo\n"
    copied.said("undo")
    assert copied.said("tag", "drop", "day", "2") == "2 is so already: nothing was changed\n"
    assert tags(copied, "1") == "day"


def test_rename_takes_withdrawn_ones_too_and_joins(copied: Program) -> None:
    copied.said("tag", "rename", "gone", "day")
    assert counts(copied)["day"] == (1, 1)
    assert "gone" not in counts(copied)
    assert "2 incidents would be changed" in copied.said("tag", "rename", "day", "month", stdin="n\n", code=130)
    copied.said("tag", "rename", "day", "month", "--yes")
    assert counts(copied)["month"] == (2, 1)
    copied.said("undo")
    assert counts(copied)["day"] == (1, 1)


def test_a_tag_with_odd_spaces_can_be_mended(copied: Program) -> None:
    copied.said("edit", "1", "--tag", "two  words")
    copied.said("tag", "rename", "two  words", "two  words")
    assert tags(copied, "1") == "day; two words"
    copied.said("tag", "drop", "two  words", "1")
    assert tags(copied, "1") == "day"


def test_of_very_many_the_first_are_told(copied: Program) -> None:
    for number in range(10, 22):
        copied.said("add", "--title", f"No. {number}", "--type", "other", "--tag", "many")
    copied.said("tag", "add", "many", "1-9", "--yes")
    said = copied.said("tag", "rename", "many", "few", "--yes").splitlines()
    assert len(said) == 22
    assert said[-2:] == ["and 1 more", "21 incidents changed; undo: incidents undo"]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("add", " ", "1"), 2, "a tag needs at least one letter"),
        (("add", "x\x07y", "1"), 6, "takes one line without control characters"),
        (("add", "x", "99"), 4, "there is no incident 99"),
        (("add", "x", "1,99", "--yes"), 4, "there is no incident 99"),
        (("drop", "Mnth", "1"), 4, "there is no tag 'Mnth'; did you mean 'month'?"),
        (("drop", "qqqqq", "1"), 4, "there is no tag 'qqqqq'; incidents tag list names them all"),
        (("drop", "day", "8-10", "--yes"), 4, "there is no incident 10"),
        (("rename", "Day", "x"), 4, "there is no tag 'Day'; did you mean 'day'?"),
        (("rename", "day", "day"), 2, "the tag 'day' has that name already"),
        (("rename", "day", ""), 2, "a tag needs at least one letter"),
        (("rename", "day", "a\nb\x00"), 6, "without control characters"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_refused_changes_nothing(copied: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    before = log(copied)
    said = copied.said("tag", *words, code=code)
    assert sentence in said
    assert said.count("\n") == 1
    assert log(copied) == before


@pytest.mark.parametrize("words", [("add", "x", "1-3"), ("drop", "day", "1"), ("rename", "day", "x")], ids=" ".join)
def test_a_dry_run_writes_nothing_and_does_not_ask(copied: Program, words: tuple[str, ...]) -> None:
    before = log(copied)
    assert "would be changed: 1: tags day → " in copied.said("tag", *words, "--dry-run")
    assert log(copied) == before
