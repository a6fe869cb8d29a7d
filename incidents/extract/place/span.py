"""Names of places in the text, each with the unit word that belongs to it and the places that it can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from incidents.extract.place.rules import Kinds, Shapes, Units
from incidents.lexicon.lexicon import Lexicon, Names

_AFTER = re.compile(r"[ -]([A-Za-z][a-z]+(?:s'(?= ))?)(?:[ -]([A-Za-z]+))?(?:[ -]([a-z]+))?")
_OF_NAME = re.compile(r" of (?:the )?[A-Z]")
_ROOM = 48


@dataclass(frozen=True, slots=True)
class Span:
    """A name with its unit words; `codes` are the places that it can be. `unit` is what kind the words call it."""

    start: int
    end: int
    name_start: int
    name_end: int
    codes: tuple[str, ...]
    adjective: bool = False
    unit: Kinds = frozenset()
    reason: str = ""
    anaphoric: bool = False

    @property
    def code(self) -> str | None:
        """The place, if it can be only one."""
        return self.codes[0] if len(self.codes) == 1 else None


def named(names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """A span for each place name of the text, in their order."""
    units = lexicon.compiled(Units.of)
    text = names.words.text
    for hit in names.places:
        codes = tuple(sorted({code for code, _ in hit.found}))
        span = Span(hit.start, hit.end, hit.start, hit.end, codes, all(kind == "adjective" for _, kind in hit.found))
        yield span if span.adjective else with_unit(text, span, units, lexicon)


def with_unit(text: str, span: Span, units: Units, lexicon: Lexicon) -> Span:
    """The span with the unit word before or after it, and only the places of that kind if there are any."""
    after = _site(text, span, units, lexicon) or _unit_after(text, span, units)
    found = after or _unit_before(text, span, units, lexicon.compiled(Shapes.of).before)
    if not found or not found.unit:
        return found or span
    places = lexicon.gazetteer.place
    fitting = tuple(code for code in found.codes if places[code].kind in found.unit)
    return replace(found, codes=fitting) if fitting else after or span


def _site(text: str, span: Span, units: Units, lexicon: Lexicon) -> Span | None:
    """A site of that name ("Posong station"), if the gazetteer has one."""
    for words, end in _following(text, span.name_end):
        if words in units.site:
            codes = lexicon.gazetteer.codes(text[span.name_start : end])
            below = tuple(c for c in codes if any(lexicon.gazetteer.under(c, above) for above in span.codes)) or codes
            if below:
                return replace(span, end=end, codes=below, unit=units.site[words])
    return None


def _unit_after(text: str, span: Span, units: Units) -> Span | None:
    for words, end in _following(text, span.name_end):
        kinds = units.after.get(words)
        if kinds is None and text[span.name_end] == "-":
            kinds = units.suffix.get(words)
        if kinds is not None:
            return None if _OF_NAME.match(text, end) else replace(span, end=end, unit=kinds)
    return None


def _following(text: str, end: int) -> Iterator[tuple[str, int]]:
    """The next three, two and one words after a name in lower case, with their end."""
    found = _AFTER.match(text, end)
    if found:
        for last in (3, 2, 1):
            if found[last]:
                yield text[end + 1 : found.end(last)].lower(), found.end(last)


def _unit_before(text: str, span: Span, units: Units, before: re.Pattern[str]) -> Span | None:
    """A unit word before the name: "the northern city of Hoeryong"."""
    found = before.search(text, max(0, span.name_start - _ROOM), span.name_start)
    kinds = units.before.get(found[1].lower()) if found else None
    return replace(span, start=found.start(), unit=kinds) if found and kinds is not None else None
