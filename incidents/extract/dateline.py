"""Datelines, at the front of a report or a paragraph: where it was written and on what day, that of the telling."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Self

from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document

Span = tuple[int, int]

_DAY = r"\d{4}[-./] ?\d{1,2}[-./] ?\d{1,2}\.?"
_OF_MARKS = (
    r"(?:[A-Z][^\n]{2,50}? )?\([A-Z][\w. ]{1,30}\)\s*(?:--|—|–|-)\s"
    r"|[A-Z]{3,}[A-Z/, ]*(?:--|—|–)\s"
    rf"|\[{_DAY}\]\s*"
    rf"|(?:[A-Z]\w{{3,12}}|[^\W\d_A-Za-z]{{2,6}})?\s?:?\s?{_DAY}(?:,? \d{{1,2}}:\d{{2}})?\s*$"
)
"""Datelines of any language, told by marks, capitals and numbers."""
_NAME = r"[A-Z][\w.'’/-]{0,30}"
_SLOT = re.compile(r" ?(?:PLACE|OUTLET|DATE|DASH|MONTH|YEAR|ISO|WORDS|WORD|BYLINE|ANY|N)(?![A-Za-z])|\W")
_SLOTS = {
    "OUTLET": r"[A-Z][\w.' ]{1,30}",
    "DASH": r"(?:\s?(?:--|—|–)|\s[-_])",
    "YEAR": r"\d{4}",
    "ISO": _DAY,
    "N": r"\d{1,2}(?:st|nd|rd|th)?",
    "ANY": r"[^()\[\]\n]{2,20}",
    "WORD": r"[^\W\d_]{2,10}",
    "WORDS": r"[^\W\d_](?:[^\W\d_]|[·, ]){0,38}",
    " ": r"\s{1,3}",
}
_FOLLOWED = r"(?!\d)(?=\s{0,3}[\"“'‘(\[]?[^\W_a-z])"
"""A sentence begins after a dateline."""
_NUMBERED = r"(?=\D{0,90}\d)"
"""Without a number near by there is no day: looked at first, because it is cheap."""


@dataclass(frozen=True, slots=True)
class Datelines:
    """The shapes of datelines of a language, from `datelines.csv`; None where it has none."""

    anywhere: re.Pattern[str]
    """At the front of any sentence."""
    line: re.Pattern[str] | None
    """At the front of a paragraph."""
    opening: re.Pattern[str] | None
    """A day alone at the front of a report; where more paragraphs begin so, it is a chronology and no dateline."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the tables datelines and time_months."""
        rows: dict[str, list[str]] = defaultdict(list)
        for row in lexicon.rows("datelines"):
            rows[row["kind"]].append(row["words"])
        months = sorted({row["word"].rstrip(".") for row in lexicon.rows("time_months")}, key=len, reverse=True)
        never = "|".join(map(re.escape, rows["never"])) or r"(?!)"
        slots = {
            **_SLOTS,
            "MONTH": rf"(?i:{'|'.join(map(re.escape, months))})\.?",
            "BYLINE": rf"(?: ?{_SLOTS['WORDS']}{alternatives(rows['reporter'])})?(?: ?=)?",
            "PLACE": rf"(?!(?i:{never})\b){_NAME}(?:,? {_NAME}){{0,4}}",
        }
        slots["DATE"] = _any(rows["date"], slots) or "(?!)"
        own = f"|{_any(rows['anywhere'], slots)}\\s*" if rows["anywhere"] else ""
        shapes = (_any(rows[kind], slots) for kind in ("line", "opening"))
        fronts = (re.compile(rf"{_NUMBERED}{one}{_FOLLOWED}") if one else None for one in shapes)
        return cls(re.compile(_OF_MARKS + own), *fronts)


def _any(shapes: list[str], slots: dict[str, str]) -> str:
    """A regular expression for any of the shapes, the longest first."""
    ordered = sorted(shapes, key=len, reverse=True)
    return "(?:" + "|".join(_SLOT.sub(lambda m: _slot(m[0], slots), one) for one in ordered) + ")" if shapes else ""


def _slot(found: str, slots: dict[str, str]) -> str:
    if found in slots:
        return slots[found]
    lead = "" if found.strip() == "DASH" else slots[" "]
    return lead + slots[found[1:]] if found[1:] in slots else re.escape(found)


def dateline(document: Document, k: int, lexicon: Lexicon) -> Span | None:
    """The dateline that opens a sentence: "SEOUL, July 19 (Yonhap) --", "평양 3월 5일발 조선중앙통신", a day alone."""
    sentence = document.sentences[k]
    shapes = lexicon.compiled(Datelines.of)
    found = shapes.anywhere.match(document.text, sentence.start, sentence.end)
    if found is None and document.blocks[sentence.block].start == sentence.start:
        found = _fronting(document, k, shapes)
    return found.span() if found else None


def _fronting(document: Document, k: int, shapes: Datelines) -> re.Match[str] | None:
    """The dateline at the front of a paragraph whose first sentence is the k-th."""
    sentence = document.sentences[k]
    found = shapes.line.match(document.text, sentence.start, sentence.end) if shapes.line else None
    if found or k or shapes.opening is None:
        return found
    opening = shapes.opening
    others = (block for block in document.blocks if block.start > sentence.start)
    chronology = any(opening.match(document.text, block.start, block.end) for block in others)
    return None if chronology else opening.match(document.text, sentence.start, sentence.end)


def datelines(document: Document, lexicon: Lexicon) -> list[Span]:
    """All datelines of a document: of its sentences, and those that stand as a line of their own."""
    anywhere = lexicon.compiled(Datelines.of).anywhere
    heads = [(block.start, block.end) for block in document.blocks if block.kind == "heading"]
    alone = [found.span() for head in heads if (found := anywhere.match(document.text, *head))]
    lines = (dateline(document, k, lexicon) for k in range(len(document.sentences)))
    return sorted([*alone, *(line for line in lines if line)])
