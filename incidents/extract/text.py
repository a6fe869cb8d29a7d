"""A report becomes a Document: cleaned, in blocks and sentences."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from incidents.extract import blocks, clean, sentences
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Block, Document, Sentence
from incidents.model.report import Report
from incidents.model.when import UNDATED, When

_LOOSE = re.compile(r" \n|\n ")
"""A line end inside a paragraph with a space beside it."""


def prepare(report: Report, lexicon: Lexicon) -> Document:
    """The Document of a report. Only paragraphs have sentences; headings, captions and boilerplate are blocks only."""
    text, offsets = clean.clean(report.text)
    found = _blocks(text, offsets, report, lexicon)
    if any(_LOOSE.search(text, block.start, block.end) for block in found if block.kind == "paragraph"):
        text, offsets = clean.clean(report.text, tight=True)
        found = _blocks(text, offsets, report, lexicon)
    text = _joined(text, found)
    return Document(
        text=text,
        blocks=found,
        sentences=_sentences(text, found, lexicon),
        published=_published(report.published),
        language=report.language or "en",
        outlet=report.outlet,
        offsets=offsets,
    )


def _blocks(text: str, offsets: Sequence[int], report: Report, lexicon: Lexicon) -> tuple[Block, ...]:
    start = bisect_left(offsets, report.body_start) if offsets else report.body_start
    return blocks.split(text, start, lexicon.compiled(blocks.Furniture.of))


def _joined(text: str, found: tuple[Block, ...]) -> str:
    """The text with each line end inside a paragraph as a space, so that phrases are found across it."""
    pieces: list[str] = []
    position = 0
    for block in found:
        if block.kind == "paragraph" and "\n" in text[block.start : block.end]:
            pieces += [text[position : block.start], text[block.start : block.end].replace("\n", " ")]
            position = block.end
    return "".join([*pieces, text[position:]]) if pieces else text


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
