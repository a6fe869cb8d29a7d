"""Which passages tell of one act: the lead and what follows it."""

from collections.abc import Callable

import pytest

from incidents.model.proposal import Proposal

Proposals = Callable[..., list[Proposal]]

LEAD = "Security agents have arrested a money changer in Hyesan, Daily NK has learned.\n\n"

APART = [
    ("another town", "Agents arrested a broker with changed money in Sinuiju, the source said."),
    ("other people", "Some 20 traders were detained there by police for playing cards, the source said."),
    ("no word in common", "A smuggler of ginseng was caught in May by border guards, the source said."),
    ("another act", "Prosecutors executed a money changer in Hyesan, the source said."),
]
TWO = "Security agents have arrested two traders who changed money in Hyesan, Daily NK has learned.\n\n"
ONE = [
    "A changer was detained by men in plain clothes at a house near the river on May 3, the source said.",
    "On May 3, three men led away a trader who kept yuan and other money in a cellar, the source said.",
]


@pytest.mark.parametrize(("why", "further"), APART)
def test_what_is_not_the_act_of_the_lead_stays_apart(proposals: Proposals, why: str, further: str) -> None:
    lead = TWO if why == "other people" else LEAD
    assert len(proposals(lead + further)) == 2, why


@pytest.mark.parametrize("further", ONE)
def test_the_act_of_the_lead_is_told_further_down(proposals: Proposals, further: str) -> None:
    [one] = proposals(LEAD + further)
    assert (one.incident.type, one.incident.when.edtf, len(one.incident.evidence)) == ("arrest", "2024-05-03", 2)


def test_a_late_paragraph_tells_of_an_act_of_its_own(proposals: Proposals) -> None:
    quiet = "Nobody knows why.\n\nIt was cold.\n\nThe sky was grey.\n\nFew were out.\n\n"
    assert len(proposals(LEAD + quiet + ONE[0])) == 2
