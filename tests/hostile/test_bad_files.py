"""Files that are no reports, folders of traps, wrong manifests: one sentence, the right code, nothing lost."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.test_rights import Someone, someone
from tests.hostile.kills import state

__all__ = ["someone"]

TEXT = "A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.\n"
HANGUL = "양강도 혜산시에서 2월 4일 장사꾼이 체포됐다고 소식통이 전했다.\n"
BYTES: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 6, "is empty"),
    "blank": (b" \n\t\r\n", 6, "is empty"),
    "binary": (bytes(range(256)) * 40, 6, "is not a text file"),
    "a PDF": (b"%PDF-1.7\n1 0 obj\n", 6, "is a PDF; save its text as a .txt file first"),
    "UTF-16 with no mark": (TEXT.encode("utf-16-le"), 6, "looks like UTF-16 without a byte-order mark: save it as"),
    "UTF-16 the other way": (TEXT.encode("utf-16-be"), 6, "looks like UTF-16 without a byte-order mark: save it as"),
    "20 MB": (TEXT.encode() * 230_000, 6, "20,240,000 bytes, and a report at most 2,000,000 characters: split it, or"),
    "a line of 5 MB": (b"mine, " * 833_334, 6, "5,000,004 characters, and a report at most 2,000,000 characters"),
    "3 million Hangul": ("한".encode() * 3_000_000, 6, "9,000,000 bytes, and a report at most 2,000,000 characters"),
    "UTF-16 with a mark": (TEXT.encode("utf-16"), 0, ""),
    "UTF-8 with a mark": (TEXT.encode("utf-8-sig"), 0, ""),
    "CP949": (HANGUL.encode("cp949"), 0, "read as CP949, because it is not UTF-8"),
    "broken UTF-8": (TEXT.encode() + "혜산".encode()[:-1], 0, "could not be decoded"),
    "NUL": (TEXT.encode() + b"\0" + TEXT.encode() * 3, 0, "NUL character stands as U+FFFD"),
    "one letter": (b"x", 0, ""),
    "only marks": (b"\xef\xbb\xbf", 6, "is empty"),
    "terminal codes": (b"\x1b[31mA trader was arrested in Hyesan.\x1b[0m\n", 0, ""),
}


def refused(program: Program, *words: str, code: int = 6, stdin: str | None = None) -> str:
    """The one sentence of a command that must end so and take nothing in."""
    before = state(program.path)
    said = program.said(*words, code=code, stdin=stdin)
    assert said.count("\n") == 1, said
    assert said.startswith("incidents: "), said
    assert state(program.path) == before
    return said


def reports(program: Program) -> int:
    """How many reports the database holds."""
    return len(program.out("report", "list", "--format", "jsonl").splitlines())


REFUSED = [kind for kind, (_, code, _) in BYTES.items() if code]


@pytest.mark.parametrize("kind", REFUSED)
def test_bytes_that_are_no_report(held: Program, tmp_path: Path, kind: str) -> None:
    data, code, sentence = BYTES[kind]
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    assert f"{path} {sentence}" in refused(held, "ingest", str(path), code=code).replace(" has ", " ")
    dry = held.said("ingest", str(path), "--dry-run", code=code)
    assert f"{path} {sentence}" in dry.replace(" has ", " ")
    assert dry.endswith("incidents: 1 of 1 reports could not be read\n")


@pytest.mark.parametrize("kind", [kind for kind in BYTES if kind not in REFUSED])
def test_bytes_that_are_one(copied: Program, tmp_path: Path, kind: str) -> None:
    data, _, sentence = BYTES[kind]
    (tmp_path / "report.txt").write_bytes(data)
    assert sentence in copied.said("ingest", str(tmp_path / "report.txt"), "--outlet", "RFA")
    assert reports(copied) == 5


def test_what_was_read_in_another_encoding_is_kept_as_it_came(copied: Program, tmp_path: Path) -> None:
    for number, data, text in (
        (5, TEXT.encode("utf-16"), TEXT),
        (6, HANGUL.encode("cp949"), HANGUL),
        (7, TEXT.encode() + b"\xff", TEXT + "\ufffd"),
    ):
        (tmp_path / f"{number}.txt").write_bytes(data)
        copied.said("ingest", str(tmp_path / f"{number}.txt"))
        assert json.loads(copied.out("report", "show", str(number), "--format", "jsonl"))["text"] == text


def _trap(folder: Path) -> None:
    """One report, and all that can lie beside it."""
    (folder / "below").mkdir(parents=True)
    (folder / "one.txt").write_text(TEXT)
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "socket.txt"))
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "below" / "up").symlink_to("..", target_is_directory=True)
    (folder / "folder.txt").mkdir()
    (folder / "device.txt").symlink_to("/dev/zero")


def test_a_folder_of_traps(copied: Program, tmp_path: Path) -> None:
    _trap(tmp_path / "traps")
    said = copied.said("ingest", str(tmp_path / "traps"), "--published", "2025-02-06", "--outlet", "RFA", code=6)
    for name, why in (
        ("pipe.txt", "is a pipe, a socket or a device, no file"),
        ("socket.txt", "is a pipe, a socket or a device, no file"),
        ("device.txt", "is a pipe, a socket or a device, no file"),
        ("self.txt", "is a link that leads to itself"),
    ):
        assert f"left out: {tmp_path / 'traps' / name} {why}\n" in said
    assert "gone.txt cannot be read: No such file or directory" in said
    assert said.endswith("incidents: 1 of 2 reports could not be taken in; the others were\n")
    assert reports(copied) == 5


def test_a_file_that_may_not_be_read_does_not_stop_the_others(someone: Someone) -> None:
    reports = someone.home / "reports"
    (reports / "shut").mkdir(parents=True)
    for name in ("one.txt", "shut.txt", "shut/two.txt"):
        (reports / name).write_text(f"{TEXT}Seen in {name}.\n")
    for name in ("shut.txt", "shut"):
        (reports / name).chmod(0o000)
    database = str(someone.home / "folder" / "stocked.db")
    code, said = someone("ingest", str(reports), "--published", "2025-02-06", "--db", database)
    (reports / "shut").chmod(0o700)
    assert code == 6
    assert f"left out: {reports / 'shut'} cannot be read: Permission denied\n" in said
    assert "shut.txt cannot be read: Permission denied" in said
    assert said.endswith("incidents: 1 of 2 reports could not be taken in; the others were\n")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gone.txt", "gone.txt is not there"),
        ("self.txt", "self.txt cannot be read: Too many levels of symbolic links"),
        ("socket.txt", "socket.txt cannot be read: No such device or address"),
        ("device.txt", "device.txt has more than 8,000,000 bytes, and a report at most 2,000,000 characters"),
        ("folder.txt", "there is no report in "),
        ("one.txt/below.txt", "below.txt is not there"),
        ("x" * 300, "cannot be read: File name too long"),
        ("nothing*.txt", "nothing*.txt is not there"),
    ],
)
def test_a_path_that_is_no_file(held: Program, tmp_path: Path, name: str, sentence: str) -> None:
    _trap(tmp_path / "traps")
    assert sentence in refused(held, "ingest", str(tmp_path / "traps" / name))


ROW = "one.txt,RFA,2025-02-06\n"
MANIFESTS: dict[str, tuple[str | bytes, str]] = {
    "no column file": ("name,outlet\none.txt,RFA\n", "line 1: the column file is missing; expected file"),
    "no header": (ROW, "line 1: the column file is missing"),
    "nothing": ("", "line 1: the column file is missing"),
    "only a header": ("file,outlet,published\n", "there is no report in"),
    "a file that is not there": (
        "file,outlet,published\n" + ROW + "two.txt,RFA,2025\n",
        "line 3: two.txt is not there",
    ),
    "a row twice": ("file,outlet,published\n" + ROW * 2, "line 3: one.txt stands there twice"),
    "a row without a file": ("file,outlet,published\n,RFA,2025\n", "line 2: no file is named"),
    "a folder as a file": ("file\n.\n", "line 2: . is not there"),
    "too few cells": ("file,outlet,published\none.txt,RFA\n", "line 2: 2 cells, but the header has 3"),
    "too many cells": ("file\none.txt,RFA\n", "line 2: 2 cells, but the header has 1"),
    "a column twice": ("file,file\none.txt,one.txt\n", "line 1: a column stands there twice"),
    "semicolons": ("file;outlet\none.txt;RFA\n", "line 1: its cells are not separated by commas"),
    "an open quote": ('file,outlet\n"one.txt,RFA\n', "line 2: unexpected end of data"),
    "another encoding": ("file,outlet\none.txt,노동신문\n".encode("cp949"), "is not UTF-8"),
    "UTF-16": ("file,outlet\none.txt,RFA\n".encode("utf-16"), "is not UTF-8"),
    "NUL": (b"file,outlet\none.txt\0,RFA\n", "line 2: one.txt"),
    "an impossible date": (
        "file,outlet,published\none.txt,RFA,Feb 30\n",
        "the publication date 'Feb 30' is no EDTF date",
    ),
    "a range the wrong way": (
        "file,published\none.txt,2025/2024\n",
        "the publication date '2025/2024' is no EDTF date",
    ),
    "an unknown outlet": (
        "file,outlet\none.txt,Radio Fre Asia\n",
        "no outlet is known as 'Radio Fre Asia'; did you mean",
    ),
    "an unknown handling": ("file,handling\none.txt,secret\n", "handling is 'secret'; it is one of public, internal"),
    "a long cell": ("file,title\none.txt," + "x" * 200_000 + "\n", "line 2: field larger than field limit"),
}


@pytest.mark.parametrize("kind", MANIFESTS)
def test_a_wrong_manifest(held: Program, tmp_path: Path, kind: str) -> None:
    table, sentence = MANIFESTS[kind]
    (tmp_path / "one.txt").write_text(TEXT)
    manifest = tmp_path / "m.csv"
    manifest.write_bytes(table if isinstance(table, bytes) else table.encode())
    assert sentence in refused(held, "ingest", "--manifest", str(manifest))
    if kind != "an unknown outlet":  # which only storing needs
        assert sentence in held.said("ingest", "--manifest", str(manifest), "--dry-run", code=6)


def test_one_wrong_row_of_a_manifest_does_not_stop_the_others(copied: Program, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt", "three.txt"):
        (tmp_path / name).write_text(f"{TEXT}Seen by {name}.\n")
    rows = "file,published\none.txt,2025-02-06\ntwo.txt,Feb 30\nthree.txt,2025\n"
    (tmp_path / "manifest.csv").write_text(rows)
    said = copied.said("ingest", str(tmp_path), code=6)
    assert "two.txt: the publication date 'Feb 30' is no EDTF date" in said
    assert said.endswith("1 of 3 reports could not be taken in; the others were\n")
    assert reports(copied) == 6


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda _: None, "m.csv cannot be read: No such file or directory"),
        (lambda path: path.mkdir(), "m.csv cannot be read: Is a directory"),
        (lambda path: path.symlink_to(path), "m.csv cannot be read: Too many levels of symbolic links"),
    ],
)
def test_a_manifest_that_is_no_file(held: Program, tmp_path: Path, make: Callable[[Path], None], sentence: str) -> None:
    make(tmp_path / "m.csv")
    assert sentence in refused(held, "ingest", "--manifest", str(tmp_path / "m.csv"))


@pytest.mark.parametrize(
    ("front", "sentence"),
    [
        ("published: Feb 30", "the publication date 'Feb 30' is no EDTF date"),
        ("published: 2025/2024", "the publication date '2025/2024' is no EDTF date"),
        ("handling: secret", "handling is 'secret'; it is one of"),
        ("outlet: Radio Fre Asia", "no outlet is known as 'Radio Fre Asia'; did you mean Radio Free Asia"),
    ],
)
def test_wrong_front_matter(held: Program, tmp_path: Path, front: str, sentence: str) -> None:
    (tmp_path / "one.txt").write_text(f"---\n{front}\n---\n{TEXT}")
    assert sentence in refused(held, "ingest", str(tmp_path / "one.txt"))


@pytest.mark.parametrize("opening", ["---\n", "---\nno colon\n---\n", "---\n" + "x: y\n" * 60 + "---\n", "------\n"])
def test_what_only_looks_like_front_matter_is_text(copied: Program, tmp_path: Path, opening: str) -> None:
    (tmp_path / "one.txt").write_text(opening + TEXT)
    copied.said("ingest", str(tmp_path / "one.txt"), "--published", "2025-02-06")
    assert reports(copied) == 5
