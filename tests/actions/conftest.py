"""The shipped reports with their proposals waiting, beside a few records: made once, copied for what is changed."""

from tests.cli.conftest import Program, full, full_copied, full_path, no_home, seeded_path, stocked_path

__all__ = ["Program", "full", "full_copied", "full_path", "no_home", "seeded_path", "stocked_path"]
