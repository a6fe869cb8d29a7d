"""What a place name is used for, as its ending says: 혜산에서 a scene, 중국은 one who acts, 중국산 an adjective."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from incidents.extract.phrases import alternatives
from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceUse

_WORD = re.compile(r"[ -]([^\W_]+)")
_PREPOSITIONS = frozenset({"in", "at", "to", "from", "of"})
_ACTING = frozenset({"topic", "subject", "object", "and", "also", "copula"})
_BESIDE = frozenset({"definite", "indefinite", "another", "several", "modifier", "anonymous"})
"""Classes of `attribution_marks.csv`: what stands between a place and the source that is there."""


class Uses:
    """Decides the use of the spans of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, lines: Sequence[tuple[int, int]]) -> None:
        self.text, self.lines = document.text, lines
        self.context = lexicon.compiled(Context.of)
        self.gazetteer, self.hangul = lexicon.gazetteer, lexicon.hangul
        self.speaker = lexicon.compiled(_speaker)

    def of(self, span: Span, ending: str) -> PlaceUse:
        """The use of a span with the class of its ending."""
        if self._dateline(span):
            return "dateline"
        following = _WORD.match(self.text, span.end)
        word = following[1] if following else ""
        if following and not ending and self._part(following.start(1)):
            return "name-part"
        inside = ending != "" or word in self.context.words("scene", "after") or not self._is_country(span)
        if ending in ("", "of", "noun") and inside and self._speaks(span.end):
            return "source"
        if span.adjective:
            return "adjective"
        whole = span.anaphoric and span.end - span.start > 1
        return self._country(ending, word) if self._is_country(span) and not whole else "scene"

    def preposition(self, ending: str) -> str:
        """The English preposition that an ending stands for, empty if none."""
        return ending if ending in _PREPOSITIONS else "to" if ending == "until" else ""

    def _dateline(self, span: Span) -> bool:
        k = bisect_right(self.lines, (span.start, len(self.text))) - 1
        return k >= 0 and span.end <= self.lines[k][1]

    def _speaks(self, end: int) -> bool:
        """Whether a source follows that is at the place: 양강도 내부 소식통."""
        return self.speaker.match(self.text, end) is not None

    def _part(self, start: int) -> bool:
        """Whether the word that begins there is one that names something after the place: 평양 냉면을."""
        words = (one for one in self.context.words("name-part", "after") if self.text.startswith(one, start))
        return self.hangul is not None and any(self.hangul.ending(self.text, start + len(one)) for one in words)

    def _is_country(self, span: Span) -> bool:
        return bool(span.code) and self.gazetteer.place[span.code or ""].level == "country"

    def _country(self, ending: str, word: str) -> PlaceUse:
        if ending in _ACTING or not (ending or word):
            return "actor"
        if ending in ("", "of"):
            inside = any(word.startswith(one) for one in self.context.words("scene", "after") if len(one) > 1)
            return "scene" if inside else "adjective"
        return "scene"


def _speaker(lexicon: Lexicon) -> re.Pattern[str]:
    """A source right after a place and what may stand between them: 의 한 현지 소식통, 내 대북 소식통."""
    context = lexicon.compiled(Context.of)
    marks = {row["words"] for row in lexicon.rows("attribution_marks") if row["class"] in _BESIDE}
    between = alternatives(marks | context.words("scene", "after"))
    sources = alternatives(context.words("source", "after"))
    return re.compile(rf"[^\s.,\"]?(?: {between}){{0,3}} {sources}")
