"""`list`: the whole output of each format on a stocked database, the counts, the page of a terminal."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from incidents.output.columns import names
from incidents.output.listings import FOUND
from incidents.output.width import width
from tests.cli.conftest import Program

TABLE = """\
id  date                 level        place              title
 8  12 Dec 2013          confirmed    Pyongyang          The assessed one
 2  Oct 2015             unverified   Hyesan, Ryanggang  The month one
                                      and 1 more
 1  1 Jan 2016           single       Samsu, Ryanggang   The day one
 3  late Mar 2016        unverified   Onchon, Nampo      The third one
 4  by 31 Dec 2020       single       North Korea        The open-start one
 5  after 11 Mar 2024    single       Irkutsk Oblast     The open-end one
 6  undated (reported 6  single!      Onchon, Nampo      The undated one
    Feb 2025)
 7  undated              unverified                      The bare one
"""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_table(stocked: Program) -> None:
    result = stocked("list")
    squeezed = [re.sub(r"\s+", " ", line) for line in result.stdout.splitlines()]
    assert squeezed == [re.sub(r"\s+", " ", line) for line in TABLE.splitlines()]
    assert result.stderr == "8 incidents, 2 undated, 0 proposals wait\n"


@pytest.mark.parametrize("columns", [60, 80, 100, 120, 200])
def test_table_keeps_the_width(stocked: Program, columns: int) -> None:
    text = stocked("list", COLUMNS=str(columns)).stdout
    assert all(width(line) <= columns for line in text.splitlines())
    assert ("single-source" in text) == (columns >= 110)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "8 incidents, 2 undated, 0 proposals wait"),
        (("--limit", "1"), "8 incidents, 2 undated, 0 proposals wait"),
        (("--province", "Ryanggang"), "2 of 8 incidents"),
        (("--tag", "nothing"), "0 of 8 incidents"),
        (("--withdrawn",), "1 withdrawn incident"),
    ],
)
def test_counts(stocked: Program, words: tuple[str, ...], said: str) -> None:
    assert stocked.said("list", *words) == said + "\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--province", "yanggang"), "2 1"),
        (("--province", "량강"), "2 1"),
        (("--province", "KP-10"), "2 1"),
        (("--province", "KP-10", "--province", "Nampo"), "2 1 3 6"),
        (("--place", "Hoeryong"), "2"),
        (("--institution", "Workers' Party"), "6"),
        (("--institution", "보위부"), "1"),
        (("--type", "arrest"), "3"),
        (("--family", "Control"), "8 2 3 5"),
        (("--status", "planned"), "4"),
        (("--kind", "aggregate"), "3"),
        (("--since", "2016", "--until", "2016"), "1 3"),
        (("--since", "2016-03"), "3 4 5 6 7"),
        (("--since", "1 March 2016"), "3 4 5 6 7"),
        (("--since", "2016-3"), "3 4 5 6 7"),
        (("--until", "2015-10-01"), "8 2"),
        (("--since", "2016", "--until", "2016", "--possible"), "1 3 4 6 7"),
        (("--since", "2015-10-02", "--until", "2016", "--certain"), "1 3"),
        (("--verification", "unverified"), "2 3 7"),
        (("--at-least", "confirmed"), "8"),
        (("--disputed",), "6"),
        (("--reviewed", "--province", "KP-10"), "1"),
        (("--source-type", "Other media"), "1"),
        (("--outlet", "One Free Korea"), "1"),
        (("--tag", "day"), "1"),
        (("--text", "leaflets"), "1"),
        (("--text", "삐라"), "1"),
        (("--recorded-since", "2999"), ""),
        (("--by", "anna"), "1"),
        (("--withdrawn",), "9"),
        (("--limit", "2"), "6 7"),
        (("--sort", "-id", "--limit", "2"), "8 7"),
    ],
)
def test_filters(stocked: Program, words: tuple[str, ...], expected: str) -> None:
    found = rows(stocked.out("list", "--format", "csv", *words))
    assert " ".join(row["id"] for row in found) == expected


def test_a_filter_takes_no_role(stocked: Program) -> None:
    told = "'Hyesan:scene' has a role, which a filter does not ask for: write 'Hyesan'"
    assert told in stocked.said("list", "--place", "Hyesan:scene", code=2)
    assert "there is no place 'Atlantis:scene'" in stocked.said("list", "--place", "Atlantis:scene", code=4)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("N. Hamgyong", "North Hamgyong"),
        ("N.Hamgyong", "North Hamgyong"),
        ("s pyongan", "South Pyongan"),
        ("S. Hwanghae Province", "South Hwanghae"),
    ],
)
def test_a_point_of_the_compass_may_be_a_letter(stocked: Program, short: str, full: str) -> None:
    assert stocked.out("list", "--province", short) == stocked.out("list", "--province", full)
    assert stocked.out("place", "show", short) == stocked.out("place", "show", full)


def test_a_county_finds_its_institutions_by_the_word(full_copied: Program) -> None:
    accepted = full_copied.out("review", "--format", "jsonl").splitlines()
    numbers = [str(json.loads(one)["id"]) for one in accepted if "party-committee@KP-14.onchon" in one]
    full_copied.said("review", "--accept", numbers[0])
    assert "did you mean Onchon County Party Committee" in full_copied.said("list", "--institution", "Onchon", code=4)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--province", "Ryangang"), 4, "there is no province 'Ryangang'; did you mean Ryanggang"),
        (("--province", "Hyesan"), 4, "use --place"),
        (("--place", "Unsan"), 2, "give the code"),
        (("--institution", "qqqq"), 4, "incidents institution list"),
        (("--type", "excution"), 4, "did you mean execution"),
        (("--type", "executions"), 4, "did you mean execution? incidents add --help lists all"),
        (("--type", "graffiti"), 4, "did you mean leaflet-graffiti?"),
        (("--type", "torture"), 4, "did you mean abuse?"),
        (("--type", "threat"), 4, "did you mean theft? incidents add --help lists all"),
        (("--type", "qqqq"), 4, "it is one of absenteeism, abuse, accident"),
        (("--province", "Yangang"), 4, "did you mean Ryanggang, North Korea (KP-10)?\n"),
        (("--place", "Hyeasn"), 4, "did you mean Hyesan, Ryanggang"),
        (("--place", "Samsuu, Ryanggang"), 4, "did you mean Samsu, Ryanggang"),
        (("--institution", "Onchon"), 4, "there is no institution 'Onchon'; incidents institution list names them"),
        (("--institution", "Party School"), 4, "did you mean Kim Il Sung Higher Party School"),
        (("--institution", "State Security"), 4, "did you mean Ministry of State Security, "),
        (("--institution", "State Security"), 4, "(more: incidents institution search 'State Security')"),
        (("--outlet", "Free Asia"), 4, "did you mean Radio Free Asia"),
        (("--since", "2019-13"), 2, "--since '2019-13' is no date"),
        (("--since", "Feb 30"), 2, "--since “Feb 30” does not exist: the calendar has no such day; write "),
        (("--since", "2016-02-30"), 2, "is no date"),
        (("--until", "2016/.."), 2, "is open at the end"),
        (("--since", "2020", "--until", "2019"), 2, "--since 2020 is after --until 2019"),
    ],
)
def test_what_cannot_be_meant(stocked: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    said = stocked.said("list", *words, code=code)
    assert sentence in said
    assert said.count("\n") == 1


def test_csv_whole(stocked: Program) -> None:
    text = stocked.out("list", "--format", "csv")
    assert text.splitlines()[0] == ",".join(names(FOUND))
    first = rows(text)[2]
    assert {name: first[name] for name in first if name not in ("code", "uid", "recorded_at")} == {
        "id": "1",
        "date": "2016-01-01",
        "earliest": "2016-01-01",
        "latest": "2016-01-01",
        "extent": "within",
        "basis": "stated",
        "date_words": "in words",
        "first_reported": "2016-01-20",
        "last_reported": "2016-02-15",
        "title": "The day one",
        "summary": "Leaflets against the leader, 삐라.",
        "type": "leaflet-graffiti",
        "family": "dissent",
        "kind": "event",
        "status": "occurred",
        "place": "Samsu",
        "place_path": "Samsu, Ryanggang, North Korea",
        "place_code": "KP-10.samsu",
        "province": "Ryanggang",
        "province_code": "KP-10",
        "precision": "county",
        "places": "Samsu",
        "institutions": "Ministry of State Security",
        "people": "2–3 detained; dozens of families",
        "level": "single-source",
        "level_computed": "single-source",
        "level_assessed": "",
        "level_explanation": first["level_explanation"],
        "disputed": "false",
        "review": "reviewed",
        "evidence_count": "2",
        "source_count": "2",
        "source_types": "media; resident",
        "origins": "Radio Free Asia",
        "tags": "day",
        "revision": "1",
        "withdrawn": "false",
        "recorded_by": "anna",
        "via": "",
    }


def test_the_formats_hold_the_same(stocked: Program) -> None:
    objects = json.loads(stocked.out("list", "--format", "json"))
    assert objects == [json.loads(line) for line in stocked.out("list", "--format", "jsonl").splitlines()]
    assert [list(one) for one in objects] == [list(names(FOUND))] * 8
    assert objects[2]["id"] == 1
    assert objects[2]["disputed"] is False
    assert objects[7]["date"] is None
    assert [one["title"] for one in objects] == [row["title"] for row in rows(stocked.out("list", "--format", "csv"))]
    for form in ("tsv", "md"):
        lines = stocked.out("list", "--format", form).splitlines()
        assert len(lines) == {"tsv": 9, "md": 10}[form]
        assert all(one["title"] in line for one, line in zip(objects, lines[-8:], strict=True))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("id,institution", "no column 'institution' (did you mean institutions?); it is some of id, "),
        ("xyz", "no column 'xyz'; it is some of id, "),
    ],
)
def test_a_column_that_is_none_names_the_one_like_it(stocked: Program, typed: str, told: str) -> None:
    assert told in stocked.said("list", "--columns", typed, code=2)


def test_markdown_has_the_few_columns_that_a_reader_wants(stocked: Program) -> None:
    header, _, *lines = stocked.out("list", "--format", "md").splitlines()
    assert header == "| id | date | place | title | level | sources |"
    assert lines[2].startswith("| 1 | 1 Jan 2016 | Samsu, Ryanggang, North Korea | The day one | single-source | ")
    assert "single-source, disputed" in lines[6]


def test_a_place_that_is_asked_for_stands_first(copied: Program) -> None:
    places = ("--place", "Pyongsong", "--place", "Hyesan", "--place", "Hoeryong")
    copied.said("add", "--title", "At three", "--type", "arrest", "--date", "2020", *places)
    assert "Pyongsong, South Pyongan and 2 more" in copied("list", COLUMNS="200").stdout
    assert "Hoeryong, North Hamgyong and 2 more" in copied("list", "--place", "Hoeryong", COLUMNS="200").stdout
    assert "Hyesan, Ryanggang and 2 more" in copied("list", "--province", "Ryanggang", COLUMNS="200").stdout


def test_a_rough_day_of_the_report_is_shown_as_such(copied: Program, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Traders were arrested in Hyesan, a resident of Ryanggang told us.\n")
    copied.said("ingest", str(tmp_path / "r.txt"), "--outlet", "RFA", "--published", "2020-09~")
    evidence = ("--report", "5", "--quote", "Traders were arrested")
    copied.said("add", "--title", "Rough", "--type", "arrest", "--place", "Hyesan", *evidence)
    assert "undated (reported about Sep 2020)" in copied("list", COLUMNS="200").stdout


def test_what_is_told_where_nothing_is_found(copied: Program, full: Program, tmp_path: Path) -> None:
    hint = "1 more could lie in that time, undated or open: --possible lists them\n"
    assert copied.said("list", "--since", "2030", "--tag", "undated") == "0 of 8 incidents\n" + hint
    assert copied.said("list", "--text", "leafle").endswith("whole words: leaflet does not find leaflets\n")
    assert "whole words" not in copied.said("list", "--text", "leaflets")
    said = full.said("list", "--tag", "nothing")
    assert re.fullmatch(r"0 of 7 incidents\n\d+ proposals wait: incidents review --list\n", said)
    empty = Program(tmp_path / "empty.db")
    empty.said("db", "init")
    assert "\nnothing yet: incidents ingest FILE" in empty.said("list")


def test_a_place_found_by_a_former_or_usual_parent_says_so(stocked: Program) -> None:
    text = stocked("list", "--province", "South Pyongan", COLUMNS="200").stdout
    assert text.count("Onchon, Nampo; via South Pyongan (usage)") == 2
    assert "via" not in stocked.out("list", "--province", "Nampo")
    rows = json.loads(stocked.out("list", "--province", "South Pyongan", "--format", "json"))
    assert [row["via"] for row in rows if row["place"] == "Onchon"] == ["South Pyongan (usage)"] * 2
    assert {row["via"] for row in rows if row["place"] != "Onchon"} <= {""}
    assert {row["via"] for row in json.loads(stocked.out("list", "--province", "Nampo", "--format", "json"))} == {""}
    chosen = stocked.out("list", "--province", "KP-02", "--columns", "via,id", "--format", "csv")
    assert chosen.splitlines()[:2] == ["via,id", f"South Pyongan (usage),{rows[0]['id']}"]
    assert "; via South Pyongan (usage) |" in stocked.out("list", "--province", "KP-02", "--format", "md")


def test_of_several_places_the_one_that_lies_there_today_is_shown(copied: Program) -> None:
    title = ("add", "--title", "A dinner and a trial", "--type", "punishment", "--date", "2025")
    copied.said(*title, "--place", "Onchon", "--place", "Tokchon")
    (line,) = [row for row in copied.out("list", "--province", "KP-02").splitlines() if "A dinner" in row]
    assert "Tokchon" in line
    assert "Onchon" not in line


def test_a_name_of_a_province_here_is_no_other_abroad(stocked: Program) -> None:
    here = stocked("list", "--province", "KP-07").stdout
    for words in (("--province", "Kangwon"), ("--place", "kangwon"), ("--province", "강원")):
        assert stocked("list", *words).stdout == here, words
    assert "can be several" in stocked.said("list", "--place", "Unsan", code=2)
    assert "can be several" in stocked.said("place", "show", "Kangwon", code=2)


def terminal(program: Program, *words: str, lines: int = 12, columns: int = 80, **more: str) -> str:
    """What a terminal of this size shows."""
    own, other = pty.openpty()
    environment = {**os.environ, **program.environment, "LINES": str(lines), "COLUMNS": str(columns), **more}
    with subprocess.Popen(
        [sys.executable, "-c", "from incidents.cli import main; main()", *words],
        stdin=other,
        stdout=other,
        stderr=other,
        env=environment,
    ) as running:
        os.close(other)
        shown = b""
        try:
            while piece := os.read(own, 4096):
                shown += piece
        except OSError:  # the other end is closed
            pass
    os.close(own)
    assert running.returncode == 0, shown
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_last_page_that_fits(stocked: Program) -> None:
    shown = terminal(stocked, "list", TERM="xterm")
    lines = re.sub(r"\x1b\[\d*m", "", shown).splitlines()
    assert len(lines) <= 11
    assert lines[0] == "8 incidents, 2 undated, 0 proposals wait"
    assert "The bare one" in lines[-1]
    assert re.fullmatch(r"the last \d of 8 \(all: --limit 8\)", lines[1])
    assert "\x1b[" in shown


def test_a_terminal_shows_the_first_page_of_a_turned_order(stocked: Program) -> None:
    shown = terminal(stocked, "list", "--sort", "-date", NO_COLOR="1")
    assert re.fullmatch(r"the first \d of 8 \(all: --limit 8\)", shown.splitlines()[1])
    assert "The bare one" in shown.splitlines()[3]
    assert "The assessed one" not in shown


def test_a_limit_goes_before_the_page(stocked: Program) -> None:
    assert terminal(stocked, "list", "--limit", "8", NO_COLOR="1").count("The ") == 8


def test_no_color_and_a_dumb_terminal_are_kept(stocked: Program) -> None:
    assert "\x1b" not in terminal(stocked, "list", NO_COLOR="1")
    assert "\x1b" not in terminal(stocked, "list", TERM="dumb")


def test_a_closed_pipe_ends_quietly(stocked: Program, tmp_path: Path) -> None:
    program = "from incidents.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "place", "list", "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **stocked.environment},
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_csv_is_utf8_with_its_own_newlines_wherever_it_goes(stocked: Program, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    with file.open("wb") as target:
        subprocess.run(
            [sys.executable, "-c", "from incidents.cli import main; main()", "list", "--format", "csv"],
            stdout=target,
            check=True,
            env={**os.environ, **stocked.environment, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C"},
            stderr=subprocess.DEVNULL,
        )
    data = file.read_bytes()
    assert "삐라".encode() in data
    assert data.count(b"\r\n") == 9


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_in_one_sentence(stocked: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-c", "from incidents.cli import main; main()", "list", "--format", "csv"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, **stocked.environment},
        )
    assert result.returncode == 6
    assert result.stderr.splitlines()[1:] == ["incidents: the output cannot be written: No space left on device"]


def test_a_series_is_listed_but_not_counted(copied: Program) -> None:
    copied.said("add", "--title", "A series", "--type", "arrest", "--kind", "series", "--place", "Hyesan")
    assert copied.said("list").startswith("8 incidents and 1 series, ")
    assert copied.said("list", "--place", "Hyesan") == "1 of 8 incidents and 1 series\n"
    assert copied.said("list", "--kind", "series") == "1 of 8 incidents\n"
    assert "A series" in copied.out("list")
