"""A report becomes a Document: cleaned, in blocks and sentences."""

from bisect import bisect_left

from incidents.extract import blocks, clean, sentences
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Block, Document, Sentence
from incidents.model.report import Report
from incidents.model.when import UNDATED, When


def prepare(report: Report, lexicon: Lexicon) -> Document:
    """The Document of a report. Only paragraphs have sentences; headings, captions and boilerplate are blocks only."""
    text, offsets = clean.clean(report.text)
    start = bisect_left(offsets, report.body_start) if offsets else report.body_start
    found = blocks.split(text, start, lexicon.compiled(blocks.Furniture.of))
    return Document(
        text=text,
        blocks=found,
        sentences=_sentences(text, found, lexicon),
        published=_published(report.published),
        language=report.language or "en",
        outlet=report.outlet,
        offsets=offsets,
    )


def _sentences(text: str, found: tuple[Block, ...], lexicon: Lexicon) -> tuple[Sentence, ...]:
    abbreviations = lexicon.compiled(sentences.Abbreviations.of)
    return tuple(
        Sentence(start, end, k)
        for k, block in enumerate(found)
        if block.kind == "paragraph"
        for start, end in sentences.split(text, block.start, block.end, abbreviations)
    )


def _published(edtf: str | None) -> When:
    try:
        return When.of(edtf)
    except ValueError:  # intake refuses such a date; a Report made elsewhere is read without one
        return UNDATED
