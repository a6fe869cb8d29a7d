"""Lists and ranges of numbers, and asking back before several incidents are changed."""

import json
import sys

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.cli.numbers import split
from incidents.model.incident import Incident
from incidents.store.identity import code_of
from incidents.store.query.connect import open_reader
from incidents.store.unit import begin
from tests.cli.conftest import Program


def numbers(shown: str) -> list[int]:
    return [json.loads(line)["id"] for line in shown.splitlines()]


def log(program: Program) -> str:
    return program.out("history", "--format", "csv")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("1",), [1]),
        (("3-5",), [3, 4, 5]),
        (("3–5",), [3, 4, 5]),
        (("3-4,7",), [3, 4, 7]),
        (("7,3-4", "1"), [7, 3, 4, 1]),
        (("1,1-2", "2"), [1, 2]),
        (("1, 2,", "4"), [1, 2, 4]),
        (("6-6",), [6]),
        (("8-9",), [8, 9]),
    ],
    ids=str,
)
def test_lists_and_ranges(stocked: Program, words: tuple[str, ...], meant: list[int]) -> None:
    assert numbers(stocked.out("show", *words, "--format", "jsonl")) == meant


def test_codes_and_uids_stand_in_a_list(stocked: Program) -> None:
    with open_reader(stocked.location) as reader:
        rows = list(reader.rows("SELECT code, uid FROM incident WHERE id IN (2, 4) ORDER BY id"))
    (code, _), (_, uid) = rows
    assert numbers(stocked.out("show", f"{code.upper()},{uid},1-2", "--format", "jsonl")) == [2, 4, 1]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("8-12",), 4, "there are no incidents 10, 11 and 12; incidents list shows"),
        (("1", "77"), 4, "there is no incident 77; incidents list shows"),
        (("1-3,zzzzzz", "99"), 4, "there are no incidents zzzzzz and 99"),
        (("5-500",), 4, "there are no incidents 10, 11, 12, 13, 14 and 486 more"),
        (("3-1",), 2, "3-1 is no range: it runs backwards"),
        (("1-999999999",), 2, "1-999999999 is no range: it holds more than 10,000"),
        (("1-2-3",), 4, "there is no incident 1-2-3"),
        ((",",), 2, "one of the incidents is empty"),
        (("1", ""), 2, "one of the incidents is empty"),
        (("0",), 4, "there is no incident 0"),
        (("9" * 30,), 4, "there is no incident 999"),
    ],
    ids=str,
)
@pytest.mark.parametrize("verb", ["show", "history", "withdraw", "restore", "edit"])
def test_nothing_is_skipped_silently(
    stocked: Program, verb: str, words: tuple[str, ...], code: int, sentence: str
) -> None:
    more = {"withdraw": ("--reason", "x", "--yes"), "edit": ("--tag", "x", "--yes")}.get(verb, ())
    result = stocked(verb, *words, *more)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(f"incidents: {sentence}")
    assert result.stderr.count("\n") == 1


def test_history_of_several_is_in_the_order_of_the_log_and_names_each(stocked: Program) -> None:
    shown = stocked.out("history", "9,1")
    assert [line for line in shown.splitlines() if "incident " in line] == [
        line for line in stocked.out("history").splitlines() if "incident 1 “" in line or "incident 9 “" in line
    ]
    assert len(stocked.out("history", "1-9", "--limit", "4", "--format", "jsonl").splitlines()) == 4
    assert len(stocked.out("history", "9", "--format", "jsonl").splitlines()) == 2
    assert "incident 9" not in stocked.out("history", "9")


def test_report_show_takes_ranges(stocked: Program) -> None:
    assert numbers(stocked.out("report", "show", "1-2,4", "--format", "jsonl")) == [1, 2, 4]
    assert "there are no reports 5 and 6" in stocked.said("report", "show", "4-6", code=4)


ASKING = "3 incidents would be {}: 1 “The day one”, 2 “The month one” and 4 “The open-start one”\nGo on? [y/N] "
BULK = [
    (("withdraw", "1-2,4", "--reason", "asked"), "withdrawn", "withdrawn: 4 The open-start one"),
    (("edit", "1-2,4", "--tag", "border"), "changed", "4: tags open-start → border; open-start (revision 2)"),
]


@pytest.mark.parametrize(("words", "what", "said"), BULK, ids=["withdraw", "edit"])
@pytest.mark.parametrize("answer", ["y\n", "Y\n", "yes\n", "y\n" * 50_000])
def test_yes_goes_on(copied: Program, words: tuple[str, ...], what: str, said: str, answer: str) -> None:
    told = copied.said(*words, stdin=answer)
    assert told.startswith(ASKING.format(what) + "\n")
    assert said in told


@pytest.mark.parametrize(("words", "what", "_said"), BULK, ids=["withdraw", "edit"])
@pytest.mark.parametrize(
    ("answer", "end"),
    [
        ("n\n", (130, "nothing was done")),
        ("\n", (130, "nothing was done")),
        ("yep\n", (130, "nothing was done")),
        ("no\ny\n", (130, "nothing was done")),
        ("", (2, "nothing was done: nobody answered; --yes does it without asking")),
    ],
)
def test_all_else_does_nothing(
    copied: Program, words: tuple[str, ...], what: str, _said: str, answer: str, end: tuple[int, str]
) -> None:
    before, (code, sentence) = log(copied), end
    assert copied.said(*words, stdin=answer, code=code) == f"{ASKING.format(what)}\nincidents: {sentence}\n"
    assert log(copied) == before


@pytest.mark.parametrize(("words", "_what", "said"), BULK, ids=["withdraw", "edit"])
def test_yes_and_dry_run_never_ask(copied: Program, words: tuple[str, ...], _what: str, said: str) -> None:
    before = log(copied)
    tried = copied.said(*words, "--dry-run")
    assert tried.count("would be ") >= 3
    assert "Go on?" not in tried
    assert log(copied) == before
    told = copied.said(*words, "--yes")
    assert said in told
    assert "Go on?" not in told
    copied.said("undo")
    assert [one["tags"] for one in map(json.loads, copied.out("list", "--format", "jsonl").splitlines())].count(
        "border"
    ) == 0
    assert "8 incidents" in copied.said("list")


def test_one_is_not_asked_for(copied: Program) -> None:
    assert copied.said("withdraw", "1,1", "--reason", "x") == "withdrawn: 1 The day one\n"
    assert copied.said("restore", "1") == "restored: 1 The day one\n"


def test_all_or_nothing(copied: Program) -> None:
    before = log(copied)
    assert "is withdrawn already" in copied.said("withdraw", "8-9", "--reason", "x", "--yes", code=5)
    assert "is not withdrawn" in copied.said("restore", "8-9", "--yes", code=5)
    assert "8 incidents" in copied.said("list")
    assert log(copied) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--title", "x"), "--title belongs to one incident, and these are 2: edit them one by one"),
        (("--summary", "x"), "--summary belongs to one incident"),
        (("--report", "1", "--quote", "leaflets"), "--quote belongs to one incident"),
        (("--tag", "x", "--revision", "1"), "--revision belongs to one incident"),
    ],
)
def test_what_several_do_not_share(copied: Program, words: tuple[str, ...], sentence: str) -> None:
    before = log(copied)
    assert sentence in copied.said("edit", "1,2", *words, "--yes", code=2)
    assert log(copied) == before


def test_words_of_a_date_count_from_the_report_of_each(copied: Program) -> None:
    said = copied.said("edit", "1,5", "--date", "last October", "--yes")
    assert "counted from 22 Jan 2016, the day of report 1\n" in said
    assert "counted from 2 Apr 2024, the day of report 3\n" in said
    dates = [json.loads(line)["date"] for line in copied.out("show", "1,5", "--format", "jsonl").splitlines()]
    assert dates == ["2015-10", "2023-10"]


@pytest.mark.parametrize(
    ("typed", "code", "stands"), [("y", 0, "6"), ("n", 130, "8"), ("\x04", 2, "8"), ("", 130, "8")]
)
def test_at_a_terminal(copied: Program, typed: str, code: int, stands: str) -> None:
    words = ["-c", "from incidents.cli import main; main()", "withdraw", "1,2", "--reason", "x"]
    child = pexpect.spawn(sys.executable, words, env=copied.environment, encoding="utf-8", timeout=60)
    child.expect_exact("Go on? [y/N] ")
    child.send(typed if typed == "\x04" else f"{typed}\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert copied.said("list").startswith(f"{stands} incidents")


def test_of_very_many_the_first_are_said(copied: Program) -> None:
    with begin(copied.location, "anna") as unit:
        for number in range(10, 40):
            unit.save(Incident(f"No. {number}", "other"), "add")
    said = copied.said("withdraw", "10-39", "--reason", "x", "--yes").splitlines()
    assert (said[19], said[20:]) == ("withdrawn: 29 No. 29", ["and 10 more"])
    assert copied.said("list").startswith("8 incidents")


@given(st.uuids().map(str))
def test_no_code_and_no_uid_is_a_range(uid: str) -> None:
    assert list(split([uid, code_of(uid), code_of(uid, 20)])) == [uid, code_of(uid), code_of(uid, 20)]


def test_several_reports_are_asked_for_too(copied: Program) -> None:
    said = copied.said("report", "withdraw", "1-2", "--reason", "x", code=2)
    assert said.startswith("2 reports would be withdrawn: 1 “A guard told us that leaflets lay at the station.")
    assert "withdrawn: report 1" in copied.said("report", "withdraw", "1-2", "--reason", "x", stdin="y\n")
    assert copied.said("report", "restore", "1-2", stdin="n\n", code=130).endswith("incidents: nothing was done\n")
    assert "Go on?" not in copied.said("report", "restore", "1-2", "--yes")
