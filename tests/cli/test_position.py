"""`place add --at`: a position that is hardly in what the place is put under is said."""

import pytest

from tests.cli.conftest import Program

FAR = "km from Samsu, which it is put under: look at --at again"
VILLAGE = ("place", "add", "Sangri", "--kind", "ri", "--under", "Samsu")


@pytest.mark.parametrize("at", ["41.3,128.0", "42.2,128.9"])
def test_a_place_near_what_it_is_under_is_no_matter(copied: Program, at: str) -> None:
    assert FAR not in copied.said(*VILLAGE, "--at", at)


@pytest.mark.parametrize(
    ("at", "away"),
    [("41.4,12.8", "8,7"), ("34.5,128", "7"), ("-41.4,128.18", "9,")],
    ids=["a point set wrong", "another province", "the other half of the globe"],
)
def test_a_place_far_from_what_it_is_under_is_added_and_said(copied: Program, at: str, away: str) -> None:
    said = copied.said(*VILLAGE, "--at", at)
    assert "added: Sangri" in said
    told = next(line for line in said.splitlines() if FAR in line)
    assert told.startswith(f"{','.join(str(float(part)) for part in at.split(','))} is {away}")
