"""The switch between what every change runs and what a night has time for: INCIDENTS_NIGHTLY=1."""

import os

NIGHTLY = os.environ.get("INCIDENTS_NIGHTLY") == "1"


def cases(usual: int, nightly: int) -> int:
    """How many cases to run: INCIDENTS_CASES, else `nightly` of them with INCIDENTS_NIGHTLY=1, else `usual`."""
    return int(os.environ.get("INCIDENTS_CASES", "0")) or (nightly if NIGHTLY else usual)
