"""Where a title is cut: never inside a number, an amount or a clock time."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

Titles = Callable[[str], list[str]]


@pytest.fixture
def titles(lexicon: Lexicon) -> Titles:
    def make(text: str) -> list[str]:
        digest = hashlib.sha256(text.encode()).hexdigest()
        report = Report("test", text.encode(), text, digest, outlet="daily-nk", published="2024-05-20")
        return [one.incident.title for one in extract(report, lexicon).proposals]

    return make


LEFT_ALONE = [
    ("Of the men 40 won a race. Agents arrested ten men in Hyesan on May 3.", "Agents arrested ten men in Hyesan"),
    ("Agents arrested ten men in Hyesan on May 3.", "Agents arrested ten men in Hyesan"),
]

CUT = [
    (("Agents seized 10,000 won and 4,500 yuan worth of goods and another 3,000,000 won of illegal goods from traders "
     "of 1,234 households in Hyesan on May 3."), "10,000 won and 4,500 yuan worth of goods"),
    ("Each household in Pyongsong has had to give 20,000 won, and the school a blanket, since May 3.", "20,000 won"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), LEFT_ALONE + CUT)
def test_an_amount_stays_whole(titles: Titles, text: str, words: str) -> None:
    assert any(words in title for title in titles(text)), titles(text)


def test_the_second_of_two_alike_is_cut_between_words(titles: Titles) -> None:
    long = "Agents of the county security department arrested ten traders in foreign currency at a market in Hyesan"
    found = titles(f"{long} on May 3.\n\nIt rained.\n\n{long} on April 2.")
    assert len(found) == len(set(found)) > 1
    assert all(
        word.strip(",()") in {*long.split(), "2024-05-03", "2024-04-02", "2"} for t in found for word in t.split()
    )
