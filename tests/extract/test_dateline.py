"""Where a dateline ends that stands at the front of a paragraph: every shape and every date of the table is tried."""

from collections.abc import Mapping

import pytest

from incidents.extract.dateline import Datelines
from incidents.lexicon.lexicon import Lexicon

Rows = tuple[Mapping[str, str], ...]


def end(lexicon: Lexicon, text: str) -> str | None:
    """The dateline that opens a text."""
    span = lexicon.compiled(Datelines).at("line", text, 0, len(text))
    return text[slice(*span)].rstrip() if span else None


LEFT_ALONE = [
    "",
    "Hyesan is dark.",
    "Hyesan, 40 of them -- Ten men left.",
    "In Hyesan, May 3 -- Ten men left.",
    "On May 3 (Friday) ten men left.",
    "Hyesan, May 3 was a cold day.",
    "Hyesan 3/5 -- Ten men left.",
    "Hyesan, May " + "x" * 400 + " 3 (AP) -- Ten men left.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(lexicon: Lexicon, text: str) -> None:
    assert end(lexicon, text) is None


FOUND = [
    ("HYESAN, May 3 (AP) Ten men left.", "HYESAN, May 3 (AP)"),
    ("Hyesan, North Korea, 3 May 2024 — “Ten men left.”", "Hyesan, North Korea, 3 May 2024 —"),
    ("Hyesan 2024-05-03 (AP) Ten men left.", "Hyesan 2024-05-03 (AP)"),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_a_place_and_a_day(lexicon: Lexicon, text: str, found: str) -> None:
    assert end(lexicon, text) == found


def test_a_date_without_the_name_of_a_month_is_a_row_like_others(lexicon: Lexicon) -> None:
    rows: Rows = (*lexicon.rows("datelines"), {"kind": "date", "words": "N/N"})
    wider = Lexicon(lexicon.reference, {**lexicon.phrases, "datelines": rows})
    assert end(wider, "Hyesan 3/5 -- Ten men left.") == "Hyesan 3/5 --"
