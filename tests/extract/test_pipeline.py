"""The pipeline as a whole: offsets of the kept text, no crash on odd input, work in proportion to the length."""

import hashlib

import pytest

from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.proposal import Extraction
from incidents.model.report import Report
from tests.work import assert_proportional


def read(lexicon: Lexicon, text: str, *, body_start: int = 0, published: str | None = "2024-05-20") -> Extraction:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("test", b"", text, digest, outlet="rfa", published=published, body_start=body_start)
    return extract(report, lexicon)


CURLY = (
    "---\r\noutlet: RFA\r\n---\r\n“Agents arrested\u00a0two men in\u200b Hyesan on May 3,” a source in Musan said."
    "\r\n\r\n"
    "The Workers’ Party convened a plenary meeting in Pyongyang on May 4.\r\n"
)


def test_quotes_are_the_reports_own_words(lexicon: Lexicon) -> None:
    found = read(lexicon, CURLY, body_start=CURLY.index("“"))
    assert len(found.proposals) == 2
    for proposal in found.proposals:
        for evidence in proposal.incident.evidence:
            assert evidence.start is not None
            assert evidence.quote == CURLY[evidence.start : evidence.end]
            assert evidence.text == hashlib.sha256(CURLY.encode()).hexdigest()


def test_claims_point_at_their_words(lexicon: Lexicon) -> None:
    (evidence,) = read(lexicon, CURLY, body_start=CURLY.index("“")).proposals[0].incident.evidence
    words = {claim.field: CURLY[claim.start : claim.end] for claim in evidence.claims}
    assert words == {"date": "May 3", "place": "Hyesan", "people": "two men"}


def test_front_matter_is_not_read(lexicon: Lexicon) -> None:
    text = "---\ntitle: Agents arrested a man in Hyesan\n---\nIt rained.\n"
    assert read(lexicon, text, body_start=text.index("It")).proposals == ()


NOTHING_IN_IT = [
    "",
    " \n\n ",
    "Agents arrested a man in Hyesan",
    "Translated by Ann Lee.",
    "\x00\ufffd",
    "(((((",
    '""""""',
]


@pytest.mark.parametrize("text", NOTHING_IN_IT)
def test_nothing_in_it(lexicon: Lexicon, text: str) -> None:
    assert read(lexicon, text).proposals == ()


def test_the_fields_of_a_proposal(lexicon: Lexicon) -> None:
    text = (
        "Agents of the Ministry of State Security arrested about 20 traders in Hyesan on May 3, a source in Musan said."
    )
    (proposal,) = read(lexicon, text).proposals
    one = proposal.incident
    assert (one.type, one.status, one.when.edtf, one.precision) == ("arrest", "occurred", "2024-05-03", "county")
    assert one.title == "Agents of the Ministry of State Security arrested about 20 traders in Hyesan on May 3"
    assert (one.evidence[0].source_type, one.evidence[0].source_place) == ("inside", "KP-09.musan")
    assert (proposal.verification, proposal.problems) == ("single-source", ())
    assert 0.5 < proposal.confidence < 1


def test_without_a_publication_date_nothing_relative_is_dated(lexicon: Lexicon) -> None:
    found = read(lexicon, "Agents arrested two men in Hyesan last Tuesday.", published=None)
    assert [timex.when.dated for timex in found.timexes] == [False]
    assert [proposal.incident.when.dated for proposal in found.proposals] == [False]


UNITS = [
    "Agents arrested three people in Hyesan on May 3, a source said. ",
    "agents arrested people and ",
    '"He was arrested," the source said. ',
    "The incident took place in Hyesan. \n\n",
    "a source told RFA ",
    "according to ",
    "to be held ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_the_work_grows_with_the_length_only(lexicon: Lexicon, unit: str) -> None:
    assert_proportional(lambda size: read(lexicon, unit * (size // len(unit))), 2_000, 4)
