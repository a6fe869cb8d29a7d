"""What a place name is used for: a scene, where a source is, part of another name."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.model.document import Document
from incidents.model.finding import PlaceUse

_DATELINE = re.compile(r"[\w .,'/()-]{0,60}?(?:—|--|\s[-_]\s)|\s*\([A-Z][\w ./-]{1,30}\)(?=\s)")
_BEFORE = re.compile(r"\b([A-Za-z]+) (?:the |a |an )?$")
_NEXT = re.compile(r"[ -]([\w'-]+)")
_PERSON = re.compile(r"(?:[A-Z][\w-]*,? ){1,2}$")
_CAPITAL = re.compile(r" [A-Z][a-z-]+\b")
_ROOM = 120
_TOLD = 90
_NEAR = 30


class Uses:
    """Decides the use of the spans of one document."""

    def __init__(self, document: Document, names: Names, lexicon: Lexicon) -> None:
        self.text = document.text
        self.context = lexicon.compiled(Context.of)
        self.gazetteer = lexicon.gazetteer
        self.outlets = [(hit.start, hit.end) for hit in names.outlets]
        self.institutions = [(hit.start, hit.end) for hit in names.institutions]
        self.starts = {block.start for block in document.blocks if block.kind == "paragraph"}
        self.bounds = {sentence.start: sentence.end for sentence in document.sentences}

    def of(self, span: Span, sentence: tuple[int, int]) -> PlaceUse:
        """The use of a span that stands in that sentence."""
        if self._inside(span, self.outlets):
            return "outlet"
        if span.adjective:
            return "adjective"
        if self._inside(span, self.institutions) or self._part_of_name(span):
            return "name-part"
        if span.start - sentence[0] <= 2 and sentence[0] in self.starts and self._dateline(span):
            return "dateline"
        if self._source(span, sentence):
            return "source"
        return self._acting(span)

    def _inside(self, span: Span, names: Sequence[tuple[int, int]]) -> bool:
        """Whether the name is a part, and not the whole, of one of `names`."""
        k = bisect_right(names, (span.name_start, len(self.text))) - 1
        if k < 0:
            return False
        start, end = names[k]
        return start <= span.name_start and span.name_end <= end and (start, end) != (span.name_start, span.name_end)

    def _part_of_name(self, span: Span) -> bool:
        after = _NEXT.match(self.text, span.end)
        word = after[1].lower() if after else ""
        if word and (word in self.context.words("name-part", "after")) and span.end == span.name_end:
            return word not in _COMMON or (after is not None and after[1][0].isupper()) or self.text[span.end] == "-"
        before = self.context.titles.search(self.text, max(0, span.start - _NEAR), span.start)
        return bool(before) or self._person(span)

    def _person(self, span: Span) -> bool:
        """A name after or before a surname and a further capitalised word: "Kim Song Nam"."""
        before = _PERSON.search(self.text, max(0, span.start - 24), span.start)
        surnames = self.context.words("surname", "any")
        if before and any(word in surnames for word in before[0].replace(",", "").split()):
            return span.start == span.name_start and before[0][0].isupper() and "," not in before[0]
        first = self.text[span.name_start : span.name_end].split()[0]
        return first in surnames and bool(_CAPITAL.match(self.text, span.name_end)) and span.end == span.name_end

    def _dateline(self, span: Span) -> bool:
        return bool(_DATELINE.match(self.text, span.end))

    def _source(self, span: Span, sentence: tuple[int, int]) -> bool:
        start, end = sentence
        found = self.context.source_before.search(self.text, max(start, span.start - _ROOM), span.start)
        if found:
            return bool(found["source"]) or self._told(found.start(), span.end, start, end)
        after = _NEXT.match(self.text, span.end)
        word = after[1].lower() if after and self.text[span.end] == " " else ""
        if word in self.context.words("source", "after"):
            return True
        if not after or word not in self.context.words("speaker", "after"):
            return False
        return self._told(span.start, after.end(), start, end)

    def _told(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether a verb of saying stands after, or "according to" before, the words from `first` to `last`."""
        before = self.text[max(start, first - _TOLD // 2) : first].lower()
        return bool(
            self.context.told_by.search(before) or self.context.tells.match(self.text, last, min(end, last + _TOLD))
        )

    def _acting(self, span: Span) -> PlaceUse:
        """A country or capital without a preposition does or says something; anything else is a scene."""
        code = span.code
        country = bool(code) and self.gazetteer.place[code or ""].level == "country"
        capital = self.text[span.name_start : span.name_end] in self.context.words("capital", "any")
        if not country and not capital:
            return "scene"
        if country and self.text.startswith(("'s", "'"), span.end):
            return "adjective"
        if preposition(self.text, span.start, self.context) in self.context.words("scene", "before") or span.anaphoric:
            return "scene"
        if capital:
            return self._capital(span)
        after = _NEXT.match(self.text, span.end)
        return "metonym" if after and self.context.saying.fullmatch(after[1]) else "actor"

    def _capital(self, span: Span) -> PlaceUse:
        after = _NEXT.match(self.text, span.end)
        acts = after is not None and after[1] in self.context.words("verb", "after")
        owns = self.text.startswith("'s", span.end)
        return "metonym" if acts or owns else "scene"


def preposition(text: str, start: int, context: Context) -> str:
    """The preposition right before a mention, articles left out, in lower case; else empty."""
    found = _BEFORE.search(text, max(0, start - _NEAR), start)
    word = found[1].lower() if found else ""
    known = word in context.words("scene", "before") or word in context.words("preposition", "before")
    return word if known else ""


_COMMON = frozenset(
    "time talks times post herald journal daily stock led made bound style conference statement".split()
)
"""Words that are part of a name only with a capital or a hyphen: "Pyongyang Times", but "at Pyongyang time"."""
