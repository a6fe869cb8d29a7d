"""An ambiguous name is settled by what is named near it, or left open with its candidates.

Each piece of evidence speaks for some of the candidates with a weight. The one with the highest sum is taken if it
leads by a margin; the reason is its heaviest evidence. Nothing is taken for its size alone.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer
from incidents.model.document import Document
from incidents.model.key import place_key

MARGIN = 1.0
"""By so much the best candidate must lead the next."""
Evidence = tuple[frozenset[str], float, str]
"""The candidates that it speaks for, how much, and the reason in words."""
OPEN = "the name stands for several places and none of them is named near"
BETWEEN = "what is named near speaks for several places of that name"


def settled(document: Document, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """The spans, each ambiguous one with the single code that the text speaks for, and why."""
    if all(len(span.codes) < 2 for span in spans):
        return list(spans)
    chooser = _Chooser(document, spans, gazetteer)
    return [chooser.settle(span) if len(span.codes) > 1 else span for span in spans]


class _Near(NamedTuple):
    """Clear places by where they stand: in the sentence, the dateline, the paragraph, the report."""

    places: Mapping[int, set[str]]
    starts: Sequence[int]

    def at(self, position: int, back: int = 0) -> set[str]:
        return self.places.get(bisect_right(self.starts, position) - back, set())


class _Chooser:
    def __init__(self, document: Document, spans: Sequence[Span], gazetteer: Gazetteer) -> None:
        self.text = document.text
        self.gazetteer = gazetteer
        clear = [span for span in spans if span.code]
        self.sentence = _grouped(clear, [sentence.start for sentence in document.sentences])
        self.paragraph = _grouped(clear, [block.start for block in document.blocks])
        self.senses = self._senses(clear)
        self.everywhere = {span.codes[0] for span in clear}
        self.holding = {above for code in self.everywhere for above in self._line(gazetteer.place[code].parent)}
        countries = Counter(gazetteer.country(span.codes[0]) for span in clear)
        self.country = countries.most_common(1)[0][0] if countries else ""

    def _senses(self, clear: Iterable[Span]) -> Mapping[str, set[str]]:
        senses: dict[str, set[str]] = defaultdict(set)
        for span in clear:
            senses[self._key(span)].add(span.codes[0])
        return senses

    def _key(self, span: Span) -> str:
        return place_key(self.text[span.name_start : span.name_end])

    def settle(self, span: Span) -> Span:
        """The span with one code if the evidence for it is ahead of that for any other."""
        scores = dict.fromkeys(span.codes, 0.0)
        reasons: dict[str, str] = {}
        for codes, weight, reason in self._evidence(span):
            for code in codes:
                scores[code] += weight
                reasons.setdefault(code, reason)
        (best, first), (_, second) = sorted(scores.items(), key=lambda one: -one[1])[:2]
        if first - second >= MARGIN:
            return span._replace(codes=(best,), reason=reasons[best])
        return span._replace(reason=BETWEEN if first else OPEN)

    def _evidence(self, span: Span) -> Iterator[Evidence]:
        """What speaks for some of the candidates and not for all, the heaviest first."""
        codes = frozenset(span.codes)
        for found, weight, reason in self._pieces(span, codes):
            if found and found != codes:
                yield found, weight, reason

    def _pieces(self, span: Span, codes: frozenset[str]) -> Iterator[Evidence]:
        yield codes & self.senses.get(self._key(span), set()), 8, "as named elsewhere in the report"
        sentence, paragraph = self.sentence.at(span.start), self.paragraph.at(span.start)
        yield self._inside(codes, sentence), 6, "the sentence names what it lies in"
        yield self._beside(codes, sentence), 4, "what the sentence names lies in the same province"
        yield codes & self.holding, 4, "a place in it is named in the report"
        yield self._top(codes), 3, "the unit that holds the others of that name"
        yield self._beside(codes, paragraph), 2.5, "what the paragraph names lies in the same province"
        before = self.paragraph.at(span.start, back=1)
        yield self._beside(codes, before), 1.5, "what the paragraph before names lies in the same province"
        yield self._beside(codes, self.everywhere), 0.5, "what the report names lies in the same province"
        at_home = frozenset(c for c in codes if self.country and self.gazetteer.country(c) == self.country)
        yield at_home, 1, "in the country that the report is about"

    def _inside(self, codes: frozenset[str], near: set[str]) -> frozenset[str]:
        """Those that lie in a unit that is named: today, else by an earlier or usual parent, else in a country."""
        others = near - codes
        fine = {code for code in others if self.gazetteer.country(code) != code}
        now = frozenset(code for code in codes if not fine.isdisjoint(self._line(code)))
        known = now or frozenset(code for code in codes if self.gazetteer.above(code) & fine)
        return known or frozenset(code for code in codes if self.gazetteer.country(code) in others)

    def _beside(self, codes: frozenset[str], near: set[str]) -> frozenset[str]:
        """Those that share a province with a place that is named, or else a country."""
        others = near - codes
        provinces = {self._province(code) for code in others} - {""}
        now = frozenset(code for code in codes if self._province(code) in provinces)
        found = now or frozenset(code for code in codes if self.gazetteer.above(code) & provinces)
        return found or frozenset(code for code in codes if self.gazetteer.country(code) in others)

    def _line(self, code: str) -> Iterator[str]:
        """The place and all above it today."""
        while code in self.gazetteer.place:
            yield code
            code = self.gazetteer.place[code].parent

    def _province(self, code: str) -> str:
        place = self.gazetteer.at_level(code, "province")
        return place.code if place else ""

    def _top(self, codes: frozenset[str]) -> frozenset[str]:
        return frozenset(code for code in codes if all(self.gazetteer.under(other, code) for other in codes))


def _grouped(spans: Iterable[Span], starts: Sequence[int]) -> _Near:
    groups: dict[int, set[str]] = defaultdict(set)
    for span in spans:
        groups[bisect_right(starts, span.start)].add(span.codes[0])
    return _Near(groups, starts)
