"""What a ministry tells on a day of its own is its statement; who only tells of an act of others states nothing."""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Proposal

Proposals = Callable[..., list[Proposal]]

LEFT_ALONE = [
    "The Joint Chiefs of Staff said on Thursday that it keeps watch over the site.",
    "The National Intelligence Service said at a briefing on Thursday that the family lives in a third country.",
    "A foreign ministry official said on Thursday that talks are possible.",
    "China's foreign ministry has said that it knows of no such people.",
]
STATEMENTS = [
    ("China's Foreign Ministry said at a regular briefing on May 16 that it knows of no such people.", "2024-05-16"),
    ("South Korea's unification ministry said Friday that most of them were farmers.", "2024-05-17"),
    ("A spokeswoman for Qatar's labor ministry said on May 7 that no permits are open.", "2024-05-07"),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_who_only_tells_states_nothing(proposals: Proposals, text: str) -> None:
    assert proposals(text) == []


@pytest.mark.parametrize(("text", "day"), STATEMENTS)
def test_a_ministry_that_tells_on_a_day_makes_a_statement(proposals: Proposals, text: str, day: str) -> None:
    [one] = proposals(text)
    assert (one.incident.type, one.incident.when.edtf) == ("statement", day)


def test_what_it_tells_of_is_the_act(proposals: Proposals) -> None:
    text = "South Korea's unification ministry said Friday that a farmer was executed in Hyesan on May 3."
    assert [one.incident.type for one in proposals(text)] == ["execution"]


@pytest.mark.parametrize("text", ["No one was arrested in Hyesan on May 3.", "None of the men was executed in Hyesan."])
def test_what_nobody_did_is_no_act(proposals: Proposals, text: str) -> None:
    assert proposals(text) == []


OF_THOSE = [
    ("None of the ten men who were arrested in Hyesan on May 3 was executed.", "arrest"),
    ("No fewer than ten of those who were arrested in Hyesan were executed on May 3.", "execution"),
]


@pytest.mark.parametrize(("text", "kind"), OF_THOSE)
def test_what_none_of_those_suffered_who_suffered_another_act(proposals: Proposals, text: str, kind: str) -> None:
    [one] = proposals(text)
    assert one.incident.type == kind
    assert "None" not in one.incident.title


def test_no_fewer_are_as_many(proposals: Proposals) -> None:
    [one] = proposals("No fewer than 20 men were arrested in Hyesan on May 3.")
    assert one.incident.type == "arrest"


SINCE = [
    ("Students have been sent out to the fields of Anak since May 12.", "ongoing"),
    ("Students were sent out to the fields of Anak on May 12.", "occurred"),
    ("Students were sent out to the fields of Anak after May 12.", "occurred"),
]


@pytest.mark.parametrize(("text", "status"), SINCE)
def test_what_is_told_since_a_day_goes_on(proposals: Proposals, text: str, status: str) -> None:
    [one] = proposals(text)
    assert (one.incident.type, one.incident.status) == ("mobilization", status)
