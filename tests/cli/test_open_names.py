"""Names that stay open in a record that was typed by hand: kept, listed, and settled like those of reports."""

import json
from typing import Any

import pytest

from incidents.actions.new_thing import Who
from incidents.actions.resolve_name import resolve
from incidents.errors import Refused
from incidents.store.query.connect import open_reader
from incidents.store.query.unresolved import called
from incidents.store.things import Thing
from tests.cli.conftest import Program

UNSAN = "Traders were arrested in Unsan on 2024-03-05"
SEVERAL = "The MSS arrested five traders in Hyesan and Unsan on 2024-03-06"


def open_names(program: Program, noun: str) -> dict[str, tuple[str, str, str]]:
    """Of each open name why it is open, what it can be, and the incidents that have it."""
    rows = json.loads(program.out(noun, "unresolved", "--format", "json"))
    return {row["words"]: (row["why"], row["candidates"], row["incidents"]) for row in rows}


def record(program: Program, number: int) -> dict[str, Any]:
    found: list[dict[str, Any]] = json.loads(program.out("show", str(number), "--format", "json"))
    return found[0]


def newest(program: Program) -> int:
    rows = json.loads(program.out("list", "--sort", "id", "--format", "json"))
    return int(rows[-1]["id"])


LEFT_ALONE = [
    ("add", "Traders were arrested in Hyesan on 2024-03-05"),
    ("add", UNSAN, "--place", "KP-02.unsan"),
    ("add", "--title", "Traders held", "--type", "arrest", "--place", "Hyesan"),
]


@pytest.mark.parametrize("words", LEFT_ALONE, ids=lambda words: words[-1])
def test_nothing_is_kept_open_where_all_is_told(copied: Program, words: tuple[str, ...]) -> None:
    assert "kept open" not in copied.said(*words)
    assert open_names(copied, "place") == {}


def test_a_name_of_several_is_kept_and_listed(copied: Program) -> None:
    said = copied.said("add", UNSAN)
    assert "kept open: the place “Unsan”; settle it: incidents place resolve Unsan PLACE" in said
    number = newest(copied)
    assert open_names(copied, "place") == {
        "Unsan": ("several are called so", "KP-02.unsan; KP-03.unsan", str(number)),
    }
    assert UNSAN in copied.out("place", "unresolved", "--format", "csv")
    assert "open        place “Unsan”: incidents place resolve" in copied.out("show", str(number))
    assert record(copied, number)["open_names"] == [{"field": "place", "words": "Unsan"}]


def test_a_dry_run_keeps_nothing(copied: Program) -> None:
    assert "kept open" in copied.said("add", UNSAN, "--dry-run")
    assert open_names(copied, "place") == {}


def test_one_answer_settles_every_record_and_is_taken_back(copied: Program) -> None:
    copied.said("add", UNSAN)
    copied.said("add", SEVERAL)
    first, second = newest(copied) - 1, newest(copied)
    asked = copied.said("place", "resolve", "unsan", "KP-03.unsan", code=130, stdin="n\n")
    assert f"incident {first}: {UNSAN}\nincident {second}: {SEVERAL}\n" in asked
    assert "in 2 incidents" in copied.said("place", "resolve", "unsan", "KP-03.unsan", "--yes")
    assert open_names(copied, "place") == {}
    assert record(copied, first)["place_code"] == "KP-03.unsan"
    assert {one["code"] for one in record(copied, second)["place_list"]} == {"KP-03.unsan", "KP-10.hyesan"}
    assert open_names(copied, "institution") == {"MSS": ("several are called so", "kp.mps; kp.mss", str(second))}
    copied.said("undo")
    assert open_names(copied, "place")["Unsan"][2] == f"{first}; {second}"
    assert record(copied, first)["place_code"] is None


def test_an_institution_is_settled_with_its_role(copied: Program) -> None:
    copied.said("add", SEVERAL)
    copied.said("institution", "resolve", "MSS", "kp.mss", "--role", "actor")
    own = record(copied, newest(copied))
    assert [(one["code"], one["role"]) for one in own["institution_list"]] == [("kp.mss", "actor")]
    assert own["open_names"] == [{"field": "place", "words": "Unsan"}]
    assert [one["reason"] for one in own["decisions"] if one["field"] == "institution"] == ["a name that was open"]


def test_what_no_database_holds_is_kept_under_its_name(copied: Program) -> None:
    mobilized = ("--title", "Workers mobilized", "--type", "mobilization")
    copied.said("add", *mobilized, "--open-institution", "Musan Timber Mine")
    assert open_names(copied, "institution") == {
        "Musan Timber Mine": ("nothing is called so", "", str(newest(copied))),
    }
    copied.said("institution", "add", "Musan Timber Mine", "--kind", "mine", "--place", "Musan")
    assert open_names(copied, "institution")["Musan Timber Mine"][0] == "something is called so"


@pytest.mark.parametrize(
    ("option", "words", "code"),
    [
        ("--place", "Unsan", 2),
        ("--place", "Unsan: to", 2),
        ("--place", "Atlantis:from", 4),
        ("--institution", "MSS", 2),
        ("--institution", "Xyq", 4),
    ],
)
def test_an_option_that_cannot_be_read_names_the_way_to_leave_it_open(
    copied: Program, option: str, words: str, code: int
) -> None:
    title = ("add", "--title", "Traders held", "--type", "arrest", "--date", "2024")
    said = copied.said(*title, option, words, code=code)
    noun = option.removeprefix("--")
    assert said.strip().endswith(f"; or keep it open: --open-{noun} {words.partition(':')[0]}")
    copied.said(*title, f"--open-{noun}", words.partition(":")[0])
    assert list(open_names(copied, noun)) == [words.partition(":")[0]]


def test_after_a_question_another_sentence_says_how_to_leave_it_open(copied: Program) -> None:
    said = copied.said("add", "--title", "Traders held", "--type", "arrest", "--place", "Hyesann:to", code=4)
    assert said.strip().endswith("? Or keep it open: --open-place Hyesann")


ROLES = [
    ("place", "Hyesan:scen", "'scen' is no role of a place: after the colon stands one of scene, applies, from, to"),
    ("place", "Unsan: boss", "'boss' is no role of a place"),
    ("institution", "WPK:boss", "'boss' is no role of an institution: after the colon stands one of actor, authority"),
]


@pytest.mark.parametrize(("noun", "words", "told"), ROLES, ids=[words for _, words, _ in ROLES])
def test_a_role_that_is_none_is_named_and_nothing_is_kept_open_for_it(
    copied: Program, noun: str, words: str, told: str
) -> None:
    for command in (("add", "--title", "Traders held", "--type", "arrest"), ("edit", "1")):
        said = copied.said(*command, f"--{noun}", words, code=4)
        assert told in said
        assert "--open-" not in said


def test_a_name_that_stands_there_twice_is_said_once(copied: Program) -> None:
    said = copied.said("add", "Traders were arrested in Unsan on 2024-03-05 and later guards searched Unsan")
    assert said.count("left open: “Unsan”") == 1


def test_words_too_long_for_a_name_do_not_keep_a_record_out(copied: Program) -> None:
    before = len(json.loads(copied.out("list", "--format", "json")))
    said = copied.said("add", f"Traders were arrested in Z{'z' * 250} County on 2024-03-05")
    assert "left open: “Zzz" in said
    assert open_names(copied, "place") == {}
    assert len(json.loads(copied.out("list", "--format", "json"))) == before + 1


def test_an_open_name_is_looked_for_by_words(copied: Program) -> None:
    copied.said("add", UNSAN)
    assert "say which name" in copied.said("place", "resolve", "?", "Hyesan", code=2)


def test_an_object_that_is_piped_keeps_its_open_names(copied: Program) -> None:
    plain = {"title": "A trial", "type": "punishment", "open_names": [{"field": "place", "words": "Unsan"}]}
    copied.said("add", "-", stdin=json.dumps(plain))
    assert list(open_names(copied, "place")) == ["Unsan"]


@pytest.mark.parametrize(
    "name",
    [
        {"field": "date", "words": "May"},
        {"field": "place", "words": " "},
        {"field": "place", "words": "a\nb"},
        {"field": "place", "words": "?!"},
        {"field": "institution", "words": "\u200b"},
    ],
)
def test_an_open_name_that_is_none_is_refused(copied: Program, name: dict[str, str]) -> None:
    plain = {"title": "A trial", "type": "punishment", "open_names": [name]}
    assert "open name" in copied.said("add", "-", stdin=json.dumps(plain), code=6)


def test_an_edit_settles_adds_and_clears(copied: Program) -> None:
    copied.said("add", SEVERAL)
    number = str(newest(copied))
    copied.said("edit", number, "--title", "Five traders held")
    assert list(open_names(copied, "place")) == ["Unsan"]
    copied.said("edit", number, "--place", "Hyesan", "--place", "KP-02.unsan")
    assert (list(open_names(copied, "place")), list(open_names(copied, "institution"))) == ([], ["MSS"])
    copied.said("edit", number, "--open-place", "the border post")
    assert list(open_names(copied, "place")) == ["the border post"]
    copied.said("edit", number, "--clear", "open-names")
    assert (open_names(copied, "place"), open_names(copied, "institution")) == ({}, {})
    assert "open names" in copied.out("history", number)


def test_a_withdrawn_record_has_nothing_open(copied: Program) -> None:
    copied.said("add", UNSAN)
    copied.said("withdraw", str(newest(copied)), "--reason", "twice")
    assert open_names(copied, "place") == {}
    copied.said("undo")
    assert list(open_names(copied, "place")) == ["Unsan"]


def test_it_is_one_name_with_that_of_a_report(copied: Program) -> None:
    report = "Police arrested two traders at a market in Unsan on Feb. 3, a resident told us.\n"
    copied.said("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=report)
    copied.said("add", UNSAN)
    (row,) = json.loads(copied.out("place", "unresolved", "--format", "json"))
    assert (row["words"], row["incidents"], bool(row["proposals"])) == ("Unsan", str(newest(copied)), True)
    said = copied.said("place", "resolve", "Unsan", "KP-02.unsan", "--yes")
    assert "1 proposal that waits and 1 incident" in said
    assert open_names(copied, "place") == {}


def test_a_name_that_somebody_settled_meanwhile_is_refused(copied: Program) -> None:
    copied.said("add", UNSAN)
    number = str(newest(copied))
    with open_reader(copied.location) as reader:
        found = called(reader, "place", "Unsan")
    assert found
    copied.said("place", "resolve", "Unsan", "KP-02.unsan")
    with pytest.raises(Refused, match="was settled in incident"):
        resolve(Who(copied.location, "other"), found.uses, Thing("place", "KP-03.unsan"))
    assert record(copied, int(number))["place_code"] == "KP-02.unsan"
    assert "North Pyongan" not in copied.out("show", number)


def test_a_name_of_nothing_cannot_be_kept_open(copied: Program) -> None:
    said = copied.said("add", "--title", "Traders held", "--type", "arrest", "--place", ":scene", code=4)
    assert "there is no place ''" in said
    assert "keep it open" not in said
