"""`show`, `history`, `report`, and the pages and objects of places and institutions."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from incidents.output.columns import names
from incidents.output.listings import CHANGE, CLAIM, EVIDENCE, INCIDENT, PROPOSAL, REPORT
from incidents.output.thing_listings import PLACE
from incidents.output.width import width
from tests.cli.conftest import Program

PAGE = """\
1 · The day one
date        1 Jan 2016 (2016-01-01, stated, “in words”)
place       Samsu, Ryanggang, North Korea · claims differ
            known no finer than the county
institution Ministry of State Security (investigator)
people      detained: 2–3
            affected: “dozens of families”
type        leaflet-graffiti (dissent) · event · occurred
level       single-source: 1 source, 1 origin (Radio Free Asia): One Free Korea
            quotes Radio Free Asia
summary     Leaflets against the leader, 삐라.
tags        day
decided     institution, by anna: recorded by hand
            place, by anna: recorded by hand
reported    20 Jan 2016 to 15 Feb 2016, by Radio Free Asia
"""
DIFFERENCES = """\
Claims that differ
field  claim  words        passage
place  Samsu  the station        1
"""
FIRST = """\
[1] Radio Free Asia, 22 Jan 2016 (report 1)
    “A guard told us that”
    — a resident
    source: resident · knows it at first hand · said on 20 Jan 2016
    reliability F (cannot be judged), credibility 6
    date: 1 Jan 2016 “guard”; place: Samsu “the station”
"""
SECOND = """\
[2] One Free Korea after Radio Free Asia, 15 Feb 2016 (report 2)
    “As the radio says, l”
    — a resident
    source: media
    reliability F (cannot be judged), credibility 6
    date: 2016 “As”
"""


def test_page(stocked: Program) -> None:
    shown = stocked.out("show", "1")
    page, differences, first, second = shown.split("\n\n")
    assert page.startswith(PAGE)
    assert page.splitlines()[-1].startswith("recorded    ")
    assert "by anna, reviewed by anna, revision 1, " in page.splitlines()[-1]
    assert (differences + "\n", first + "\n", second) == (DIFFERENCES, FIRST, SECOND)


def test_an_address_stands_once(copied: Program, tmp_path: Path) -> None:
    words = "A trader was arrested in Hyesan on Feb. 4, a resident told us. He was jailed there on Feb. 5.\n"
    (tmp_path / "r.txt").write_text(words)
    url = "https://example.org/2025/02/06/trader"
    copied.said("ingest", str(tmp_path / "r.txt"), "--url", url, "--outlet", "RFA")
    evidence = ("--report", "5", "--quote", "A trader was arrested", "--source-type", "resident")
    copied.said("add", "--title", "Twice", "--type", "arrest", "--place", "Hyesan", *evidence)
    copied.said("edit", "10", "--report", "5", "--quote", "He was jailed", "--source-type", "resident")
    shown = copied.out("show", "10")
    assert "[2] Radio Free Asia" in shown
    assert shown.count(url) == 1


def test_page_of_an_undated_disputed_one(stocked: Program) -> None:
    shown = stocked.out("show", "6")
    assert "date        undated (reported 6 Feb 2025)\n" in shown
    assert ", disputed: " in shown
    assert "[2] Radio Free Asia, 6 Feb 2025 (report 4) · contradicts" in shown


def test_page_of_an_assessed_and_of_a_withdrawn_one(stocked: Program) -> None:
    assert "unverified: no evidence\n            assessed as confirmed: seen\n" in stocked.out("show", "8")
    assert "withdrawn   a mistake\n" in stocked.out("show", "9")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_page_keeps_the_width(stocked: Program, columns: int) -> None:
    for number in range(1, 10):
        shown = stocked("show", str(number), COLUMNS=str(columns)).stdout
        assert all(width(line) <= columns for line in shown.splitlines())


def test_object(stocked: Program) -> None:
    (found,) = json.loads(stocked.out("show", "1", "--format", "json"))
    assert list(found)[: len(INCIDENT)] == list(names(INCIDENT))
    assert list(found)[len(INCIDENT) :] == [
        "note",
        "level_reason",
        "reviewed_by",
        "reviewed_at",
        "withdrawn_reason",
        "place_list",
        "institution_list",
        "people_list",
        "evidence_list",
        "decisions",
        "relations",
        "open_names",
    ]
    assert found["place_list"] == [
        {"code": "KP-10.samsu", "name": "Samsu", "path": "Samsu, Ryanggang, North Korea", "role": "scene"}
    ]
    assert found["people_list"][0] == {"group": "detained", "low": 2, "high": 3, "approximate": False, "words": ""}
    first = found["evidence_list"][0]
    assert list(first) == [*names(EVIDENCE), "claims"]
    assert list(first["claims"][0]) == list(names(CLAIM))
    assert first["claims"][1]["followed"] is False
    assert json.loads(stocked.out("show", "1", "--format", "jsonl")) == found


def test_several_and_their_codes(stocked: Program) -> None:
    code = json.loads(stocked.out("show", "2", "--format", "jsonl"))["code"]
    found = list(csv.DictReader(io.StringIO(stocked.out("show", code, "1", "2", "--format", "csv"))))
    assert [row["id"] for row in found] == ["2", "1"]
    assert tuple(found[0]) == names(INCIDENT)


def test_what_is_not_there(stocked: Program) -> None:
    assert "there is no incident 99" in stocked.said("show", "1", "99", code=4)
    assert "there is no report 99" in stocked.said("report", "show", "99", code=4)
    assert "there is no incident zz" in stocked.said("history", "zz", code=4)
    assert "there is no place" in stocked.said("place", "show", "qqqqq", code=4)


def test_history(stocked: Program) -> None:
    shown = stocked.out("history", "9")
    assert "stock: recorded\n  title: The gone one\n  type: arrest\n  date: 1 Jan 2016 (“in words”)\n" in shown
    assert "  places: Hyesan\n" in shown
    assert "stock: withdrawn\n  why: a mistake\n  withdrawn: no → yes\n" in shown
    assert not re.search(r'[{}"]|[0-9a-f]{8}-', shown)
    assert "stock: recorded incident 9 “The gone one”\n" in stocked.out("history")
    rows = [json.loads(line) for line in stocked.out("history", "9", "--format", "jsonl").splitlines()]
    assert [list(row) for row in rows] == [list(names(CHANGE))] * 2
    assert json.loads(rows[1]["content"])["withdrawn"] == [False, True]
    assert len(stocked.out("history", "--limit", "3", "--format", "jsonl").splitlines()) == 3


def test_reports(stocked: Program) -> None:
    assert stocked.said("report", "list") == "4 reports: 4 new; no proposal waits\n"
    found = list(csv.DictReader(io.StringIO(stocked.out("report", "list", "--outlet", "RFA", "--format", "csv"))))
    assert [row["id"] for row in found] == ["1", "4"]
    assert tuple(found[0]) == names(REPORT)
    shown = stocked.out("report", "show", "1")
    assert "published   22 Jan 2016 by Radio Free Asia\n" in shown
    assert "incidents   1 · 1 Jan 2016: The day one\n            4 · by 31 Dec 2020: The open-start one\n" in shown
    assert shown.endswith("A guard told us that leaflets lay at the station. 혜산 역에 삐라.\n")
    (found,) = json.loads(stocked.out("report", "show", "1", "--format", "json"))
    assert list(found) == [*names(REPORT), "note", "text", "relations", "proposals", "incident_list"]


def test_a_report_without_a_title_goes_by_its_first_line(copied: Program, full: Program, tmp_path: Path) -> None:
    url = "https://example.org/2025/02/06/a-very-long-address-that-nobody-reads"
    (tmp_path / "r.txt").write_text(
        "---\noutlet: RFA\n---\n\nFILE PHOTO: A market\n\n# Trader held\n\nA trader was arrested in Hyesan.\n"
    )
    copied.said("ingest", str(tmp_path / "r.txt"), "--url", url)
    shown = copied("report", "list", COLUMNS="160").stdout
    assert "6 Feb 2025   Radio Free Asia  Trader held" in shown
    assert "example.org" not in shown
    assert copied.out("report", "show", "5").startswith("report 5 · Trader held\n")
    (tmp_path / "t.txt").write_text("Something else.\n")
    copied.said("ingest", str(tmp_path / "t.txt"), "--title", "Own title")
    assert "Own title" in copied.out("report", "list")


@pytest.mark.parametrize(
    "words", [("place", "list"), ("institution", "list"), ("outlet", "list"), ("report", "list")], ids=" ".join
)
@pytest.mark.parametrize("columns", [80, 120])
def test_lists_keep_the_width_and_break_no_word(full: Program, words: tuple[str, ...], columns: int) -> None:
    shown = full(*words, COLUMNS=str(columns)).stdout
    whole = set(full.out(*words, "--format", "tsv").split())
    assert all(width(line) <= columns for line in shown.splitlines())
    codes = {line.split("  ")[0] for line in shown.splitlines()[1:] if not line.startswith(" ")}
    assert codes <= whole


def test_the_longest_codes_and_kinds_keep_the_width(copied: Program) -> None:
    places = copied("place", "list", "--below", "China", COLUMNS="80").stdout
    assert "CN-XZ" in places
    assert {line.split()[1] for line in places.splitlines() if line.startswith("CN-XZ ")} == {"autonomous-region"}
    copied.said("add", "The Usi county agricultural supervision office punished two farmers in Usi on 2024-03-05")
    shown = copied("institution", "list", COLUMNS="80").stdout
    assert "kp.agricultural-supervision-office@KP-04.usi" in shown
    assert all(width(line) <= 80 for line in shown.splitlines())


def test_proposals_of_a_report(full: Program) -> None:
    found = json.loads(full.out("report", "show", "5", "--format", "jsonl"))
    assert found["proposals"]
    assert list(found["proposals"][0]) == list(names(PROPOSAL))
    assert found["proposals_waiting"] == len(found["proposals"])


def test_places(stocked: Program) -> None:
    shown = stocked.out("place", "show", "Onchon")
    assert shown.startswith("Onchon 온천군\ncode        KP-14.onchon\n")
    assert "under       Nampo (KP-14), from 2010\n" in shown
    assert "also under  South Pyongan (KP-02), until 2010\n            South Pyongan (KP-02), usage\n" in shown
    assert "map         geo:38.867,125.219\n" in shown
    assert "names       official (Korean): 온천군\n            romanization (English): Oncheon; Onchun\n" in shown
    assert "incidents   2: incidents list --place KP-14.onchon\n" in shown
    assert "incidents   none\n" in stocked.out("place", "show", "Kapsan")
    found = json.loads(stocked.out("place", "show", "KP-10", "--format", "jsonl"))
    added = ["names", "parents", "below", "incidents", "parent_since", "geo", "seed_says", "once"]
    assert list(found) == [*names(PLACE), *added, "sources", "citations"]
    assert (found["geo"], found["parent_since"]) == ("geo:41.402,128.178", "")
    assert "혜산" in stocked.out("place", "search", "hyesan")
    assert stocked.said("place", "search", "qqqq") == "0 found for 'qqqq', nor anything like it\n"
    codes = [line.split(",")[0] for line in stocked.out("place", "list", "--below", "KP-10", "--format", "csv").split()]
    assert {"KP-10", "KP-10.hyesan"} < set(codes)
    assert not {"KP-01", "KP-09.hoeryong", "KP"} & set(codes)


@pytest.mark.parametrize(("noun", "kind", "below"), [("place", "market", "KP-10"), ("institution", "mine", "")])
def test_things_are_listed_by_kind(stocked: Program, noun: str, kind: str, below: str) -> None:
    narrowed = ("--below", below) if below else ()
    everything = json.loads(stocked.out(noun, "list", *narrowed, "--format", "json"))
    found = json.loads(stocked.out(noun, "list", "--kind", kind.upper(), *narrowed, "--format", "json"))
    assert found == [one for one in everything if one["kind"] == kind]
    assert 0 < len(found) < len(everything)
    assert f"there is no {noun} kind 'hamlet'; it is one of " in stocked.said(noun, "list", "--kind", "hamlet", code=4)


def test_institutions_and_outlets(stocked: Program) -> None:
    assert "조선로동당" in stocked.out("institution", "show", "KWP")
    assert "kp.mss" in stocked.out("institution", "search", "보위부")
    assert "kp.wpk.cc" in stocked.out("institution", "list", "--below", "kp.wpk", "--format", "tsv")
    assert "rfa.org" in stocked("outlet", "list", COLUMNS="120").stdout


def test_text_of_a_report_cannot_drive_the_terminal(copied: Program) -> None:
    summary = "A \x1b]0;title\x07 and \u202eback"
    copied.out("add", "--title", "A title", "--type", "other", "--summary", summary, "--note", "\x1b[2J")
    for words in (("list",), ("show", "10"), ("history", "10")):
        assert "\x1b" not in copied.out(*words)
        assert "\u202e" not in copied.out(*words)
