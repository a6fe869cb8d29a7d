"""The word that opens a bound and stands before an expression without being one of its words."""

import re

from incidents.extract.time.classes import any_of
from incidents.extract.time.composed import bounded
from incidents.extract.time.period import Period
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.edtf import written
from incidents.model.proposal import Timex
from incidents.model.scales import Extent
from incidents.model.when import When

_CLASSES = ("opener", "opens")
"""Words that can be one of the expression's own, and those that never are."""
_REACH = 24
"""Code points looked at before an expression."""


class _Openers:
    """The opening words of a language as one expression."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = (row for row in lexicon.phrases.get("time_words", ()) if row["class"] in _CLASSES)
        self.meaning = {row["word"].lower(): row["value"] for row in rows}
        words = "|".join(map(re.escape, sorted(self.meaning, key=len, reverse=True)))
        article = any_of(lexicon, "definite")
        self.pattern = re.compile(rf"\b({words})\s+(?:{article}\s+)?$", re.IGNORECASE) if words else None


def opened(document: Document, timex: Timex, lexicon: Lexicon) -> When:
    """The date of an act that stands "after" or "before" the expression, where that word is not one of its own.

    "after Party Foundation Day on Oct. 10": the words of the expression are the day's name alone, its own date that
    day; for what comes after it this is `2020-10-10/..`. Without such a word it is the expression's own date.
    """
    openers, before = lexicon.compiled(_Openers), document.text[max(0, timex.start - _REACH) : timex.start]
    found = openers.pattern.search(before) if openers.pattern and timex.when.dated else None
    if not found or not (timex.when.earliest and timex.when.latest):
        return timex.when
    point = Period(timex.when.earliest, timex.when.latest)
    span = bounded(point, openers.meaning[" ".join(found[1].lower().split())])
    extent: Extent = "throughout" if span.lasting else "within"
    return When.of(written(span.first, span.last), timex.text, basis="bounded", extent=extent)
