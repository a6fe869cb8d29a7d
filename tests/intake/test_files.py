"""Which files are read, in which order, and that none is left out in silence."""

import os
from pathlib import Path

import pytest

from incidents.errors import BadInput
from incidents.intake.files import Item, gather


def names(folder: Path, *paths: str, manifest: str | None = None) -> tuple[list[str], tuple[str, ...]]:
    found = gather(paths, manifest)
    return [str(Path(item.name).relative_to(folder)) for item in found.items], found.left_out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.md", "scan.pdf", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    return tmp_path


def test_a_folder_gives_its_texts_and_says_what_it_left_out(folder: Path) -> None:
    found, left_out = names(folder, str(folder))
    assert found == ["a.txt", "b.txt", "deep/c.md"]
    assert [Path(line.split(" is ")[0]).name for line in left_out] == [".hidden.txt", "scan.pdf"]


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder, target_is_directory=True)
    assert names(folder, str(folder))[0] == ["a.txt", "b.txt", "deep/c.md"]


def test_a_link_to_itself_is_left_out_with_the_reason(folder: Path) -> None:
    (folder / "self.txt").symlink_to("self.txt")
    found, left_out = names(folder, str(folder))
    assert found == ["a.txt", "b.txt", "deep/c.md"]
    assert f"{folder / 'self.txt'} is a link that leads to itself" in left_out
    with pytest.raises(BadInput, match=r"self\.txt cannot be read: Too many levels"):
        gather([str(folder / "self.txt")])


def test_what_is_no_file_is_left_out_of_a_folder_and_never_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    found, left_out = names(folder, str(folder))
    assert found == ["a.txt", "b.txt", "deep/c.md"]
    for name in ("pipe.txt", "device.txt"):
        assert f"{folder / name} is a pipe, a socket or a device, no file" in left_out


def test_a_text_that_is_too_long_is_refused_unless_any_size_is_wanted(folder: Path) -> None:
    with pytest.raises(BadInput, match="has more than 8,000,000 bytes, and a report at most 2,000,000 characters"):
        Item("/dev/zero", Path("/dev/zero")).read()
    with (folder / "long.txt").open("wb") as file:
        file.truncate(8_000_001)
    with pytest.raises(BadInput, match=r"--any-size"):
        gather([str(folder / "long.txt")]).items[0].read()
    assert len(gather([str(folder / "long.txt")], any_size=True).items[0].read()) == 8_000_001


def test_the_same_file_twice_is_read_once_and_said(folder: Path) -> None:
    found, left_out = names(folder, str(folder / "a.txt"), str(folder / "a.txt"))
    assert (found, len(left_out)) == (["a.txt"], 1)


def test_a_manifest_gives_the_files_and_what_is_said_of_them(folder: Path) -> None:
    (folder / "manifest.csv").write_text("file,outlet,published,language,url\nb.txt,RFA,2024-04~,en,\n")
    (item,) = gather([str(folder)]).items
    assert (Path(item.name).name, item.said.outlet, item.said.published) == ("b.txt", "RFA", "2024-04~")


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ("name,outlet\nb.txt,RFA\n", "line 1: the column file is missing"),
        ("file,outlet\nb.txt\n", "line 2: 1 cells"),
        ("file,outlet\nz.txt,RFA\n", "line 2: z.txt is not there"),
        ("file,outlet\na.txt,\nb.txt,\na.txt,\n", "line 4: a.txt stands there twice"),
        ("file,outlet\n,RFA\n", "line 2: no file is named"),
    ],
)
def test_a_wrong_manifest_names_the_line(folder: Path, manifest: str, says: str) -> None:
    (folder / "m.csv").write_text(manifest)
    with pytest.raises(BadInput, match=says):
        gather([], str(folder / "m.csv"))


def test_a_path_that_is_not_there(folder: Path) -> None:
    with pytest.raises(BadInput, match=r"nothing\.txt is not there"):
        gather([str(folder / "nothing.txt")])


def test_a_blank_line_at_the_end_of_a_manifest_is_left_alone(folder: Path) -> None:
    (folder / "m.csv").write_text("file,outlet\nb.txt,RFA\n\n")
    assert names(folder, manifest=str(folder / "m.csv"))[0] == ["b.txt"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"file;outlet\nb.txt;RFA\n", r"m\.csv, line 1: its cells are not separated by commas"),
        ("file,outlet\nb.txt,량강도\n".encode("cp949"), r"m\.csv is not UTF-8"),
        ("file,outlet\n".encode("utf-16"), r"m\.csv is not UTF-8"),
        (b"b.txt,RFA\n", r"m\.csv, line 1: the column file is missing"),
        (b"", r"m\.csv, line 1: the column file is missing"),
    ],
)
def test_a_manifest_of_another_form_is_told_by_its_path(folder: Path, data: bytes, says: str) -> None:
    (folder / "m.csv").write_bytes(data)
    with pytest.raises(BadInput, match=f"^{folder}/{says}"):
        gather([], str(folder / "m.csv"))
