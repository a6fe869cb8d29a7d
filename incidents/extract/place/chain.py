"""Appositions: "Posong in Samsu county, Yanggang province" is one mention, of the finest place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer

_BETWEEN = re.compile(
    r",?\s+(?:(?:in|of|at|on|within)\s+)?(?:(?:the|its|nearby|neighboring|neighbouring)\s+)?"
    r"(?:(?:[a-z-]*ern|border|[a-z-]*central|capital|mountainous|coastal|mining|inland)\s+)?|\s+\((?:in )?"
)
_OWNS = re.compile(r"'s\s+(?:(?:[a-z-]*ern|border|[a-z-]*central|capital|mountainous|coastal|remote|nearby)\s+)*|\s+")


def chained(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """The spans with each apposition drawn together, its codes narrowed to those that fit one another."""
    result: list[Span] = []
    k = 0
    while k < len(spans):
        span, used = _chain(text, spans, k, gazetteer)
        result.append(_owned(text, result[-1], span, gazetteer) if result else span)
        k += used
    return result


def _chain(text: str, spans: Sequence[Span], k: int, gazetteer: Gazetteer) -> tuple[Span, int]:
    """The apposition that begins with span `k`, and how many spans it takes up."""
    head, last, used = spans[k], spans[k], 1
    while not last.adjective and k + used < len(spans):
        following = spans[k + used]
        pairs = _pairs(text, last, following, gazetteer)
        if not pairs:
            break
        kept = {low for low, _ in pairs}
        if used == 1:
            head = replace(head, codes=tuple(code for code in head.codes if code in kept))
        above = {high for _, high in pairs}
        codes = tuple(code for code in head.codes if any(gazetteer.under(code, high) for high in above))
        reason = f"named with {text[following.name_start : following.name_end]}"
        head = replace(head, end=following.end, codes=codes or head.codes, reason=reason)
        last = replace(following, codes=tuple(code for code in following.codes if code in above))
        used += 1
    return head, used


def _pairs(text: str, low: Span, high: Span, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    if high.adjective or not _BETWEEN.fullmatch(text, low.end, high.start):
        return []
    return [(a, b) for a in low.codes for b in high.codes if a != b and gazetteer.under(a, b)]


def _owned(text: str, before: Span, span: Span, gazetteer: Gazetteer) -> Span:
    """The larger place first ("Russia's Irkutsk", "the Chinese city of Dandong") only helps to choose."""
    if len(span.codes) < 2 or not _OWNS.fullmatch(text, before.end, span.start):
        return span
    fitting = tuple(c for c in span.codes if any(c != b and gazetteer.under(c, b) for b in before.codes))
    name = text[before.name_start : before.name_end]
    return replace(span, codes=fitting, reason=f"named with {name}") if fitting else span
