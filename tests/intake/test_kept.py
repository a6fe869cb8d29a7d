"""The kept reference rows: the same as those of the seeds, whatever stands in the cache directory."""

import marshal
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from incidents.intake import kept, seeds
from incidents.model.reference import Reference


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("incidents.paths.cache_dir", lambda: folder)
    return folder / "reference.bin"


@pytest.fixture(scope="module")
def whole() -> Reference:
    return seeds.read_reference()


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the seeds fails from here on."""
    monkeypatch.setattr(seeds, "read_reference", lambda: pytest.fail("the seeds were read"))


def test_the_kept_rows_are_those_of_the_seeds(cache: Path, whole: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.known_reference() == whole
    assert cache.stat().st_mode & 0o777 == 0o600
    forbid(monkeypatch)
    again = kept.known_reference()
    assert again == whole
    assert again.version == whole.version
    assert repr(again) == repr(whole)  # tuples, not lists


EMPTY = marshal.dumps([[]] * 7)


def signed(key: str, body: bytes) -> bytes:
    return f"{key} {sha256(body).hexdigest()}\n".encode() + body


SPOILS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no text": lambda _: b"\xff\xfe" * 40,
    "cut off": lambda whole: whole[:-100],
    "changed": lambda whole: whole.replace(b"Pyongyang", b"Pyongyong"),
    "of another version": lambda whole: signed("0" * 64, whole.partition(b"\n")[2]),
    "no data, but signed": lambda whole: signed(whole[:64].decode(), b"[["),
    "cut off, but signed": lambda whole: signed(whole[:64].decode(), whole.partition(b"\n")[2][:-100]),
    "nothing, but signed": lambda whole: signed(whole[:64].decode(), b""),
}


@pytest.mark.parametrize("name", SPOILS)
def test_a_file_that_is_not_right_is_made_anew(cache: Path, whole: Reference, name: str) -> None:
    kept.known_reference()
    right = cache.read_bytes()
    cache.write_bytes(SPOILS[name](right))
    assert kept.known_reference() == whole
    assert cache.read_bytes() == right


def test_a_file_that_others_can_write_is_not_read(cache: Path, whole: Reference) -> None:
    kept.known_reference()
    key = cache.read_bytes()[:64].decode()
    cache.write_bytes(signed(key, EMPTY))
    assert kept.known_reference() != whole  # it would be believed
    cache.chmod(0o666)
    assert kept.known_reference() == whole
    assert cache.stat().st_mode & 0o777 == 0o600


def test_a_file_of_somebody_else_is_not_read(cache: Path, whole: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.known_reference()
    cache.write_bytes(signed(cache.read_bytes()[:64].decode(), EMPTY))
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    assert kept.known_reference() == whole


def test_without_a_folder_to_write_the_seeds_are_read(cache: Path, whole: Reference) -> None:
    cache.parent.write_text("a file stands where the folder would be", encoding="utf-8")
    assert kept.known_reference() == whole


def test_no_half_file_is_left_where_the_disk_is_full(
    cache: Path, whole: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert kept.known_reference() == whole
    assert list(cache.parent.iterdir()) == []


def test_other_seeds_make_other_rows(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.known_reference()
    monkeypatch.setattr(seeds, "version", lambda *_: "another")
    before = cache.read_bytes()
    kept.known_reference()
    assert cache.read_bytes()[:64] != before[:64]
