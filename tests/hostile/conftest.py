"""The databases and settings that tests/cli has, here too."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Program, copied, full_copied, full_path, no_home, seeded_path, stocked_path
from tests.hostile.sandbox import Sandbox

__all__ = ["copied", "full_copied", "full_path", "no_home", "seeded_path", "stocked_path"]


@pytest.fixture(scope="module")
def held(stocked_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A copy of the stocked database that is only tried to be written to; it is whole after all tests of a module."""
    program = Program(Path(shutil.copy(stocked_path, tmp_path_factory.mktemp("held") / "held.db")))
    yield program
    assert program("db", "check").exit_code == 0


@pytest.fixture
def sandbox(full_path: Path, tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path, full_path)
