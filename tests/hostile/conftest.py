"""The databases and settings that tests/cli has, here too."""

from pathlib import Path

import pytest

from tests.cli.conftest import copied, full_copied, full_path, no_home, seeded_path, stocked_path
from tests.hostile.sandbox import Sandbox

__all__ = ["copied", "full_copied", "full_path", "no_home", "seeded_path", "stocked_path"]


@pytest.fixture
def sandbox(full_path: Path, tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path, full_path)
