"""Datelines, at the front of a report or a paragraph: where it was written and on what day, that of the telling."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

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
_NUMBERED = re.compile(r"\D{0,90}\d")
"""Without a number near by there is no day: looked at first, because it is cheap."""
_PLACE = "PLACE"
_ISO = re.compile(_DAY)
_FRONT = 300
"""No dateline is longer."""
_DATED = "\0"
"""Stands for each character of a date that names its month: looked for once, not in each shape. No text has it."""
_FIRST = re.compile(r"\(?([A-Za-z]+)\b")


class Datelines:
    """The shapes of datelines of a language, from `datelines.csv`; None where it has none."""

    def __init__(self, lexicon: Lexicon) -> None:
        """From the tables datelines and time_months."""
        rows: dict[str, list[str]] = defaultdict(list)
        for row in lexicon.rows("datelines"):
            rows[row["kind"]].append(row["words"])
        self._rows = rows
        self._months = {row["word"].rstrip(".") for row in lexicon.rows("time_months")}
        fronts = all("DATE" in one or "ISO" in one for one in (*rows["line"], *rows["opening"]))
        self._dated = fronts and all("MONTH" in one or "ISO" in one for one in rows["date"])
        self._never = frozenset(map(str.lower, rows["never"]))
        self._slots = {
            **_SLOTS,
            "BYLINE": rf"(?: ?{_SLOTS['WORDS']}{alternatives(rows['reporter'])})?(?: ?=)?",
            "PLACE": rf"{_NAME}(?:,? {_NAME}){{0,4}}",
            "DATE": rf"(?:{_DATED}+|{_any([one for one in rows['date'] if 'MONTH' not in one], _SLOTS) or '(?!)'})",
        }

    @cached_property
    def anywhere(self) -> re.Pattern[str]:
        """At the front of any sentence."""
        rows = self._rows["anywhere"]
        return re.compile(_OF_MARKS + (f"|{_any(rows, self._slots)}\\s*" if rows else ""))

    @cached_property
    def line(self) -> re.Pattern[str] | None:
        """At the front of a paragraph."""
        return self._shape("line")

    @cached_property
    def opening(self) -> re.Pattern[str] | None:
        """A day alone at the front of a report; where more paragraphs begin so, it is a chronology and no dateline."""
        return self._shape("opening")

    @cached_property
    def _date(self) -> re.Pattern[str]:
        """A day with the name of its month."""
        named = [one for one in self._rows["date"] if "MONTH" in one]
        months = rf"(?i:{'|'.join(map(re.escape, sorted(self._months, key=len, reverse=True)))})\.?"
        return re.compile((_any(named, {**_SLOTS, "MONTH": months}) or r"(?!)") + r"(?!\d)")

    def _shape(self, kind: str) -> re.Pattern[str] | None:
        shapes = _any(self._rows[kind], self._slots)
        return re.compile(shapes + _FOLLOWED) if shapes else None

    def at(self, kind: Literal["line", "opening"], text: str, start: int, end: int) -> Span | None:
        """Where the dateline of that kind ends that `start` is the front of; None if there is none."""
        if not self._rows[kind] or not _NUMBERED.match(text, start, end):
            return None
        front = self._front(text[start : min(end, start + _FRONT)])
        if self._dated and _DATED not in front and not _ISO.search(front):
            return None
        shape = self.line if kind == "line" else self.opening
        found = shape.match(front) if shape else None
        return (start, start + found.end()) if found else None

    def _front(self, front: str) -> str:
        """With its dates masked, and its first word if no place is called so."""
        front = self._date.sub(lambda found: _DATED * len(found[0]), front)
        first = _FIRST.match(front)
        return "_" + front[1:] if first and first[1].lower() in self._never else front


def _any(shapes: Iterable[str], slots: Mapping[str, str]) -> str:
    """A regular expression for any of the shapes, the longest first; a place in front, as most have, is there once."""
    ordered = sorted(shapes, key=len, reverse=True)
    placed = [one.removeprefix(_PLACE) for one in ordered if one.startswith(_PLACE)]
    others = [_SLOT.sub(lambda m: _slot(m[0], slots), one) for one in ordered if not one.startswith(_PLACE)]
    choices = [slots[_PLACE] + _any(placed, slots), *others] if placed else others
    return f"(?:{'|'.join(choices)})" if choices else ""


def _slot(found: str, slots: Mapping[str, str]) -> str:
    if found in slots:
        return slots[found]
    lead = "" if found.strip() == "DASH" else slots[" "]
    return lead + slots[found[1:]] if found[1:] in slots else re.escape(found)


def dateline(document: Document, k: int, lexicon: Lexicon) -> Span | None:
    """The dateline that opens a sentence: "SEOUL, July 19 (Yonhap) --", "평양 3월 5일발 조선중앙통신", a day alone."""
    sentence = document.sentences[k]
    shapes = lexicon.compiled(Datelines)
    found = shapes.anywhere.match(document.text, sentence.start, sentence.end)
    if found is None and document.blocks[sentence.block].start == sentence.start:
        return _fronting(document, k, shapes)
    return found.span() if found else None


def _fronting(document: Document, k: int, shapes: Datelines) -> Span | None:
    """The dateline at the front of a paragraph whose first sentence is the k-th."""
    sentence = document.sentences[k]
    found = shapes.at("line", document.text, sentence.start, sentence.end)
    if found or k:
        return found
    opening = shapes.at("opening", document.text, sentence.start, sentence.end)
    others = (block for block in document.blocks if opening and block.start > sentence.start)
    chronology = any(shapes.at("opening", document.text, block.start, block.end) for block in others)
    return None if chronology else opening


def datelines(document: Document, lexicon: Lexicon) -> list[Span]:
    """All datelines of a document: of its sentences, and those that stand as a line of their own."""
    anywhere = lexicon.compiled(Datelines).anywhere
    heads = [(block.start, block.end) for block in document.blocks if block.kind == "heading"]
    alone = [found.span() for head in heads if (found := anywhere.match(document.text, *head))]
    lines = (dateline(document, k, lexicon) for k in range(len(document.sentences)))
    return sorted([*alone, *(line for line in lines if line)])
