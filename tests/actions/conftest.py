"""The shipped reports with their proposals waiting, beside a few records: made once, copied for what is changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from incidents.actions import known
from tests.cli.conftest import Program, full, full_copied, full_path, no_home, seeded_path, stocked_path

__all__ = ["Program", "full", "full_copied", "full_path", "no_home", "seeded_path", "stocked_path"]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which this test alone keeps what takes long to make; nothing is there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("incidents.paths.cache_dir", lambda: folder)
    known.changed()
    yield folder
    known.changed()
