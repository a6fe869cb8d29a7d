"""Appositions: "Posong in Samsu county, Yanggang province" is one mention, of the finest place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from incidents.extract.place.rules import Shapes
from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer
from incidents.lexicon.lexicon import Lexicon


def chained(text: str, spans: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with each apposition drawn together, its codes narrowed to those that fit one another."""
    reader = _Reader(text, lexicon.compiled(Shapes.of), lexicon.gazetteer)
    result: list[Span] = []
    k = 0
    while k < len(spans):
        span, used = reader.chain(spans, k)
        result.append(reader.owned(result[-1], span) if result else span)
        k += used
    return result


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    shapes: Shapes
    gazetteer: Gazetteer

    def chain(self, spans: Sequence[Span], k: int) -> tuple[Span, int]:
        """The apposition that begins with span `k`, and how many spans it takes up."""
        head, last, used = spans[k], spans[k], 1
        while not last.adjective and k + used < len(spans):
            following = spans[k + used]
            pairs = self._pairs(last, following)
            if not pairs:
                break
            if used == 1:
                low = {code for code, _ in pairs}
                head = replace(head, codes=tuple(code for code in head.codes if code in low))
            above = frozenset(code for _, code in pairs)
            head = self._drawn(head, following, above)
            last = replace(following, codes=tuple(code for code in following.codes if code in above))
            used += 1
        return head, used

    def _drawn(self, head: Span, following: Span, above: frozenset[str]) -> Span:
        codes = tuple(code for code in head.codes if above & self.gazetteer.above(code))
        reason = f"named with {self._name(following)}"
        return replace(head, end=following.end, codes=codes or head.codes, reason=reason)

    def _pairs(self, low: Span, high: Span) -> list[tuple[str, str]]:
        if high.adjective or not self.shapes.between.fullmatch(self.text, low.end, high.start):
            return []
        return [(a, b) for a in low.codes for b in high.codes if a != b and self.gazetteer.under(a, b)]

    def owned(self, before: Span, span: Span) -> Span:
        """The larger place first ("Russia's Irkutsk", "the Chinese city of Dandong") only helps to choose."""
        if len(span.codes) < 2 or not self.shapes.owns.fullmatch(self.text, before.end, span.start):
            return span
        fitting = tuple(c for c in span.codes if any(c != b and self.gazetteer.under(c, b) for b in before.codes))
        return replace(span, codes=fitting, reason=f"named with {self._name(before)}") if fitting else span

    def _name(self, span: Span) -> str:
        return self.text[span.name_start : span.name_end]
