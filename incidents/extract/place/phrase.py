"""Phrases that stand for a place: "across the country", "the North", "in the city"."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from incidents.extract.place.rules import Context, Units
from incidents.extract.place.span import Span
from incidents.lexicon.gazetteer import Gazetteer
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.model.document import Document

_NOT_PROPER = re.compile(r"(?![ -][A-Z])")
HOME = "KP"
"""The country that a report is about, where it names it at all."""


def find(document: Document, names: Names, known: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Spans of phrases, where no named place stands."""
    taken = sorted((one.start, one.end) for one in known)
    country = _country(known, lexicon.gazetteer)
    for hit in lexicon.compiled(Context.of).phrases.find(names.words):
        code = hit.found[0] or country
        if code and _free(taken, hit.start, hit.end) and _NOT_PROPER.match(document.text, hit.end):
            yield Span(hit.start, hit.end, hit.start, hit.end, (code,), reason="by a phrase", anaphoric=True)
    yield from _definite(document, taken, known, lexicon)


def _country(known: Sequence[Span], gazetteer: Gazetteer) -> str:
    countries = Counter(gazetteer.country(one.codes[0]) for one in known if one.codes)
    if HOME in countries or not countries:
        return HOME
    return countries.most_common(1)[0][0]


def _free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    k = bisect_left(taken, (end, end))
    return k == 0 or taken[k - 1][1] <= start


def _definite(
    document: Document, taken: Sequence[tuple[int, int]], known: Sequence[Span], lexicon: Lexicon
) -> Iterator[Span]:
    """A definite unit ("in the city") is the nearest place of that kind named before."""
    units, pattern = lexicon.compiled(_pattern)
    clear = sorted((one for one in known if one.code and not one.adjective), key=lambda one: one.start)
    starts = [one.start for one in clear]
    for found in pattern.finditer(document.text):
        start, end = found.span(1)
        if not _free(taken, start, end):
            continue
        earlier = reversed(clear[max(0, bisect_right(starts, start) - _BACK) : bisect_right(starts, start)])
        code = _nearest(earlier, units.before[found[2].lower()], lexicon.gazetteer)
        if code:
            yield Span(start, end, start, end, (code,), reason="the one named before", anaphoric=True)


_BACK = 12
"""How many mentions back a definite unit may reach."""


def _nearest(earlier: Iterator[Span], kinds: frozenset[str], gazetteer: Gazetteer) -> str:
    for one in earlier:
        code: str = one.codes[0]
        while code:
            place = gazetteer.place[code]
            if place.kind in kinds:
                return code
            code = place.parent
    return ""


def _pattern(lexicon: Lexicon) -> tuple[Units, re.Pattern[str]]:
    units = lexicon.compiled(Units.of)
    words = [word for word, kinds in units.before.items() if kinds and word not in {"republic", "capital", "region"}]
    choice = "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
    where = "in|of|from|near|around|throughout|across|to|within|inside|outside|at"
    return units, re.compile(rf"\b(?:{where}) ((?:the|that|this)(?: same)? ({choice}))\b(?! of\b|[ -][a-z]*-)")
