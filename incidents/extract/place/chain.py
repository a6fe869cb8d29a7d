"""Appositions: "Posong in Samsu county, Yanggang province" is one mention, of the finest place."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from incidents.extract.place.rules import Shapes
from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer
from incidents.lexicon.lexicon import Lexicon

_CALLED = re.compile(r"(?: [A-Z][\w-]+){1,4}")
"""The rest of the name of something that is called after a place."""
_PARAGRAPH = "\n\n"


def chained(text: str, spans: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with each apposition drawn together, its codes narrowed to those that fit one another."""
    reader = _Reader(text, lexicon.compiled(Shapes.of), lexicon.gazetteer)
    result: list[Span] = []
    k = 0
    while k < len(spans):
        if k + 1 < len(spans) and reader.of_name(spans[k], spans[k + 1]):
            k += 1
            continue
        span, used = reader.chain(spans, k)
        owned = reader.owned(result[-1], span) if result else None
        if owned:
            result[-1] = owned
        else:
            result.append(span)
        k += used
    return result


class _Reader(NamedTuple):
    text: str
    shapes: Shapes
    gazetteer: Gazetteer

    def chain(self, spans: Sequence[Span], k: int) -> tuple[Span, int]:
        """The apposition that begins with span `k`, and how many spans it takes up."""
        head, used = spans[k], 1
        while not head.adjective and k + used < len(spans):
            following = spans[k + used]
            codes = self._below(head, following) if self._joined(head, following, first=used == 1) else ()
            if not codes:
                head = self._elsewhere(head, following) if used == 1 else head
                break
            head = head._replace(end=following.end, codes=codes, reason=f"named with {self._name(following)}")
            used += 1
        return head, used

    def _elsewhere(self, low: Span, high: Span) -> Span:
        """A village or site said to be in a unit that it is not in ("Songsan-ri of Kangryong County"): another one.

        After a comma only where both have their unit words ("Sambong-ri, South Hwanghae Province"): else it is a list.
        """
        places = self.gazetteer.place
        small = bool(low.codes) and all(places[code].level in ("settlement", "site") for code in low.codes)
        units = bool(low.unit and high.unit) and self._joined(low, high, first=True)
        told = self.shapes.within.fullmatch(self.text, low.end, high.start) or units
        if not (small and told and not high.adjective and high.code):
            return low
        if places[high.code].level not in ("county", "province"):
            return low
        return low._replace(codes=(), reason=f"no place of that name is known in {self._name(high)}")

    def of_name(self, low: Span, high: Span) -> bool:
        """Whether the first only names something that stands elsewhere: "the Sinam Farm in Ryongchon"."""
        called = _CALLED.match(self.text, low.end, high.start) if low.code and high.code else None
        if not called or low.adjective or high.adjective or self.gazetteer.place[low.code or ""].level == "country":
            return False
        told = self.shapes.within.fullmatch(self.text, called.end(), high.start)
        return bool(told) and not (self._below(low, high) or self._below(high, low) or low.code == high.code)

    def _joined(self, low: Span, high: Span, *, first: bool) -> bool:
        """Whether "low, in high" is written, or, further on in a chain, "low, China's high"."""
        if high.adjective or _PARAGRAPH in self.text[low.end : high.start]:
            return False
        if self.shapes.between.fullmatch(self.text, low.end, high.start):
            return True
        return not first and bool(self.shapes.owns.fullmatch(self.text, low.end, high.start))

    def _below(self, low: Span, high: Span) -> tuple[str, ...]:
        return tuple(a for a in low.codes if any(a != b and self.gazetteer.under(a, b) for b in high.codes))

    def owned(self, before: Span, span: Span) -> Span | None:
        """The larger place first ("Russia's Irkutsk", "the Chinese city of Dandong") with the finer one, as one."""
        joined = self.shapes.owns.fullmatch(self.text, before.end, span.start)
        if not joined or _PARAGRAPH in joined[0]:
            return None
        codes = self._below(span, before)
        return (
            span._replace(start=before.start, codes=codes, reason=f"named with {self._name(before)}") if codes else None
        )

    def _name(self, span: Span) -> str:
        return self.text[span.name_start : span.name_end]
