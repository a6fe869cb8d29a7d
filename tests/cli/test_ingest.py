"""`ingest` on real files, into real databases, and as a dry run without one."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from incidents.output.columns import names
from incidents.output.listings import INGESTED
from tests.cli.conftest import Program
from tests.cli.test_list import terminal

TEXT = "A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.\n"


@pytest.fixture
def one(tmp_path: Path) -> str:
    path = tmp_path / "one.txt"
    path.write_text(TEXT)
    return str(path)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_file_with_options(copied: Program, one: str) -> None:
    result = copied("ingest", one, "--published", "2025-02-06", "--outlet", "rfa", "--format", "csv")
    (row,) = rows(result.stdout)
    assert tuple(row) == names(INGESTED)
    assert (row["report_id"], row["outlet"], row["published"], row["result"]) == ("5", "rfa", "2025-02-06", "new")
    assert int(row["proposals"]) > 0
    assert row["accepted"] == "0"
    assert "1 new report, " in result.stderr
    more = copied("ingest", "-", "--published", "2025-02-06", stdin=TEXT + "More.\n").stderr
    assert re.search(r"1 new report, (\d+) proposals? waits? \(\d+ in all\): incidents review goes", more)
    assert result.stderr.endswith("incidents review goes through them, --list lists them\n")


def test_the_same_bytes_twice_are_one_report(copied: Program, one: str) -> None:
    copied.said("ingest", one, "--published", "2025-02-06")
    said = copied.said("ingest", one)
    assert "one.txt (report 5): known before, with the same bytes" in said
    waiting = len(copied.out("review", "--format", "jsonl").splitlines())
    assert waiting
    proposals = f"{waiting} proposal" + ("s wait" if waiting > 1 else " waits")
    assert f"0 new reports, 1 known before, {proposals} in all: incidents review goes" in said
    assert copied.said("report", "list").startswith("5 reports: ")


def test_an_unknown_publication_date_is_warned_of(copied: Program, one: str) -> None:
    said = copied.said("ingest", one)
    assert "one.txt: the publication date is unknown: say it with --published, in manifest.csv or in front" in said


def test_clear_ones_are_accepted_unseen(copied: Program, one: str) -> None:
    said = copied.said("ingest", one, "--published", "2025-02-06", "--outlet", "RFA", "--accept", "clear")
    assert "1 incident accepted" in said
    found = json.loads(copied.out("list", "--limit", "1", "--sort", "id", "--format", "jsonl"))
    assert (found["review"], found["place"], found["date"]) == ("machine", "Hyesan", "2025-02-04")


def test_standard_input(copied: Program) -> None:
    result = copied("ingest", "-", "--published", "2025-02-06", "--format", "jsonl", stdin=TEXT)
    assert json.loads(result.stdout)["file"] == "-"
    assert json.loads(copied.out("report", "show", "5", "--format", "jsonl"))["text"] == TEXT


def test_a_manifest(copied: Program, one: str, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("file,outlet,published\none.txt,Daily NK,2025-02-06\n")
    (row,) = rows(copied.out("ingest", "--manifest", str(tmp_path / "m.csv"), "--format", "csv"))
    assert (row["outlet"], row["published"]) == ("daily-nk", "2025-02-06")


def test_a_report_that_cannot_be_taken_in_does_not_stop_the_others(copied: Program, one: str, tmp_path: Path) -> None:
    (tmp_path / "image.txt").write_bytes(bytes(range(256)) * 20)
    result = copied("ingest", str(tmp_path / "image.txt"), one, "--format", "jsonl")
    assert result.exit_code == 6
    assert [json.loads(line)["result"] for line in result.stdout.splitlines()] == ["failed", "new"]
    assert "1 of 2 reports could not be taken in; the others were" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 2, "name a file, a folder, - for standard input"),
        (("no-such-file",), 6, "no-such-file is not there"),
        (("{one}", "fixtures", "--published", "Feb 30"), 6, "--published 'Feb 30' is no date"),
        (("{one}", "--published", "yesterday"), 6, "--published 'yesterday' is no date"),
        (("{one}", "manifest.csv"), 6, "manifest.csv looks like a table, not a report; did you mean --manifest"),
        (("{one}", "--outlet", "Radio Fre Asia"), 6, "did you mean Radio Free Asia"),
        (("{one}", "--handling", "secret"), 2, "invalid value for '--handling'"),
        (("{empty}",), 6, "there is no report in"),
    ],
)
def test_what_cannot_be_read(copied: Program, one: str, words: tuple[str, ...], code: int, sentence: str) -> None:
    empty = Path(one).parent / "empty"
    empty.mkdir()
    said = copied.said("ingest", *(word.format(one=one, empty=empty) for word in words), code=code)
    assert sentence in said
    assert said.count("\n") == 1
    assert copied.said("report", "list").startswith("4 reports: ")


KEYS = ["file", "sha256", "outlet", "published", "language", "timexes", "incidents", "problems"]
INCIDENT_KEYS = """title summary type kind status date earliest latest extent date_basis places institutions people
    evidence verification explanation disputed confidence problems""".split()
EVIDENCE_KEYS = """start end quote attribution source source_type source_place said_on access origin stance
    claims""".split()


def test_the_machine_output_of_a_dry_run(one: str, tmp_path: Path) -> None:
    """As DESIGN section 5 has it, in the order of the input, without any database."""
    missing = Program(tmp_path / "no.db")
    text = missing.out("ingest", one, "fixtures", "--published", "2025-02-06", "--dry-run", "--format", "jsonl")
    objects = [json.loads(line) for line in text.splitlines()]
    assert [Path(found["file"]).name for found in objects][:2] == ["one.txt", "posong-leaflets.txt"]
    assert not (tmp_path / "no.db").exists()
    assert not list(tmp_path.glob("home/**/*.db"))
    first = objects[0]
    assert all(list(found) == KEYS for found in objects)
    assert first["timexes"][0] == {"start": 35, "end": 41, "text": "Feb. 4", "value": "2025-02-04"}
    (own,) = first["incidents"]
    assert list(own) == INCIDENT_KEYS
    assert (own["type"], own["date"], own["earliest"], own["date_basis"]) == (
        "arrest",
        "2025-02-04",
        "2025-02-04",
        "derived",
    )
    assert own["places"][0] == {
        "name": "Hyesan",
        "path": "Hyesan, Ryanggang, North Korea",
        "code": "KP-10.hyesan",
        "precision": "county",
        "role": "scene",
    }
    assert all(list(part) == ["name", "code", "role", "alt"] for part in own["institutions"])
    told = own["evidence"][0]
    assert list(told) == EVIDENCE_KEYS
    assert TEXT[told["start"] : told["end"]] == told["quote"]
    assert all(list(claim) == ["field", "value", "start", "end"] for claim in told["claims"])
    for found in objects:
        for incident in found["incidents"]:
            assert list(incident) == INCIDENT_KEYS
            assert all(isinstance(problem, str) for problem in incident["problems"])


def test_the_machine_output_tells_what_the_report_calls_an_institution(tmp_path: Path) -> None:
    path = tmp_path / "named.txt"
    path.write_text("The bowibu arrested a trader in Hyesan on Feb. 4, 2025, a resident said.\n")
    found = json.loads(Program(tmp_path / "no.db").out("ingest", str(path), "--dry-run", "--format", "jsonl"))
    assert found["incidents"][0]["institutions"] == [
        {"name": "Ministry of State Security", "code": "kp.mss", "role": "actor", "alt": ["bowibu"]}
    ]


def test_the_name_by_which_another_passage_calls_an_institution_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "named.txt"
    path.write_text(
        "The bowibu arrested a trader in Hyesan on Feb. 4, 2025, a resident said.\n\n"
        "On Feb. 9, 2025, the State Security Department executed two men in Kapsan County.\n"
    )
    found = json.loads(Program(tmp_path / "no.db").out("ingest", str(path), "--dry-run", "--format", "jsonl"))
    assert [[one["alt"] for one in own["institutions"]] for own in found["incidents"]] == [
        [["bowibu", "State Security Department"]],
        [["bowibu", "State Security Department"]],
    ]


def test_a_dry_run_as_a_table(one: str, tmp_path: Path) -> None:
    result = Program(tmp_path / "no.db")("ingest", one, "--published", "2025-02-06", "--dry-run")
    assert "Hyesan" in result.stdout
    assert result.stderr.endswith("\n1 incident found in 1 report; nothing was stored\n")


def test_every_format_of_a_dry_run(one: str, tmp_path: Path) -> None:
    program = Program(tmp_path / "no.db")
    for form in ("csv", "tsv", "md", "json"):
        assert "one.txt" in program.out("ingest", one, "--dry-run", "--format", form)


def test_a_database_that_is_missing(tmp_path: Path, one: str) -> None:
    said = Program(tmp_path / "no.db").said("ingest", one, code=3)
    assert "incidents db init --db" in said
    assert not (tmp_path / "no.db").exists()


def test_the_default_database_is_made_without_being_asked_for(tmp_path: Path, one: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("INCIDENTS")}
    program = [sys.executable, "-c", "from incidents.cli import main; main()"]
    made = subprocess.run([*program, "list"], env=environment, capture_output=True, text=True, check=True)
    assert made.stderr.startswith("0 incidents, 0 undated, 0 proposals wait\nnothing yet: ")
    (file,) = tmp_path.glob("home/**/incidents.db")
    assert file.stat().st_mode & 0o777 == 0o600
    subprocess.run([*program, "ingest", one], env=environment, check=True, capture_output=True)


def test_warnings_come_after_the_progress_bar_each_once(copied: Program, tmp_path: Path) -> None:
    files = [str(tmp_path / f"{number}.txt") for number in range(5)]
    for file in files:
        Path(file).write_text(TEXT + f"And {file}.\n")
    shown = terminal(copied, "ingest", *files, "--outlet", "RFA", lines=24, columns=100)
    assert "reading" in shown
    warning = "5 reports: the publication date is unknown: say it with --published"
    assert shown.count("the publication date is unknown") == 1
    assert any(line.startswith(warning) for line in shown.splitlines())
    assert ": 0.txt, 1.txt, 2.txt and 2 more" in " ".join(shown.split())
    assert "5 new reports" in shown


def test_the_table_names_file_and_outlet_in_whole_words(copied: Program, one: str) -> None:
    shown = copied("ingest", one, "--published", "6 February 2025", "--outlet", "one-free-korea").stdout
    assert shown.splitlines()[1].split("  ")[0] == "one.txt"
    assert "One Free Korea" in shown
    assert "6 Feb 2025" in shown
    assert json.loads(copied.out("report", "show", "5", "--format", "jsonl"))["published"] == "2025-02-06"


def test_one_that_fails_alone_is_one_sentence(copied: Program, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT + name)
    files = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    said = copied.said("ingest", files[0], "--outlet", "Radio Fre Asia", code=6)
    assert said.count("\n") == 1
    assert "the others" not in said
    said = copied.said("ingest", *files, "--outlet", "Radio Fre Asia", code=6)
    assert said.startswith("incidents: 2 reports: no outlet is known as 'Radio Fre Asia'; did you mean")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "지난달 15일 혜산에서 두 사람이 붙잡혔다.\n",
            "no incidents are read from texts in this language yet; the dates",
        ),
        ("В Хесане 5 марта закрыли рынок.\n", "neither incidents nor dates are read from texts in this language yet"),
    ],
)
def test_a_language_that_incidents_are_not_read_from_is_said(
    copied: Program, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "other.txt").write_text(text, encoding="utf-8")
    words = ("ingest", str(tmp_path / "other.txt"), "--outlet", "RFA", "--published", "2025-02-06")
    found = json.loads(copied.out(*words, "--dry-run", "--format", "jsonl"))
    assert found["incidents"] == []
    assert [one for one in found["problems"] if one.startswith(told)] == found["problems"]
    assert bool(found["timexes"]) is told.startswith("no ")
    assert f"other.txt: {told}" in copied.said(*words)
    assert "yet" not in copied.said("ingest", "fixtures", "--dry-run")
