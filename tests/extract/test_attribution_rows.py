"""Words by which a telling is read are rows: each class is asked for by the code, and a further row is read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import incidents.extract.attribution
from incidents.extract import attribution, place
from incidents.extract import time as timex
from incidents.extract.text import prepare
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

CODE = "".join(
    file.read_text(encoding="utf-8") for file in Path(incidents.extract.attribution.__path__[0]).glob("*.py")
)

Sources = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def sources(lexicon: Lexicon) -> Sources:
    def read(text: str, *rows: tuple[str, str]) -> list[tuple[str, str]]:
        known = (*lexicon.rows("attribution_words"), *({"kind": kind, "words": words} for kind, words in rows))
        own = Lexicon(lexicon.reference, {**lexicon.phrases, "attribution_words": known})
        document = prepare(Report("test", b"", text, "", outlet="daily-nk", published="2024-05-20"), own)
        told = attribution.annotate(document, own, place.annotate(document, own), timex.annotate(document, own))
        return [(one.source_type, one.words) for one in told]

    return read


def test_each_class_is_asked_for_by_the_code(lexicon: Lexicon) -> None:
    kinds = {row["kind"] for row in lexicon.rows("attribution_words")}
    assert {kind for kind in kinds if not re.search(rf"['\"]{kind}['\"]", CODE)} == set()


SAID = "A source in Ryanggang Province told Daily NK on Friday that the mine was closed. "


@pytest.mark.parametrize(
    ("text", "row", "before", "after"),
    [
        (f"{SAID}North Korea detonated a device.", ("state-act", "detonated"), "inside", "outlet"),
        (f"{SAID}Korea of the north launched a rocket.", ("state", "Korea of the north"), "inside", "outlet"),
    ],
)
def test_a_further_row_is_read(sources: Sources, text: str, row: tuple[str, str], before: str, after: str) -> None:
    assert sources(text)[-1][0] == before
    assert sources(text, row)[-1][0] == after
