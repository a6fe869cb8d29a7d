"""`add` on a real pseudo-terminal: it asks for what is missing, and nothing is recorded before it is agreed to."""

import re
from pathlib import Path

import pytest

from tests.cli.answering import AGREED, adding, answer, answered, count, shown
from tests.cli.conftest import Program


def test_all_that_is_missing_is_asked_for(copied: Program) -> None:
    with adding(copied) as seat:
        answered(seat, in_a_sentence="", type="Arrest", title="Traders held in Hyesan", date="mid-March 2024")
        seat.until("“mid-March 2024” is understood as mid-Mar 2024: 11–20 Mar 2024 (2024-03-11/2024-03-20)")
        answered(seat, place="Posong, Samsu; 혜산:to", institution="bowibu", people="2-3 detained; affected=dozens")
        seat.until(
            "Posong, Samsu, Ryanggang, North Korea; Hyesan, Ryanggang, North Korea", "Ministry of State Security"
        )
        answered(seat, report="1", quote="leaflets  lay at", told_by="a guard", source_type="resident", tags="b; a")
        seat.until("  date          mid-Mar 2024 (2024-03-11/2024-03-20, stated, “mid-March 2024”)")
        seat.until("  tags          a; b", "“leaflets lay at”, a guard, resident", AGREED)
        before = count(copied)
        seat.press("Enter")
        assert seat.end() == 0
        assert "recorded: 10 (" in seat.screen.text()
    assert count(copied) == before + 1
    found = shown(copied, "10")
    expected = {"type": "arrest", "title": "Traders held in Hyesan", "date": "2024-03-11/2024-03-20", "tags": "a; b"}
    assert {name: found[name] for name in expected} == expected
    assert [(one["code"], one["role"]) for one in found["place_list"]] == [
        ("KP-10.samsu.posong", "scene"),
        ("KP-10.hyesan", "to"),
    ]
    (told,) = found["evidence_list"]
    assert (told["quote"], told["attribution"], told["source_type"]) == ("leaflets lay at", "a guard", "resident")


def test_what_may_be_empty_is_skipped(copied: Program) -> None:
    with adding(copied) as seat:
        answered(seat, in_a_sentence="", type="")
        seat.until("an incident needs a type")
        seat.type("order")
        seat.press("Enter")
        answer(seat, "title", "")
        seat.until("an incident needs a title")
        seat.type("Orders heard")
        seat.press("Enter")
        answered(seat, date="", place="", institution="", people="", report="", citation="", tags="")
        seat.until(AGREED)
        seat.press("y", "Enter")
        assert seat.end() == 0
    found = shown(copied, "10")
    assert (found["date"], found["places"], found["level"]) == (None, None, "unverified")


@pytest.mark.parametrize(
    ("asked", "wrong", "told", "more"),
    [
        ("type", "arest", "did you mean arrest", None),
        ("place", "Hyesann", "did you mean Hyesan", None),
        ("place", "Unsan", "can be several", ", N. Pyongan"),
        ("people", "12", "GROUP=NUMBER", None),
        ("date", "soonish", "cannot be read as a date", None),
        ("report", "99", "there is no report 99", None),
    ],
)
def test_a_wrong_answer_is_told_with_its_words_still_there(
    copied: Program, asked: str, wrong: str, told: str, more: str | None
) -> None:
    right = {
        "in a sentence": "",
        "type": "arrest",
        "title": "A title",
        "date": "",
        "place": "",
        "institution": "",
        "people": "",
    }
    with adding(copied) as seat:
        for label, words in right.items():
            if label == asked:
                break
            answer(seat, label, words)
        answer(seat, asked, wrong)
        screen = seat.until(told)
        seat.when(lambda text: text.count(f"\n{asked}: {wrong}") == 2, f"{asked} is asked again: {screen}")
        if more:
            seat.type(more)
            seat.press("Enter")
            seat.until("Unsan, North Pyongan, North Korea")
        seat.press("Ctrl-C")
        assert seat.end() == 130


def test_a_sentence_fills_the_answers_in(copied: Program) -> None:
    with adding(copied, "leaflets found at posong station last week", "--people", "affected=dozens") as seat:
        answered(seat, type="", title="", date="")
        answer(seat, "counted from", "2016-01-25")
        seat.until("is understood as 18–24 Jan 2016", "counted from 25 Jan 2016")
        answered(seat, place="", institution="", report="", citation="", tags="")
        screen = seat.until(AGREED)
        assert "\npeople:" not in screen
        seat.press("Enter")
        assert seat.end() == 0
    found = shown(copied, "10")
    expected = {
        "title": "Leaflets found at Posong Station",
        "type": "leaflet-graffiti",
        "date": "2016-01-18/2016-01-24",
        "date_words": "last week",
        "place_code": "KP-10.samsu.posong-station",
        "summary": "leaflets found at posong station last week",
    }
    assert {name: found[name] for name in expected} == expected


def test_a_type_in_doubt_is_proposed_and_said(copied: Program) -> None:
    with adding(copied, "food shortage and theft in Chongjin") as seat:
        seat.until("the type could be shortfall or theft", "type: shortfall")
        seat.press("Ctrl-C")
        assert seat.end() == 130


def test_the_first_question_takes_a_sentence(copied: Program) -> None:
    with adding(copied, "--tag", "x") as seat:
        answer(seat, "in a sentence", "leaflets")
        seat.until("'leaflets' is no sentence", "\nin a sentence: leaflets\n")
        seat.type(" found in Hyesan in 2019")
        seat.press("Enter")
        answered(seat, type="", title="", date="", place="", institution="", people="", report="", citation="")
        seat.until("  title         Leaflets found in Hyesan", AGREED)
        seat.press("Enter")
        assert seat.end() == 0
    assert (shown(copied, "10")["summary"], shown(copied, "10")["tags"]) == ("leaflets found in Hyesan in 2019", "x")


def test_what_cannot_be_saved_is_told_and_nothing_typed_is_lost(copied: Program) -> None:
    with adding(copied, "two traders arrested in Hyesan", "--people", "killed=2000000001") as seat:
        answered(seat, type="", title="", date="", place="", institution="", report="", citation="", tags="")
        seat.until(AGREED)
        seat.press("Enter")
        seat.when(lambda text: "more than there are" in text and text.count(AGREED) == 2, "it is asked again")
        seat.press("n", "Enter")
        assert seat.end() == 130
    assert copied("show", "10").exit_code == 4


def test_the_number_of_a_report_gives_the_day(copied: Program) -> None:
    with adding(copied, "--title", "A title") as seat:
        answer(seat, "type", "arrest")
        answer(seat, "date", "yesterday")
        answer(seat, "counted from", "1")
        seat.until("is understood as 21 Jan 2016", "\nplace:")
        seat.press("Ctrl-C")
        assert seat.end() == 130


def test_tab_completes_and_the_canonical_name_is_put_in(copied: Program) -> None:
    with adding(copied, "--title", "A title", "--type", "arrest", "x y") as seat:
        seat.until("\ndate:")
        seat.press("Enter")
        seat.until("\nplace:")
        seat.type("량강")
        seat.until("Ryanggang (량강")
        seat.press("Tab")
        seat.until("place: Ryanggang")
        seat.press("Enter")
        seat.until("Ryanggang, North Korea", "\ninstitution:")
        seat.press("Ctrl-C")
        assert seat.end() == 130


def test_what_it_looks_like_is_told_before_it_is_recorded(copied: Program) -> None:
    copied.said("add", "--title", "The same", "--type", "arrest", "--date", "2016-05", "--place", "Hyesan")
    with adding(copied, "two traders arrested in Hyesan in May 2016") as seat:
        answered(seat, type="", title="", date="", place="", institution="", people="", report="", citation="", tags="")
        seat.until("like 10: The same (May 2016): ", AGREED)
        seat.press("n", "Enter")
        assert seat.end() == 130


def test_the_editor_can_have_it_first(copied: Program, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^title:.*/title: From the editor/' \"$1\"\n")
    editor.chmod(0o755)
    with adding(copied, "two traders arrested in Hyesan", environment={"EDITOR": str(editor)}) as seat:
        answered(seat, type="", title="", date="", place="", institution="", people="", report="", citation="", tags="")
        seat.until(AGREED)
        seat.press("e", "Enter")
        seat.until("  title         From the editor")
        seat.press("Enter")
        assert seat.end() == 0
    assert shown(copied, "10")["title"] == "From the editor"


def test_what_is_pasted_in_several_lines_is_one(copied: Program) -> None:
    with adding(copied, "--type", "arrest") as seat:
        seat.until("\ntitle:")
        seat.press("\x1b[200~Traders held\nin Hyesan\x1b[201~", "Enter")
        answered(seat, date="", place="", institution="", people="", report="", citation="", tags="")
        seat.until("  title         Traders held in Hyesan", AGREED)
        seat.press("Ctrl-C")
        assert seat.end() == 130


def test_no_color_has_no_colours(copied: Program) -> None:
    with adding(copied, environment={"NO_COLOR": "1"}) as seat:
        answered(seat, in_a_sentence="", type="arr")
        seat.until("there is no type 'arr'")
        seat.press("Ctrl-C")
        assert seat.end() == 130
        assert not re.findall(r"\x1b\[(?:[\d;]*;)?(?:3[0-7]|4[0-7]|9\d|10[0-7]|38|48)[;m]", seat.raw)


def test_a_record_that_is_complete_is_not_asked_about(copied: Program) -> None:
    with adding(copied, "--title", "A title", "--type", "arrest") as seat:
        assert seat.end() == 0
        assert "recorded: 10" in seat.screen.text()
