"""The English lexicon, and reading the dates of a text."""

from collections.abc import Callable

import pytest

from incidents.extract.time import Anchors, annotate
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.proposal import Timex
from incidents.model.when import When

Read = Callable[..., list[tuple[str, str | None]]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon(read_reference(), read_phrases("en"))


@pytest.fixture(scope="session")
def timexes(lexicon: Lexicon) -> Callable[..., tuple[Timex, ...]]:
    def read(text: str, published: str | None = "2016-05-02", anchors: Anchors | None = None) -> tuple[Timex, ...]:
        return annotate(Document(text, published=When.of(published)), lexicon, anchors)

    return read


@pytest.fixture(scope="session")
def dates(timexes: Callable[..., tuple[Timex, ...]]) -> Read:
    """Words and EDTF of the time expressions of a text, published on Monday 2 May 2016 unless said."""

    def read(
        text: str, published: str | None = "2016-05-02", anchors: Anchors | None = None
    ) -> list[tuple[str, str | None]]:
        return [(timex.text, timex.when.edtf) for timex in timexes(text, published, anchors)]

    return read


@pytest.fixture(scope="session")
def korean_lexicon() -> Lexicon:
    return Lexicon(read_reference(), read_phrases("ko"))


@pytest.fixture(scope="session")
def korean_timexes(korean_lexicon: Lexicon) -> Callable[..., tuple[Timex, ...]]:
    def read(text: str, published: str | None = "2024-04-12") -> tuple[Timex, ...]:
        return annotate(Document(text, published=When.of(published), language="ko"), korean_lexicon)

    return read


@pytest.fixture(scope="session")
def korean_dates(korean_timexes: Callable[..., tuple[Timex, ...]]) -> Read:
    """Words and EDTF of the time expressions of a Korean text, published on Friday 12 April 2024 unless said."""

    def read(text: str, published: str | None = "2024-04-12") -> list[tuple[str, str | None]]:
        return [(timex.text, timex.when.edtf) for timex in korean_timexes(text, published)]

    return read
