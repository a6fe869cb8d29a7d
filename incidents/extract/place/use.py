"""What a place name is used for: a scene, where a source is, part of another name."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from incidents.extract.place.acting import acting
from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.model.document import Document
from incidents.model.finding import PlaceUse

_DATELINE = re.compile(r"[\w .,'/()-]{0,60}?(?:—|--|\s[-_]\s)|\s*\([A-Z][\w ./-]{1,30}\)(?=\s)")
_OPENING = re.compile(r"(?:\[\w{1,12}\] ?)?.{0,2}")
"""What stands before a dateline: the mark of a picture in a page, a bracket."""
_NEXT = re.compile(r"[ -]([\w'-]+)(?: ([\w'-]+))?")
_PERSON = re.compile(r"(?:[A-Z][\w-]*,? ){1,2}$")
_CAPITAL = re.compile(r" [A-Z][a-z-]+\b")
_CLOSED = re.compile(r"[^,]*, \w+")
_OTHER = re.compile(r" (?:an? |one |[A-Z][\w'-]+ [A-Z])")
"""Who says it, behind a verb that stands after a comma: "in Tumen on Friday, said Kim Jae-sung"."""
_ROOM = 120
_TOLD = 90
_NEAR = 30
_BEFORE = 45


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
        if span.adjective or self.context.prefix.search(self.text, max(0, span.start - _NEAR), span.start):
            return "adjective"
        if self._inside(span, self.institutions) or self._part_of_name(span):
            return "name-part"
        if sentence[0] in self.starts and self._dateline(span, sentence[0]):
            return "dateline"
        if self._source(span, sentence):
            return "source"
        before = preposition(self.text, span.start, self.context)
        return acting(self.text, span, before, self.context, self.gazetteer)

    def _inside(self, span: Span, names: Sequence[tuple[int, int]]) -> bool:
        """Whether the name is a part, and not the whole, of one of `names`."""
        k = bisect_right(names, (span.name_start, len(self.text))) - 1
        if k < 0:
            return False
        start, end = names[k]
        return start <= span.name_start and span.name_end <= end and (start, end) != (span.name_start, span.name_end)

    def _part_of_name(self, span: Span) -> bool:
        """Whether the words around it make a name of it: "Pyongyang Times", "Hamhung … College", "Mr. Jordan"."""
        if span.end == span.name_end and (self._head(span) or self.context.institute.match(self.text, span.end)):
            return True
        before = self.context.titles.search(self.text, max(0, span.start - _NEAR), span.start)
        return bool(before) or self._person(span)

    def _head(self, span: Span) -> bool:
        """Whether a word that makes a name stands right after; some only with a capital, some with no preposition."""
        after = _NEXT.match(self.text, span.end)
        if not after:
            return self.text.startswith(("$", " $"), span.end)
        heads, proper = self.context.words("name-part", "after"), self.context.words("name-part", "capital")
        two = f"{after[1]} {after[2]}".lower() if after[2] else ""
        if two in heads or after[1].lower() in heads:
            return True
        if after[1].lower() in proper and (after[1][0].isupper() or self.text[span.end] == "-"):
            return True
        bare = after[1].lower() in self.context.words("name-part", "bare")
        return bare and not preposition(self.text, span.start, self.context)

    def _person(self, span: Span) -> bool:
        """A name after or before a surname and a further capitalised word: "Kim Song Nam"."""
        before = _PERSON.search(self.text, max(0, span.start - 24), span.start)
        surnames = self.context.words("surname", "any")
        if before and any(word in surnames for word in before[0].replace(",", "").split()):
            return span.start == span.name_start and before[0][0].isupper() and "," not in before[0]
        first = self.text[span.name_start : span.name_end].split()[0]
        return first in surnames and bool(_CAPITAL.match(self.text, span.name_end)) and span.end == span.name_end

    def _dateline(self, span: Span, start: int) -> bool:
        return bool(_OPENING.fullmatch(self.text, start, span.start) and _DATELINE.match(self.text, span.end))

    def _source(self, span: Span, sentence: tuple[int, int]) -> bool:
        start, end = sentence
        first = max(start, span.start - _ROOM)
        near = self.text[first : span.start].lower().replace(",", " ").split()
        told = not self.context.tellers.isdisjoint(near)
        found = self.context.source_before.search(self.text, first, span.start) if told else None
        if found:
            return bool(found["source"]) or self._told(found.start(), span.end, start, end)
        after = _NEXT.match(self.text, span.end)
        if (
            after
            and after[1] in self.context.words("telling", "after")
            and self.context.telling.search(self.text, first, span.start)
        ):
            return True
        word = after[1].lower() if after and self.text[span.end] == " " else ""
        if word in self.context.words("source", "after"):
            return True
        if not after or word not in self.context.words("speaker", "after"):
            return False
        return self._told(span.start, after.end(1), start, end)

    def _told(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether a verb of saying stands after, or "according to" before, the words from `first` to `last`."""
        if self.context.told_by.search(self.text[max(start, first - _TOLD // 2) : first].lower()):
            return True
        found = self.context.tells.match(self.text, last, min(end, last + _TOLD))
        inverted = found and _CLOSED.fullmatch(found[0]) and _OTHER.match(self.text, found.end())
        return bool(found and not inverted)


def preposition(text: str, start: int, context: Context) -> str:
    """The preposition right before a mention, articles and "northern part of" left out, in lower case; else empty."""
    found = context.prepositions.search(text, max(0, start - _BEFORE), start)
    return found[1].lower() if found else ""
