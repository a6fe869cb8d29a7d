"""The names that are kept taken apart: what is read with them is what is read without, whatever stands in the cache."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from incidents.actions import known, reading
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.model.reference import Place
from tests.actions.conftest import Program

TEXT = (
    "Leaflets were found in Samsu county, Ryanggang Province, the foreign minister of China told the U.S. Army, KCNA."
)
KOREAN = "양강도 혜산시에서 국가 보위성 요원들이 황해 과일군의 개성고려인삼과 안주를, 조선신보는 군 보위부를 말했다."
READ = f"""
from incidents.actions import reading
names = reading.lexicon(None, "en").names({TEXT!r})
print(names.places, names.institutions, names.outlets)
"""
PARTS = ("names-en.bin", "phrases-en.bin", "reference.bin")


def told(names: Names) -> str:
    return f"{names.places} {names.institutions} {names.outlets}"


@pytest.fixture(scope="module")
def right() -> str:
    return told(Lexicon(read_reference(), read_phrases("en")).names(TEXT))


def read() -> str:
    known.changed()
    return told(reading.lexicon(None, "en").names(TEXT))


@pytest.fixture(scope="module")
def right_in_korean() -> str:
    return told_in_korean(Lexicon(read_reference(), read_phrases("ko")))


def told_in_korean(lexicon: Lexicon) -> str:
    assert lexicon.hangul
    return f"{told(lexicon.names(KOREAN))} {lexicon.hangul.find(KOREAN)}"


def read_korean() -> str:
    known.changed()
    return told_in_korean(reading.lexicon(None, "ko"))


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_instead(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


SPOILS: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1000]),
    "changed": lambda path: path.write_bytes(path.read_bytes().replace(b"samsu", b"sansu").replace(b"Samsu", b"Sansu")),
    "of another kind": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" * 100),
    "a folder": folder_instead,
    "a link to nothing": link_instead,
    "another language's": lambda path: path.write_bytes((path.parent / "names-ko.bin").read_bytes()),
    "not to be read": lambda path: path.chmod(0),
}


@pytest.mark.parametrize("name", SPOILS)
@pytest.mark.parametrize("part", PARTS)
def test_whatever_stands_there_names_are_found_alike(
    kept: Path, right: str, part: str, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    read()
    reading.lexicon(None, "ko")
    SPOILS[name](kept / part)
    assert read() == right
    assert read() == right
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", sorted(set(SPOILS) - {"another language's"}))
def test_whatever_stands_there_names_in_hangul_are_found_alike(kept: Path, right_in_korean: str, name: str) -> None:
    read_korean()
    SPOILS[name](kept / "names-ko.bin")
    assert read_korean() == right_in_korean


def test_without_a_folder_to_write_names_are_found_alike(kept: Path, right: str) -> None:
    kept.write_text("a file stands where the folder would be", encoding="utf-8")
    assert read() == right


def test_without_a_home_names_are_found_alike(right: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home directory is known")

    monkeypatch.setattr("incidents.paths.cache_dir", homeless)
    assert read() == right


def test_a_language_is_no_path(kept: Path) -> None:
    reading.lexicon(None, "../../evil")
    assert sorted(path.name for path in kept.parent.rglob("*.bin")) == ["names-any.bin", "reference.bin"]


def test_several_processes_at_once_find_names_alike(tmp_path: Path, right: str) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    running = [
        subprocess.Popen([sys.executable, "-c", READ], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    answers = [process.communicate(timeout=120) for process in running]
    assert [(out.decode().strip(), error) for out, error in answers] == [(right, b"")] * 3
    assert sorted(path.name for path in (tmp_path / "cache/incidents").iterdir()) == sorted(PARTS)


def test_names_of_a_database_are_kept_apart_and_follow_its_changes(
    kept: Path, full_copied: Program, right: str
) -> None:
    def places() -> list[str]:
        known.changed()
        hits = reading.lexicon(full_copied.location, "en").names("In Xamsu and Samsu").places
        return [code for hit in hits for code, _ in hit.found]

    assert places() == ["KP-10.samsu"]
    full_copied.out("place", "alias", "add", "Samsu", "Xamsu")
    assert places() == ["KP-10.samsu", "KP-10.samsu"]
    assert places() == ["KP-10.samsu", "KP-10.samsu"]
    assert (kept / "names-own-en.bin").is_file()
    assert read() == right
    full_copied.out("undo")
    assert places() == ["KP-10.samsu"]


def test_what_a_record_brought_is_known_without_another_version(
    kept: Path, full_copied: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key of the kept names is what is there, not what makes older readings out of date."""
    seeds = reading.reference(None)
    more = (*seeds.places, Place("KP-10.samsu.xa", "Xamsuri", "ri", "settlement", "KP-10.samsu"))
    for number, changes in enumerate(("", "a", "b")):
        held = type(seeds)(places=more[: len(more) - (number == 0)], version=seeds.version, changes=changes)
        monkeypatch.setattr(reading, "reference", lambda _, held=held: held)
        reading.lexicon.cache_clear()
        found = reading.lexicon(None, "en").names("In Xamsuri").places
        assert len(found) == (number > 0)
