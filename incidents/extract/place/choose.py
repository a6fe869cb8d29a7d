"""An ambiguous name is settled by what is named near it, or left open with its candidates."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer
from incidents.model.document import Document
from incidents.model.key import place_key

_SMALL = frozenset({"settlement", "site"})


def settled(document: Document, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """The spans, each ambiguous one with the single code that the text speaks for, and why."""
    if all(len(span.codes) < 2 for span in spans):
        return list(spans)
    chooser = _Chooser(document, spans, gazetteer)
    return [chooser.settle(span) if len(span.codes) > 1 else span for span in spans]


class _Chooser:
    def __init__(self, document: Document, spans: Sequence[Span], gazetteer: Gazetteer) -> None:
        self.text = document.text
        self.gazetteer = gazetteer
        self.sentences = [sentence.start for sentence in document.sentences]
        self.blocks = [block.start for block in document.blocks]
        clear = [span for span in spans if span.code]
        self.by_sentence = _grouped(clear, self.sentences)
        self.by_block = _grouped(clear, self.blocks)
        self.named = self._senses(clear)
        self.everywhere = frozenset(span.codes[0] for span in clear)
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
        """The span with one code, if one of the rules gives exactly one; they stand in the order of their strength."""
        for codes, reason in self._answers(span):
            if len(codes) == 1:
                return replace(span, codes=codes, reason=reason)
        return replace(span, reason="the name stands for several places and none of them is named near")

    def _answers(self, span: Span) -> Iterable[tuple[tuple[str, ...], str]]:
        codes = span.codes
        yield tuple(c for c in codes if c in self.named[self._key(span)]), "as named elsewhere in the report"
        sentence = self.by_sentence[bisect_right(self.sentences, span.start)]
        yield self._supported(codes, sentence), "what the sentence names lies in the same province"
        paragraph = self.by_block[bisect_right(self.blocks, span.start)]
        yield self._supported(codes, paragraph), "what the paragraph names lies in the same province"
        yield self._top(codes), "the unit that holds the others of that name"
        yield self._supported(codes, self.everywhere), "what the report names lies in the same province"
        at_home = tuple(c for c in codes if self.country and self.gazetteer.country(c) == self.country)
        yield at_home, "the only one in the country of the report"
        yield self._largest(at_home or codes), "the largest unit of that name"

    def _supported(self, codes: tuple[str, ...], named: Iterable[str]) -> tuple[str, ...]:
        """Those of `codes` that share a province, or a country that the others are not in, with a place in `named`."""
        near = [code for code in named if code not in codes]
        provinces = {self._province(code) for code in near} - {""}
        found = tuple(code for code in codes if self._province(code) in provinces or self._by_usage(code, near))
        return found or tuple(code for code in codes if self.gazetteer.country(code) in near)

    def _province(self, code: str) -> str:
        place = self.gazetteer.at_level(code, "province")
        return place.code if place else ""

    def _by_usage(self, code: str, near: list[str]) -> bool:
        return any(self._province(other) == other and self.gazetteer.under(code, other) for other in near)

    def _top(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for code in codes if all(self.gazetteer.under(other, code) for other in codes))

    def _largest(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for code in codes if self.gazetteer.place[code].level not in _SMALL)


def _grouped(spans: Iterable[Span], starts: Sequence[int]) -> Mapping[int, set[str]]:
    groups: dict[int, set[str]] = defaultdict(set)
    for span in spans:
        groups[bisect_right(starts, span.start)].add(span.codes[0])
    return groups
