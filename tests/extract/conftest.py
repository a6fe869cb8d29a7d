"""The shipped lexicon, and texts of a test as documents."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract import institution
from incidents.extract.text import prepare
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention
from incidents.model.report import Report

Prepared = Callable[..., Document]
Read = Callable[..., tuple[InstitutionMention, ...]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the shipped seeds."""
    return Lexicon(read_reference(), read_phrases("en"))


@pytest.fixture(scope="session")
def prepared(lexicon: Lexicon) -> Prepared:
    """Makes a document of a text."""

    def make(text: str, published: str | None = "2024-05-20", *, body_start: int = 0) -> Document:
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        report = Report("test", data, text, digest, published=published, language="en", body_start=body_start)
        return prepare(report, lexicon)

    return make


@pytest.fixture(scope="session")
def bodies(lexicon: Lexicon, prepared: Prepared) -> Read:
    """Finds the institutions of a text."""
    return lambda text, published="2024-05-20": institution.annotate(prepared(text, published), lexicon)
