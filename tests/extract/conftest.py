"""The shipped lexicon, and texts of a test as documents."""

import hashlib
from collections.abc import Callable

import pytest

from incidents.extract import institution
from incidents.extract.pipeline import extract
from incidents.extract.text import prepare
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention
from incidents.model.proposal import Proposal
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


@pytest.fixture(scope="session")
def proposals(lexicon: Lexicon) -> Callable[..., list[Proposal]]:
    """The proposals of a text in English."""

    def of(text: str, outlet: str = "daily-nk") -> list[Proposal]:
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        report = Report("test", data, text, digest, outlet=outlet, published="2024-05-20", language="en")
        return list(extract(report, lexicon).proposals)

    return of


@pytest.fixture(scope="session")
def last_places(proposals: Callable[..., list[Proposal]]) -> Callable[[str], list[tuple[str, str]]]:
    """The places, with their roles, of the proposal of a text whose main passage stands last."""

    def of(text: str) -> list[tuple[str, str]]:
        incident = max(proposals(text), key=lambda one: one.incident.evidence[0].start or 0).incident
        return [(link.place, link.role) for link in incident.places]

    return of
